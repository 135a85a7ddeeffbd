/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import org.bieumau.model.PartialDate;

/** Dates as documents print them (ND30, Phụ lục I, II.4): days below 10 and the months 1 and 2 with a zero before. */
public final class VietnameseDates {

    private VietnameseDates() {}

    /** <code>ngày 05 tháng 4 năm 2022</code>; what is blank stays blank, wide enough to write in by hand. */
    public static String inWords(PartialDate date) {
        return "ngày " + padded(date.day(), 10) + " tháng " + padded(date.month(), 3) + " năm " + date.year();
    }

    /** The number of a month as it prints behind «tháng»: 1 and 2 with a zero before. */
    public static String month(int month) {
        return padded(month, 3);
    }

    private static String padded(int number, int unpaddedFrom) {
        return number == 0 ? "   " : number < unpaddedFrom ? "0" + number : Integer.toString(number);
    }
}
