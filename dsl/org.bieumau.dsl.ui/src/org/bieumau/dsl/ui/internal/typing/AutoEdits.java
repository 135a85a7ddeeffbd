/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.typing;

import org.bieumau.dsl.ide.internal.typing.Typing;
import org.eclipse.jface.text.DocumentCommand;
import org.eclipse.jface.text.IAutoEditStrategy;
import org.eclipse.jface.text.IDocument;

/** Completes what is typed or deleted, as {@link Typing} does. */
public final class AutoEdits implements IAutoEditStrategy {

    @Override
    public void customizeDocumentCommand(IDocument document, DocumentCommand command) {
        if (command.getCommandCount() > 1 || command.length > 1 || command.length == 1 && !command.text.isEmpty()) {
            return;
        }
        var typing = command.length == 1
                ? Typing.deleted(document.get(), command.offset)
                : Typing.typed(document.get(), command.offset, command.text);
        typing.ifPresent(instead -> {
            command.offset = instead.edit().offset();
            command.length = instead.edit().length();
            command.text = instead.edit().text();
            command.shiftsCaret = false;
            command.caretOffset = instead.caret();
        });
    }
}
