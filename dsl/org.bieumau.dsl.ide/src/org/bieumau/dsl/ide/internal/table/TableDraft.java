/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.FormTable.Row;
import org.bieumau.dsl.ide.internal.table.FormTable.TableCell;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.model.ColumnType;

/**
 * Applies changes to a table at once, as {@link TableCommands} applies them to the text a moment later. Until the text
 * has been read again, the ids of the rows are those that the next change needs. Ordinals, computed cells and offsets
 * stay as they are.
 */
public final class TableDraft {

    private TableDraft() {}

    /** Returns a table with other values in some cells. */
    public static FormTable written(FormTable table, List<Change> changes) {
        Map<Id, List<Change>> byRow = new HashMap<>();
        changes.forEach(each ->
                byRow.computeIfAbsent(each.row(), id -> new ArrayList<>()).add(each));
        return with(
                table,
                table.rows().stream()
                        .map(row -> byRow.containsKey(row.id()) ? written(table, row, byRow.get(row.id())) : row)
                        .toList());
    }

    private static Row written(FormTable table, Row row, List<Change> changes) {
        var cells = new ArrayList<>(row.cells());
        for (var change : changes) {
            var old = cells.get(change.column());
            var isProse = table.columns().get(change.column()).type() == ColumnType.PROSE;
            cells.set(
                    change.column(),
                    new TableCell(
                            isProse ? FormTable.unmarked(change.written()) : change.written(),
                            change.written(),
                            old.offset(),
                            old.length(),
                            old.isPrinted(),
                            old.origin()));
        }
        return new Row(row.id(), row.label(), cells, row.offset(), row.length());
    }

    /** Returns a table with empty rows; see {@link TableCommands#add}. */
    public static FormTable added(FormTable table, Id after, int count) {
        return rearranged(table, rows -> {
            var at = after == null ? end(rows) : index(rows, after) + 1;
            var place =
                    at == 0 ? 0 : rows.get(at - 1).offset() + rows.get(at - 1).length();
            var cells = Collections.nCopies(table.columns().size(), FormTable.EMPTY);
            rows.addAll(at, Collections.nCopies(count, new Row(new Id(-1, 0), "", cells, place, 0)));
        });
    }

    /** Returns a table without some rows; see {@link TableCommands#delete}. */
    public static FormTable deleted(FormTable table, List<Id> ids) {
        var gone = new HashSet<>(ids);
        return rearranged(
                table,
                rows -> rows.removeIf(
                        row -> gone.contains(row.id()) && !row.id().isTotal()
                                || gone.contains(new Id(row.id().section(), -1))
                                        && row.id().section() >= 0));
    }

    /** Returns a table with a copy of each row; see {@link TableCommands#copy}. */
    public static FormTable copied(FormTable table, List<Id> ids) {
        var chosen = new HashSet<>(ids);
        return rearranged(table, rows -> {
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (chosen.contains(rows.get(i).id()) && rows.get(i).id().isEntry()) {
                    rows.add(i + 1, rows.get(i));
                }
            }
        });
    }

    /** Returns a table in which a row has been moved up (-1) or down (1); see {@link TableCommands#move}. */
    public static FormTable moved(FormTable table, Id id, int by) {
        return rearranged(table, rows -> {
            var from = index(rows, id);
            var to = from + by;
            while (to >= 0 && to < rows.size() && rows.get(to).id().isTotal()) {
                to += by;
            }
            if (id.isEntry() && to >= 0 && to < rows.size()) {
                var other = rows.get(to).id();
                // A row moves past a heading only from one section to another.
                if (!other.isHeading() || id.section() >= 0 && id.section() + by >= 0) {
                    while (by < 0
                            && to > 0
                            && other.isHeading()
                            && rows.get(to - 1).id().isTotal()) {
                        to--;
                    }
                    rows.add(to, rows.remove(from));
                }
            }
        });
    }

    /** Returns the index after the last row, before the rows of totals. */
    private static int end(List<Row> rows) {
        var end = rows.size();
        while (end > 0 && rows.get(end - 1).id().isTotal()) {
            end--;
        }
        return end;
    }

    private static int index(List<Row> rows, Id id) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Changes the list of rows and numbers them again. A table with printed rows stays as it is until the text has been
     * read, since the numbers of its other rows depend on what is filled in.
     */
    private static FormTable rearranged(FormTable table, Consumer<List<Row>> change) {
        if (table.hasPrintedRows()) {
            return table;
        }
        var rows = new ArrayList<>(table.rows());
        change.accept(rows);
        var section = -1;
        var entry = 0;
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.id().isHeading()) {
                section++;
                entry = 0;
            }
            var id = row.id().isHeading()
                    ? new Id(section, -1)
                    : row.id().isTotal()
                            ? new Id(row.id().section() < 0 ? -1 : section, Id.TOTAL)
                            : new Id(section, entry++);
            rows.set(i, new Row(id, row.label(), row.cells(), row.offset(), row.length()));
        }
        return with(table, rows);
    }

    private static FormTable with(FormTable table, List<Row> rows) {
        return new FormTable(table.form(), table.columns(), table.groups(), table.sections(), rows);
    }
}
