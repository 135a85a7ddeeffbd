/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/**
 * Divides the width of a header into columns. Neighbouring columns of the grid that share a label are one column unless
 * cells below begin between them.
 */
final class ColumnFinder {

    private final Grid grid;
    private final HeaderBlock header;
    private final boolean hasNumbers;

    ColumnFinder(HeaderBlock header, boolean hasNumbers) {
        grid = header.grid();
        this.header = header;
        this.hasNumbers = hasNumbers;
    }

    List<ShapeColumn> find() {
        var columns = new ArrayList<ShapeColumn>();
        var first = header.from();
        for (int column = header.from() + 1; column <= header.to(); column++) {
            if (column == header.to() || header.leaf(column) != header.leaf(first) || isDivided(column)) {
                add(columns, first, column);
                first = column;
            }
        }
        return columns;
    }

    private boolean isDivided(int column) {
        var begun = 0;
        for (int row = header.bottom() + 1; row < grid.height(); row++) {
            if (grid.at(row, column) instanceof GridCell cell && cell.column() == column && cell.row() == row) {
                begun++;
            }
        }
        return begun > 0;
    }

    private void add(List<ShapeColumn> columns, int first, int end) {
        var path = header.path(first).stream().map(GridCell::text).toList();
        if (path.isEmpty() && !isFilled(first)) {
            return;
        }
        columns.add(new ShapeColumn(first, end - first, path, number(first, end)));
    }

    private boolean isFilled(int column) {
        for (int row = header.bottom() + 1; row < grid.height(); row++) {
            if (grid.at(row, column) instanceof GridCell cell && cell.column() == column) {
                return true;
            }
        }
        return false;
    }

    private String number(int first, int end) {
        for (int column = first; hasNumbers && column < end; column++) {
            if (grid.at(header.bottom() + 1, column) instanceof GridCell cell) {
                return cell.text();
            }
        }
        return "";
    }
}
