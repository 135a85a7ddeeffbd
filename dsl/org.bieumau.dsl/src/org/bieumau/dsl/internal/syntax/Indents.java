/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.syntax;

import java.util.Optional;

/** Finds lines whose indentation cannot be compared, since one has tabs where the other has spaces. */
public final class Indents {

    /** The problem code. */
    public static final String MIXED = "INDENT-MIXED";

    private Indents() {}

    /**
     * A range of a text.
     *
     * @param start offset of the indentation
     * @param end end of the indentation
     */
    public record Range(int start, int end) {}

    /**
     * Returns the indentation of the line at an offset if it is mixed with that of the line before; lines without text
     * are skipped.
     */
    public static Optional<Range> mixed(String text, int offset) {
        var start = text.lastIndexOf('\n', offset - 1) + 1;
        var own = indentation(text, start);
        for (var before = start; before > 0; ) {
            before = text.lastIndexOf('\n', before - 2) + 1;
            var other = indentation(text, before);
            if (before + other.length() < text.length() && text.charAt(before + other.length()) > ' ') {
                return own.startsWith(other) || other.startsWith(own)
                        ? Optional.empty()
                        : Optional.of(new Range(start, start + own.length()));
            }
        }
        return Optional.empty();
    }

    private static String indentation(String text, int start) {
        var end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }
}
