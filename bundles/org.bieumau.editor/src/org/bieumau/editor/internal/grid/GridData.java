/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.FormTable.Row;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.editor.internal.Worst;
import org.eclipse.nebula.widgets.nattable.data.ISpanningDataProvider;
import org.eclipse.nebula.widgets.nattable.layer.cell.DataCell;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.validation.Issue;

/**
 * Data of the table of a form: its rows except those of collapsed sections, in the order of the form or sorted by a
 * column.
 */
final class GridData implements ISpanningDataProvider {

    /** Writes an edited cell. */
    interface Writer {
        void write(Id row, int column, String written);
    }

    /**
     * Cell with an open editor.
     *
     * @param written the source of the cell when the editor was opened or last committed
     */
    private record Open(Id row, int column, String written) {}

    /** A cell, by its indexes among the rows shown and the columns. */
    record Place(int row, int column) {}

    private final Writer writer;
    private FormTable table;
    private List<Row> shown = List.of();
    private final Set<Integer> closed = new HashSet<>();
    /** What the rows shown must contain, without diacritics; empty for all rows. */
    private String filter = "";

    private int sortColumn = -1;
    private boolean descending;
    private Map<Place, List<Issue>> problems = Map.of();
    /** Cell whose editor was opened last; null for none. */
    private Open open;

    GridData(FormTable table, Writer writer) {
        this.writer = writer;
        set(table);
    }

    FormTable table() {
        return table;
    }

    void set(FormTable newTable) {
        if (open != null && table != null) {
            open = followed(open, table.rows(), newTable.rows());
        }
        table = newTable;
        problems = Map.of();
        arrange();
    }

    /** Returns the open cell after rows before it have been inserted or removed. */
    private static Open followed(Open open, List<Row> before, List<Row> now) {
        var shift = now.size() - before.size();
        for (int i = 0; shift != 0 && i < before.size(); i++) {
            if (before.get(i).id().equals(open.row())) {
                var stays = i < now.size()
                        && now.get(i).cells().equals(before.get(i).cells());
                var to = stays ? i : i + shift;
                return to >= 0 && to < now.size() ? new Open(now.get(to).id(), open.column(), open.written()) : open;
            }
        }
        return open;
    }

    /** Returns the rows shown. */
    List<Row> rows() {
        return shown;
    }

    Row row(int position) {
        return shown.get(position);
    }

    private void arrange() {
        var rows = new ArrayList<Row>();
        var part = new ArrayList<Row>();
        for (var row : table.rows()) {
            if (!row.id().isEntry()) {
                flush(part, rows);
            }
            var isOpen = !closed.contains(row.id().section());
            if (row.id().isHeading()) {
                removeEmptyHeading(rows);
                rows.add(row);
            } else if (row.id().isTotal()) {
                if (isOpen && !isFiltered()) {
                    rows.add(row);
                }
            } else if (isOpen && (!isFiltered() || matches(row))) {
                part.add(row);
            }
        }
        flush(part, rows);
        removeEmptyHeading(rows);
        shown = rows;
    }

    /** Removes the last row if it is the heading of a section all of whose rows are filtered out. */
    private void removeEmptyHeading(List<Row> rows) {
        if (isFiltered()
                && !rows.isEmpty()
                && rows.getLast().id().isHeading()
                && !closed.contains(rows.getLast().id().section())) {
            rows.removeLast();
        }
    }

    private boolean matches(Row row) {
        return row.cells().stream()
                .anyMatch(cell -> VietnameseText.fold(cell.shown()).contains(filter));
    }

    /**
     * Shows only the rows that contain a text.
     *
     * @param text the text, also without diacritics; empty to show all rows
     */
    void filter(String text) {
        filter = VietnameseText.fold(text.strip());
        arrange();
    }

    boolean isFiltered() {
        return !filter.isEmpty();
    }

    /** Returns the number of rows to fill in that are shown. */
    long countShown() {
        return shown.stream().filter(row -> row.id().isEntry()).count();
    }

    private void flush(List<Row> part, List<Row> rows) {
        if (sortColumn >= 0 && sortColumn < table.columns().size()) {
            var words = VietnameseText.order();
            Comparator<String> order = switch (table.columns().get(sortColumn).type()) {
                case NUMBER, MONEY, ORDINAL, COMPUTED -> Comparator.comparingDouble(GridData::number);
                default -> words;
            };
            var byCell = Comparator.comparing(
                    (Row row) -> row.cells().get(sortColumn).shown(), order);
            part.sort(descending ? byCell.reversed() : byCell);
        }
        rows.addAll(part);
        part.clear();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.replace(".", "").replace(',', '.'));
        } catch (NumberFormatException e) {
            return Double.NEGATIVE_INFINITY;
        }
    }

    /** Expands or collapses a section. */
    void toggle(int section) {
        if (!closed.remove(section)) {
            closed.add(section);
        }
        arrange();
    }

    /** Expands a section, so that the next rows set are shown. */
    void expand(int section) {
        closed.remove(section);
    }

    boolean isClosed(int section) {
        return closed.contains(section);
    }

    /**
     * Sorts the rows within each section by a column. Repeated calls switch from ascending to descending to unsorted.
     */
    void sort(int column) {
        if (sortColumn != column) {
            sortColumn = column;
            descending = false;
        } else if (!descending) {
            descending = true;
        } else {
            sortColumn = -1;
        }
        arrange();
    }

    /** Returns the title of a column, followed by an arrow if the rows are sorted by it. */
    String title(int column) {
        var title = table.columns().get(column).title();
        return column != sortColumn ? title : title + (descending ? " ▼" : " ▲");
    }

    void problems(List<Issue> issues) {
        var byOffset = new TreeMap<Integer, Integer>();
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().isEntry()) {
                byOffset.put(shown.get(i).offset(), i);
            }
        }
        Map<Place, List<Issue>> found = new HashMap<>();
        for (var issue : issues) {
            var row = issue.getOffset() == null ? null : byOffset.floorEntry(issue.getOffset());
            if (row != null
                    && issue.getOffset()
                            < row.getKey()
                                    + Math.max(1, shown.get(row.getValue()).length())) {
                found.computeIfAbsent(
                                new Place(row.getValue(), column(shown.get(row.getValue()), issue.getOffset())),
                                key -> new ArrayList<>())
                        .add(issue);
            }
        }
        problems = found;
    }

    /** Returns the cell of a place in the text, among the rows shown; empty if no row is there. */
    Optional<Place> cellAt(int offset) {
        for (int i = 0; i < shown.size(); i++) {
            var row = shown.get(i);
            if (row.id().isEntry() && offset >= row.offset() && offset < row.offset() + Math.max(1, row.length())) {
                return Optional.of(new Place(i, column(row, offset)));
            }
        }
        return Optional.empty();
    }

    /** Returns the section of a place in the text; -1 if it is outside sections. */
    int sectionAt(int offset) {
        return table.rows().stream()
                .filter(row -> row.id().isEntry()
                        && offset >= row.offset()
                        && offset < row.offset() + Math.max(1, row.length()))
                .mapToInt(row -> row.id().section())
                .findFirst()
                .orElse(-1);
    }

    /** Returns the column of a problem, or the first editable column if the problem concerns the row as a whole. */
    private int column(Row row, int offset) {
        for (int i = 0; i < row.cells().size(); i++) {
            var cell = row.cells().get(i);
            if (cell.offset() >= 0 && offset >= cell.offset() && offset < cell.offset() + Math.max(1, cell.length())) {
                return i;
            }
        }
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).isEditable()) {
                return i;
            }
        }
        return 0;
    }

    /** Returns the problems of a cell. */
    List<Issue> problems(int column, int row) {
        return problems.getOrDefault(new Place(row, column), List.of());
    }

    /** Returns the greatest severity of the problems of a row; {@link Severity#IGNORE} if it has none. */
    Severity severity(int row) {
        var worst = Severity.IGNORE;
        for (int i = 0; i < getColumnCount(); i++) {
            worst = Worst.of(worst, Worst.of(problems(i, row)));
        }
        return worst;
    }

    // Data provider

    @Override
    public Object getDataValue(int column, int row) {
        if (row >= shown.size() || column >= table.columns().size()) {
            return "";
        }
        var line = shown.get(row);
        if (line.id().isHeading()) {
            return (isClosed(line.id().section()) ? "▸ " : "▾ ") + line.label();
        }
        return line.cells().get(column).shown();
    }

    /** Returns whether the user can fill in a cell. */
    boolean isEditable(int column, int row) {
        return row >= 0
                && row < shown.size()
                && column < table.columns().size()
                && table.isEditable(column, shown.get(row));
    }

    /** Returns where a cell was read from; {@link Origin#NONE} if that is not known. */
    Origin origin(int column, int row) {
        return row >= 0 && row < shown.size() && !shown.get(row).id().isHeading()
                ? shown.get(row).cells().get(column).origin()
                : Origin.NONE;
    }

    /** Returns the source of a cell, which is what the user edits; empty for a heading. */
    String written(int column, int row) {
        return row >= 0 && row < shown.size() && !shown.get(row).id().isHeading()
                ? shown.get(row).cells().get(column).written()
                : "";
    }

    /** Called when the editor of a cell is opened. */
    void opened(int column, int row) {
        open = new Open(row(row).id(), column, written(column, row));
    }

    /** Returns whether a value differs from the value that the open editor started with. */
    boolean isNew(Object value) {
        return !text(value).equals(open.written());
    }

    /** Returns the change that writes a value to the cell with the open editor. */
    Change change(Object value) {
        return new Change(open.row(), open.column(), text(value));
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** Returns whether the cell with the open editor has been changed since by other means, for example by undo. */
    boolean isChanged() {
        return isNew(written(open.column(), position(open.row())));
    }

    /** Returns the source of the cell with the open editor, which the editor starts with again. */
    String reopened() {
        open = new Open(open.row(), open.column(), written(open.column(), position(open.row())));
        return open.written();
    }

    /** Writes the cell with the open editor. A value that was not edited is not written: the text may be newer. */
    @Override
    public void setDataValue(int column, int row, Object value) {
        if (isNew(value)) {
            var change = change(value);
            open = new Open(open.row(), open.column(), change.written());
            writer.write(change.row(), change.column(), change.written());
        }
    }

    /** Returns the position of a row among the rows shown; -1 if it is not shown. */
    int position(Id row) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).id().equals(row)) {
                return i;
            }
        }
        return -1;
    }

    // Ways through the table

    private boolean isFilled(int column, int row) {
        return !shown.get(row).cells().get(column).shown().isEmpty();
    }

    private boolean isInside(int column, int row) {
        return column >= 0 && column < getColumnCount() && row >= 0 && row < getRowCount();
    }

    /** Returns the next cell in a direction, past the headings of sections; empty at the edge of the table. */
    private Optional<Place> neighbour(Place from, int columns, int rows) {
        var column = from.column() + columns;
        var row = from.row() + rows;
        while (rows != 0 && isInside(column, row) && shown.get(row).id().isHeading()) {
            row += rows;
        }
        return isInside(column, row) ? Optional.of(new Place(row, column)) : Optional.empty();
    }

    /**
     * Returns where a jump in a direction ends: the last filled cell of the block the cell is in, or the first filled
     * cell after empty ones, or the edge of the table.
     */
    Place blockEnd(int column, int row, int columns, int rows) {
        var at = new Place(row, column);
        if (shown.get(row).id().isHeading() && columns != 0) {
            return at;
        }
        var next = neighbour(at, columns, rows);
        var inBlock = next.isPresent()
                && !shown.get(row).id().isHeading()
                && isFilled(column, row)
                && isFilled(next.get().column(), next.get().row());
        while (next.isPresent()) {
            var isFilled = isFilled(next.get().column(), next.get().row());
            if (inBlock && !isFilled) {
                return at;
            }
            at = next.get();
            if (!inBlock && isFilled) {
                return at;
            }
            next = neighbour(at, columns, rows);
        }
        return at;
    }

    /** Returns the next cell, or the previous one, that the user can fill in, row by row; empty if there is none. */
    Optional<Place> nextToFill(int column, int row, boolean forward) {
        var columns = getColumnCount();
        var step = forward ? 1 : -1;
        for (int i = row * columns + column + step; i >= 0 && i < getRowCount() * columns; i += step) {
            if (isEditable(i % columns, i / columns)) {
                return Optional.of(new Place(i / columns, i % columns));
            }
        }
        return Optional.empty();
    }

    @Override
    public int getColumnCount() {
        return table.columns().size();
    }

    @Override
    public int getRowCount() {
        return shown.size();
    }

    @Override
    public DataCell getCellByPosition(int column, int row) {
        return row < shown.size() && shown.get(row).id().isHeading()
                ? new DataCell(0, row, getColumnCount(), 1)
                : new DataCell(column, row);
    }
}
