/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import org.bieumau.core.internal.value.DateOrder;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/** Finds the row at which a table ends: a date, signatures or notes, or something else after a gap. */
final class TableEnd {

    /** Maximum number of cells of a row with signatures. */
    private static final int MOST_SIGNATURES = 4;

    private final TableBody body;
    private final Grid grid;

    TableEnd(TableBody body) {
        this.body = body;
        grid = body.grid();
    }

    /** Returns the index of the first row after the table. */
    int find() {
        var row = body.first();
        while (row < grid.height() && !isEnd(row)) {
            row++;
        }
        return row;
    }

    private boolean isEnd(int row) {
        var cells = grid.cells(row);
        if (cells.isEmpty() || row == body.first() || body.isContinued(row) || body.isNumbered(row)) {
            return false;
        }
        return isClosing(row, cells)
                || grid.isAfterGap(row)
                        && !isNamed(cells)
                        && !body.isTotal(cells)
                        && !isWideSection(cells)
                        && body.columns().size() > 2;
    }

    /** Returns whether a row has signatures or notes, and no row of data follows. */
    private boolean isClosing(int row, List<GridCell> cells) {
        var closing = cells.stream().filter(TableEnd::isClosing).count();
        var closesAlone = grid.isAfterGap(row)
                || !isNamed(cells.stream().filter(cell -> !isClosing(cell)).toList())
                        && cells.stream().anyMatch(cell -> Phrases.isDated(cell.text()) || Phrases.isNote(cell.text()));
        return closing > (closesAlone ? 0 : 1)
                && cells.size() <= MOST_SIGNATURES
                && cells.stream().noneMatch(HeaderFinder::isNumeric)
                && closing * 2 >= cells.size()
                && !hasDataBelow(row);
    }

    private static boolean isClosing(GridCell cell) {
        return Phrases.isSigned(cell.text()) || Phrases.isNote(cell.text());
    }

    private boolean isNamed(List<GridCell> cells) {
        var end = body.labels().end();
        return cells.stream().anyMatch(cell -> cell.column() < end && cell.columnEnd() <= end);
    }

    /** Returns whether a row below has an ordinal, is a total or a heading, or has as many cells as most rows. */
    private boolean hasDataBelow(int row) {
        for (int below = row + 1; below < grid.height(); below++) {
            var cells = body.cells(below);
            if (beginsWithOrdinal(below)
                    || !cells.isEmpty() && (body.isTotal(cells) || isHeading(cells) || isFilled(cells))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsWithOrdinal(int row) {
        return body.ordinals() instanceof ShapeColumn ordinals
                && grid.at(row, ordinals.first()) instanceof GridCell cell
                && cell.row() == row
                && Ordinal.of(cell.text()).isPresent();
    }

    private boolean isFilled(List<GridCell> cells) {
        return body.usual() > 2
                ? cells.size() >= body.usual() && cells.stream().noneMatch(TableEnd::isClosing)
                // Two cells are no more than signatures have, unless the second is a number or a date.
                : body.columns().size() == 2
                        && cells.size() == 2
                        && !isClosing(cells.getFirst())
                        && (HeaderFinder.isNumeric(cells.getLast())
                                || cells.getLast().kind() == Kind.DATE
                                || DateOrder.DAY_FIRST
                                        .read(cells.getLast().text())
                                        .isPresent());
    }

    /** Returns whether a row is the heading of a section: one cell over several columns, with a Roman numeral. */
    private static boolean isHeading(List<GridCell> cells) {
        return cells.size() == 1
                && cells.getFirst().columnEnd() - cells.getFirst().column() > 1
                && Ordinal.before(cells.getFirst().text())
                        .filter(before -> before.ordinal().style() == Ordinal.Style.ROMAN)
                        .isPresent();
    }

    private boolean isWideSection(List<GridCell> cells) {
        return cells.size() == 1
                && cells.getFirst().column() <= body.columns().getFirst().first()
                && Ordinal.before(cells.getFirst().text()).isPresent();
    }
}
