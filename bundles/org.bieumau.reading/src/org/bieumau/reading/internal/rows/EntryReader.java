/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;

/** Reads rows of a table as entries: rows that are printed with the form, and rows that were added to it. */
final class EntryReader {

    /** Length from which a title may continue in the row below, in characters. */
    private static final int LONG_TITLE = 200;

    private final MappedTable table;
    private final Grid grid;
    private final GivenRowMatcher given;
    private final CellReader cells;
    private final FormFiller filler;
    private final RowWarnings warnings;

    EntryReader(MappedTable table, GivenRowMatcher given, CellReader cells, FormFiller filler, RowWarnings warnings) {
        this.table = table;
        grid = table.grid();
        this.given = given;
        this.cells = cells;
        this.filler = filler;
        this.warnings = warnings;
    }

    /** Returns the row after the last one of an entry. Rows that share a merged cell belong to one entry. */
    int end(int row) {
        var end = row + 1;
        while (end < grid.height() && mayContinue(table.shape().kinds().get(end)) && continues(end)) {
            end++;
        }
        return end;
    }

    private static boolean mayContinue(RowKind kind) {
        return kind == RowKind.BODY || kind == RowKind.HIDDEN;
    }

    private boolean continues(int row) {
        return isHeld(row)
                && table.columns().entrySet().stream()
                        .allMatch(each -> isText(each.getKey())
                                || table.shape().cells(row, each.getValue()).isEmpty())
                && !isNamed(row);
    }

    /**
     * Whether a row that is held by a merged cell has a title of its own, so that it only shares a value with the row
     * above. A title that continues is a long one, and everything else of its row is merged.
     */
    private boolean isNamed(int row) {
        var title = table.titleColumn();
        if (title.isEmpty()
                || !begins(title.get(), row)
                || table.ordinalColumn().filter(each -> isHeld(each, row)).isPresent()) {
            return false;
        }
        var above = grid.at(row - 1, title.get().first());
        return above == null
                || above.text().length() < LONG_TITLE
                || !table.columns().values().stream().allMatch(each -> each == title.get() || isHeld(each, row));
    }

    private boolean begins(ShapeColumn column, int row) {
        return !table.shape().cells(row, column).isEmpty();
    }

    private boolean isHeld(int row) {
        for (var column : table.columns().values()) {
            if (isHeld(column, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean isHeld(ShapeColumn column, int row) {
        return grid.at(row, column.first()) instanceof GridCell cell && cell.row() < row;
    }

    private static boolean isText(Leaf leaf) {
        return leaf.type() == ColumnType.PROSE || leaf.type() == ColumnType.TEXT;
    }

    /**
     * Reads an entry; reports a row that the form does not allow.
     *
     * @param rows indexes of its rows, at least one
     */
    void read(List<Integer> rows) {
        var first = rows.getFirst();
        var entry = BieumauFactory.eINSTANCE.createEntry();
        var row = givenRow(first);
        if (row.isPresent()) {
            entry.setIndicator(row.get().source());
        } else if (!given.isEmpty()) {
            if (!mayBeAdded()) {
                reportUnknown(first);
                return;
            }
            given.last().ifPresent(last -> entry.setParent(parent(last).source()));
        }
        cells.read(entry, rows, row);
        if (entry.getTitle() != null || !entry.getCells().isEmpty() || row.isEmpty()) {
            filler.add(entry, grid.rowNumber(first));
        }
    }

    private void reportUnknown(int row) {
        if (label(row).filter(given::isIgnored).isPresent()) {
            return;
        }
        var alternatives =
                label(row).map(label -> given.alternatives(ordinal(row), label)).orElse(List.of());
        if (alternatives.isEmpty()) {
            warnings.row("READ-ROW-UNKNOWN", row);
        } else {
            warnings.row(
                    "READ-ROW-ALIKE",
                    row,
                    alternatives.stream()
                            .map(each -> "«" + String.join(" / ", each.titles()) + "»")
                            .collect(Collectors.joining(", ")));
        }
        given.passUnknown();
    }

    private Optional<GivenRow> givenRow(int row) {
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return label(row)
                .filter(label -> given.alternatives(ordinal(row), label).isEmpty())
                .flatMap(label -> given.find(ordinal(row), label));
    }

    private Optional<String> label(int row) {
        return table.titleColumn().map(title -> grid.at(row, title.first())).map(GridCell::text);
    }

    private String ordinal(int row) {
        return table.ordinalColumn()
                .map(column -> grid.at(row, column.first()))
                .map(GridCell::text)
                .orElse("");
    }

    private boolean mayBeAdded() {
        return given.last()
                .map(last -> last.list().isExtensible() || parent(last).source().isExtensible())
                .orElse(false);
    }

    private static GivenRow parent(GivenRow last) {
        return last.source().isExtensible() ? last : last.parent().orElse(last);
    }
}
