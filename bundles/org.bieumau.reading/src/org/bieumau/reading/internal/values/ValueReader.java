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
import java.util.regex.Pattern;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Term;
import org.bieumau.model.Value;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.shape.Phrases;

/** Reads cells as values of the types of their columns. A value of another type is kept as a text and reported. */
public final class ValueReader {

    /** A time of day, which a date that is shown without one may still have in the file. */
    private static final Pattern TIME = Pattern.compile("\\d:\\d\\d");

    private final ColumnStyles styles;
    private final Questions questions;
    private final Consumer<Problem> problems;
    /** Whether a placeholder of a program was reported; one is enough for all. */
    private boolean hasTags;

    /**
     * Creates a reader.
     *
     * @param values the cells of each column with numbers or dates, from which their style is determined
     * @param totals the cells of each column with totals
     * @param formulas decides on the style of columns whose values and totals do not suffice
     * @param problems receives a problem for each value that is doubtful or does not fit, unless the user decided it
     */
    public ValueReader(
            Map<Leaf, List<GridCell>> values,
            Map<Leaf, List<GridCell>> totals,
            StyleEvidence formulas,
            Questions questions,
            Consumer<Problem> problems) {
        this.questions = questions;
        this.problems = problems;
        styles = new ColumnStyles(values, totals, formulas, questions, problems);
    }

    /**
     * Reads the value of a row in a column; empty if the user does not want it to be read. There is no value if the
     * text says that a mark is not set.
     *
     * @param cells cells with text; several if the entry takes several rows of the sheet
     * @param text the text of the cells
     */
    public Optional<CellReader.Reading> read(Leaf leaf, List<GridCell> cells, String text) {
        var cell = cells.getFirst();
        if (isAnyStruckOut(cells) && !takesStruckOut(leaf, cell, text)) {
            return Optional.empty();
        }
        for (var each : cells) {
            if (each.paragraphs().size() > 1) {
                each.paragraphs().stream()
                        .filter(paragraph -> paragraph.flags().contains(Flag.TEXT_BOX)
                                && !Texts.line(paragraph.text()).isEmpty())
                        .forEach(box -> report("READ-TEXT-BOX", each, leaf.title(), shortened(box.text())));
            }
        }
        var reading = leaf.type() == ColumnType.PROSE
                ? new CellReader.Reading(prose(cells, text), true)
                : new CellReader(leaf.source(), leaf.type(), styles.number(leaf), styles.date(leaf))
                        .read(stored(leaf, cell, text));
        return reading.fits() ? Optional.of(reading) : misfit(leaf, cell, text);
    }

    /** Returns what the file stores in a cell if the type of the column needs it, else the text that is seen. */
    private static Object stored(Leaf leaf, GridCell cell, String text) {
        return switch (leaf.type()) {
            case NUMBER, MONEY ->
                cell.stored() instanceof BigDecimal
                        ? cell.number(NumberStyle.VIETNAMESE).orElseThrow()
                        : cell.text();
            case DATE ->
                cell.stored() instanceof LocalDateTime moment
                        ? TIME.matcher(cell.text()).find() ? moment : moment.toLocalDate()
                        : cell.text();
            default -> text;
        };
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
    private Optional<CellReader.Reading> misfit(Leaf leaf, GridCell cell, String text) {
        if (Phrases.isTag(text)) {
            if (!hasTags) {
                hasTags = true;
                report("READ-TAG", cell, shortened(text));
            }
            return Optional.of(new CellReader.Reading(Entries.text(text), false));
        }
        var terms = Terms.of(leaf.source().getVocabulary());
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
            case Answer.TermOf(var title) -> Terms.among(terms, title).map(ValueReader::reading);
            case Answer.Fixed.LEAVE -> Optional.empty();
            case Answer.Fixed other -> Optional.of(new CellReader.Reading(Entries.text(text), false));
        };
    }

    private static Question question(
            Question.Kind kind, Leaf leaf, GridCell cell, String text, List<Answer.TermOf> terms) {
        var answers = new ArrayList<Answer>(List.of(Answer.Fixed.TAKE, Answer.Fixed.LEAVE));
        answers.addAll(terms);
        return new Question(kind, leaf.title(), cell.place(), shortened(text), answers);
    }

    private static boolean isAnyStruckOut(List<GridCell> cells) {
        for (var cell : cells) {
            if (isStruckOut(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell has text that is struck out, all or a part of it. */
    private static boolean isStruckOut(GridCell cell) {
        if (cell.has(Flag.STRUCK_OUT)) {
            return true;
        }
        for (var paragraph : cell.paragraphs()) {
            for (var run : paragraph.runs()) {
                if (run.flags().contains(Flag.STRUCK_OUT) && !run.text().isBlank()) {
                    return true;
                }
            }
        }
        return false;
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
        return cell.number(styles.number(leaf));
    }

    private static CellReader.Reading reading(Term term) {
        var value = BieumauFactory.eINSTANCE.createTermValue();
        value.setTerm(term);
        return new CellReader.Reading(value, true);
    }
}
