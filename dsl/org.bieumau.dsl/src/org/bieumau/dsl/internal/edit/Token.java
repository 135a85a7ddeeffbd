/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.INode;

/**
 * A token of a text that is not hidden, that is, neither whitespace nor a comment between other tokens. Significant
 * whitespace, such as the indentation of a line of prose, is equal whatever its length.
 *
 * @param offset the offset from the beginning of the parsed text, in UTF-16 code units
 */
record Token(String text, int offset) {

    /** Returns the tokens of a node, with offsets from the beginning of the node. */
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
