/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a table of data, found without a template.
 *
 * @param top index of the first header row
 * @param bottom index of the last header row
 * @param kinds the kind of each row of the grid
 * @param levels for each row of the grid its ordinals from the outermost, for rows that are part of an outline; null
 *     for others
 */
public record TableShape(
        Grid grid,
        int top,
        int bottom,
        List<ShapeColumn> columns,
        List<RowKind> kinds,
        List<@Nullable List<String>> levels) {

    public TableShape {
        columns = List.copyOf(columns);
        kinds = List.copyOf(kinds);
    }

    /** Returns the indexes of the rows of a kind. */
    public List<Integer> rows(RowKind kind) {
        return IntStream.range(0, kinds.size())
                .filter(row -> kinds.get(row) == kind)
                .boxed()
                .toList();
    }

    /** Returns the index of the row of column numbers. */
    public OptionalInt numberRow() {
        return IntStream.range(0, kinds.size())
                .filter(row -> kinds.get(row) == RowKind.NUMBERS)
                .findFirst();
    }

    /** Returns the cells with text of a row that lie in a column, from left to right. */
    public List<GridCell> cells(int row, ShapeColumn column) {
        return grid.cellsFrom(row, column.first(), column.end());
    }
}
