/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.typing;

import org.bieumau.dsl.ide.internal.typing.Quoted;
import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.IRegion;
import org.eclipse.jface.text.source.DefaultCharacterPairMatcher;

/** Matches brackets. Brackets within quotes only match each other. */
public final class Brackets extends DefaultCharacterPairMatcher {

    public Brackets() {
        super(new char[] {'{', '}', '(', ')', '[', ']'}, IDocumentExtension3.DEFAULT_PARTITIONING, true);
    }

    @Override
    public IRegion match(IDocument document, int offset) {
        // Masking the quoted parts reads the whole text, which is only worthwhile next to a bracket.
        return isBracket(document, offset - 1) || isBracket(document, offset)
                ? super.match(new Document(Quoted.around(document.get(), offset)), offset)
                : null;
    }

    @Override
    public IRegion match(IDocument document, int offset, int length) {
        return length == 0 ? match(document, offset) : super.match(document, offset, length);
    }

    private boolean isBracket(IDocument document, int at) {
        try {
            return at >= 0 && at < document.getLength() && isMatchedChar(document.getChar(at));
        } catch (BadLocationException e) {
            return false;
        }
    }
}
