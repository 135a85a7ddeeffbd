/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.match.KnownLabels;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * A table whose columns are assigned to those of a template.
 *
 * @param columns columns of the table that are read, from left to right, by columns of the template
 */
record MappedTable(ResolvedTemplate template, KnownLabels known, TableShape shape, Map<Leaf, ShapeColumn> columns) {

    static MappedTable of(FormMatch match) {
        var columns = new LinkedHashMap<Leaf, ShapeColumn>();
        var taken = match.columns();
        match.shape().columns().stream()
                .filter(taken::containsKey)
                .forEach(column -> columns.put(taken.get(column), column));
        return new MappedTable(match.template(), match.known(), match.shape(), columns);
    }

    Grid grid() {
        return shape.grid();
    }

    /** Returns the column with the titles of the rows; empty if the table lacks it. */
    Optional<ShapeColumn> titleColumn() {
        return template.titleColumn().map(columns::get);
    }

    /** Returns the column with the ordinals of the rows; empty if the table lacks it. */
    Optional<ShapeColumn> ordinalColumn() {
        return template.ordinalColumn().map(columns::get);
    }

    boolean isTitle(Leaf leaf) {
        return template.titleColumn().filter(leaf::equals).isPresent();
    }

    /** Returns the cells with text of a row within the width of the table. */
    List<GridCell> cells(int row) {
        return grid().cellsWithin(
                        row,
                        shape.columns().getFirst().first(),
                        shape.columns().getLast().end());
    }

    /**
     * Returns the cells in rows of a kind of each column with numbers or dates, whose style is determined from all
     * values of the column.
     */
    Map<Leaf, List<GridCell>> styledCells(RowKind kind) {
        var styled = new LinkedHashMap<Leaf, List<GridCell>>();
        columns.forEach((leaf, column) -> {
            switch (leaf.type()) {
                case NUMBER, MONEY, DATE, COMPUTED -> {
                    var cells = new ArrayList<GridCell>();
                    shape.rows(kind).forEach(row -> cells.addAll(shape.cells(row, column)));
                    if (!cells.isEmpty()) {
                        styled.put(leaf, cells);
                    }
                }
                default -> {}
            }
        });
        return styled;
    }
}
