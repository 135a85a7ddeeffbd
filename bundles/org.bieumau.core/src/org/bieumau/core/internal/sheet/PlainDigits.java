/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The digits of a number in a format such as <code>#,##0.00" ₫"</code>, which most numbers have: texts stand only
 * before and after the digits. It writes them from the last to the first, in less time than token by token.
 *
 * @param leastWhole minimum number of integer digits
 * @param leastDecimals minimum number of decimals
 */
record PlainDigits(
        String before, boolean isGrouped, int leastWhole, boolean hasPoint, int leastDecimals, String after) {

    /** Represents a text after digits. */
    private static final char TEXT = '"';

    /** Placeholders of which the required ones surround the point, and texts only after all of them. */
    private static final Pattern CODE =
            Pattern.compile("(?=[#0])#*(?<whole>0*)(?<point>\\.(?<decimals>0*)#*)?" + TEXT + "*");

    /** Number of digits and separators of the longest number. */
    private static final int LONGEST = 32;

    private static final int GROUP = 3;
    private static final char GROUP_SEPARATOR = '.';
    private static final char DECIMAL_SEPARATOR = ',';

    /** Returns the digits of a format without an exponent; null if it is not such a format. */
    static @Nullable PlainDigits of(List<FormatToken> tokens, boolean isGrouped) {
        var before = new StringBuilder();
        var code = new StringBuilder();
        var after = new StringBuilder();
        for (var token : tokens) {
            switch (token) {
                case FormatToken.Digit(char place) -> code.append(place);
                case FormatToken.Point point -> code.append('.');
                case FormatToken.Literal(String text) -> add(text, before, code, after);
                case FormatToken.Percent percent -> add("%", before, code, after);
                case FormatToken.Comma comma -> {
                    // The caller has evaluated it.
                }
                default -> {
                    return null;
                }
            }
        }
        var match = CODE.matcher(code);
        return !match.matches()
                ? null
                : new PlainDigits(
                        before.toString(),
                        isGrouped,
                        match.end("whole") - match.start("whole"),
                        match.group("point") != null,
                        match.end("decimals") - match.start("decimals"),
                        after.toString());
    }

    private static void add(String text, StringBuilder before, StringBuilder code, StringBuilder after) {
        if (code.isEmpty()) {
            before.append(text);
        } else {
            code.append(TEXT);
            after.append(text);
        }
    }

    /**
     * Returns the displayed number.
     *
     * @param digits the digits, not negative
     * @param scale number of digits after the point, at most the number of places
     */
    String show(long digits, int scale) {
        var text = new char[before.length() + 2 * leastWhole + LONGEST + leastDecimals + after.length()];
        var at = text.length - after.length();
        after.getChars(0, after.length(), text, at);
        var rest = digits;
        if (hasPoint) {
            for (int i = leastDecimals; i > scale; i--) {
                text[--at] = '0';
            }
            var isShown = false;
            for (int i = scale; i > 0; i--) {
                isShown |= i <= leastDecimals || rest % 10 != 0;
                if (isShown) {
                    text[--at] = digit(rest);
                }
                rest /= 10;
            }
            text[--at] = DECIMAL_SEPARATOR;
        }
        for (int i = 0; rest != 0 || i < leastWhole; i++) {
            if (isGrouped && i > 0 && i % GROUP == 0) {
                text[--at] = GROUP_SEPARATOR;
            }
            text[--at] = digit(rest);
            rest /= 10;
        }
        at -= before.length();
        before.getChars(0, before.length(), text, at);
        return new String(text, at, text.length - at);
    }

    private static char digit(long number) {
        return (char) ('0' + number % 10);
    }
}
