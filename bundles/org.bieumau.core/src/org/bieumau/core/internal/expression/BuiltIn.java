/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.PartialDate;

/**
 * The built-in functions of the language. If a function takes a list and a condition or value, its second argument is
 * evaluated for each element, and names in it refer to members of the element first: <code>mọi(dòng, kinhPhí > 0)
 * </code>.
 */
public enum BuiltIn {
    COUNT("đếm", 1, 2),
    SUM("tổng", 1, 2),
    AVERAGE("trung bình", 1, 2),
    LARGEST("lớn nhất", 1, 2),
    SMALLEST("nhỏ nhất", 1, 2),
    ALL("mọi", 2, 2),
    SOME("có", 2, 2),
    FILTER("lọc", 2, 2),
    DISTINCT("khác nhau", 1, 2),
    CONTAINS("chứa", 2, 2),
    BEGINS("bắt đầu bằng", 2, 2),
    ENDS("kết thúc bằng", 2, 2),
    MATCHES("khớp", 2, 2),
    LENGTH("độ dài", 1, 1),
    CAPITALS("chữ hoa", 1, 1),
    IF("nếu", 3, 3),
    ROUND("làm tròn", 2, 2),
    DATE("ngày", 3, 3),
    DAYS("số ngày", 2, 2),
    NEXT_MONTH("tháng sau", 1, 1),
    MONTHS("các tháng", 1, 1),
    WRITTEN_DATE("viết ngày", 1, 1),
    WRITTEN_MONTH("viết tháng", 1, 1);

    private final String name;
    private final int minimum;
    private final int maximum;

    BuiltIn(String name, int minimum, int maximum) {
        this.name = name;
        this.minimum = minimum;
        this.maximum = maximum;
    }

    /** Returns the name as written in expressions. */
    public String functionName() {
        return name;
    }

    /** Returns the signature and the result of the function, as one sentence for the user. */
    public String help() {
        return CoreMessages.ALL.text("function." + name());
    }

    /** Returns the function with a name; empty if there is none. */
    public static Optional<BuiltIn> of(String name) {
        return Stream.of(values()).filter(each -> each.name.equals(name)).findFirst();
    }

    /** Returns whether the second argument is evaluated for each element of the first one. */
    public boolean isForEach() {
        return switch (this) {
            case COUNT, SUM, AVERAGE, LARGEST, SMALLEST, ALL, SOME, FILTER, DISTINCT -> true;
            default -> false;
        };
    }

    Object call(FunctionCall call, Evaluator evaluator) {
        var count = call.getArguments().size();
        if (count < minimum || count > maximum) {
            throw new EvaluationException(
                    call,
                    "EXPRESSION-ARGUMENTS",
                    name,
                    minimum == maximum ? Integer.toString(minimum) : minimum + "–" + maximum);
        }
        return switch (this) {
            case COUNT ->
                BigDecimal.valueOf(
                        count == 1
                                ? evaluator.list(call.getArguments().get(0)).size()
                                : truths(call, evaluator).stream()
                                        .filter(truth -> truth)
                                        .count());
            case SUM -> numbers(call, evaluator).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case AVERAGE -> {
                var numbers = numbers(call, evaluator);
                yield numbers.isEmpty()
                        ? nothing(call, evaluator)
                        : numbers.stream()
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
            }
            case LARGEST -> extreme(call, evaluator, 1);
            case SMALLEST -> extreme(call, evaluator, -1);
            case ALL -> truths(call, evaluator).stream().allMatch(truth -> truth);
            case SOME -> truths(call, evaluator).stream().anyMatch(truth -> truth);
            case FILTER ->
                evaluator.list(call.getArguments().get(0)).stream()
                        .filter(element -> evaluator
                                        .within(element)
                                        .truth(call.getArguments().get(1))
                                || evaluator.isSample())
                        .toList();
            case DISTINCT -> {
                var seen = new HashSet<Object>();
                yield values(call, evaluator).stream()
                        .allMatch(value -> seen.add(
                                value instanceof String text
                                        ? VietnameseText.fold(text)
                                        : value instanceof BigDecimal number ? number.stripTrailingZeros() : value));
            }
            case CONTAINS -> text(call, 0, evaluator).contains(text(call, 1, evaluator));
            case BEGINS -> text(call, 0, evaluator).startsWith(text(call, 1, evaluator));
            case ENDS -> text(call, 0, evaluator).endsWith(text(call, 1, evaluator));
            case MATCHES -> matches(text(call, 0, evaluator), text(call, 1, evaluator));
            case IF -> {
                var truth = evaluator.truth(call.getArguments().get(0));
                if (evaluator.isSample()) {
                    evaluator.evaluate(call.getArguments().get(truth ? 2 : 1));
                }
                yield evaluator.evaluate(call.getArguments().get(truth ? 1 : 2));
            }
            case ROUND ->
                number(call, 0, evaluator).setScale(integer(call, 1, evaluator, -12, 12), RoundingMode.HALF_UP);
            case DATE -> {
                try {
                    yield new PartialDate(
                            integer(call, 0, evaluator, 0, 31),
                            integer(call, 1, evaluator, 0, 12),
                            integer(call, 2, evaluator, 1, 9999));
                } catch (DateTimeException e) {
                    throw new EvaluationException(call, "EXPRESSION-TYPE", "ngày");
                }
            }
            case MONTHS -> {
                var value = evaluator.evaluate(call.getArguments().get(0));
                var texts = value instanceof Collection<?> list ? list : List.of(value);
                yield evaluator.isSample()
                        ? List.of(new PartialDate(0, 1, 2000))
                        : texts.stream()
                                .flatMap(text -> CitationText.months(Evaluator.print(text)).stream())
                                .distinct()
                                .toList();
            }
            case LENGTH -> {
                var text =
                        Evaluator.print(evaluator.evaluate(call.getArguments().get(0)));
                yield BigDecimal.valueOf(text.codePointCount(0, text.length()));
            }
            case CAPITALS ->
                VietnameseText.capitals(
                        Evaluator.print(evaluator.evaluate(call.getArguments().get(0))));
            case DAYS ->
                BigDecimal.valueOf(ChronoUnit.DAYS.between(
                        date(call, 0, evaluator).earliest(),
                        date(call, 1, evaluator).earliest()));
            case WRITTEN_DATE -> VietnameseDates.inWords(date(call, 0, evaluator));
            case WRITTEN_MONTH ->
                VietnameseDates.month(
                        evaluator.evaluate(call.getArguments().get(0)) instanceof BigDecimal
                                ? integer(call, 0, evaluator, 1, 12)
                                : date(call, 0, evaluator).month());
            case NEXT_MONTH -> {
                var date = date(call, 0, evaluator);
                if (date.month() == 12 && date.year() == 9999) {
                    throw new EvaluationException(call, "EXPRESSION-RANGE");
                }
                if (date.month() == 0) {
                    throw new EvaluationException(call, "EXPRESSION-TYPE", "ngày");
                }
                yield date.month() == 12
                        ? new PartialDate(0, 1, date.year() + 1)
                        : new PartialDate(0, date.month() + 1, date.year());
            }
        };
    }

    /**
     * Returns whether a text matches a pattern, in which <code>*</code> matches any text and <code>?</code> one
     * character. The number of steps is at most the product of both lengths.
     */
    private static boolean matches(String text, String pattern) {
        int t = 0;
        int p = 0;
        int star = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                from = t;
            } else if (p < pattern.length() && (pattern.charAt(p) == '?' || pattern.charAt(p) == text.charAt(t))) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static BigDecimal number(FunctionCall call, int index, Evaluator evaluator) {
        var argument = call.getArguments().get(index);
        return switch (evaluator.evaluate(argument)) {
            case BigDecimal number -> number;
            case Year year -> BigDecimal.valueOf(year.getValue());
            default -> throw new EvaluationException(argument, "EXPRESSION-TYPE", "số");
        };
    }

    private static int integer(FunctionCall call, int index, Evaluator evaluator, int minimum, int maximum) {
        var number = number(call, index, evaluator);
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(minimum)) < 0
                || number.compareTo(BigDecimal.valueOf(maximum)) > 0) {
            throw new EvaluationException(
                    call.getArguments().get(index), "EXPRESSION-TYPE", "số từ " + minimum + " đến " + maximum);
        }
        return number.intValue();
    }

    private static PartialDate date(FunctionCall call, int index, Evaluator evaluator) {
        var argument = call.getArguments().get(index);
        var value = evaluator.evaluate(argument);
        if (value instanceof PartialDate date) {
            return date;
        }
        if (evaluator.isMissing(value)) {
            throw Evaluator.missing(argument);
        }
        throw new EvaluationException(argument, "EXPRESSION-TYPE", "ngày");
    }

    /** Returns an argument as text in lower case, so that comparisons ignore case. */
    private static String text(FunctionCall call, int index, Evaluator evaluator) {
        return Evaluator.print(evaluator.evaluate(call.getArguments().get(index)))
                .toLowerCase(VietnameseText.LOCALE);
    }

    private static List<Boolean> truths(FunctionCall call, Evaluator evaluator) {
        var truths = new ArrayList<Boolean>();
        for (var element : evaluator.list(call.getArguments().get(0))) {
            truths.add(evaluator.within(element).truth(call.getArguments().get(1)));
        }
        return truths;
    }

    /**
     * Returns the latest day, or else the largest number.
     *
     * @param sign 1, or -1 for the earliest day or smallest number
     */
    private Object extreme(FunctionCall call, Evaluator evaluator, int sign) {
        var values = values(call, evaluator);
        var days = values.stream().filter(PartialDate.class::isInstance).map(PartialDate.class::cast);
        return days.max((a, b) -> sign * a.earliest().compareTo(b.earliest()))
                .<Object>map(day -> day)
                .orElseGet(() -> numbers(call, values).stream()
                        .max((a, b) -> sign * a.compareTo(b))
                        .orElseGet(() -> nothing(call, evaluator)));
    }

    /** Returns a sample in place of the result for no numbers, which there is not. */
    private BigDecimal nothing(FunctionCall call, Evaluator evaluator) {
        if (evaluator.isSample()) {
            return BigDecimal.ZERO;
        }
        throw new EvaluationException(call, "EXPRESSION-EMPTY", name);
    }

    private static List<BigDecimal> numbers(FunctionCall call, Evaluator evaluator) {
        return numbers(call, values(call, evaluator));
    }

    /**
     * Returns the numbers among some values; other values are ignored, such as the dash that a formula gives for some
     * rows.
     *
     * @throws EvaluationException if there are only other values
     */
    private static List<BigDecimal> numbers(FunctionCall call, List<Object> values) {
        var numbers = values.stream()
                .filter(BigDecimal.class::isInstance)
                .map(BigDecimal.class::cast)
                .toList();
        if (numbers.isEmpty() && values.stream().anyMatch(value -> !value.equals(""))) {
            throw new EvaluationException(call.getArguments().getLast(), "EXPRESSION-TYPE", "số");
        }
        return numbers;
    }

    /** Returns the elements of the first argument, or the values of the second argument for each of them. */
    private static List<Object> values(FunctionCall call, Evaluator evaluator) {
        var values = new ArrayList<Object>();
        for (var element : evaluator.list(call.getArguments().get(0))) {
            values.add(
                    call.getArguments().size() == 1
                            ? element
                            : evaluator
                                    .within(element)
                                    .evaluate(call.getArguments().get(1)));
        }
        return values;
    }
}
