/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import org.bieumau.model.PartialDate;

/** Converts dates to the numbers of days that Excel stores. */
final class SerialDay {

    /** The day with the number 0. */
    private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);
    /**
     * The first date that is written as a number. Excel counts from 1/1/1900, but includes 29/2/1900, which did not
     * exist. LibreOffice therefore shows other dates in the first two months.
     */
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);

    private SerialDay() {}

    /** Returns the number of a date; empty if its day or month is open, or if it is too early. */
    static OptionalLong of(PartialDate date) {
        return date.isComplete() && !date.earliest().isBefore(FIRST)
                ? OptionalLong.of(sinceZero(date))
                : OptionalLong.empty();
    }

    /**
     * Returns a formula for a complete date. A date that is too early becomes a number below those of all dates in
     * cells.
     */
    static String formula(PartialDate date) {
        return of(date).isPresent()
                ? "DATE(" + date.year() + "," + date.month() + "," + date.day() + ")"
                : "(" + sinceZero(date) + ")";
    }

    private static long sinceZero(PartialDate date) {
        return ChronoUnit.DAYS.between(ZERO, date.earliest());
    }
}
