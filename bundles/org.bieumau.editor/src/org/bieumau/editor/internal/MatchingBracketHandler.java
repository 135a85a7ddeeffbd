/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Goes to the other one of a pair of brackets: the platform itself does so only in an editor that is but text. */
public final class MatchingBracketHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor && editor.isTextShown()) {
            editor.gotoMatchingBracket();
        }
        return null;
    }
}
