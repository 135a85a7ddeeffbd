/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Opens the export wizard for the selected files or the file being edited. Unsaved files are saved first; without the
 * user's consent nothing is exported.
 */
public final class ExportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var shell = HandlerUtil.getActiveShell(event);
        var isDirty =
                HandlerUtil.getActiveWorkbenchWindow(event).getActivePage().getDirtyEditors().length > 0;
        if (isDirty && !(isToBeSaved(shell) && PlatformUI.getWorkbench().saveAllEditors(false))) {
            return null;
        }
        var inEditor = HandlerUtil.getActivePart(event) == HandlerUtil.getActiveEditor(event);
        var selection = !inEditor && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection files
                ? files
                : StructuredSelection.EMPTY;
        var wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), selection);
        new WizardDialog(shell, wizard).open();
        return null;
    }

    private static boolean isToBeSaved(Shell shell) {
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        shell,
                        RcpMessages.ALL.text("export.running"),
                        RcpMessages.ALL.text("export.unsaved"),
                        SWT.NONE,
                        RcpMessages.ALL.text("export.save"),
                        IDialogConstants.CANCEL_LABEL)
                == 0;
    }
}
