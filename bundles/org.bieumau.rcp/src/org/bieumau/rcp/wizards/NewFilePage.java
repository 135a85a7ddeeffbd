/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.wizards;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bieumau.rcp.RcpMessages;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks what a new file is to say, and where it goes. The name of the file follows what it is about until it is typed. */
final class NewFilePage extends WizardPage {

    private final NewFile kind;
    private final IStructuredSelection selection;
    private final Map<String, Text> fields = new LinkedHashMap<>();
    private Combo project;
    private Text name;
    private boolean named;

    NewFilePage(NewFile kind, IStructuredSelection selection) {
        super(kind.id());
        this.kind = kind;
        this.selection = selection;
        setTitle(RcpMessages.ALL.text("new." + kind.id()));
        setDescription(RcpMessages.ALL.text("new." + kind.id() + ".tip"));
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        var layout = new GridLayout(2, false);
        layout.verticalSpacing = 8;
        area.setLayout(layout);
        for (var key : kind.fields()) {
            fields.put(key, field(area, RcpMessages.ALL.text("field." + key), RcpMessages.ALL.text("field." + key + ".example")));
        }
        var line = new Label(area, SWT.SEPARATOR | SWT.HORIZONTAL);
        line.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false, 2, 1));
        new Label(area, SWT.NONE).setText(RcpMessages.ALL.text("field.project"));
        project = new Combo(area, SWT.DROP_DOWN);
        project.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        project.setItems(Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects()).filter(IProject::isOpen).map(IProject::getName).toArray(String[]::new));
        project.setText(project());
        project.addListener(SWT.Modify, event -> check());
        name = field(area, RcpMessages.ALL.text("field.file"), "");
        name.addListener(SWT.KeyDown, event -> named = true);
        fields.get(kind.fields().getFirst()).addListener(SWT.Modify, event -> {
            if (!named) {
                name.setText(NewFile.fileName(fields.get(kind.fields().getFirst()).getText()));
            }
        });
        setControl(area);
        setPageComplete(false);
    }

    private Text field(Composite area, String label, String example) {
        new Label(area, SWT.NONE).setText(label);
        var text = new Text(area, SWT.BORDER);
        text.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        text.setMessage(example);
        text.addListener(SWT.Modify, event -> check());
        return text;
    }

    /** The project that is selected, else the first, else a new one. */
    private String project() {
        if (selection != null && selection.getFirstElement() instanceof IResource resource) {
            return resource.getProject().getName();
        }
        return project.getItemCount() > 0 ? project.getItem(0) : RcpMessages.ALL.text("project.first");
    }

    private void check() {
        String problem = null;
        if (ResourcesPlugin.getWorkspace().validateName(project.getText().strip(), IResource.PROJECT).getSeverity() != 0) {
            problem = RcpMessages.ALL.text("field.project.wrong");
        } else if (!name.getText().isBlank() && ResourcesPlugin.getWorkspace().validateName(fileName(), IResource.FILE).getSeverity() != 0) {
            problem = RcpMessages.ALL.text("field.file.wrong");
        } else if (!name.getText().isBlank() && ResourcesPlugin.getWorkspace().getRoot().getProject(projectName()).getFile(fileName()).exists()) {
            problem = RcpMessages.ALL.text("field.file.exists", fileName());
        }
        setErrorMessage(problem);
        setPageComplete(problem == null && !name.getText().isBlank() && !fields.get(kind.fields().getFirst()).getText().isBlank());
    }

    String projectName() {
        return project.getText().strip();
    }

    String fileName() {
        var file = name.getText().strip();
        return file.endsWith(".bieu") ? file : file + ".bieu";
    }

    /** What was said; what was left open stands as in the example. */
    Map<String, String> values() {
        var values = new LinkedHashMap<String, String>();
        fields.forEach((key, text) -> values.put(key, text.getText().isBlank() ? RcpMessages.ALL.text("field." + key + ".example") : text.getText()));
        return values;
    }
}
