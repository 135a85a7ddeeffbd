/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.jface.viewers.ViewerFilter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Lets the user choose a form template of a project or of a pack. */
final class TemplateTable {

    private final Text filter;
    private TableViewer templates;
    private String listedProject;

    /**
     * Creates the controls.
     *
     * @param area a composite with a grid layout of two columns
     * @param chosen runs when the user chooses a template, and when the templates have been listed
     */
    TemplateTable(Composite area, int height, Runnable chosen) {
        filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        filter.setMessage(RcpMessages.ALL.text("form.filter"));
        filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        filter.addListener(SWT.Modify, event -> templates.refresh());
        var holder = new Composite(area, SWT.NONE);
        var data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
        data.heightHint = height;
        data.widthHint = 820;
        holder.setLayoutData(data);
        var columns = new TableColumnLayout();
        holder.setLayout(columns);
        templates = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
        templates.getTable().setHeaderVisible(true);
        ColumnViewerToolTipSupport.enableFor(templates);
        templates.setContentProvider(ArrayContentProvider.getInstance());
        column(columns, "form.label", 2, Template::label);
        column(columns, "form.title", 7, template -> template.title().isBlank() ? template.name() : template.title());
        column(columns, "form.library", 3, Template::library);
        templates.addFilter(new ViewerFilter() {
            @Override
            public boolean select(Viewer viewer, Object parent, Object element) {
                var template = (Template) element;
                return VietnameseText.fold(template.label() + " " + template.title() + " " + template.name() + " "
                                + template.library())
                        .contains(VietnameseText.fold(filter.getText()));
            }
        });
        templates.addSelectionChangedListener(event -> chosen.run());
    }

    private void column(TableColumnLayout columns, String key, int weight, Function<Template, String> text) {
        var column = new TableViewerColumn(templates, SWT.NONE);
        column.getColumn().setText(RcpMessages.ALL.text(key));
        columns.setColumnData(column.getColumn(), new ColumnWeightData(weight));
        column.setLabelProvider(new ColumnLabelProvider() {
            @Override
            public String getText(Object element) {
                return text.apply((Template) element);
            }

            @Override
            public String getToolTipText(Object element) {
                return getText(element);
            }
        });
    }

    /** Returns the template that is chosen; null for none. */
    Template chosen() {
        return (Template) templates.getStructuredSelection().getFirstElement();
    }

    /**
     * Lists the templates visible to a file in a project, unless they are listed. Runs in a job, because it also reads
     * the packs.
     *
     * @param listed runs when they are listed
     */
    void list(String project, Runnable listed) {
        if (project.equals(listedProject)) {
            return;
        }
        listedProject = project;
        var file = file(project);
        var display = templates.getControl().getDisplay();
        ICoreRunnable job = monitor -> {
            var found = templates(file);
            display.asyncExec(() -> {
                if (!templates.getControl().isDisposed() && project.equals(listedProject)) {
                    templates.setInput(found);
                    listed.run();
                }
            });
        };
        Job.createSystem(RcpMessages.ALL.text("new.bieu"), job).schedule();
    }

    /** Returns a file in the folder of a project, which need not exist. */
    static Path file(String project) {
        var root = ResourcesPlugin.getWorkspace().getRoot();
        var folder = root.getProject(project).getLocation();
        return (folder == null ? root.getLocation() : folder).append("moi.bieu").toPath();
    }

    private static List<Template> templates(Path file) {
        try {
            return TemplateCatalogue.of(file, Registry.installed());
        } catch (ProblemException e) {
            return List.of();
        }
    }
}
