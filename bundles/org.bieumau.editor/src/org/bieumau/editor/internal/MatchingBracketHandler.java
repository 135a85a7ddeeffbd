/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/**
 * Moves the caret to the matching bracket. The handler of the platform only works in plain text editors, not on a page
 * of another editor.
 */
public final class MatchingBracketHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor && editor.isTextShown()) {
            editor.gotoMatchingBracket();
        }
        return null;
    }
}
