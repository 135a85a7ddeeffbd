/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

/** References to characters in texts and values: <code>&amp;amp;</code>, <code>&amp;#233;</code> and the like. */
public final class XmlReferences {

    /** Length of the longest reference to a character, without leading zeros. */
    private static final int LONGEST = "&#1114111;".length();

    private XmlReferences() {}

    /**
     * Returns a text with its references replaced and the ends of its lines unified.
     *
     * @param lineEnd the character for the end of a line; if it is a space, it also replaces tabs
     * @return null if a reference is not understood
     */
    public static String replace(String text, char lineEnd) {
        StringBuilder replaced = null;
        var copied = 0;
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c > '&' || c != '&' && c != '\r' && (lineEnd == '\n' || c != '\n' && c != '\t')) {
                continue;
            }
            replaced = replaced == null ? new StringBuilder(text.length()) : replaced;
            replaced.append(text, copied, i);
            if (c == '&') {
                var end = text.indexOf(';', i);
                var character = end < 0 || end - i > LONGEST ? -1 : character(text.substring(i + 1, end));
                if (character < 0) {
                    return null;
                }
                replaced.appendCodePoint(character);
                i = end;
            } else {
                replaced.append(lineEnd);
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
            }
            copied = i + 1;
        }
        return replaced == null
                ? text
                : replaced.append(text, copied, text.length()).toString();
    }

    /** Returns the character of a reference; -1 if it is not understood. */
    private static int character(String reference) {
        return switch (reference) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> {
                var isHex = reference.startsWith("#x");
                var number =
                        reference.startsWith("#") ? number(reference.substring(isHex ? 2 : 1), isHex ? 16 : 10) : -1;
                yield isAllowed(number) ? number : -1;
            }
        };
    }

    private static int number(String digits, int radix) {
        var number = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length(); i++) {
            var digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
            if (digit < 0) {
                return -1;
            }
            number = number * radix + digit;
        }
        return number;
    }

    /** Returns whether XML allows a character (XML 1.0, production 2). */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= ' ' && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c > 0xFFFF && c <= Character.MAX_CODE_POINT;
    }
}
