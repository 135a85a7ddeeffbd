/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.message.ReadingMessages;

/** The styles of numbers and dates in each column. */
final class ColumnStyles {

    private final Map<Leaf, NumberStyle> numbers = new HashMap<>();
    private final Map<Leaf, DateOrder> dates = new HashMap<>();

    /**
     * Determines the styles from the values of each column, or else from their total or formulas. If they do not
     * suffice, the values of the whole table decide, and finally the Vietnamese style is assumed. This is a warning
     * only if something in the table contradicts it, else a note.
     *
     * @param values cells of each column with numbers or dates
     * @param totals cells of each column with totals
     * @param formulas decides for columns whose values and totals do not suffice
     * @param problems receives a problem for each doubtful column
     */
    ColumnStyles(
            Map<Leaf, List<GridCell>> values,
            Map<Leaf, List<GridCell>> totals,
            StyleEvidence formulas,
            Questions questions,
            Consumer<Problem> problems) {
        var grouped = new GroupedNumbers(values, totals, formulas);
        var notes = new ArrayList<Problem>();
        var ofTable = Evidence.ofNumbers(values.keySet().stream()
                        .filter(leaf -> !isDate(leaf))
                        .flatMap(leaf -> texts(all(values, totals, leaf)).stream())
                        .toList())
                .decided();
        var proven = proven(values, totals, formulas, ofTable);
        values.forEach((leaf, cells) -> {
            if (isDate(leaf)) {
                dates.put(leaf, date(leaf, cells, questions, problems));
            } else {
                var style = proven.get(leaf);
                numbers.put(
                        leaf,
                        style == null
                                ? number(leaf, all(values, totals, leaf), ofTable, grouped, questions, notes, problems)
                                : checked(leaf, style, cells, totals, formulas, questions, problems));
            }
        });
        // One note says how the whole table is read.
        notes.stream().findFirst().ifPresent(problems);
    }

    /**
     * Returns the styles that totals or formulas prove. A style that is asked about proves nothing about other columns.
     */
    private static Map<Leaf, NumberStyle> proven(
            Map<Leaf, List<GridCell>> values,
            Map<Leaf, List<GridCell>> totals,
            StyleEvidence formulas,
            Optional<NumberStyle> ofTable) {
        var proven = new HashMap<Leaf, NumberStyle>();
        var known = new HashMap<Leaf, NumberStyle>();
        var open = new HashSet<Leaf>();
        values.forEach((leaf, cells) -> {
            var texts = texts(all(values, totals, leaf));
            var evidence = Evidence.ofNumbers(texts);
            var ofSum = ofSum(cells, totals.getOrDefault(leaf, List.of()));
            if (isDate(leaf) || ofSum.isEmpty() && evidence.isContradictory()) {
                return;
            }
            ofSum.ifPresent(style -> proven.put(leaf, style));
            var certain = evidence.decided()
                    .filter(style -> doubtful(texts, style, ofTable).isEmpty());
            ofSum.or(() -> certain).ifPresentOrElse(style -> known.put(leaf, style), () -> {
                if (evidence.firstOpen() == null) {
                    known.put(leaf, evidence.usual());
                } else {
                    open.add(leaf);
                }
            });
        });
        proven.putAll(formulas.decide(known, open));
        return proven;
    }

    /**
     * Returns a style that totals or formulas prove, unless the user decides otherwise on a number that looks as if it
     * were in the other style, in a row without that evidence.
     */
    private static NumberStyle checked(
            Leaf leaf,
            NumberStyle style,
            List<GridCell> cells,
            Map<Leaf, List<GridCell>> totals,
            StyleEvidence formulas,
            Questions questions,
            Consumer<Problem> problems) {
        if (ofSum(cells, totals.getOrDefault(leaf, List.of())).isPresent()) {
            return style;
        }
        return cells.stream()
                .filter(cell -> cell.kind() == Kind.TEXT
                        && isOpen(cell.text())
                        && hasThreeDecimals(style, cell.text())
                        && !formulas.shows(leaf, cell))
                .findFirst()
                .map(cell -> new OpenNumber(leaf, cell.place(), cell.text(), style).ask(questions, problems))
                .orElse(style);
    }

    static List<GridCell> all(Map<Leaf, List<GridCell>> values, Map<Leaf, List<GridCell>> totals, Leaf leaf) {
        return Stream.concat(values.get(leaf).stream(), totals.getOrDefault(leaf, List.of()).stream())
                .toList();
    }

    /** Returns the only style in which the values add up to a total. */
    private static Optional<NumberStyle> ofSum(List<GridCell> values, List<GridCell> totals) {
        var styles = Stream.of(NumberStyle.values())
                .filter(style -> sum(values, style)
                        .filter(sum -> totals.stream()
                                .flatMap(total -> total.number(style).stream())
                                .anyMatch(total -> total.compareTo(sum) == 0))
                        .isPresent())
                .toList();
        return styles.size() == 1 ? Optional.of(styles.getFirst()) : Optional.empty();
    }

    static Optional<BigDecimal> sum(List<GridCell> cells, NumberStyle style) {
        var sum = BigDecimal.ZERO;
        for (var cell : cells) {
            var number = cell.number(style);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(number.get());
        }
        return Optional.of(sum);
    }

    static boolean isDate(Leaf leaf) {
        return leaf.type() == org.bieumau.model.ColumnType.DATE;
    }

    static List<String> texts(List<GridCell> cells) {
        var texts = new ArrayList<String>();
        for (var cell : cells) {
            if (cell.kind() == Kind.TEXT) {
                texts.add(cell.text());
            }
        }
        return texts;
    }

    private static NumberStyle number(
            Leaf leaf,
            List<GridCell> cells,
            Optional<NumberStyle> ofTable,
            GroupedNumbers grouped,
            Questions questions,
            List<Problem> notes,
            Consumer<Problem> problems) {
        var texts = texts(cells);
        var evidence = Evidence.ofNumbers(texts);
        var shown = evidence.isContradictory()
                ? Optional.<NumberStyle>empty()
                : evidence.decided().or(() -> ofTable);
        var likely = shown.orElse(NumberStyle.VIETNAMESE);
        var doubtful = shown.isPresent()
                ? doubtful(texts, likely, ofTable)
                : texts.stream().filter(ColumnStyles::isOpen).findFirst();
        return doubtful.map(sample -> new OpenNumber(leaf, place(cells, sample), sample, likely))
                .map(number -> shown.isEmpty() && !grouped.isContradicted(leaf)
                        ? number.confirm(questions, notes::add)
                        : number.ask(questions, problems))
                .orElse(likely);
    }

    /** Returns the first number for which the style that other numbers of its column show is doubtful. */
    private static Optional<String> doubtful(List<String> texts, NumberStyle style, Optional<NumberStyle> ofTable) {
        var isForeign =
                style == NumberStyle.ENGLISH && ofTable.filter(style::equals).isEmpty();
        return texts.stream()
                .filter(text -> isOpen(text) && (isForeign || hasThreeDecimals(style, text)))
                .findFirst();
    }

    /** Returns whether a text is a number in both styles. */
    static boolean isOpen(String text) {
        return Evidence.ofNumbers(List.of(text)).firstOpen() != null;
    }

    /**
     * Returns whether a number has three decimals, which rarely occur and look like a group of digits in the other
     * style.
     */
    static boolean hasThreeDecimals(NumberStyle style, String text) {
        return style.read(text).filter(number -> number.scale() == 3).isPresent();
    }

    /**
     * A number of a column that can be read in both styles.
     *
     * @param likely the style in which it is read unless the user decides otherwise
     */
    private record OpenNumber(Leaf leaf, Place place, String sample, NumberStyle likely) {

        /** Asks for the style and warns that it is doubtful. */
        NumberStyle ask(Questions questions, Consumer<Problem> problems) {
            return ask("READ-NUMBER-STYLE", Severity.WARNING, questions, problems);
        }

        /** Notes the style, which nothing contradicts. The user may still decide otherwise. */
        NumberStyle confirm(Questions questions, Consumer<Problem> problems) {
            return ask("READ-NUMBER-GROUPS", Severity.INFO, questions, problems);
        }

        private NumberStyle ask(String code, Severity severity, Questions questions, Consumer<Problem> problems) {
            var answers = new ArrayList<Answer>(List.of(Answer.Fixed.VIETNAMESE, Answer.Fixed.ENGLISH));
            var question = new Question(
                    Question.Kind.NUMBER_STYLE,
                    leaf.title(),
                    place,
                    sample,
                    likely == NumberStyle.VIETNAMESE ? answers : answers.reversed());
            var answer = questions.ask(question);
            if (!questions.isAnswered(question)) {
                var number = shown(likely.read(sample).orElseThrow());
                var message = ReadingMessages.ALL.text(code, leaf.title(), sample, number);
                problems.accept(new Problem(code, severity, message, place));
            }
            return answer == Answer.Fixed.ENGLISH ? NumberStyle.ENGLISH : NumberStyle.VIETNAMESE;
        }
    }

    /** Returns a number without groups of digits and final zeros, so that it can be read in one way only. */
    private static String shown(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString().replace('.', ',');
    }

    private static DateOrder date(Leaf leaf, List<GridCell> cells, Questions questions, Consumer<Problem> problems) {
        var evidence = Evidence.ofDates(texts(cells));
        if (!evidence.isContradictory()) {
            return evidence.decided().orElse(evidence.usual());
        }
        var question = new Question(
                Question.Kind.DATE_STYLE,
                leaf.title(),
                cells.getFirst().place(),
                cells.getFirst().text(),
                List.of(Answer.Fixed.DAY_FIRST, Answer.Fixed.MONTH_FIRST));
        var answer = questions.ask(question);
        if (!questions.isAnswered(question)) {
            problems.accept(warning("READ-DATE-STYLE", cells.getFirst().place(), leaf.title()));
        }
        return answer == Answer.Fixed.MONTH_FIRST ? DateOrder.MONTH_FIRST : DateOrder.DAY_FIRST;
    }

    private static Place place(List<GridCell> cells, String text) {
        return cells.stream()
                .filter(cell -> cell.text().equals(text))
                .findFirst()
                .orElseThrow()
                .place();
    }

    static Problem warning(String code, Place place, Object... arguments) {
        return new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place);
    }

    NumberStyle number(Leaf leaf) {
        return numbers.getOrDefault(leaf, NumberStyle.VIETNAMESE);
    }

    DateOrder date(Leaf leaf) {
        return dates.getOrDefault(leaf, DateOrder.DAY_FIRST);
    }
}
