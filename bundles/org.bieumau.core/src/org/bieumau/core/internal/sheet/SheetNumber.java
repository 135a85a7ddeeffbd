/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import org.bieumau.core.source.SourceItem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A number of a spreadsheet with its displayed text.
 *
 * @param kind {@link Kind#NUMBER} or {@link Kind#DATE}
 * @param stored a {@link BigDecimal}, or a {@link java.time.LocalDateTime} if the format makes it a date
 * @param shown the text that a reader sees, with the separators of Vietnam
 */
public record SheetNumber(Kind kind, Object stored, String shown) {

    /** Excel keeps 15 digits. Further digits come from the binary representation. */
    private static final MathContext DIGITS = new MathContext(15);
    /** Maximum length of a number in characters; Excel writes at most 24. */
    private static final int MOST_CHARACTERS = 400;
    /** The largest exponent of a binary number is 308. */
    private static final int MOST_EXPONENT = 400;
    /** Maximum number of digits that always fit into a <code>long</code>. */
    private static final int SHORT = 18;

    /**
     * Reads a number as files store it, such as <code>1.5E-3</code>. Decimals are rounded to 15 digits, as Excel does;
     * a whole number keeps all its digits, since it may be an identity number.
     *
     * @return null if the text is not a number
     */
    public static @Nullable BigDecimal parse(String text) {
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            return null;
        }
        var plain = plain(text);
        if (plain != null) {
            return plain;
        }
        try {
            var number = new BigDecimal(text);
            if (Math.abs((long) number.scale()) > MOST_EXPONENT) {
                return null;
            }
            if (number.scale() <= 0) {
                return number.setScale(0);
            }
            var isExact = number.precision() <= DIGITS.getPrecision();
            return (isExact ? number : number.round(DIGITS)).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Reads a number with few digits and a small exponent, as almost all numbers are; null for other numbers. */
    private static @Nullable BigDecimal plain(String text) {
        var mark = text.indexOf('E');
        var end = mark < 0 ? text.length() : mark;
        var negative = text.charAt(0) == '-';
        var number = 0L;
        var scale = -1;
        for (int i = negative ? 1 : 0; i < end; i++) {
            var digit = text.charAt(i) - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
                scale += scale < 0 ? 0 : 1;
            } else if (digit == '.' - '0' && scale < 0 && i > 0 && i < end - 1) {
                scale = 0;
            } else {
                return null;
            }
        }
        if (end > (scale < 0 && mark < 0 ? SHORT : DIGITS.getPrecision()) || end == (negative ? 1 : 0)) {
            return null;
        }
        scale = Math.max(0, scale);
        if (mark >= 0) {
            // Some programs write an exponent for large numbers that are whole: 8.715505E9.
            var digit = mark == text.length() - 2 ? text.charAt(mark + 1) - '0' : -1;
            if (digit < scale || digit > 9 || end + digit > SHORT) {
                return null;
            }
            for (; scale < digit; scale++) {
                number *= 10;
            }
            scale = 0;
        }
        while (scale > 0 && number % 10 == 0) {
            number /= 10;
            scale--;
        }
        return BigDecimal.valueOf(negative ? -number : number, scale);
    }
}
