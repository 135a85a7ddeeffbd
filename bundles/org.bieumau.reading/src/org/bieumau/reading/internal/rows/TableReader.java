/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.OtherHeader;
import org.bieumau.reading.internal.shape.Phrases;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.values.Answer;
import org.bieumau.reading.internal.values.Question;
import org.bieumau.reading.internal.values.Questions;
import org.bieumau.reading.internal.values.ValueReader;

/** Reads the rows of one table into a form, each by its kind. */
final class TableReader {

    private final MappedTable table;
    private final GivenRowMatcher given;
    private final Ledger ledger;
    private final Questions questions;
    private final ValueReader values;
    private final RowWarnings warnings;
    private final EntryReader entries;
    private final SectionRows sections;
    private final OtherHeader other;
    private final TotalRows totalRows;

    TableReader(
            FormMatch match,
            Form form,
            FormSource source,
            GivenRowMatcher given,
            Computed computed,
            Totals totals,
            Ledger ledger,
            Questions questions,
            Consumer<Problem> problems) {
        table = MappedTable.of(match);
        other = new OtherHeader(table.shape());
        this.given = given;
        this.ledger = ledger;
        this.questions = questions;
        values = new ValueReader(
                table.styledCells(RowKind.BODY),
                table.styledCells(RowKind.TOTAL),
                new TableFormulas(table),
                questions,
                problems);
        warnings = new RowWarnings(table.grid(), problems);
        totals.beginTable();
        var filler = new FormFiller(form, source);
        var cells = new CellReader(table, values, computed, totals, ledger, warnings);
        entries = new EntryReader(table, given, cells, filler, warnings);
        sections = new SectionRows(table, filler, totals, ledger, warnings);
        totalRows = new TotalRows(table, values, totals, ledger, warnings);
    }

    void read() {
        var header = other.find();
        var end = header.isPresent()
                ? other.start(header.getAsInt())
                : table.grid().height();
        var row = table.shape().top();
        while (row < end) {
            row = read(row);
        }
        // What follows is kept as leftovers: its columns are others.
        header.ifPresent(below -> warnings.row("READ-TABLE-BELOW", below));
    }

    /** Reads a row and returns the next one. */
    private int read(int row) {
        switch (table.shape().kinds().get(row)) {
            case HEADER, NUMBERS, HEADER_AGAIN, ORDINAL_ONLY -> useAsLabel(row);
            case SECTION -> {
                return readSection(row);
            }
            case TOTAL -> {
                return readTotal(row);
            }
            case HIDDEN -> {
                return readIfWanted(Question.Kind.HIDDEN_ROW, "READ-HIDDEN-ROW", row);
            }
            case SAMPLE -> {
                return readIfWanted(Question.Kind.SAMPLE_ROW, "READ-SAMPLE-ROW", row);
            }
            case BELOW -> {
                if (table.grid().cells(row).stream().filter(this::isNumber).count() > 1) {
                    warnings.row("READ-ROW-BELOW", row);
                }
            }
            case BODY -> {
                return readBody(row);
            }
            case ABOVE, INSTRUCTION, AND_SO_ON, EMPTY -> {}
        }
        return row + 1;
    }

    /** Reads an entry that is not read unless the user wants it, and returns the row after its last one. */
    private int readIfWanted(Question.Kind kind, String code, int row) {
        var end = entries.end(row);
        if (isWanted(kind, code, row)) {
            entries.read(IntStream.range(row, end).boxed().toList());
        }
        return end;
    }

    private boolean isWanted(Question.Kind kind, String code, int row) {
        var question = new Question(
                kind, "", warnings.place(row), warnings.text(row), List.of(Answer.Fixed.LEAVE, Answer.Fixed.TAKE));
        if (questions.ask(question) == Answer.Fixed.TAKE) {
            return true;
        }
        if (!questions.isAnswered(question)) {
            warnings.row(code, row);
        }
        return false;
    }

    /** Reads an entry without the hidden rows in it, and returns the row after its last one. */
    private int readEntry(int row) {
        var end = entries.end(row);
        entries.read(IntStream.range(row, end)
                .filter(each -> table.shape().kinds().get(each) != RowKind.HIDDEN
                        || isWanted(Question.Kind.HIDDEN_ROW, "READ-HIDDEN-ROW", each))
                .boxed()
                .toList());
        return end;
    }

    private void useAsLabel(int row) {
        table.grid().cells(row).forEach(cell -> ledger.use(cell, Use.LABEL));
    }

    private boolean isNumber(GridCell cell) {
        return table.columns().entrySet().stream()
                .filter(each -> each.getValue().first() == cell.column())
                .anyMatch(each -> values.number(each.getKey(), cell).isPresent());
    }

    private int readSection(int row) {
        var cells = table.cells(row).stream()
                .filter(cell -> !Phrases.isPunctuation(cell.text()))
                .toList();
        if (given.isSection(String.join(" ", cells.stream().map(GridCell::text).toList()))) {
            useAsLabel(row);
        } else if (!given.isExpected(cells.getLast().text()) && sections.isHeading(cells)) {
            sections.read(cells);
            table.cells(row).stream()
                    .filter(cell -> !cells.contains(cell))
                    .forEach(cell -> ledger.use(cell, Use.LABEL));
        } else {
            return readEntry(row);
        }
        return row + 1;
    }

    private int readTotal(int row) {
        var cells = table.cells(row);
        if (given.isExpected(cells.getFirst().text()) || !totalRows.isTotal(row)) {
            return readEntry(row);
        }
        totalRows.read(row, cells);
        return row + 1;
    }

    private int readBody(int row) {
        var cells = table.cells(row);
        if (sections.isKnownHeading(cells)) {
            sections.read(cells);
            return row + 1;
        }
        return readEntry(row);
    }
}
