/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows a number with digits, separators, a percent sign, or an exponent. Separators are Vietnamese. */
final class NumberPattern implements FormatPattern {

    private static final int GROUP = 3;
    private static final int USUAL_LENGTH = 24;
    /** Maximum number of digits that always fit into a <code>long</code>. */
    private static final int LONG_DIGITS = 18;

    private static final char GROUP_SEPARATOR = '.';
    private static final char DECIMAL_SEPARATOR = ',';

    private final List<FormatToken> tokens;
    /** Index of the first token after the integer digits. */
    private final int wholeEnd;
    /** Index of the first token after the decimals. */
    private final int decimalsEnd;

    private final int wholePlaces;
    private final int decimalPlaces;
    private final boolean isGrouped;
    /** Power of ten by which the number is multiplied. */
    private final int shift;

    private final boolean isGeneral;
    /** The digits of a format without other tokens among them; null for other formats. */
    private final @Nullable PlainDigits plain;

    NumberPattern(List<FormatToken> tokens) {
        this.tokens = List.copyOf(tokens);
        var exponent = indexOf(FormatToken.Exponent.class, tokens.size());
        decimalsEnd = exponent;
        wholeEnd = indexOf(FormatToken.Point.class, exponent);
        wholePlaces = places(0, wholeEnd);
        decimalPlaces = places(wholeEnd, decimalsEnd);
        isGeneral = tokens.contains(new FormatToken.General());
        isGrouped = isGrouped();
        shift = 2
                        * (int) tokens.stream()
                                .filter(each -> each instanceof FormatToken.Percent)
                                .count()
                - GROUP * scalingCommas();
        plain = PlainDigits.of(tokens, isGrouped);
    }

    private int indexOf(Class<?> type, int otherwise) {
        for (int i = 0; i < otherwise; i++) {
            if (type.isInstance(tokens.get(i))) {
                return i;
            }
        }
        return otherwise;
    }

    private int places(int from, int to) {
        return (int) tokens.subList(from, to).stream()
                .filter(each -> each instanceof FormatToken.Digit)
                .count();
    }

    /** Returns whether there is a comma between placeholders of integer digits: <code>#,##0</code>. */
    private boolean isGrouped() {
        var first = indexOf(FormatToken.Digit.class, wholeEnd);
        for (int i = first; i < wholeEnd; i++) {
            if (tokens.get(i) instanceof FormatToken.Comma && places(i, wholeEnd) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the number of commas directly after the last integer digit or the last digit. Each divides by 1000. */
    private int scalingCommas() {
        var commas = 0;
        for (int end : new int[] {wholeEnd, decimalsEnd}) {
            for (int i = end - 1; i >= 0 && !(tokens.get(i) instanceof FormatToken.Digit); i--) {
                commas += tokens.get(i) instanceof FormatToken.Comma && places(0, i) > 0 ? 1 : 0;
            }
            if (wholeEnd == decimalsEnd) {
                break;
            }
        }
        return commas;
    }

    /** Returns whether a number is displayed with zeros only, and therefore without a sign. */
    boolean roundsToZero(BigDecimal number) {
        return !isGeneral
                && decimalsEnd == tokens.size()
                && wholePlaces + decimalPlaces > 0
                && rounded(number).signum() == 0;
    }

    /** Returns the number that is displayed, with at most as many decimals as there are places for. */
    private BigDecimal rounded(BigDecimal number) {
        var shifted = shift == 0 ? number : number.scaleByPowerOfTen(shift);
        return shifted.scale() >= 0 && shifted.scale() <= decimalPlaces
                ? shifted
                : shifted.setScale(Math.clamp(shifted.scale(), 0, decimalPlaces), RoundingMode.HALF_UP);
    }

    /** @param number not negative */
    String show(BigDecimal number) {
        if (plain != null) {
            var rounded = rounded(number);
            if (rounded.precision() <= LONG_DIGITS) {
                return plain.show(unscaled(rounded), rounded.scale());
            }
        }
        var shown = new StringBuilder(USUAL_LENGTH);
        if (decimalsEnd < tokens.size()) {
            showScientific(number, shown);
        } else {
            show(number, shown);
        }
        return shown.toString();
    }

    private void show(BigDecimal number, StringBuilder shown) {
        var rounded = rounded(number);
        var scale = rounded.scale();
        var digits = rounded.precision() <= LONG_DIGITS
                ? Long.toString(unscaled(rounded))
                : rounded.unscaledValue().toString();
        showWhole(number, digits, digits.equals("0") ? 0 : Math.max(0, digits.length() - scale), shown);
        if (wholeEnd < decimalsEnd) {
            showDecimals(digits, digits.length() - scale, shown);
        }
    }

    /** Returns the digits of a number that has at most {@link #LONG_DIGITS}. */
    private static long unscaled(BigDecimal number) {
        return number.scale() == 0
                ? number.longValue()
                : number.scaleByPowerOfTen(number.scale()).longValue();
    }

    /** @param count number of integer digits, which are the first of the digits */
    private void showWhole(BigDecimal number, String digits, int count, StringBuilder shown) {
        var place = wholePlaces;
        for (int k = 0; k < wholeEnd; k++) {
            var token = tokens.get(k);
            if (token instanceof FormatToken.Digit(char kind)) {
                if (place == wholePlaces) {
                    for (int i = count; i > wholePlaces; i--) {
                        digit(digits.charAt(count - i), i - 1, shown);
                    }
                }
                if (place <= count) {
                    digit(digits.charAt(count - place), place - 1, shown);
                } else if (kind == '0') {
                    digit('0', place - 1, shown);
                } else if (kind == '?') {
                    shown.append(' ');
                }
                place--;
            } else {
                showOther(token, number, shown);
            }
        }
        if (wholePlaces == 0 && wholeEnd < decimalsEnd) {
            shown.append(digits, 0, count);
        }
    }

    /** @param following number of integer digits after this one */
    private void digit(char digit, int following, StringBuilder shown) {
        shown.append(digit);
        if (isGrouped && following > 0 && following % GROUP == 0) {
            shown.append(GROUP_SEPARATOR);
        }
    }

    /** @param first position of the first decimal in the digits; negative if zeros are missing before them */
    private void showDecimals(String digits, int first, StringBuilder shown) {
        var end = digits.length();
        while (end > first && (end <= 0 || digits.charAt(end - 1) == '0')) {
            end--;
        }
        shown.append(DECIMAL_SEPARATOR);
        var at = first;
        for (int i = wholeEnd + 1; i < decimalsEnd; i++) {
            if (tokens.get(i) instanceof FormatToken.Digit(char kind)) {
                if (at < end || kind == '0') {
                    shown.append(at >= 0 && at < end ? digits.charAt(at) : '0');
                } else if (kind == '?') {
                    shown.append(' ');
                }
                at++;
            } else {
                showOther(tokens.get(i), BigDecimal.ZERO, shown);
            }
        }
    }

    private static void showOther(FormatToken token, BigDecimal number, StringBuilder shown) {
        switch (token) {
            case FormatToken.Literal(String text) -> shown.append(text);
            case FormatToken.Percent percent -> shown.append('%');
            case FormatToken.Slash slash -> shown.append('/');
            case FormatToken.Point point -> shown.append('.');
            case FormatToken.General general -> shown.append(GeneralNumber.show(number));
            case FormatToken.DatePart part -> shown.append(FormatPattern.letters(part));
            default -> {
                // Commas have been evaluated already.
            }
        }
    }

    /** The exponent is a multiple of the number of integer digits: <code>##0.0E+0</code>. */
    private void showScientific(BigDecimal number, StringBuilder shown) {
        var exponent = exponent(number);
        var mantissa = number.movePointLeft(exponent);
        if (wholeDigits(rounded(mantissa)) > Math.max(1, wholePlaces) && number.signum() != 0) {
            exponent += Math.max(1, wholePlaces);
            mantissa = number.movePointLeft(exponent);
        }
        show(mantissa, shown);
        var mark = (FormatToken.Exponent) tokens.get(decimalsEnd);
        shown.append('E').append(exponent < 0 ? "-" : mark.plus() ? "+" : "");
        var digits = Integer.toString(Math.abs(exponent));
        shown.append("0".repeat(Math.max(0, places(decimalsEnd, tokens.size()) - digits.length())))
                .append(digits);
        tokens.subList(decimalsEnd, tokens.size()).forEach(token -> showOther(token, number, shown));
    }

    private static int wholeDigits(BigDecimal number) {
        return number.precision() - number.scale();
    }

    private int exponent(BigDecimal number) {
        if (number.signum() == 0) {
            return 0;
        }
        var exponent = wholeDigits(number) - 1;
        return wholePlaces > 1 ? Math.floorDiv(exponent, wholePlaces) * wholePlaces : exponent;
    }
}
