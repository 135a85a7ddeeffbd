/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/**
 * Shows a number as a fraction: <code># ?/?</code>.
 *
 * @param hasWhole whether the fraction follows a whole number
 * @param denominator the denominator; 0 for the best one
 * @param digits maximum number of digits of the denominator
 */
record FractionPattern(boolean hasWhole, int denominator, int digits) implements FormatPattern {

    private static final int MOST_DIGITS = 4;

    static boolean isFraction(List<FormatToken> tokens) {
        var slash = tokens.indexOf(new FormatToken.Slash());
        return slash > 0
                && tokens.get(slash - 1) instanceof FormatToken.Digit
                && slash + 1 < tokens.size()
                && tokens.get(slash + 1) instanceof FormatToken.Digit;
    }

    static FractionPattern of(List<FormatToken> tokens) {
        var slash = tokens.indexOf(new FormatToken.Slash());
        var hasWhole = false;
        var inNumerator = true;
        for (int i = slash - 1; i >= 0; i--) {
            var isDigit = tokens.get(i) instanceof FormatToken.Digit;
            hasWhole |= isDigit && !inNumerator;
            inNumerator &= isDigit;
        }
        var fixed = 0;
        var digits = 0;
        for (int i = slash + 1; i < tokens.size() && tokens.get(i) instanceof FormatToken.Digit(char place); i++) {
            fixed = Character.isDigit(place) && digits < MOST_DIGITS ? fixed * 10 + place - '0' : fixed;
            digits++;
        }
        return new FractionPattern(hasWhole, fixed, Math.min(digits, MOST_DIGITS));
    }

    /** @param number not negative */
    String show(BigDecimal number) {
        var whole = hasWhole ? number.toBigInteger() : BigInteger.ZERO;
        var rest = number.subtract(new BigDecimal(whole));
        var below = denominator > 0 ? denominator : denominatorFor(rest);
        var above = rest.multiply(BigDecimal.valueOf(below))
                .setScale(0, RoundingMode.HALF_UP)
                .toBigInteger();
        if (hasWhole && above.equals(BigInteger.valueOf(below))) {
            return whole.add(BigInteger.ONE).toString();
        }
        if (above.signum() == 0 && (hasWhole || denominator == 0)) {
            return whole.toString();
        }
        return (whole.signum() == 0 ? "" : whole + " ") + above + "/" + below;
    }

    /** Returns the smallest of the denominators with the least error. */
    private int denominatorFor(BigDecimal number) {
        var most = BigInteger.TEN.pow(digits).intValue() - 1;
        var exact = number.doubleValue();
        var best = 1;
        var least = Double.MAX_VALUE;
        for (int below = 1; below <= most; below++) {
            var error = Math.abs(exact - Math.rint(exact * below) / below);
            if (error < least - 1e-12) {
                least = error;
                best = below;
            }
        }
        return best;
    }
}
