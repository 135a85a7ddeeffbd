/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Decides how special characters of a text are printed, the same in every format: control characters, invisible
 * characters, marks of writing direction, spaces of special width, and code points that are not characters. All other
 * characters are printed as they are.
 */
public final class PrintedText {

    /** How a character is printed. */
    public enum Treatment {
        /** As it is. */
        ITSELF,
        /** As a space, which is left out next to another space. */
        SPACE,
        /** As a no-break space. */
        NO_BREAK_SPACE,
        /** Not at all, since it has no width. */
        NOTHING,
        /** As U+FFFD, the replacement character. */
        REPLACEMENT
    }

    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final char REPLACEMENT = '\uFFFD';

    /** The code points in blocks of letters, digits and punctuation without special characters. */
    private static final boolean[] ORDINARY = new boolean[0x205F];

    static {
        Arrays.fill(ORDINARY, ' ', 0x7F, true);
        Arrays.fill(ORDINARY, 0xA0, 0x300, true);
        ORDINARY[0xAD] = false;
        Arrays.fill(ORDINARY, 0x1E00, 0x2000, true);
        Arrays.fill(ORDINARY, 0x2010, 0x2028, true);
        Arrays.fill(ORDINARY, 0x2030, 0x205F, true);
    }

    private PrintedText() {}

    /** Returns how a code point is printed; a code unit of a surrogate pair on its own is no character. */
    public static Treatment of(int c) {
        if (isOrdinary(c)) {
            return Treatment.ITSELF;
        }
        if ((c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF) {
            return Treatment.REPLACEMENT;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> Treatment.SPACE;
            case Character.SPACE_SEPARATOR ->
                switch (c) {
                    case ' ', NO_BREAK_SPACE -> Treatment.ITSELF;
                    case 0x2007, 0x202F -> Treatment.NO_BREAK_SPACE;
                    default -> Treatment.SPACE;
                };
            case Character.SURROGATE -> Treatment.REPLACEMENT;
            case Character.FORMAT -> isSeparator(c) ? Treatment.SPACE : format(c);
            default -> isSeparator(c) ? Treatment.SPACE : isIgnored(c) ? Treatment.NOTHING : Treatment.ITSELF;
        };
    }

    /** Returns whether a code point is in a block of letters, digits and punctuation without special characters. */
    private static boolean isOrdinary(int c) {
        return c < ORDINARY.length && ORDINARY[c];
    }

    /** Interlinear annotations, the place of a removed object, and the fillers of Korean, which look like a space. */
    private static boolean isSeparator(int c) {
        return c >= 0xFFF9 && c <= 0xFFFC || c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0;
    }

    /** Some characters of the category Cf are visible: signs above or below the number that follows them. */
    private static Treatment format(int c) {
        var visible = c >= 0x600 && c <= 0x605
                || c == 0x6DD
                || c == 0x70F
                || c == 0x890
                || c == 0x891
                || c == 0x8E2
                || c == 0x110BD
                || c == 0x110CD;
        return visible ? Treatment.ITSELF : Treatment.NOTHING;
    }

    /** Characters outside the category Cf that Unicode calls ignorable: variation selectors and invisible joiners. */
    private static boolean isIgnored(int c) {
        return c >= 0xFE00 && c <= 0xFE0F
                || c >= 0xE0000 && c <= 0xE0FFF
                || c >= 0x180B && c <= 0x180F
                || c == 0x34F
                || c == 0x17B4
                || c == 0x17B5;
    }

    /** Returns whether a text surely is printed as it is. */
    public static boolean isOrdinary(String text) {
        return special(text) == text.length();
    }

    /** Returns a text as it is printed in one line. Line breaks and tabs become spaces. */
    public static String print(String text) {
        var special = special(text);
        return special == text.length() ? text : replaced(text, special);
    }

    /** Returns the first position of a character that may be special; the length of the text if there is none. */
    private static int special(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isOrdinary(text.charAt(i))) {
                return i;
            }
        }
        return text.length();
    }

    private static String replaced(String text, int from) {
        var printed = new StringBuilder(text.length()).append(text, 0, from);
        for (int i = from, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            switch (of(c)) {
                case ITSELF -> printed.appendCodePoint(c);
                case SPACE -> {
                    var before = !printed.isEmpty() && printed.charAt(printed.length() - 1) == ' ';
                    if (!before && !text.startsWith(" ", i + Character.charCount(c))) {
                        printed.append(' ');
                    }
                }
                case NO_BREAK_SPACE -> printed.append(NO_BREAK_SPACE);
                case NOTHING -> {}
                case REPLACEMENT -> printed.append(REPLACEMENT);
            }
        }
        return printed.toString();
    }

    /** Returns the lines of a text that may have several: of any line break of Unicode, also of a form feed. */
    public static List<String> lines(String text) {
        if (isOrdinary(text)) {
            return List.of(text);
        }
        var lines = new ArrayList<String>(1);
        var start = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isLineBreak(text.charAt(i))) {
                lines.add(text.substring(start, i));
                i += text.startsWith("\r\n", i) ? 1 : 0;
                start = i + 1;
            }
        }
        lines.add(text.substring(start));
        return lines;
    }

    /** Returns whether a character ends a line, in texts that may have several. */
    public static boolean isLineBreak(char c) {
        return switch (c) {
            case '\n', '\u000B', '\f', '\r', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    /** Returns the code point and name of a character, such as <code>U+200B ZERO WIDTH SPACE</code>. */
    public static String describe(int c) {
        var name = Character.getName(c);
        return "U+%04X".formatted(c) + (name == null ? "" : " " + name);
    }
}
