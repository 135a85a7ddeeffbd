/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.wizards;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.bieumau.rcp.RcpMessages;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.ui.INewWizard;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;

/** Makes a file and opens it; which one is said where the wizard is registered. */
public final class NewFileWizard extends Wizard implements INewWizard, IExecutableExtension {

    private NewFile kind;
    private IWorkbench workbench;
    private NewFilePage page;
    private IStructuredSelection selection;

    @Override
    public void setInitializationData(IConfigurationElement config, String property, Object data) {
        kind = NewFile.ALL.stream().filter(each -> each.id().equals(data)).findFirst().orElseThrow();
    }

    @Override
    public void init(IWorkbench newWorkbench, IStructuredSelection newSelection) {
        workbench = newWorkbench;
        selection = newSelection;
        setWindowTitle(RcpMessages.ALL.text("new." + kind.id()));
    }

    @Override
    public void addPages() {
        page = new NewFilePage(kind, selection);
        addPage(page);
    }

    @Override
    public boolean performFinish() {
        try {
            var project = Projects.open(page.projectName());
            var file = create(project, page.fileName(), kind.text(page.values()));
            IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file);
            return true;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
    }

    private static IFile create(IProject project, String name, String text) throws CoreException {
        var file = project.getFile(name);
        ResourcesPlugin.getWorkspace().run(monitor -> file.create(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), false, monitor), null);
        return file;
    }
}
