/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openpdf.text.pdf.BaseFont;

/** A face of a font, with the faces for the characters that it lacks. */
final class Face {

    /** Replacement for characters that no font contains. */
    static final char MISSING = '\u25A1';

    private static final char NO_BREAK_HYPHEN = '\u2011';

    /** The first character of Hebrew, before which no script runs from right to left. */
    private static final int FIRST_RIGHT_TO_LEFT = 0x590;

    private final BaseFont font;
    private final List<Supplier<Face>> fallback;
    /** Width of each character, in thousandths of the font size; -1 if not computed yet. */
    private final short[] widths = new short[1 << 16];

    /** @param fallback the faces for missing characters, in the order in which they are tried */
    Face(BaseFont font, List<Supplier<Face>> fallback) {
        this.font = font;
        this.fallback = List.copyOf(fallback);
        Arrays.fill(widths, (short) -1);
    }

    /**
     * Text in one face.
     *
     * @param cluster the character with all its combining marks, if the run is one of them; null for other text
     * @param mark the position of a combining mark; null for other text
     */
    record Run(String text, Face face, String cluster, MarkPosition mark) {

        Run(String text, Face face) {
            this(text, face, null, null);
        }
    }

    BaseFont font() {
        return font;
    }

    /** Passes the text on in runs, each in a face that contains its characters. */
    void split(String text, Consumer<Run> runs) {
        if (containsAll(text)) {
            runs.accept(new Run(text, this));
            return;
        }
        var run = new StringBuilder();
        var face = this;
        for (int i = 0; i < text.length(); ) {
            var end = clusterEnd(text, i);
            var base = text.codePointAt(i);
            var next = base == NO_BREAK_HYPHEN ? this : faceFor(text.substring(i, end));
            var marks = i + Character.charCount(base);
            if ((next != face || marks < end) && !run.isEmpty()) {
                runs.accept(new Run(run.toString(), face));
                run.setLength(0);
            }
            face = next;
            var shown = face.contains(base) ? base : replacement(base);
            if (marks < end) {
                new MarkStack(face, shown).place(text.substring(marks, end), this::faceFor, runs);
            } else {
                run.appendCodePoint(shown);
            }
            i = end;
        }
        if (!run.isEmpty()) {
            runs.accept(new Run(run.toString(), face));
        }
    }

    /** Returns the code points of a text that no font contains. */
    Stream<Integer> missing(String text) {
        return containsAll(text)
                ? Stream.empty()
                : text.codePoints()
                        .filter(c -> c != NO_BREAK_HYPHEN
                                && !Character.isWhitespace(c)
                                && holder(c).isEmpty())
                        .boxed();
    }

    private boolean containsAll(String text) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!contains(c) || c >= 0x300 && (c < 0x1E00 || c >= 0x2000) && isMark(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Returns the end of a character and the combining marks after it. */
    private static int clusterEnd(String text, int start) {
        var end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    /** Returns the face for a character with its marks: one that contains all of them, else the character. */
    private Face faceFor(String cluster) {
        return faces().filter(face -> cluster.codePoints().allMatch(face::contains))
                .findFirst()
                .or(() -> holder(cluster.codePointAt(0)))
                .orElse(this);
    }

    private Optional<Face> holder(int c) {
        return faces().filter(face -> face.contains(c)).findFirst();
    }

    private Stream<Face> faces() {
        return Stream.concat(Stream.of(this), fallback.stream().map(Supplier::get));
    }

    private char replacement(int c) {
        return c == NO_BREAK_HYPHEN ? '-' : contains(MISSING) ? MISSING : '?';
    }

    /** Returns whether the face can show a character. Lines are set from left to right, without joined letters. */
    boolean contains(int c) {
        if (c >= FIRST_RIGHT_TO_LEFT && isRightToLeft(c)) {
            return false;
        }
        return c >= 1 << 16
                ? font.charExists(c)
                : width(c) > 0 || !Character.isSurrogate((char) c) && font.charExists(c);
    }

    private static boolean isRightToLeft(int c) {
        return switch (Character.getDirectionality(c)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> true;
            default -> false;
        };
    }

    /** Returns the width of a character, in thousandths of the font size. */
    int width(int c) {
        if (c >= 1 << 16) {
            return font.getWidth(c);
        }
        var width = widths[c];
        if (width < 0) {
            width = (short) font.getWidth(c);
            widths[c] = width;
        }
        return width;
    }

    /**
     * Returns the width of a text in pt.
     *
     * @param size the font size in pt
     */
    double width(String text, double size) {
        var width = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            width += Character.isHighSurrogate(c) && i + 1 < text.length() ? width(text.codePointAt(i++)) : width(c);
        }
        return width * size / 1000;
    }
}
