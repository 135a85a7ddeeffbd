/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/** The styles of numbers. The style of a column is determined from all its numbers, not for each number alone. */
public enum NumberStyle {
    /** <code>1.234,5</code>. */
    VIETNAMESE('.', ','),
    /** <code>1,234.5</code>. */
    ENGLISH(',', '.');

    private static final Pattern NUMBER = Pattern.compile("[-+−–]?\\(?[-+−–]?\\d[\\d.,\\s]*\\)?\\s*%?");

    private final char group;
    private final char decimal;

    NumberStyle(char group, char decimal) {
        this.group = group;
        this.decimal = decimal;
    }

    /**
     * The style of the numbers of a column.
     *
     * @param style the style; empty if both fit, or none
     * @param isContradictory whether some numbers fit only one style, and others only the other
     * @param isOpen whether a number has different values in the two styles
     */
    public record Evidence(Optional<NumberStyle> style, boolean isContradictory, boolean isOpen) {}

    /** Returns the style of the numbers among texts. */
    public static Evidence of(Collection<String> texts) {
        var onlyVietnamese = false;
        var onlyEnglish = false;
        var open = false;
        for (var text : texts) {
            var vietnamese = VIETNAMESE.read(text);
            var english = ENGLISH.read(text);
            onlyVietnamese |= vietnamese.isPresent() && english.isEmpty();
            onlyEnglish |= english.isPresent() && vietnamese.isEmpty();
            open |= vietnamese.isPresent()
                    && english.isPresent()
                    && vietnamese.get().compareTo(english.get()) != 0;
        }
        var style = onlyVietnamese == onlyEnglish
                ? Optional.<NumberStyle>empty()
                : Optional.of(onlyVietnamese ? VIETNAMESE : ENGLISH);
        return new Evidence(style, onlyVietnamese && onlyEnglish, open);
    }

    /**
     * Reads a number. A percent sign is ignored; a number in parentheses is negative.
     *
     * @return empty if the text is not a number of this style
     */
    public Optional<BigDecimal> read(String text) {
        if (!NUMBER.matcher(text).matches()) {
            return Optional.empty();
        }
        var negative = text.startsWith("(") != text.matches("^\\(?[-−–].*");
        var digits = text.replaceAll("[()\\s%+−–-]", "");
        var point = digits.indexOf(decimal);
        var whole = point < 0 ? digits : digits.substring(0, point);
        var decimals = point < 0 ? "" : digits.substring(point + 1);
        if (!decimals.matches("\\d*") || point >= 0 && decimals.isEmpty() || !isWhole(whole)) {
            return Optional.empty();
        }
        var number =
                new BigDecimal(whole.replace(String.valueOf(group), "") + (decimals.isEmpty() ? "" : "." + decimals));
        return Optional.of(negative ? number.negate() : number);
    }

    /**
     * Returns whether a number has three decimals, which rarely occur and look like a group of digits in the other
     * style.
     */
    boolean hasThreeDecimals(String text) {
        return read(text).filter(number -> number.scale() == 3).isPresent();
    }

    /** Returns whether digits are grouped in threes or not at all. Groups cannot follow a leading zero. */
    private boolean isWhole(String digits) {
        var separator = Pattern.quote(String.valueOf(group));
        return digits.matches("\\d+") || digits.matches("[1-9]\\d{0,2}(" + separator + "\\d{3})+");
    }
}
