/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.navigation;

import org.eclipse.jface.text.BadLocationException;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.Region;

/** Finds the names in a text. */
final class Words {

    private Words() {}

    /** Returns the region of the word around an offset, which has length 0 if there is no word. */
    static Region at(IDocument document, int offset) {
        try {
            var from = offset;
            while (from > 0 && isPart(document.getChar(from - 1))) {
                from--;
            }
            var to = offset;
            while (to < document.getLength() && isPart(document.getChar(to))) {
                to++;
            }
            return new Region(from, to - from);
        } catch (BadLocationException e) {
            return new Region(offset, 0);
        }
    }

    private static boolean isPart(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
