/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bieumau.reading.internal.shape.RowKind;
import org.w3c.dom.Element;

/** A row of a {@link Table}. */
final class Row {

    RowKind kind;
    /** Index of the line of {@link Truth} that the row shows; -1 if it shows none. */
    int line = -1;

    final List<Cell> cells = new ArrayList<>();
    boolean isHidden;
    /** Whether the row is deleted in a tracked change, so that it has no number. */
    boolean isDeleted;
    /** Whether the table ends above the row, and another one begins with it. */
    boolean beginsTable;
    /** Number of rows without content above the row. */
    int gap;
    /** Properties of the row in the file; null if it has none. */
    Element properties;
    /** The table or sheet in which the row was written, and its number there. */
    String table = "";

    int number;

    Row(RowKind kind) {
        this.kind = kind;
    }

    Row copy() {
        var copy = new Row(kind);
        copy.properties = properties;
        cells.forEach(cell -> copy.cells.add(cell.copy()));
        return copy;
    }

    /** Returns a copy in which no cell is merged with the row below. */
    Row singleCopy() {
        var copy = copy();
        copy.cells.forEach(cell -> cell.rowSpan = 1);
        return copy;
    }

    /** Returns the cell that begins at a column or covers it from the left. */
    Optional<Cell> at(int column) {
        return cells.stream()
                .filter(cell -> cell.column <= column && column < cell.end())
                .findFirst();
    }

    /** Returns the cell with the value of a column of the template. */
    Optional<Cell> of(int leaf) {
        return cells.stream().filter(cell -> cell.leaf == leaf).findFirst();
    }

    List<Cell> filled() {
        return cells.stream().filter(cell -> !cell.isEmpty()).toList();
    }

    void sort() {
        cells.sort(Comparator.comparingInt(cell -> cell.column));
    }
}
