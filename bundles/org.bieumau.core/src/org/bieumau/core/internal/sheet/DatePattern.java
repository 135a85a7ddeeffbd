/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Shows a number as a date, a time of day, or a duration. */
final class DatePattern implements FormatPattern {

    private final List<FormatToken> tokens;
    private final DateNames names;
    private final boolean isTwelveHours;
    private final int decimals;

    private DatePattern(List<FormatToken> tokens, DateNames names) {
        this.tokens = tokens;
        this.names = names;
        isTwelveHours = tokens.stream().anyMatch(each -> each instanceof FormatToken.HalfDay);
        decimals = tokens.stream()
                .mapToInt(each -> each instanceof FormatToken.SecondDecimals(int count) ? count : 0)
                .max()
                .orElse(0);
    }

    static DatePattern of(List<FormatToken> tokens, boolean inEnglish) {
        return new DatePattern(withDecimals(withMinutes(tokens)), inEnglish ? DateNames.ENGLISH : DateNames.VIETNAMESE);
    }

    /** An m after an hour or before a second is a minute. */
    private static List<FormatToken> withMinutes(List<FormatToken> tokens) {
        var result = new ArrayList<FormatToken>(tokens);
        var before = ' ';
        var last = -1;
        for (int i = 0; i < tokens.size(); i++) {
            var letter = switch (tokens.get(i)) {
                case FormatToken.DatePart part -> part.letter();
                case FormatToken.Elapsed elapsed -> elapsed.letter();
                default -> ' ';
            };
            if (letter == 'm' && before == 'h') {
                minutes(result, i);
            } else if (letter == 's' && before == 'm') {
                minutes(result, last);
            }
            if (letter != ' ') {
                before = letter;
                last = i;
            }
        }
        return result;
    }

    private static void minutes(List<FormatToken> tokens, int at) {
        if (tokens.get(at) instanceof FormatToken.DatePart part) {
            tokens.set(at, new FormatToken.DatePart('n', part.count()));
        }
    }

    /** Zeros after seconds and a decimal point are decimals of the seconds. */
    private static List<FormatToken> withDecimals(List<FormatToken> tokens) {
        var result = new ArrayList<FormatToken>();
        for (int i = 0; i < tokens.size(); i++) {
            var zeros = 0;
            if (tokens.get(i) instanceof FormatToken.Point && !result.isEmpty() && isSeconds(result.getLast())) {
                while (i + 1 + zeros < tokens.size() && tokens.get(i + 1 + zeros) instanceof FormatToken.Digit) {
                    zeros++;
                }
            }
            result.add(zeros > 0 ? new FormatToken.SecondDecimals(Math.min(zeros, 3)) : tokens.get(i));
            i += zeros;
        }
        return result;
    }

    private static boolean isSeconds(FormatToken token) {
        return token instanceof FormatToken.DatePart(char letter, int count) && letter == 's'
                || token instanceof FormatToken.Elapsed(char unit, int size) && unit == 's';
    }

    /** Returns whether the pattern shows a duration, which is a number and no date. */
    boolean isDuration() {
        return tokens.stream().anyMatch(each -> each instanceof FormatToken.Elapsed);
    }

    /** Shows a date and time. */
    String show(LocalDateTime moment) {
        return show(decimals > 0 ? moment : seconds(moment), BigDecimal.ZERO);
    }

    private static LocalDateTime seconds(LocalDateTime moment) {
        return moment.plusNanos(500_000_000).truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Shows a duration.
     *
     * @param days not negative
     */
    String show(BigDecimal days) {
        var time = days.subtract(days.setScale(0, RoundingMode.FLOOR));
        var moment = DateSystem.FROM_1904.moment(time);
        return show(moment == null ? LocalDateTime.MIN : decimals > 0 ? moment : seconds(moment), days);
    }

    private String show(LocalDateTime moment, BigDecimal days) {
        var shown = new StringBuilder();
        for (var token : tokens) {
            switch (token) {
                case FormatToken.DatePart(char letter, int count) -> shown.append(part(letter, count, moment));
                case FormatToken.Elapsed(char letter, int count) -> {
                    var inDay = letter == 'h' ? 24 : letter == 'm' ? 24 * 60 : 24 * 60 * 60;
                    var rounding = letter == 's' && decimals == 0 ? RoundingMode.HALF_UP : RoundingMode.FLOOR;
                    var units = days.multiply(BigDecimal.valueOf(inDay));
                    shown.append(padded(settled(units).setScale(0, rounding).toPlainString(), count));
                }
                case FormatToken.HalfDay half -> shown.append(names.half(moment.getHour()));
                case FormatToken.SecondDecimals(int count) ->
                    shown.append(',').append(padded(moment.get(ChronoField.MILLI_OF_SECOND) + "", 3), 0, count);
                case FormatToken.Literal(String text) -> shown.append(text);
                case FormatToken.Slash slash -> shown.append('/');
                case FormatToken.Point point -> shown.append('.');
                case FormatToken.Comma comma -> shown.append(',');
                case FormatToken.Digit(char place) -> shown.append(place);
                case FormatToken.Percent percent -> shown.append('%');
                default -> {
                    // Nothing else has a meaning in a date.
                }
            }
        }
        return shown.toString();
    }

    /** Rounds to a millionth, since 1/24 is stored with an error. */
    private static BigDecimal settled(BigDecimal units) {
        return units.setScale(6, RoundingMode.HALF_UP);
    }

    private String part(char letter, int count, LocalDateTime moment) {
        return switch (letter) {
            case 'y' -> count <= 2 ? padded(moment.getYear() % 100 + "", 2) : padded(moment.getYear() + "", 4);
            case 'm' ->
                switch (count) {
                    case 1, 2 -> padded(moment.getMonthValue() + "", count);
                    case 3 -> names.shortMonth(moment.getMonthValue());
                    case 5 -> names.month(moment.getMonthValue()).substring(0, 1);
                    default -> names.month(moment.getMonthValue());
                };
            case 'd' ->
                switch (count) {
                    case 1, 2 -> padded(moment.getDayOfMonth() + "", count);
                    case 3 -> names.shortDay(moment.getDayOfWeek());
                    default -> names.day(moment.getDayOfWeek());
                };
            case 'h' -> padded((isTwelveHours ? (moment.getHour() + 11) % 12 + 1 : moment.getHour()) + "", count);
            case 'n' -> padded(moment.getMinute() + "", count);
            default -> padded(moment.getSecond() + "", count);
        };
    }

    private static String padded(String digits, int count) {
        return "0".repeat(Math.max(0, Math.min(count, 4) - digits.length())) + digits;
    }
}
