/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.math.BigDecimal;

/** Formats numbers in the Vietnamese convention: <code>65.000.000</code>, <code>1,5</code>. */
public final class VietnameseNumbers {

    private static final int GROUP = 3;

    private VietnameseNumbers() {}

    /** Returns a length that a printed number does not exceed, in much less time than it takes to print it. */
    public static int longest(BigDecimal number) {
        var decimals = Math.max(number.scale(), 0);
        var whole = Math.max(number.precision() - number.scale(), 1);
        return 1 + whole + (whole - 1) / GROUP + (decimals > 0 ? 1 + decimals : 0);
    }

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
        var groups = (whole - first - 1) / GROUP;
        if (groups == 0 && end == plain.length() && point < 0) {
            return plain;
        }
        var text = new StringBuilder(end + groups);
        var at = whole - groups * GROUP;
        text.append(plain, 0, at);
        for (; at < whole; at += GROUP) {
            text.append('.').append(plain, at, at + GROUP);
        }
        if (end > whole) {
            text.append(',').append(plain, whole + 1, end);
        }
        return text.toString();
    }
}
