/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.time.DateTimeException;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.model.PartialDate;

/** The orders of day and month. The order of a column is determined from all its dates. */
public enum DateStyle {
    DAY_FIRST,
    MONTH_FIRST;

    private static final String OPEN = "(?:…|\\.{2,}|_+)";
    private static final Pattern DATE = Pattern.compile(
            "(?:ngày\\s+)?(\\d{1,2}|" + OPEN + ")\\s*[/.-]\\s*(\\d{1,2}|" + OPEN + ")\\s*[/.-]\\s*(\\d{4}|\\d{2})");
    private static final Pattern WORDS = Pattern.compile(
            "(?:ngày\\s+)?(\\d{1,2}|" + OPEN + ")\\s+tháng\\s+(\\d{1,2}|" + OPEN + ")\\s+năm\\s+(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(?:tháng\\s+)?(\\d{1,2})\\s*[/.-]\\s*(\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:năm\\s+)?((?:19|20)\\d{2})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]00:00(?::00)?)?");
    /** Two-digit years up to this one are in the 21st century, later ones in the 20th. */
    private static final int PIVOT = 30;

    /**
     * The order of the dates of a column.
     *
     * @param style the order; empty if both fit, or none
     * @param isContradictory whether some dates fit one order only, and some the other
     */
    public record Evidence(Optional<DateStyle> style, boolean isContradictory) {}

    /** Returns the order of the dates among texts. */
    public static Evidence of(Collection<String> texts) {
        var dayFirst = false;
        var monthFirst = false;
        for (var text : texts) {
            var match = DATE.matcher(text);
            if (match.matches()) {
                dayFirst |= number(match.group(1)) > 12;
                monthFirst |= number(match.group(2)) > 12;
            }
        }
        return new Evidence(
                dayFirst == monthFirst ? Optional.empty() : Optional.of(dayFirst ? DAY_FIRST : MONTH_FIRST),
                dayFirst && monthFirst);
    }

    /**
     * Reads a date, which may lack the day, or day and month.
     *
     * @return empty if the text is not a date
     */
    public Optional<PartialDate> read(String text) {
        var match = DATE.matcher(text);
        if (match.matches()) {
            var first = number(match.group(1));
            var second = number(match.group(2));
            return this == DAY_FIRST
                    ? date(first, second, year(match.group(3)))
                    : date(second, first, year(match.group(3)));
        }
        if ((match = WORDS.matcher(text)).matches()) {
            return date(number(match.group(1)), number(match.group(2)), number(match.group(3)));
        }
        if ((match = ISO.matcher(text)).matches()) {
            return date(number(match.group(3)), number(match.group(2)), number(match.group(1)));
        }
        if ((match = MONTH.matcher(text)).matches()) {
            return date(0, number(match.group(1)), number(match.group(2)));
        }
        match = YEAR.matcher(text);
        return match.matches() ? date(0, 0, number(match.group(1))) : Optional.empty();
    }

    private static int number(String digits) {
        return Character.isDigit(digits.charAt(0)) ? Integer.parseInt(digits) : 0;
    }

    private static int year(String digits) {
        var year = number(digits);
        return digits.length() == 4 ? year : year <= PIVOT ? 2000 + year : 1900 + year;
    }

    private static Optional<PartialDate> date(int day, int month, int year) {
        try {
            return Optional.of(new PartialDate(day, month, year));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
