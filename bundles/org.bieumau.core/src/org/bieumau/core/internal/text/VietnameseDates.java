/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import org.bieumau.model.PartialDate;

/** Formats dates for documents: days below 10 and the months 1 and 2 get a leading zero (ND30, Phụ lục I, II.4). */
public final class VietnameseDates {

    private VietnameseDates() {}

    /**
     * Returns a date in words, such as <code>ngày 05 tháng 4 năm 2022</code>. An open day or month becomes a gap that
     * is wide enough to be filled in by hand.
     */
    public static String inWords(PartialDate date) {
        return "ngày " + padded(date.day(), 10) + " tháng " + padded(date.month(), 3) + " năm " + date.year();
    }

    /** Returns the number of a month as printed after «tháng»: 1 and 2 get a leading zero. */
    public static String month(int month) {
        return padded(month, 3);
    }

    private static String padded(int number, int unpaddedFrom) {
        return number == 0 ? "   " : number < unpaddedFrom ? "0" + number : Integer.toString(number);
    }
}
