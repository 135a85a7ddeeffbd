/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the bar of the active editor to find and replace. */
public final class ReplaceHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor) {
            editor.find(true);
        }
        return null;
    }
}
