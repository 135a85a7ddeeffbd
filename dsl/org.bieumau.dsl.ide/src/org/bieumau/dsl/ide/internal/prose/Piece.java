/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Piece of a line with one style.
 *
 * @param text the text as displayed
 * @param code the source of a piece that is not plain text, such as a citation or an interpolation; null for text
 */
public record Piece(String text, boolean bold, boolean italic, boolean superscript, String code) {

    static final String NOTE = "^[";

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

    /** Returns whether the piece is a footnote, which is displayed as its number. */
    public boolean isNote() {
        return isWhole() && code.startsWith(NOTE);
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

    /** Returns this atomic piece with another displayed text. */
    Piece shown(String other) {
        return new Piece(other, bold, italic, superscript, code);
    }

    /** Returns the pieces of this text in a cell of a table, where a bar is atomic, since it does not end the cell. */
    public List<Piece> inCell() {
        return escaped("|");
    }

    /** Returns the pieces of this text where a mark is atomic and written with a backslash. */
    List<Piece> escaped(String mark) {
        if (isWhole() || !text.contains(mark)) {
            return List.of(this);
        }
        var quoted = Pattern.quote(mark);
        return Arrays.stream(text.split("(?<=" + quoted + ")|(?=" + quoted + ")"))
                .map(part -> part.equals(mark) ? new Piece(mark, bold, italic, superscript, "\\" + mark) : with(part))
                .toList();
    }

    boolean sameStyle(Piece other) {
        return bold == other.bold && italic == other.italic && superscript == other.superscript;
    }
}
