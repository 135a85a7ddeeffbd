/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.history;

import org.bieumau.editor.internal.BieuEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows the earlier versions of the edited file. */
public final class HistoryHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor
                && editor.open().path() != null) {
            new HistoryDialog(HandlerUtil.getActiveShell(event), editor).open();
        }
        return null;
    }
}
