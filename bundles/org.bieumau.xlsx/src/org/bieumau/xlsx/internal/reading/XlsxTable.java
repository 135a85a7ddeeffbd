/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.bieumau.core.form.DataException;
import org.bieumau.core.internal.data.DataTable;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.spi.Progress;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.reading.Limits;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** The first visible sheet of a workbook with content, which is read row by row. */
final class XlsxTable implements DataTable {

    /** Number of rows in which the titles of columns are searched. */
    private static final int FIRST_ROWS = 40;

    private final WorkbookItems items;
    private final Queue<Row> waiting = new ArrayDeque<>();
    private final List<Problem> problems = new ArrayList<>();
    private SheetLabels labels;
    private Place.Cell sheet;
    private boolean hasRows;
    private boolean isOver;
    private int number = 1;
    /** The values of the current row, by column. */
    private Object[] values = {};
    /** The texts of cells that continue in the next rows, by column. */
    private String[] merged = {};

    private XlsxTable(WorkbookItems items) {
        this.items = items;
    }

    /**
     * Opens a workbook and reads the titles of its columns.
     *
     * @throws DataException if there are no titles, or the file cannot be read
     */
    static XlsxTable open(Path file) throws IOException {
        try {
            var parts = OpcPackage.open(file, Limits.DEFAULT);
            try {
                var table = new XlsxTable(WorkbookItems.open(parts, Progress.NONE));
                table.readLabels(Place.of(file.toString()));
                return table;
            } catch (IOException | ProblemException | RuntimeException e) {
                parts.close();
                throw e;
            }
        } catch (ProblemException e) {
            throw new DataException(e.problem());
        }
    }

    private void readLabels(Place file) throws IOException, ProblemException {
        var rows = new ArrayList<Row>();
        while (rows.size() < FIRST_ROWS && !isOver) {
            var row = read();
            if (row != null) {
                rows.add(row);
            }
        }
        labels = SheetLabels.of(rows);
        if (labels == null) {
            throw new ProblemException(
                    Problem.error(XlsxReadingMessages.ALL, "WORKBOOK-LABELS", sheet == null ? file : sheet));
        }
        waiting.addAll(rows.subList(labels.rows(), rows.size()));
        number = rows.get(labels.rows() - 1).number();
        merged = new String[labels.labels().size()];
        var others = items.otherSheets(sheet.table());
        if (!others.isEmpty()) {
            var all = String.join(", ", others);
            problems.add(new Problem(
                    "WORKBOOK-SHEETS",
                    Severity.WARNING,
                    XlsxReadingMessages.ALL.text("WORKBOOK-SHEETS", sheet.table(), all),
                    sheet));
        }
    }

    /** Returns the next row of the sheet; null at its end, and for items other than rows. */
    private Row read() throws IOException, ProblemException {
        switch (items.next()) {
            case SourceItem.TableStart start when start.flags().isEmpty() -> sheet = (Place.Cell) start.place();
            case SourceItem.TableStart hidden -> sheet = null;
            case Row row
            when sheet != null -> {
                hasRows = true;
                return row;
            }
            case SourceItem.TableEnd end -> isOver = hasRows;
            case null -> isOver = true;
            default -> {
                // Rows of hidden sheets, and items other than content.
            }
        }
        return null;
    }

    @Override
    public List<String> labels() {
        return labels.labels();
    }

    @Override
    public boolean next() throws IOException {
        try {
            var row = waiting.poll();
            while (row == null && !isOver) {
                row = read();
            }
            if (row == null) {
                return false;
            }
            number = row.number();
            take(row);
            return true;
        } catch (ProblemException e) {
            throw new DataException(e.problem());
        }
    }

    private void take(Row row) {
        var width = row.cells().isEmpty() ? 0 : row.cells().getLast().column() - labels.first() + 1;
        values = new Object[Math.max(width, merged.length)];
        for (var cell : row.cells()) {
            var at = cell.column() - labels.first();
            if (at >= 0) {
                values[at] = value(cell, at);
            }
        }
    }

    /**
     * Returns the value of a cell. A text that is merged over several rows belongs to each of them. A number that is
     * shown as a percentage is the percentage, as in a text file: 12 for 12%.
     */
    private Object value(Cell cell, int at) {
        var isColumn = at < merged.length;
        if (cell.merge() == Merge.CONTINUED) {
            return isColumn ? merged[at] : null;
        }
        if (isColumn) {
            merged[at] = cell.merge() == Merge.START && cell.kind() == Kind.TEXT ? cell.shown() : null;
        }
        return switch (cell.kind()) {
            case BLANK -> null;
            case TEXT, ERROR -> cell.shown();
            case NUMBER ->
                cell.stored() instanceof BigDecimal number && cell.shown().endsWith("%")
                        ? number.scaleByPowerOfTen(2)
                        : cell.stored();
            case DATE, BOOLEAN -> cell.stored();
        };
    }

    @Override
    public int width() {
        return values.length;
    }

    @Override
    public Object cell(int column) {
        return values[column];
    }

    @Override
    public List<Problem> problems() {
        return problems;
    }

    @Override
    public Place place() {
        return new Place.Cell(sheet.file(), sheet.table(), CellNames.cell(labels.first(), number));
    }

    @Override
    public Place place(int column) {
        return new Place.Cell(sheet.file(), sheet.table(), CellNames.cell(labels.first() + column, number));
    }

    @Override
    public void close() throws IOException {
        items.close();
    }
}
