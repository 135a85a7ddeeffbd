/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.message.ReadingMessages;

/** The styles of numbers and dates in each column. */
final class ColumnStyles {

    private final Map<Leaf, NumberStyle> numbers = new HashMap<>();
    private final Map<Leaf, DateStyle> dates = new HashMap<>();

    /**
     * Determines the styles from the values of each column. If they do not suffice, the values of the whole table
     * decide, and finally the Vietnamese style is assumed.
     *
     * @param values texts of each column with numbers or dates
     * @param problems receives a problem for each doubtful column
     */
    ColumnStyles(Map<Leaf, List<GridCell>> values, Questions questions, Consumer<Problem> problems) {
        var ofTable = NumberStyle.of(values.entrySet().stream()
                .filter(entry -> !isDate(entry.getKey()))
                .flatMap(entry -> texts(entry.getValue()).stream())
                .toList());
        values.forEach((leaf, cells) -> {
            if (isDate(leaf)) {
                dates.put(leaf, date(leaf, cells, questions, problems));
            } else {
                numbers.put(leaf, number(leaf, cells, ofTable.style(), questions, problems));
            }
        });
    }

    private static boolean isDate(Leaf leaf) {
        return leaf.type() == org.bieumau.model.ColumnType.DATE;
    }

    private static List<String> texts(List<GridCell> cells) {
        return cells.stream()
                .filter(cell -> cell.kind() == Kind.TEXT)
                .map(GridCell::text)
                .toList();
    }

    private static NumberStyle number(
            Leaf leaf,
            List<GridCell> cells,
            Optional<NumberStyle> ofTable,
            Questions questions,
            Consumer<Problem> problems) {
        var evidence = NumberStyle.of(texts(cells));
        if (evidence.style().isPresent()) {
            return evidence.style().get();
        }
        if (evidence.isContradictory() || ofTable.isEmpty() && evidence.isOpen()) {
            var sample = texts(cells).stream()
                    .filter(text -> NumberStyle.of(List.of(text)).isOpen())
                    .findFirst();
            if (sample.isPresent()) {
                return askForNumbers(leaf, place(cells, sample.get()), sample.get(), questions, problems);
            }
        }
        return evidence.isContradictory() ? NumberStyle.VIETNAMESE : ofTable.orElse(NumberStyle.VIETNAMESE);
    }

    private static NumberStyle askForNumbers(
            Leaf leaf, Place place, String sample, Questions questions, Consumer<Problem> problems) {
        var question = new Question(
                Question.Kind.NUMBER_STYLE,
                leaf.title(),
                place,
                sample,
                List.of(Answer.Fixed.VIETNAMESE, Answer.Fixed.ENGLISH));
        var answer = questions.ask(question);
        if (!questions.isAnswered(question)) {
            problems.accept(warning(
                    "READ-NUMBER-STYLE",
                    place,
                    leaf.title(),
                    sample,
                    NumberStyle.VIETNAMESE.read(sample).orElseThrow().toPlainString()));
        }
        return answer == Answer.Fixed.ENGLISH ? NumberStyle.ENGLISH : NumberStyle.VIETNAMESE;
    }

    private static DateStyle date(Leaf leaf, List<GridCell> cells, Questions questions, Consumer<Problem> problems) {
        var evidence = DateStyle.of(texts(cells));
        if (!evidence.isContradictory()) {
            return evidence.style().orElse(DateStyle.DAY_FIRST);
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
        return answer == Answer.Fixed.MONTH_FIRST ? DateStyle.MONTH_FIRST : DateStyle.DAY_FIRST;
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

    DateStyle date(Leaf leaf) {
        return dates.getOrDefault(leaf, DateStyle.DAY_FIRST);
    }
}
