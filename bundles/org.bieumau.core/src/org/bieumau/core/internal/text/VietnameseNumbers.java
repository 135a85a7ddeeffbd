/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.math.BigDecimal;

/** Formats numbers in the Vietnamese convention: <code>65.000.000</code>, <code>1,5</code>. */
public final class VietnameseNumbers {

    private static final int GROUP = 3;

    private VietnameseNumbers() {}

    /** Returns a number with all its decimals, without zeros at their end. */
    public static String format(BigDecimal number) {
        var plain = number.toPlainString();
        var point = plain.indexOf('.');
        var whole = point < 0 ? plain.length() : point;
        var end = plain.length();
        if (point >= 0) {
            while (plain.charAt(end - 1) == '0') {
                end--;
            }
            end = end - 1 == point ? point : end;
        }
        var first = number.signum() < 0 ? 1 : 0;
        var text = new StringBuilder(end + (whole - first) / GROUP);
        for (int i = 0; i < whole; i++) {
            if (i > first && (whole - i) % GROUP == 0) {
                text.append('.');
            }
            text.append(plain.charAt(i));
        }
        if (end > whole) {
            text.append(',').append(plain, whole + 1, end);
        }
        return text.toString();
    }
}
