/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.conversion;

import java.util.regex.Pattern;
import org.bieumau.core.text.Emphasis;
import org.bieumau.model.MarkerText;

/**
 * Converts the plain text of a paragraph. A backslash escapes the mark after it. A run contains no line break, since
 * the end of the line ends the paragraph; a line break in a value is written as a space.
 */
public final class ProseText {

    private static final Pattern HEADER = Pattern.compile("(nếu|với\\s+mỗi)\\s.*:\\s*");

    private static final Pattern NUMBERED =
            Pattern.compile("(?:" + String.join("|", MarkerText.WORDS) + ")\\s+[\\dIVXLCDM]");

    /**
     * Source that prints nothing. It separates emphasis from a citation or interpolation before it, since a star
     * between their brackets is text.
     */
    public static final String NOTHING = "{\"\"}";

    private ProseText() {}

    static String read(String written) {
        if (written.indexOf('\\') < 0) {
            return written;
        }
        var text = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            if (written.charAt(i) == '\\' && i + 1 < written.length()) {
                i++;
            }
            text.append(written.charAt(i));
        }
        return text.toString();
    }

    /**
     * Returns the text with a backslash before each character that would be read as a mark. Stars that are text in any
     * line, as in <code>2*3</code> and <code>(*)</code>, are not escaped.
     *
     * @throws IllegalArgumentException if the value is empty
     */
    public static String write(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a run without text");
        }
        var written = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '\n' -> written.append(' ');
                case '\r' -> {}
                case '*' -> {
                    var end = Emphasis.endOfStars(value, i);
                    var stars = value.substring(i, end);
                    written.append(
                            areText(Emphasis.before(value, i), Emphasis.after(value, end))
                                    ? stars
                                    : stars.replace("*", "\\*"));
                    i = end - 1;
                }
                case '[', '{', '}', '\\' -> written.append('\\').append(c);
                case '\'' -> written.append(written.toString().endsWith("''") ? "\\'" : "'");
                default -> written.append(c);
            }
        }
        return written.toString();
    }

    /** Returns whether stars need no backslash between two characters, which need none either. */
    private static boolean areText(char before, char after) {
        return "[]{}\\' |".indexOf(before) < 0 && "[]{}\\' |".indexOf(after) < 0 && Emphasis.isText(before, after);
    }

    /** Returns text whose first character is escaped, so that emphasis can begin before or end at it within a word. */
    public static String firstEscaped(String written) {
        if (written.startsWith("\\")) {
            return written;
        }
        var end = Emphasis.endOfStars(written, 1);
        return "\\" + written.charAt(0) + written.substring(1, end).replace("*", "\\*") + written.substring(end);
    }

    /** Returns text whose last character is escaped, so that emphasis can end after or begin at it within a word. */
    public static String lastEscaped(String written) {
        var last = written.length() - 1;
        if (isEscaped(written, last)) {
            return written;
        }
        var start = last;
        while (start > 0 && written.charAt(start - 1) == '*' && !isEscaped(written, start - 1)) {
            start--;
        }
        return written.substring(0, start)
                + written.substring(start, last).replace("*", "\\*")
                + "\\"
                + written.charAt(last);
    }

    /** Returns whether a backslash escapes the character at an offset. */
    public static boolean isEscaped(CharSequence written, int offset) {
        var backslashes = 0;
        while (backslashes < offset && written.charAt(offset - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    /**
     * Returns text for the beginning of a line: escaped if the line would begin with a marker, a header (<code>nếu
     * …:</code>, <code>với mỗi …:</code>), a bar or a space.
     */
    public static String atLineStart(String written) {
        var word = written.split("\\s", 2)[0];
        var marker = MarkerText.level(word) != null
                || NUMBERED.matcher(written).lookingAt()
                || HEADER.matcher(written).matches();
        return marker || written.startsWith(" ") || written.startsWith("|") ? "\\" + written : written;
    }

    /**
     * Returns text for a table cell. Bars are escaped, since a bar ends the cell; so is a space at the beginning or end
     * of the cell, since spaces next to a bar are not part of the cell.
     *
     * @param first whether the text is the first run of the cell
     * @param last whether the text is the last run of the cell
     */
    public static String inCell(String written, boolean first, boolean last) {
        var text = written.replace("|", "\\|");
        text = first && text.startsWith(" ") ? "\\" + text : text;
        return last ? atLineEnd(text) : text;
    }

    /** Returns text for the end of a line, with a space at its end escaped. */
    public static String atLineEnd(String written) {
        return written.endsWith(" ") ? written.substring(0, written.length() - 1) + "\\ " : written;
    }
}
