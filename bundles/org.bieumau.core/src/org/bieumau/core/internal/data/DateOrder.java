/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

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

    private static final String MIDNIGHT = "(?:[T ]00:00(?::00(?:\\.0+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?";
    private static final Pattern FULL = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})" + MIDNIGHT);
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})" + MIDNIGHT);
    private static final Pattern MONTH = Pattern.compile("(?:(?iu:tháng)\\s+)?(\\d{1,2})[/.-](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(?:(?iu:năm)\\s+)?(\\d{4})");
    private static final Pattern WORDS =
            Pattern.compile("(?iu)(?:ngày\\s+(\\d{1,2})\\s+)?tháng\\s+(\\d{1,2})\\s+năm\\s+(\\d{4})");

    /**
     * Returns the date that a text represents in this order; empty if the text is not a date or has a time of day.
     * Dates may have slashes, dots or hyphens, or be in words or in ISO 8601. A month or year alone is a date with an
     * open day.
     */
    public Optional<PartialDate> read(String text) {
        var written = text.strip();
        if (written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return date(written);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<PartialDate> date(String written) {
        if (FULL.matcher(written) instanceof Matcher full && full.matches()) {
            return this == DAY_FIRST
                    ? date(full.group(1), full.group(3), full.group(4))
                    : date(full.group(3), full.group(1), full.group(4));
        }
        if (ISO.matcher(written) instanceof Matcher iso && iso.matches()) {
            return date(iso.group(3), iso.group(2), iso.group(1));
        }
        if (WORDS.matcher(written) instanceof Matcher words && words.matches()) {
            return words.group(1) == null
                    ? month(words.group(2), words.group(3))
                    : date(words.group(1), words.group(2), words.group(3));
        }
        if (MONTH.matcher(written) instanceof Matcher month && month.matches()) {
            return month(month.group(1), month.group(2));
        }
        return YEAR.matcher(written) instanceof Matcher year && year.matches()
                ? Optional.of(new PartialDate(0, 0, Integer.parseInt(year.group(1))))
                : Optional.empty();
    }

    private static Optional<PartialDate> date(String day, String month, String year) {
        var known = Integer.parseInt(day);
        return known == 0
                ? Optional.empty()
                : month(month, year).map(open -> new PartialDate(known, open.month(), open.year()));
    }

    private static Optional<PartialDate> month(String month, String year) {
        var known = Integer.parseInt(month);
        return known == 0 ? Optional.empty() : Optional.of(new PartialDate(0, known, Integer.parseInt(year)));
    }
}
