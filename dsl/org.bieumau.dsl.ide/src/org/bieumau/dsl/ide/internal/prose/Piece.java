/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

/**
 * A piece of a line in one style.
 *
 * @param text what a person sees of it
 * @param code how it is written where that is not its text: a citation, an interpolation; null for text
 */
public record Piece(String text, boolean bold, boolean italic, boolean superscript, String code) {

    /** What can be said of a piece. */
    public enum Style {
        BOLD,
        ITALIC,
        SUPERSCRIPT
    }

    /** Text without emphasis. */
    public static Piece of(String text) {
        return new Piece(text, false, false, false, null);
    }

    /** Whether it can only be taken or left as a whole. */
    public boolean isWhole() {
        return code != null;
    }

    public boolean has(Style style) {
        return switch (style) {
            case BOLD -> bold;
            case ITALIC -> italic;
            case SUPERSCRIPT -> superscript;
        };
    }

    /** This piece with a style, or without it. */
    public Piece with(Style style, boolean on) {
        return new Piece(
                text,
                style == Style.BOLD ? on : bold,
                style == Style.ITALIC ? on : italic,
                style == Style.SUPERSCRIPT ? on : superscript,
                code);
    }

    /** The same style with another text. */
    public Piece with(String other) {
        return new Piece(other, bold, italic, superscript, null);
    }

    boolean sameStyle(Piece other) {
        return bold == other.bold && italic == other.italic && superscript == other.superscript;
    }
}
