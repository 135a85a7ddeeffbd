/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.typing;

import org.bieumau.dsl.ide.internal.typing.LineComments;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.texteditor.ITextEditor;

/** Turns the selected lines into comments, or comments back into lines. */
public final class ToggleCommentHandler extends TextHandler {

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        DocumentEdits.apply(
                document, LineComments.toggle(document.get(), selection.getOffset(), selection.getLength()));
    }
}
