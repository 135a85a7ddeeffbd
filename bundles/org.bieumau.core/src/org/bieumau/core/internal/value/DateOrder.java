/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.model.PartialDate;

/** Order of day and month in dates such as <code>05/03/2024</code>. */
public enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST;

    private static final int LONGEST = 40;

    /** Two-digit years up to this one are in the 21st century, later ones in the 20th. */
    private static final int PIVOT = 30;

    private static final Pattern BLANKS = Pattern.compile("[\\s\u00A0\u2007\u2009\u202F]+");
    private static final String PART = "(\\d{1,2}|…|\\.{2,}|_+)";
    private static final String MIDNIGHT = "(?:[T ]00:00(?::00(?:\\.0+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?";
    private static final Pattern FULL =
            Pattern.compile("(?iu)(?:ngày )?" + PART + " ?[/.-] ?" + PART + " ?[/.-] ?(\\d{4}|\\d{2})" + MIDNIGHT);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + MIDNIGHT);
    private static final Pattern MONTH = Pattern.compile("(?iu)(?:tháng )?(\\d{1,2}) ?[/.-] ?(\\d{4})");
    /** A year alone; other numbers of four digits are rather days counted by a program. */
    private static final Pattern YEAR = Pattern.compile("(?iu)(?:năm )?((?:18|19|20)\\d{2})");

    private static final Pattern WORDS =
            Pattern.compile("(?iu)(?:(?:ngày )?" + PART + " )?tháng " + PART + " năm (\\d{4})");

    /**
     * Returns the date that a text represents in this order; empty if the text is not a date or has a time of day.
     * Dates may have slashes, dots or hyphens, or be in words or in ISO 8601. The day, or day and month, may be left
     * open by dots, and a month or year alone is a date with an open day.
     */
    public Optional<PartialDate> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return date(BLANKS.matcher(text).replaceAll(" ").strip());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<PartialDate> date(String written) {
        if (FULL.matcher(written) instanceof Matcher full && full.matches()) {
            return this == DAY_FIRST
                    ? date(full.group(1), full.group(2), full.group(3))
                    : date(full.group(2), full.group(1), full.group(3));
        }
        if (ISO.matcher(written) instanceof Matcher iso && iso.matches()) {
            return date(iso.group(3), iso.group(2), iso.group(1));
        }
        if (WORDS.matcher(written) instanceof Matcher words && words.matches()) {
            return date(words.group(1) == null ? "…" : words.group(1), words.group(2), words.group(3));
        }
        if (MONTH.matcher(written) instanceof Matcher month && month.matches()) {
            return date("…", month.group(1), month.group(2));
        }
        return YEAR.matcher(written) instanceof Matcher year && year.matches()
                ? date("…", "…", year.group(1))
                : Optional.empty();
    }

    private static Optional<PartialDate> date(String day, String month, String year) {
        return isZero(day) || isZero(month)
                ? Optional.empty()
                : Optional.of(new PartialDate(numberOrOpen(day), numberOrOpen(month), year(year)));
    }

    private static boolean isZero(String part) {
        return part.matches("0+");
    }

    /** Returns the number of a day or month; 0 if it is open. */
    private static int numberOrOpen(String part) {
        return Character.isDigit(part.charAt(0)) ? Integer.parseInt(part) : 0;
    }

    private static int year(String digits) {
        var year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year <= PIVOT ? 2000 + year : 1900 + year;
    }
}
