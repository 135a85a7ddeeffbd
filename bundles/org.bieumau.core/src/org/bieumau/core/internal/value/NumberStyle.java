/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** The style of numbers: the thousands separator and the decimal separator. */
public enum NumberStyle {
    /** <code>1.234.567,89</code>. */
    VIETNAMESE('.', ','),
    /** <code>1,234,567.89</code>, also written by programs. */
    ENGLISH(',', '.');

    /** Maximum length of a text that is read as a number, in characters. */
    private static final int LONGEST = 60;

    /** Maximum exponent of a number written by a program, such as <code>1E+5</code>. */
    static final int LARGEST_EXPONENT = 40;

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u2007\u2009\u202F]+");
    private static final Pattern UNIT = Pattern.compile("(?iu)\\s*(đồng|đ|₫|vnđ|vnd|%)\\.?$");
    private static final String SIGNS = "-−–+";
    private static final Pattern SPACED = Pattern.compile("\\d{1,3}( \\d{3})+([.,]\\d+)?");
    private static final Pattern EXPONENT = Pattern.compile("\\d+(\\.\\d+)?[eE][+-]?\\d{1,2}");

    private final Pattern number;
    private final String groups;
    private final char decimals;

    NumberStyle(char groups, char decimals) {
        this.groups = String.valueOf(groups);
        this.decimals = decimals;
        var group = Pattern.quote(this.groups);
        var point = Pattern.quote(String.valueOf(decimals));
        number = Pattern.compile("(\\d+|[1-9]\\d{0,2}(" + group + "\\d{3})+)(" + point + "\\d+)?");
    }

    /**
     * Returns the number that a text represents in this style; empty if the text is not a number. Accepts a sign,
     * parentheses for negative numbers, spaces between groups of thousands, and a currency or percent sign at the end.
     * The percent sign is ignored, because the columns of forms show percentages: <code>12%</code> is 12.
     */
    public Optional<BigDecimal> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        switch (digits(text)) {
            case NONE -> {
                return Optional.empty();
            }
            case ALL -> {
                return Optional.of(new BigDecimal(text));
            }
            case SOME -> {}
        }
        var plain = withoutUnit(BLANKS.matcher(text).replaceAll(" ").strip());
        var isSigned = isSigned(plain);
        var negative = isSigned && plain.charAt(0) != '+';
        plain = isSigned ? plain.substring(1).strip() : plain;
        if (plain.startsWith("(") && plain.endsWith(")")) {
            plain = withoutUnit(plain.substring(1, plain.length() - 1).strip());
            if (isSigned(plain)) {
                if (isSigned || plain.charAt(0) == '+') {
                    return Optional.empty();
                }
                plain = plain.substring(1).strip();
            }
            negative = true;
        }
        if (SPACED.matcher(plain).matches()) {
            plain = plain.replace(" ", "");
        }
        return unsigned(plain).map(negative ? BigDecimal::negate : number -> number);
    }

    /** How many characters of a text are digits. */
    private enum Digits {
        NONE,
        SOME,
        ALL
    }

    /** Most cells are words, or numbers of digits alone, and need no closer look. */
    private static Digits digits(String text) {
        var count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return count == 0 ? Digits.NONE : count == text.length() ? Digits.ALL : Digits.SOME;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String withoutUnit(String text) {
        return text.isEmpty() || isDigit(text.charAt(text.length() - 1))
                ? text
                : UNIT.matcher(text).replaceFirst("");
    }

    private static boolean isSigned(String text) {
        return !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0;
    }

    private Optional<BigDecimal> unsigned(String plain) {
        if (number.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain.replace(groups, "").replace(decimals, '.')));
        }
        if (this == ENGLISH && EXPONENT.matcher(plain).matches()) {
            var number = new BigDecimal(plain);
            return isModest(number) ? Optional.of(number) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Returns whether a number can be printed: an exponent of millions would fill the memory with zeros. */
    static boolean isModest(BigDecimal number) {
        return Math.abs((long) number.scale()) <= LARGEST_EXPONENT && number.precision() <= LONGEST;
    }
}
