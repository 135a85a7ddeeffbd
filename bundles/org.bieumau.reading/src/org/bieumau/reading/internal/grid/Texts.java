/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

/** Normalises the spaces of texts from files. */
public final class Texts {

    private Texts() {}

    /** Returns a text in one line: trimmed, and with each run of spaces of any kind replaced by one space. */
    public static String line(String text) {
        return isLine(text) ? text : joined(text);
    }

    /** Returns whether a text is in one line already, as most texts of cells are. */
    private static boolean isLine(String text) {
        var afterSpace = true;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c != ' ' && isSpace(c) || c == ' ' && afterSpace) {
                return false;
            }
            afterSpace = c == ' ';
        }
        return !afterSpace || text.isEmpty();
    }

    private static String joined(String text) {
        var line = new StringBuilder(text.length());
        var space = false;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isSpace(c)) {
                space = true;
            } else {
                if (space && !line.isEmpty()) {
                    line.append(' ');
                }
                space = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** Returns whether a character leaves no mark on the page, such as a no-break or zero-width space. */
    public static boolean isSpace(char c) {
        if (c > ' ' && c < 0x7F) {
            return false;
        }
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Returns the number of characters of a text, without spaces. */
    public static int characters(String text) {
        return (int) text.chars().filter(c -> !isSpace((char) c)).count();
    }
}
