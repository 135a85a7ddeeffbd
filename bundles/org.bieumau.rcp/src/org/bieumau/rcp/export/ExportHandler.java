/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.export;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the wizard that exports, for the file that is being edited or those that are selected; saves it first. */
public final class ExportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (!PlatformUI.getWorkbench().saveAllEditors(true)) {
            return null;
        }
        var inEditor = HandlerUtil.getActivePart(event) == HandlerUtil.getActiveEditor(event);
        var selection = !inEditor && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection files ? files : StructuredSelection.EMPTY;
        var wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), selection);
        new WizardDialog(HandlerUtil.getActiveShell(event), wizard).open();
        return null;
    }
}
