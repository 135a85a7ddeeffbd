/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.model.Aggregate;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.values.ValueReader;

/**
 * Compares the totals in a table with the values above them. A total that differs is reported and kept as a leftover.
 */
final class TotalRows {

    private final MappedTable table;
    private final ValueReader values;
    private final Totals totals;
    private final Ledger ledger;
    private final RowWarnings warnings;

    TotalRows(MappedTable table, ValueReader values, Totals totals, Ledger ledger, RowWarnings warnings) {
        this.table = table;
        this.values = values;
        this.totals = totals;
        this.ledger = ledger;
        this.warnings = warnings;
    }

    /**
     * Returns whether a row with the label of a total is one: the template has totals, or its numbers equal the sums.
     * Reports a row that is none in spite of its label.
     */
    boolean isTotal(int row) {
        var isTotal = isWanted() || addsUp(row);
        if (!isTotal) {
            warnings.row("READ-TOTAL-ROW", row);
        }
        return isTotal;
    }

    private boolean isWanted() {
        var wanted = table.template().columns().stream()
                .anyMatch(leaf -> leaf.source().getAggregate() != Aggregate.NONE
                        || leaf.source().getSubtotal() != Aggregate.NONE);
        return wanted || table.ordinalColumn().isPresent();
    }

    private boolean addsUp(int row) {
        return table.columns().entrySet().stream()
                .flatMap(each -> table.shape().cells(row, each.getValue()).stream()
                        .flatMap(cell -> values.number(each.getKey(), cell).stream())
                        .map(number -> totals.isExpected(each.getKey(), number)))
                .reduce((one, other) -> one && other)
                .orElse(false);
    }

    /** Reads a row with a total; its first cell is the label. */
    void read(int row, List<GridCell> cells) {
        var label = cells.getFirst();
        ledger.use(label, Use.LABEL);
        table.columns().forEach((leaf, column) -> compare(row, leaf, column, label));
    }

    private void compare(int row, Leaf leaf, ShapeColumn column, GridCell label) {
        for (var cell : table.shape().cells(row, column)) {
            if (cell == label) {
                continue;
            }
            var number = values.number(leaf, cell);
            if (number.isPresent() && totals.isExpected(leaf, number.get())) {
                ledger.use(cell, Use.LABEL);
            } else if (number.isPresent()) {
                warnings.cell(
                        "READ-TOTAL", cell, cell.text(), leaf.title(), VietnameseNumbers.format(totals.expected(leaf)));
            }
        }
    }
}
