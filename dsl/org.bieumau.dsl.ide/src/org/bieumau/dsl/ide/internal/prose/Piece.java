/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.Arrays;
import java.util.List;

/**
 * Piece of a line with one style.
 *
 * @param text the text as displayed
 * @param code the source of a piece that is not plain text, such as a citation or an interpolation; null for text
 */
public record Piece(String text, boolean bold, boolean italic, boolean superscript, String code) {

    /** Character style of a piece. */
    public enum Style {
        BOLD,
        ITALIC,
        SUPERSCRIPT
    }

    /** Returns a piece of text without emphasis. */
    public static Piece of(String text) {
        return new Piece(text, false, false, false, null);
    }

    /** Returns whether the piece is atomic: it can only be deleted or kept as a whole. */
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

    /** Returns this piece with or without a style. */
    public Piece with(Style style, boolean on) {
        return new Piece(
                text,
                style == Style.BOLD ? on : bold,
                style == Style.ITALIC ? on : italic,
                style == Style.SUPERSCRIPT ? on : superscript,
                code);
    }

    /** Returns a piece of text with the style of this piece. */
    public Piece with(String other) {
        return new Piece(other, bold, italic, superscript, null);
    }

    /** Returns the pieces of this text in a cell of a table, where a bar is atomic, since it does not end the cell. */
    public List<Piece> inCell() {
        if (isWhole() || !text.contains("|")) {
            return List.of(this);
        }
        return Arrays.stream(text.split("(?<=\\|)|(?=\\|)"))
                .map(part -> part.equals("|") ? new Piece("|", bold, italic, superscript, "\\|") : with(part))
                .toList();
    }

    boolean sameStyle(Piece other) {
        return bold == other.bold && italic == other.italic && superscript == other.superscript;
    }
}
