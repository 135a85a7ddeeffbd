/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** Formats numbers in the Vietnamese convention: <code>65.000.000</code>, <code>1,5</code>. */
public final class VietnameseNumbers {

    private VietnameseNumbers() {}

    public static String format(BigDecimal number) {
        var symbols = DecimalFormatSymbols.getInstance(VietnameseText.LOCALE);
        symbols.setGroupingSeparator('.');
        symbols.setDecimalSeparator(',');
        var format = new DecimalFormat("#,##0.###", symbols);
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
