/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How a workbook counts days (ECMA-376 part 1, 18.17.4.1). */
public enum DateSystem {
    /** From 1/1/1900 as day 1, with the non-existent 29/2/1900 as day 60. */
    FROM_1900(LocalDate.of(1899, 12, 30)),
    /** From 1/1/1904 as day 0. */
    FROM_1904(LocalDate.of(1904, 1, 1));

    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(24 * 60 * 60 * 1000L);
    private static final int LEAP_DAY = 60;

    private final LocalDate zero;
    private final long lastDay;

    DateSystem(LocalDate zero) {
        this.zero = zero;
        lastDay = ChronoUnit.DAYS.between(zero, LocalDate.of(9999, 12, 31));
    }

    /** Returns the date and time of a number of days, to the millisecond; null if no spreadsheet shows it as a date. */
    public @Nullable LocalDateTime moment(BigDecimal days) {
        if (days.signum() < 0 || days.compareTo(BigDecimal.valueOf(lastDay + 1)) >= 0) {
            return null;
        }
        var whole = days.setScale(0, RoundingMode.FLOOR);
        var time = days.subtract(whole)
                .multiply(MILLISECONDS)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        var day = whole.intValueExact();
        if (this == FROM_1900 && day == LEAP_DAY) {
            return null;
        }
        var date = zero.plusDays(this == FROM_1900 && day < LEAP_DAY ? day + 1 : day);
        return date.atStartOfDay().plus(time, ChronoUnit.MILLIS);
    }
}
