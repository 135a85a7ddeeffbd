/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A word of a text that is no blank or comment between words. Blanks that mean something, as at the beginning of a line
 * of prose, are the same however many they are.
 *
 * @param offset from the beginning of the text that it was read from
 */
record Token(String text, int offset) {

    /** The words below a node, with their places from its beginning. */
    static List<Token> of(INode node) {
        var tokens = new ArrayList<Token>();
        for (var leaf : node.getLeafNodes()) {
            if (!leaf.isHidden() && leaf.getLength() > 0) {
                tokens.add(new Token(leaf.getText(), leaf.getOffset() - node.getOffset()));
            }
        }
        return tokens;
    }

    int end() {
        return offset + text.length();
    }

    boolean isSame(Token other) {
        return text.equals(other.text)
                || text.isBlank() && other.text.isBlank() && text.contains("\n") == other.text.contains("\n");
    }
}
