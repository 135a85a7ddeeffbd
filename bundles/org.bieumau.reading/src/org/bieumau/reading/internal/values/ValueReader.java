/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Term;
import org.bieumau.model.Value;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.Texts;

/** Reads cells as values of the types of their columns. A value of another type is kept as a text and reported. */
public final class ValueReader {

    private final ColumnStyles styles;
    private final Questions questions;
    private final Consumer<Problem> problems;

    /**
     * Creates a reader.
     *
     * @param values the cells of each column with numbers or dates, from which their style is determined
     * @param totals the cells of each column with totals
     * @param problems receives a problem for each value that is doubtful or does not fit, unless the user decided it
     */
    public ValueReader(
            Map<Leaf, List<GridCell>> values,
            Map<Leaf, List<GridCell>> totals,
            Questions questions,
            Consumer<Problem> problems) {
        this.questions = questions;
        this.problems = problems;
        styles = new ColumnStyles(values, totals, questions, problems);
    }

    /**
     * Reads the value of a row in a column; empty if the user does not want it to be read.
     *
     * @param cells cells with text; several if the entry takes several rows of the sheet
     * @param text the text of the cells
     */
    public Optional<Value> read(Leaf leaf, List<GridCell> cells, String text) {
        var cell = cells.getFirst();
        if (cells.stream().anyMatch(ValueReader::isStruckOut) && !takesStruckOut(leaf, cell, text)) {
            return Optional.empty();
        }
        for (var each : cells) {
            each.paragraphs().stream()
                    .filter(paragraph -> paragraph.flags().contains(Flag.TEXT_BOX)
                            && each.paragraphs().size() > 1
                            && !Texts.line(paragraph.text()).isEmpty())
                    .forEach(box -> report("READ-TEXT-BOX", each, leaf.title(), shortened(box.text())));
        }
        var value = switch (leaf.type()) {
            case NUMBER, MONEY -> number(leaf, cell).map(ValueReader::value);
            case DATE -> date(leaf, cell).map(ValueReader::value);
            case MARK ->
                Optional.of(text.strip())
                        .map(Entries::text)
                        .filter(Entries::isMark)
                        .<Value>map(mark -> BieumauFactory.eINSTANCE.createMarkValue());
            case CHOICE -> term(leaf, text).map(ValueReader::value);
            case PROSE -> Optional.<Value>of(prose(cells, text));
            default -> Optional.<Value>of(Entries.text(text));
        };
        return value.isPresent() ? value : misfit(leaf, cell, text);
    }

    private boolean takesStruckOut(Leaf leaf, GridCell cell, String text) {
        var question = question(Question.Kind.STRUCK_OUT, leaf, cell, text, List.of());
        var answer = questions.ask(question);
        if (!questions.isAnswered(question)) {
            report("READ-STRUCK-OUT", cell, leaf.title(), shortened(text));
        }
        return answer != Answer.Fixed.LEAVE;
    }

    /** Returns what is read for a text that does not fit its column. */
    private Optional<Value> misfit(Leaf leaf, GridCell cell, String text) {
        var terms = terms(leaf);
        var question = question(
                Question.Kind.VALUE,
                leaf,
                cell,
                text,
                terms.stream()
                        .filter(term -> term.getTitle() != null)
                        .map(term -> new Answer.TermOf(term.getTitle()))
                        .toList());
        var answer = questions.ask(question);
        if (!questions.isAnswered(question)) {
            report("READ-TYPE", cell, shortened(text), leaf.title(), leaf.type().getLiteral());
        }
        return switch (answer) {
            case Answer.TermOf(var title) -> term(terms, title).map(ValueReader::value);
            case Answer.Fixed.LEAVE -> Optional.empty();
            case Answer.Fixed other -> Optional.of(Entries.text(text));
        };
    }

    private static Question question(
            Question.Kind kind, Leaf leaf, GridCell cell, String text, List<Answer.TermOf> terms) {
        var answers = new ArrayList<Answer>(List.of(Answer.Fixed.TAKE, Answer.Fixed.LEAVE));
        answers.addAll(terms);
        return new Question(kind, leaf.title(), cell.place(), shortened(text), answers);
    }

    /** Whether a cell has text that is struck out, all or a part of it. */
    private static boolean isStruckOut(GridCell cell) {
        return cell.has(Flag.STRUCK_OUT)
                || cell.paragraphs().stream()
                        .flatMap(paragraph -> paragraph.runs().stream())
                        .anyMatch(run -> run.flags().contains(Flag.STRUCK_OUT)
                                && !run.text().isBlank());
    }

    private void report(String code, GridCell cell, Object... arguments) {
        problems.accept(ColumnStyles.warning(code, cell.place(), arguments));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static Value prose(List<GridCell> cells, String text) {
        var paragraphs = cells.size() == 1
                ? cells.getFirst().paragraphs()
                : List.<org.bieumau.core.source.SourceItem.Paragraph>of();
        return paragraphs.isEmpty()
                ? ProseBuilder.of(Arrays.asList(text.split("\n")))
                : ProseBuilder.ofParagraphs(paragraphs);
    }

    /** Returns the number of a cell; empty if it has none. */
    public Optional<BigDecimal> number(Leaf leaf, GridCell cell) {
        if (cell.stored() instanceof BigDecimal stored) {
            return Optional.of(cell.text().endsWith("%") ? stored.scaleByPowerOfTen(2) : stored);
        }
        return cell.kind() == Kind.TEXT || cell.kind() == Kind.NUMBER
                ? styles.number(leaf).read(cell.text())
                : Optional.empty();
    }

    private Optional<PartialDate> date(Leaf leaf, GridCell cell) {
        if (cell.stored() instanceof LocalDateTime stored) {
            return Optional.of(PartialDate.of(stored.toLocalDate()));
        }
        return styles.date(leaf).read(cell.text());
    }

    private static Optional<Term> term(Leaf leaf, String text) {
        return term(terms(leaf), text);
    }

    private static List<Term> terms(Leaf leaf) {
        var vocabulary = leaf.source().getVocabulary();
        return vocabulary == null || vocabulary.eIsProxy() ? List.of() : vocabulary.getTerms();
    }

    /** Returns the term with a title or synonym. Diacritics may differ if only one term then fits. */
    public static Optional<Term> term(List<Term> terms, String text) {
        var name = text.strip();
        var alike = terms.stream()
                .filter(term -> names(term).contains(VietnameseText.fold(name)))
                .toList();
        return alike.stream()
                .filter(term -> name.equalsIgnoreCase(term.getTitle()))
                .findFirst()
                .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty());
    }

    private static List<String> names(Term term) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.ofNullable(term.getTitle()), term.getSynonyms().stream())
                .map(VietnameseText::fold)
                .collect(Collectors.toList());
    }

    private static Value value(BigDecimal number) {
        var value = BieumauFactory.eINSTANCE.createNumberValue();
        value.setNumber(number);
        return value;
    }

    private static Value value(PartialDate date) {
        var value = BieumauFactory.eINSTANCE.createDateValue();
        value.setDate(date);
        return value;
    }

    private static Value value(Term term) {
        var value = BieumauFactory.eINSTANCE.createTermValue();
        value.setTerm(term);
        return value;
    }
}
