/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.conversion;

import java.text.Normalizer;
import org.bieumau.core.problem.TextRange;
import org.eclipse.xtext.nodemodel.INode;

/** Finds the place of a part of a text in the file, which has escapes, quotation marks and decomposed letters. */
public final class WrittenRange {

    private WrittenRange() {}

    /** Returns the offsets in the file of a part of the text that a node has as its value. */
    public static TextRange of(TextRange range, INode node) {
        var written = node.getRootNode().getText().substring(node.getOffset(), node.getEndOffset());
        var quoted = written.length() > 1 && written.startsWith("\"");
        var from = quoted ? 1 : 0;
        var to = quoted ? written.length() - 1 : written.length();
        var start = offset(written, from, to, range.start());
        return new TextRange(
                node.getOffset() + start, node.getOffset() + offset(written, start, to, range.end() - range.start()));
    }

    /** Returns the offset after a number of characters of the value. */
    private static int offset(String written, int from, int to, int characters) {
        var read = 0;
        var at = from;
        while (at < to && read < characters) {
            var letter = written.charAt(at) == '\\' && at + 1 < to ? at + 1 : at;
            var end = letter + 1;
            while (end < to && isMark(written.charAt(end))) {
                end++;
            }
            read += Normalizer.normalize(written.substring(letter, end), Normalizer.Form.NFC)
                    .length();
            at = end;
        }
        return at;
    }

    private static boolean isMark(char c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }
}
