/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.wizards;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.rcp.internal.Projects;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.templates.OwnTemplates;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Asks for the project and name of a new file. The name follows its subject until the user types one. */
public final class FilePlace {

    private final Combo project;
    private final Text name;
    private boolean named;

    /**
     * Creates the fields.
     *
     * @param parent a composite with a grid layout of two columns
     * @param selection the selection in the workbench; may be null
     * @param changed runs after each change of project or name
     */
    public FilePlace(Composite parent, IStructuredSelection selection, Runnable changed) {
        new Label(parent, SWT.NONE).setText(RcpMessages.ALL.text("field.project"));
        project = new Combo(parent, SWT.DROP_DOWN);
        project.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        project.setItems(Arrays.stream(ResourcesPlugin.getWorkspace().getRoot().getProjects())
                .filter(IProject::isOpen)
                .map(IProject::getName)
                .toArray(String[]::new));
        project.setText(project(selection));
        new Label(parent, SWT.NONE).setText(RcpMessages.ALL.text("field.file"));
        name = new Text(parent, SWT.BORDER);
        name.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        project.addListener(SWT.Modify, event -> changed.run());
        name.addListener(SWT.Modify, event -> changed.run());
        name.addListener(SWT.KeyDown, event -> named = true);
    }

    /**
     * Returns the name of the selected project, else that of the first project with files of the user, else a default
     * name.
     */
    private String project(IStructuredSelection selection) {
        if (selection != null && selection.getFirstElement() instanceof IResource resource) {
            return resource.getProject().getName();
        }
        return Arrays.stream(project.getItems())
                .filter(each -> !each.equals(OwnTemplates.PROJECT))
                .findFirst()
                .orElseGet(() -> RcpMessages.ALL.text("project.first"));
    }

    /** Names the file after its subject, unless the user has typed a name. */
    public void suggest(String subject) {
        if (!named) {
            name.setText(free(NewFile.fileName(subject)));
        }
    }

    /** Returns a file name, with a number if the project has such a file. */
    private String free(String name) {
        var free = name;
        for (int i = 2; isProject() && exists(withExtension(free)); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    private static String withExtension(String file) {
        return file.endsWith(".bieu") ? file : file + ".bieu";
    }

    /** Returns a message about an invalid project or an invalid or taken file name; null if there is none. */
    public String problem() {
        if (!isProject()) {
            return RcpMessages.ALL.text("field.project.wrong");
        }
        if (!isNamed()) {
            return null;
        }
        if (ResourcesPlugin.getWorkspace()
                        .validateName(fileName(), IResource.FILE)
                        .getSeverity()
                != 0) {
            return RcpMessages.ALL.text("field.file.wrong");
        }
        return exists(fileName()) ? RcpMessages.ALL.text("field.file.exists", fileName()) : null;
    }

    private boolean isProject() {
        return ResourcesPlugin.getWorkspace()
                        .validateName(projectName(), IResource.PROJECT)
                        .getSeverity()
                == 0;
    }

    private boolean exists(String file) {
        return ResourcesPlugin.getWorkspace()
                .getRoot()
                .getProject(projectName())
                .getFile(file)
                .exists();
    }

    public boolean isNamed() {
        return !name.getText().isBlank();
    }

    public void setEnabled(boolean enabled) {
        project.setEnabled(enabled);
        name.setEnabled(enabled);
    }

    /** Returns where the file will be; its project need not exist. */
    public Path path() {
        var root = ResourcesPlugin.getWorkspace().getRoot();
        var folder = isProject() ? root.getProject(projectName()).getLocation() : null;
        return (folder == null ? root.getLocation().append(projectName()) : folder)
                .append(isNamed() ? fileName() : "moi.bieu")
                .toPath();
    }

    String projectName() {
        return project.getText().strip();
    }

    private String fileName() {
        return withExtension(name.getText().strip());
    }

    /** Creates the file with this text, and the project if it does not exist. */
    public IFile create(String text) throws CoreException {
        var file = Projects.open(projectName()).getFile(fileName());
        ResourcesPlugin.getWorkspace()
                .run(
                        monitor -> file.create(
                                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, monitor),
                        null);
        return file;
    }
}
