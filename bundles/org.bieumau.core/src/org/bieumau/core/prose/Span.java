/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.prose;

/** A stretch of text in one style. */
public record Span(String text, boolean bold, boolean italic, boolean superscript) {

    /** Plain text. */
    public static Span of(String text) {
        return new Span(text, false, false, false);
    }

    /** The same style with another text. */
    public Span with(String other) {
        return new Span(other, bold, italic, superscript);
    }

    boolean sameStyle(Span other) {
        return bold == other.bold && italic == other.italic && superscript == other.superscript;
    }
}
