/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Pattern;

/**
 * A date whose day, or day and month, may be left open, since a document is often dated before it is signed (<code>
 * ngày …/01/2023</code>).
 *
 * @param day the day of the month, 1 to 31, or 0 if open
 * @param month the month, 1 to 12, or 0 if open
 * @param year the year, 1 to 9999
 */
public record PartialDate(int day, int month, int year) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,2}|…|\\.\\.\\.)/(\\d{1,2}|…|\\.\\.\\.)/(\\d{4})");

    /** @throws DateTimeException if there is no such date, or the day is given but the month is open */
    public PartialDate {
        if (year < 1 || year > 9999) {
            throw new DateTimeException("year " + year);
        }
        if (month == 0 && day != 0) {
            throw new DateTimeException("a day without a month");
        }
        if (month != 0) {
            var length = YearMonth.of(year, month).lengthOfMonth();
            if (day < 0 || day > length) {
                throw new DateTimeException("day " + day);
            }
        }
    }

    /** Returns a complete date. */
    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /**
     * Parses a date in the form <code>dd/M/yyyy</code>, with <code>…</code> or <code>...</code> for an open part. EMF
     * looks up this method by its name.
     *
     * @throws IllegalArgumentException if the text does not have this form, or there is no such date
     */
    public static PartialDate valueOf(String written) {
        var m = WRITTEN.matcher(written);
        if (!m.matches()) {
            throw new IllegalArgumentException(written);
        }
        try {
            return new PartialDate(numberOrOpen(m.group(1)), numberOrOpen(m.group(2)), Integer.parseInt(m.group(3)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(written, e);
        }
    }

    private static int numberOrOpen(String part) {
        if (!Character.isDigit(part.charAt(0))) {
            return 0;
        }
        var number = Integer.parseInt(part);
        if (number == 0) {
            throw new DateTimeException("0 is no day and no month");
        }
        return number;
    }

    /** Returns whether day and month are known. */
    public boolean isComplete() {
        return day != 0 && month != 0;
    }

    /** Returns the first day that the date can denote. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == 0 ? 1 : month, day == 0 ? 1 : day);
    }

    /** Returns the last day that the date can denote. */
    public LocalDate latest() {
        var yearMonth = YearMonth.of(year, month == 0 ? 12 : month);
        return day == 0 ? yearMonth.atEndOfMonth() : yearMonth.atDay(day);
    }

    /**
     * Returns the short form used in texts, which {@link #valueOf} parses. Days below 10 and the months 1 and 2 are
     * padded with a zero (ND30, Phụ lục I, II.4).
     */
    @Override
    public String toString() {
        return padded(day, 10) + "/" + padded(month, 3) + "/" + year;
    }

    private static String padded(int number, int unpaddedFrom) {
        return number == 0 ? "…" : number < unpaddedFrom ? "0" + number : Integer.toString(number);
    }
}
