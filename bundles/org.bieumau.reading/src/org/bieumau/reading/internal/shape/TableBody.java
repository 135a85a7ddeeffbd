/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/** The rows below a header, with the columns that number and name them. */
final class TableBody {

    private final Grid grid;
    private final HeaderBlock header;
    private final List<ShapeColumn> columns;
    private final boolean hasNumbers;
    private final @Nullable ShapeColumn ordinals;
    private final ShapeColumn labels;
    private final int usual;

    /** @param hasNumbers whether the row below the header has the numbers of the columns */
    TableBody(HeaderBlock header, List<ShapeColumn> columns, boolean hasNumbers) {
        grid = header.grid();
        this.header = header;
        this.columns = columns;
        this.hasNumbers = hasNumbers;
        ordinals = ordinalColumn();
        labels = labelColumn();
        usual = usualCount();
    }

    private @Nullable ShapeColumn ordinalColumn() {
        return columns.stream()
                .limit(2)
                .filter(column -> Phrases.isOrdinalLabel(column.label()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the column that names the rows: the first one after the ordinals with mostly texts. */
    private ShapeColumn labelColumn() {
        var others = columns.stream().filter(column -> column != ordinals).toList();
        for (var column : others) {
            var filled = 0;
            var texts = 0;
            for (int row = first(); row < grid.height(); row++) {
                if (grid.at(row, column.first()) instanceof GridCell cell) {
                    filled++;
                    texts += HeaderFinder.isNumeric(cell) || cell.kind() == Kind.DATE ? 0 : 1;
                }
            }
            if (texts * 2 > filled) {
                return column;
            }
        }
        return others.isEmpty() ? columns.getFirst() : others.getFirst();
    }

    private int usualCount() {
        var counts = new ArrayList<Integer>();
        for (int row = first(); row < grid.height(); row++) {
            var count = cells(row).size();
            if (count > 1) {
                counts.add(count);
            }
        }
        Collections.sort(counts);
        return counts.isEmpty() ? 0 : counts.get(counts.size() / 2);
    }

    Grid grid() {
        return grid;
    }

    HeaderBlock header() {
        return header;
    }

    List<ShapeColumn> columns() {
        return columns;
    }

    boolean hasNumbers() {
        return hasNumbers;
    }

    /** Returns the index of the first row below the header and the column numbers. */
    int first() {
        return header.bottom() + (hasNumbers ? 2 : 1);
    }

    /** Returns the column of the ordinals; null if there is none. */
    @Nullable
    ShapeColumn ordinals() {
        return ordinals;
    }

    /** Returns the column that names the rows. */
    ShapeColumn labels() {
        return labels;
    }

    /** Returns the number of filled cells that at least half of the rows have. */
    int usual() {
        return usual;
    }

    /** Returns the cells with text of a row within the width of the table. */
    List<GridCell> cells(int row) {
        return grid.cellsWithin(
                row, columns.getFirst().first(), columns.getLast().end());
    }

    /** Returns whether a cell that begins above covers part of the row. */
    boolean isContinued(int row) {
        for (var column : columns) {
            if (grid.at(row, column.first()) instanceof GridCell cell && cell.row() < row) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a row has an ordinal in the column of the ordinals. */
    boolean isNumbered(int row) {
        return ordinals != null
                && grid.at(row, ordinals.first()) instanceof GridCell cell
                && Ordinal.of(cell.text()).isPresent();
    }

    /** Returns whether the first cell of a row has the label of a total. */
    boolean isTotal(List<GridCell> cells) {
        var first = cells.getFirst();
        return first.column() < labels.end() && Phrases.isTotal(first.text());
    }
}
