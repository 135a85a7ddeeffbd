/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the export wizard for the selected files or the file being edited, which need not be saved. */
public final class ExportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        open(HandlerUtil.getActiveShell(event), ExportSelection.of(event));
        return null;
    }

    static void open(Shell shell, IStructuredSelection selection) {
        var wizard = new ExportWizard();
        wizard.init(PlatformUI.getWorkbench(), selection);
        new WizardDialog(shell, wizard).open();
    }
}
