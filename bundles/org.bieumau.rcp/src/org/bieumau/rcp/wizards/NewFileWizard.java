/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.wizards;

import org.bieumau.editor.BieuEditor;
import org.bieumau.rcp.RcpMessages;
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
            var file = page.place().create(kind.text(page.values()));
            if (IDE.openEditor(workbench.getActiveWorkbenchWindow().getActivePage(), file) instanceof BieuEditor editor) {
                editor.setActivePage(kind.page());
            }
            return true;
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            return false;
        }
    }
}
