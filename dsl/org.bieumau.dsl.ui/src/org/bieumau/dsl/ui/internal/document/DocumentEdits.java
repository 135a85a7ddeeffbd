/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.DocumentRewriteSessionType;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension4;
import org.eclipse.text.edits.MultiTextEdit;
import org.eclipse.text.edits.ReplaceEdit;
import org.eclipse.text.undo.DocumentUndoManagerRegistry;

/** Applies edits to a document as one undo step. */
public final class DocumentEdits {

    private DocumentEdits() {}

    /**
     * Applies edits to a document.
     *
     * @param edits the edits sorted by offset; offsets refer to the current document
     * @throws IllegalArgumentException if an edit is outside the document
     */
    public static void apply(IDocument document, List<TextEdit> edits) {
        if (edits.isEmpty()) {
            return;
        }
        var undo = DocumentUndoManagerRegistry.getDocumentUndoManager(document);
        if (undo != null) {
            undo.commit();
            undo.beginCompoundChange();
        }
        var session = document instanceof IDocumentExtension4 rewriting && edits.size() > 1
                ? rewriting.startRewriteSession(DocumentRewriteSessionType.SEQUENTIAL)
                : null;
        try {
            var all = new MultiTextEdit();
            edits.forEach(edit -> all.addChild(new ReplaceEdit(edit.offset(), edit.length(), edit.text())));
            all.apply(document);
        } catch (BadLocationException e) {
            throw new IllegalArgumentException(e);
        } finally {
            if (session != null) {
                ((IDocumentExtension4) document).stopRewriteSession(session);
            }
            if (undo != null) {
                undo.endCompoundChange();
            }
        }
    }
}
