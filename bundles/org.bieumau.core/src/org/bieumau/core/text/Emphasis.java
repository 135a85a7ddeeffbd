/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the stars in a line that mark emphasis: one star for italic, two for bold. A star is text
 *
 * <ul>
 *   <li>next to a space, on the side of the emphasized text;
 *   <li>within a word or number, as in <code>2*3</code>, and between brackets, as in <code>(*)</code>;
 *   <li>if no star of the same kind closes the emphasis, or if there is no letter or digit between them.
 * </ul>
 *
 * <p>A character that is escaped with a backslash does not count as a letter, space or bracket, so that a part of a
 * word can be emphasized: <code>ki**\l\o**gam</code>.
 */
public final class Emphasis {

    /** Placeholder for a character that is escaped with a backslash, and for the backslash. */
    public static final char ESCAPED = '\uE000';

    /** Placeholder for a character within the brackets of a citation or an interpolation, or within superscript. */
    public static final char COVERED = '\uE001';

    /** Placeholder for the beginning or end of the line. */
    private static final char NONE = ' ';

    private static final String NEVER_FIRST = ",.;:!?/|\\*";
    private static final String NEVER_LAST = "/|\\*";

    /**
     * A mark that begins or ends emphasis.
     *
     * @param offset the offset of its first star
     * @param length 1 for italic, 2 for bold
     * @param closed whether it has a counterpart; if not, the line is not complete
     */
    public record Mark(int offset, int length, boolean closed) {}

    /** Stars that can begin emphasis. */
    private static final class Opener {
        final int offset;
        int stars;
        boolean italicUsed;
        boolean boldUsed;

        Opener(int offset, int stars) {
            this.offset = offset;
            this.stars = stars;
        }

        boolean isItalic() {
            return (stars == 1 || stars == 3) && !italicUsed;
        }

        boolean isBold() {
            return stars >= 2 && !boldUsed;
        }
    }

    private final CharSequence line;
    private final List<Opener> openers = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();

    private Emphasis(CharSequence line) {
        this.line = line;
    }

    /**
     * Returns the marks of a line in order. Two or three stars that begin emphasis which does not end are marks, too;
     * they are not closed.
     *
     * @param line the text, with {@link #ESCAPED} and {@link #COVERED} in place of the characters that contain no mark
     */
    public static List<Mark> marks(CharSequence line) {
        return new Emphasis(line).find();
    }

    /** Returns whether the stars between two characters can begin emphasis. */
    public static boolean canBegin(char before, char after, int stars) {
        if (after == ESCAPED) {
            return true;
        }
        return !isSpace(after)
                && !isClosing(after)
                && NEVER_FIRST.indexOf(after) < 0
                && !isWord(before)
                && (!isClosing(before) || stars > 1 && (before == ']' || before == '}'))
                && !isSameMark(before, after);
    }

    /** Returns whether the stars between two characters can end emphasis. */
    public static boolean canEnd(char before, char after) {
        if (before == ESCAPED) {
            return true;
        }
        return !isSpace(before)
                && !isOpening(before)
                && NEVER_LAST.indexOf(before) < 0
                && !isWord(after)
                && !isSameMark(before, after);
    }

    /** Returns whether the stars between two characters are text wherever the line contains other stars. */
    public static boolean isText(char before, char after) {
        return before != ESCAPED && after != ESCAPED && !canBegin(before, after, 2) && !canEnd(before, after);
    }

    /** Returns the character before an offset, as {@link #canBegin} and {@link #canEnd} understand it. */
    public static char before(CharSequence line, int offset) {
        return offset == 0 ? NONE : line.charAt(offset - 1);
    }

    /** Returns the character at an offset, as {@link #canBegin} and {@link #canEnd} understand it. */
    public static char after(CharSequence line, int offset) {
        return offset >= line.length() ? NONE : line.charAt(offset);
    }

    /** Returns the offset after the stars at an offset. */
    public static int endOfStars(CharSequence line, int offset) {
        var end = offset;
        while (end < line.length() && line.charAt(end) == '*') {
            end++;
        }
        return end;
    }

    private List<Mark> find() {
        for (int at = 0; at < line.length(); ) {
            if (line.charAt(at) != '*') {
                at++;
                continue;
            }
            var end = endOfStars(line, at);
            var before = before(line, at);
            var after = after(line, end);
            if (canEnd(before, after)) {
                at = close(at, end);
            }
            var stars = end - at;
            if (stars > 0 && stars <= 3 && canBegin(before, after, stars)) {
                openers.add(new Opener(at, stars));
            }
            at = end;
        }
        openers.stream()
                .filter(opener -> opener.stars > 1)
                .forEach(opener -> addMarks(opener.offset, opener.stars, false));
        marks.sort(Comparator.comparingInt(Mark::offset));
        return List.copyOf(marks);
    }

    private void addMarks(int offset, int stars, boolean closed) {
        marks.add(new Mark(offset, Math.min(stars, 2), closed));
        if (stars > 2) {
            marks.add(new Mark(offset + 2, 1, closed));
        }
    }

    /** Ends emphasis with the stars of a range, the innermost first; returns the offset of the remaining stars. */
    private int close(int from, int to) {
        var at = from;
        while (at < to) {
            var stars = to - at;
            var index = openers.size() - 1;
            while (index >= 0
                    && !(stars == 1 ? openers.get(index).isItalic() : isClosedBy(openers.get(index), stars))) {
                index--;
            }
            if (index < 0 || !hasContent(openers.get(index).offset, from)) {
                return at;
            }
            var opener = openers.get(index);
            var both = stars > 2 && opener.stars == 3 && opener.isItalic();
            var length = stars == 1 || both || !opener.isBold() ? 1 : 2;
            marks.add(new Mark(opener.offset + opener.stars - length, length, true));
            marks.add(new Mark(at, length, true));
            at += length;
            opener.stars -= length;
            drop(opener.stars == 0 ? index : index + 1);
            // Emphasis cannot contain emphasis of the same kind.
            for (var outer : openers) {
                outer.italicUsed |= length == 1;
                outer.boldUsed |= length == 2;
            }
        }
        return at;
    }

    private static boolean isClosedBy(Opener opener, int stars) {
        return opener.isBold() || stars > 2 && opener.isItalic();
    }

    /** Drops the openers from an index on. Stars of unfinished bold remain marks, so that they are reported. */
    private void drop(int from) {
        while (openers.size() > from) {
            var dropped = openers.removeLast();
            if (dropped.stars > 1) {
                addMarks(dropped.offset, dropped.stars, false);
            }
        }
    }

    private boolean hasContent(int from, int to) {
        return line.subSequence(from, to).chars().anyMatch(c -> isWord((char) c) || c == ESCAPED || c == COVERED);
    }

    private static boolean isSameMark(char before, char after) {
        return before == after && !isSpace(before) && before != ESCAPED;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isOpening(char c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isClosing(char c) {
        return switch (Character.getType(c)) {
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
            default -> false;
        };
    }
}
