/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.print;

import org.bieumau.editor.internal.BieuEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Prints what the edited file contains, as it is now: it need not be saved. */
public final class PrintHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor) {
            new PrintDialog(HandlerUtil.getActiveShell(event), editor).open();
        }
        return null;
    }
}
