/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;

/**
 * Displays numbers in the format <code>General</code>. They keep the decimal point of the file, because a comma would
 * change ordinals such as 1.1 that are stored as numbers. All digits are displayed, even if Excel displays an exponent
 * because the cell is narrow, because identity numbers may be stored as numbers.
 */
final class GeneralNumber {

    /** Maximum number of digits before the decimal point, or of zeros after it, that are written out. */
    private static final int LONGEST = 21;

    private GeneralNumber() {}

    /** @param number without zeros at the end of its decimals, as {@link SheetNumber#parse} returns it */
    static String show(BigDecimal number) {
        if (number.scale() == 0 && number.precision() <= LONGEST) {
            return number.toString();
        }
        var whole = number.precision() - number.scale();
        if (whole > LONGEST || whole < -LONGEST) {
            return number.stripTrailingZeros().toString();
        }
        return number.toPlainString();
    }
}
