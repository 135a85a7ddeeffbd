/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.conversion;

import java.util.regex.Pattern;
import org.bieumau.model.MarkerText;

/**
 * Plain text of a paragraph: a backslash makes the mark behind it a letter. A run holds no line break, since the end of
 * the line ends the paragraph; in a value it becomes a blank.
 */
public final class ProseText {

    private static final Pattern HEADER = Pattern.compile("(nếu|với\\s+mỗi)\\s.*:\\s*");

    private static final Pattern NUMBERED =
            Pattern.compile("(?:" + String.join("|", MarkerText.WORDS) + ")\\s+[\\dIVXL]");

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

    /** The text with a backslash before each letter that would be a mark. */
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
                case '*', '[', '{', '}', '\\' -> written.append('\\').append(c);
                case '\'' -> written.append(written.toString().endsWith("''") ? "\\'" : "'");
                default -> written.append(c);
            }
        }
        return written.toString();
    }

    /**
     * The text as the first of a line: escaped if the line would begin with a marker, a header word, a bar or a blank.
     */
    public static String atLineStart(String written) {
        var word = written.split("\\s", 2)[0];
        var marker = MarkerText.level(word) != null
                || NUMBERED.matcher(written).lookingAt()
                || HEADER.matcher(written).matches();
        return marker || written.startsWith(" ") || written.startsWith("|") ? "\\" + written : written;
    }

    /** The text as a part of a cell: a bar would end it, and blanks beside a bar belong to no cell. */
    public static String inCell(String written, boolean first, boolean last) {
        var text = written.replace("|", "\\|");
        text = first && text.startsWith(" ") ? "\\" + text : text;
        return last ? atLineEnd(text) : text;
    }

    /** The text as the last of a line: a blank at the end is escaped. */
    public static String atLineEnd(String written) {
        return written.endsWith(" ") ? written.substring(0, written.length() - 1) + "\\ " : written;
    }
}
