/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.nio.file.Path;
import java.time.Year;
import java.util.List;
import java.util.function.Function;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
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
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** Creates a form from a template of the project or of a pack, and opens it on the Form page. */
public final class NewFormWizard extends CreationWizard {

    private final Page page = new Page();

    @Override
    protected String title() {
        return "new.bieu";
    }

    @Override
    public void addPages() {
        addPage(page);
    }

    @Override
    protected void create() throws CoreException {
        if (open(page.place.create(page.chosen().form(page.unit.getText(), page.period.getText())))
                instanceof BieuEditor editor) {
            editor.setActivePage(GridPage.ID);
        }
    }

    private final class Page extends WizardPage {

        private TableViewer templates;
        private Text filter;
        private Text unit;
        private Text period;
        private FilePlace place;
        private String listedProject;

        Page() {
            super("bieu");
            setTitle(RcpMessages.ALL.text("new.bieu"));
            setDescription(RcpMessages.ALL.text("new.bieu.tip"));
        }

        @Override
        public void createControl(Composite parent) {
            var area = area(parent);
            filter = new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
            filter.setMessage(RcpMessages.ALL.text("form.filter"));
            filter.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
            filter.addListener(SWT.Modify, event -> templates.refresh());
            table(area);
            unit = field(area, "form.unit");
            period = field(area, "form.period");
            period.setText(Year.now().toString());
            place = new FilePlace(area, selection(), this::check);
            setControl(area);
            setPageComplete(false);
            check();
        }

        private void table(Composite area) {
            var holder = new Composite(area, SWT.NONE);
            var data = new GridData(SWT.FILL, SWT.FILL, true, true, 2, 1);
            data.heightHint = 200;
            data.widthHint = 820;
            holder.setLayoutData(data);
            var columns = new TableColumnLayout();
            holder.setLayout(columns);
            templates = new TableViewer(holder, SWT.SINGLE | SWT.FULL_SELECTION | SWT.BORDER | SWT.V_SCROLL);
            templates.getTable().setHeaderVisible(true);
            ColumnViewerToolTipSupport.enableFor(templates);
            templates.setContentProvider(ArrayContentProvider.getInstance());
            column(columns, "form.label", 2, Template::label);
            column(
                    columns,
                    "form.title",
                    7,
                    template -> template.title().isBlank() ? template.name() : template.title());
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
            templates.addSelectionChangedListener(event -> {
                setDescription(chosen() == null ? RcpMessages.ALL.text("new.bieu.tip") : chosen().title());
                if (chosen() != null) {
                    place.suggest(
                            chosen().label().isBlank() ? chosen().name() : chosen().label() + " " + period.getText());
                }
                check();
            });
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

        Template chosen() {
            return (Template) templates.getStructuredSelection().getFirstElement();
        }

        private void check() {
            var problem = place == null ? null : place.problem();
            setErrorMessage(problem);
            setPageComplete(problem == null && place != null && place.isNamed() && chosen() != null);
            if (place != null && !place.projectName().equals(listedProject)) {
                listedProject = place.projectName();
                listTemplates(listedProject);
            }
        }

        /** Lists the templates visible to a file in the project. Runs in a job, because it also reads the packs. */
        private void listTemplates(String project) {
            var folder =
                    ResourcesPlugin.getWorkspace().getRoot().getProject(project).getLocation();
            var file = (folder == null
                            ? ResourcesPlugin.getWorkspace().getRoot().getLocation()
                            : folder)
                    .append("moi.bieu")
                    .toPath();
            var display = templates.getControl().getDisplay();
            ICoreRunnable job = monitor -> {
                var found = templates(file);
                display.asyncExec(() -> {
                    if (!templates.getControl().isDisposed() && project.equals(listedProject)) {
                        templates.setInput(found);
                        check();
                    }
                });
            };
            Job.createSystem(RcpMessages.ALL.text("new.bieu"), job).schedule();
        }

        private static List<Template> templates(Path file) {
            try {
                return TemplateCatalogue.of(file, Registry.installed());
            } catch (ProblemException e) {
                return List.of();
            }
        }
    }
}
