/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/**
 * The header of another table below a table. A header that is repeated has the labels of the table and is not one.
 *
 * @param table the table, whose rows have the same indexes in the grid
 */
public record OtherHeader(TableShape table, Grid grid) {

    /** Number of rows below a header in which numbers are searched: further rows of the header precede them. */
    private static final int ROWS_BELOW = 4;

    /** Returns the header of another table in the grid of a table. */
    public OtherHeader(TableShape table) {
        this(table, table.grid());
    }

    /** Returns the first row that is the header of another table. */
    public OptionalInt find() {
        return IntStream.range(table.bottom() + 1, grid.height())
                .filter(row ->
                        table.kinds().get(row) == RowKind.BODY || table.kinds().get(row) == RowKind.BELOW)
                .filter(this::isAt)
                .findFirst();
    }

    /**
     * Returns whether a row is the header of another table: it has the label of the column of ordinals again, beside
     * other labels; or after a gap it has labels where the rows above and below have numbers. A single one may be a
     * remark, unless a title stands above it.
     */
    boolean isAt(int row) {
        var cells = cells(row);
        return row > table.bottom()
                && cells.size() > 1
                && cells.stream().noneMatch(OtherHeader::isValue)
                && (hasOrdinalLabel(cells) || isAfterGap(row) && areLabels(row, cells));
    }

    private List<GridCell> cells(int row) {
        var from = table.columns().getFirst().first();
        var to = table.columns().getLast().end();
        return grid.cells(row).stream()
                .filter(cell -> cell.columnEnd() > from && cell.column() < to)
                .toList();
    }

    private static boolean isValue(GridCell cell) {
        return HeaderFinder.isNumeric(cell) || cell.kind() == Kind.DATE;
    }

    private boolean hasOrdinalLabel(List<GridCell> cells) {
        return Phrases.isOrdinalLabel(cells.getFirst().text())
                && table.columns().stream()
                        .filter(column -> Phrases.isOrdinalLabel(column.label()))
                        .anyMatch(column -> column.first() == cells.getFirst().column());
    }

    /** Returns whether a row follows a gap, with titles of one cell between at most. */
    private boolean isAfterGap(int row) {
        return start(row) < row || grid.isAfterGap(row);
    }

    /** Returns the first row of the titles directly above a header, or the header itself. */
    public int start(int header) {
        var row = header;
        while (!grid.isAfterGap(row)
                && row > table.bottom() + 1
                && grid.cells(row - 1).size() == 1) {
            row--;
        }
        return grid.isAfterGap(row) ? row : header;
    }

    /** Returns whether cells with different texts stand between numbers. */
    private boolean areLabels(int row, List<GridCell> cells) {
        var differing = cells.stream().map(GridCell::text).distinct().count() == cells.size();
        var numeric = table.columns().stream()
                .filter(column -> isNumeric(column, row))
                .filter(column -> grid.at(row, column.first()) != null)
                .toList();
        return differing
                && numeric.size() >= (isBelowTitle(row) ? 1 : 2)
                && IntStream.range(row + 1, Math.min(grid.height(), row + 1 + ROWS_BELOW))
                        .anyMatch(below -> numeric.stream()
                                .anyMatch(column -> grid.at(below, column.first()) instanceof GridCell cell
                                        && HeaderFinder.isNumeric(cell)));
    }

    private boolean isBelowTitle(int row) {
        return IntStream.range(start(row), row)
                .mapToObj(grid::cells)
                .anyMatch(cells -> Phrases.isTitle(cells.getFirst().text()));
    }

    /** Returns whether the rows of the table above a row have numbers in a column, and nothing else. */
    private boolean isNumeric(ShapeColumn column, int row) {
        var cells = IntStream.range(table.bottom() + 1, row)
                .filter(above -> cells(above).size() > 1)
                .mapToObj(above -> grid.at(above, column.first()))
                .filter(cell -> cell != null)
                .toList();
        return !Phrases.isOrdinalLabel(column.label())
                && !cells.isEmpty()
                && cells.stream().allMatch(HeaderFinder::isNumeric);
    }
}
