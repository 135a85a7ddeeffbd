/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.time.DayOfWeek;
import java.util.List;

/** The names of months, days and halves of a day, as Excel shows them in a language. */
enum DateNames {
    VIETNAMESE(
            List.of(
                    "Tháng Giêng",
                    "Tháng Hai",
                    "Tháng Ba",
                    "Tháng Tư",
                    "Tháng Năm",
                    "Tháng Sáu",
                    "Tháng Bảy",
                    "Tháng Tám",
                    "Tháng Chín",
                    "Tháng Mười",
                    "Tháng Mười Một",
                    "Tháng Mười Hai"),
            List.of("Thg1", "Thg2", "Thg3", "Thg4", "Thg5", "Thg6", "Thg7", "Thg8", "Thg9", "Thg10", "Thg11", "Thg12"),
            List.of("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"),
            List.of("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "CN"),
            "SA",
            "CH"),
    ENGLISH(
            List.of(
                    "January",
                    "February",
                    "March",
                    "April",
                    "May",
                    "June",
                    "July",
                    "August",
                    "September",
                    "October",
                    "November",
                    "December"),
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
            "AM",
            "PM");

    private final List<String> months;
    private final List<String> shortMonths;
    private final List<String> days;
    private final List<String> shortDays;
    private final String morning;
    private final String afternoon;

    DateNames(
            List<String> months,
            List<String> shortMonths,
            List<String> days,
            List<String> shortDays,
            String morning,
            String afternoon) {
        this.months = months;
        this.shortMonths = shortMonths;
        this.days = days;
        this.shortDays = shortDays;
        this.morning = morning;
        this.afternoon = afternoon;
    }

    /** @param month from 1 */
    String month(int month) {
        return months.get(month - 1);
    }

    String shortMonth(int month) {
        return shortMonths.get(month - 1);
    }

    String day(DayOfWeek day) {
        return days.get(day.ordinal());
    }

    String shortDay(DayOfWeek day) {
        return shortDays.get(day.ordinal());
    }

    String half(int hour) {
        return hour < 12 ? morning : afternoon;
    }
}
