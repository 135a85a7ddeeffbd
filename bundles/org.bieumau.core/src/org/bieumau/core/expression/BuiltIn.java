/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.core.problem.CoreMessages;
import org.bieumau.core.text.VietnameseDates;
import org.bieumau.core.text.VietnameseText;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.PartialDate;

/**
 * The functions of the language. Where one takes a list and a condition or value, that is computed for each element, and names
 * in it are first those of the element's parts: <code>mọi(dòng, kinhPhí > 0)</code>.
 */
public enum BuiltIn {

    COUNT("đếm", 1, 2), SUM("tổng", 1, 2), AVERAGE("trung bình", 1, 2), LARGEST("lớn nhất", 1, 2), SMALLEST("nhỏ nhất", 1, 2),
    ALL("mọi", 2, 2), SOME("có", 2, 2), CONTAINS("chứa", 2, 2), BEGINS("bắt đầu bằng", 2, 2), LENGTH("độ dài", 1, 1),
    CAPITALS("chữ hoa", 1, 1), DAYS("số ngày", 2, 2), WRITTEN_DATE("viết ngày", 1, 1), WRITTEN_MONTH("viết tháng", 1, 1),
    NEXT_MONTH("tháng sau", 1, 1);

    private final String name;
    private final int least;
    private final int most;

    BuiltIn(String name, int least, int most) {
        this.name = name;
        this.least = least;
        this.most = most;
    }

    /** The name as it is written. */
    public String functionName() {
        return name;
    }

    /** What it gives, in a sentence for the user. */
    public String help() {
        return CoreMessages.ALL.text("function." + name());
    }

    /** The function of a name. */
    public static Optional<BuiltIn> of(String name) {
        return Stream.of(values()).filter(each -> each.name.equals(name)).findFirst();
    }

    /** Whether its second argument is computed for each element of the first. */
    public boolean isForEach() {
        return switch (this) {
            case COUNT, SUM, AVERAGE, LARGEST, SMALLEST, ALL, SOME -> true;
            default -> false;
        };
    }

    Object call(FunctionCall call, Evaluator evaluator) {
        var count = call.getArguments().size();
        if (count < least || count > most) {
            throw new EvaluationException(call, "EXPRESSION-ARGUMENTS", name, least == most ? Integer.toString(least) : least + "–" + most);
        }
        return switch (this) {
            case COUNT -> BigDecimal.valueOf(count == 1 ? evaluator.list(call.getArguments().get(0)).size() : truths(call, evaluator).stream()
                    .filter(truth -> truth).count());
            case SUM -> numbers(call, evaluator).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            case AVERAGE -> {
                var numbers = numbers(call, evaluator);
                yield numbers.isEmpty() ? BigDecimal.ZERO
                        : numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL64);
            }
            case LARGEST -> numbers(call, evaluator).stream().max(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
            case SMALLEST -> numbers(call, evaluator).stream().min(Comparator.naturalOrder()).orElse(BigDecimal.ZERO);
            case ALL -> truths(call, evaluator).stream().allMatch(truth -> truth);
            case SOME -> truths(call, evaluator).stream().anyMatch(truth -> truth);
            case CONTAINS -> text(call, 0, evaluator).contains(text(call, 1, evaluator));
            case BEGINS -> text(call, 0, evaluator).startsWith(text(call, 1, evaluator));
            case LENGTH -> {
                var text = Evaluator.print(evaluator.evaluate(call.getArguments().get(0)));
                yield BigDecimal.valueOf(text.codePointCount(0, text.length()));
            }
            case CAPITALS -> VietnameseText.capitals(Evaluator.print(evaluator.evaluate(call.getArguments().get(0))));
            case DAYS -> BigDecimal.valueOf(ChronoUnit.DAYS.between(date(call, 0, evaluator).earliest(), date(call, 1, evaluator).earliest()));
            case WRITTEN_DATE -> VietnameseDates.inWords(date(call, 0, evaluator));
            case WRITTEN_MONTH -> VietnameseDates.month(evaluator.evaluate(call.getArguments().get(0)) instanceof BigDecimal month
                    ? month.intValue() : date(call, 0, evaluator).month());
            case NEXT_MONTH -> {
                var date = date(call, 0, evaluator);
                if (date.month() == 0) {
                    throw new EvaluationException(call, "EXPRESSION-TYPE", "ngày");
                }
                yield date.month() == 12 ? new PartialDate(0, 1, date.year() + 1) : new PartialDate(0, date.month() + 1, date.year());
            }
        };
    }

    private static PartialDate date(FunctionCall call, int index, Evaluator evaluator) {
        var argument = call.getArguments().get(index);
        if (evaluator.evaluate(argument) instanceof PartialDate date) {
            return date;
        }
        throw new EvaluationException(argument, "EXPRESSION-TYPE", "ngày");
    }

    /** Without regard to case. */
    private static String text(FunctionCall call, int index, Evaluator evaluator) {
        return Evaluator.print(evaluator.evaluate(call.getArguments().get(index))).toLowerCase(VietnameseText.LOCALE);
    }

    private static List<Boolean> truths(FunctionCall call, Evaluator evaluator) {
        var truths = new ArrayList<Boolean>();
        for (var element : evaluator.list(call.getArguments().get(0))) {
            truths.add(evaluator.within(element).truth(call.getArguments().get(1)));
        }
        return truths;
    }

    /** The numbers of a list, or those computed from its elements; what is no number does not count. */
    private static List<BigDecimal> numbers(FunctionCall call, Evaluator evaluator) {
        var numbers = new ArrayList<BigDecimal>();
        for (var element : evaluator.list(call.getArguments().get(0))) {
            var value = call.getArguments().size() == 1 ? element : evaluator.within(element).evaluate(call.getArguments().get(1));
            if (value instanceof BigDecimal number) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
