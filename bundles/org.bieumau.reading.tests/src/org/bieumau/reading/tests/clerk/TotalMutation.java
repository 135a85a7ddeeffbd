/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;
import org.bieumau.model.ColumnType;
import org.bieumau.reading.internal.shape.RowKind;

/** Totals that are wrong, named otherwise, or added. */
enum TotalMutation implements Mutation {
    WRONG {
        @Override
        public boolean change(Paper paper, Random random) {
            var isChanged = false;
            for (var row : paper.table.rows(RowKind.TOTAL)) {
                for (var cell : row.filled()) {
                    if (cell.text().matches("-?\\d[\\d.,]*")) {
                        cell.text("77777");
                        cell.isWrong = true;
                        isChanged = true;
                    }
                }
            }
            return isChanged;
        }
    },
    LABELS {
        @Override
        public boolean change(Paper paper, Random random) {
            var totals = paper.table.rows(RowKind.TOTAL);
            totals.forEach(row -> row.filled().stream()
                    .filter(cell -> !cell.text().matches("-?\\d[\\d.,]*"))
                    .forEach(cell -> cell.text(Mutation.any(
                            List.of("TỔNG CỘNG", "Tổng số", "Cộng:", "Cộng", "Tổng cộng (I+II)"), random))));
            return !totals.isEmpty();
        }
    },
    DROPPED {
        @Override
        public boolean change(Paper paper, Random random) {
            var totals = paper.table.rows(RowKind.TOTAL);
            totals.forEach(paper.table::remove);
            return !totals.isEmpty();
        }
    },
    /** The clerk's own sum of the first column of numbers. */
    ADDED {
        @Override
        public boolean change(Paper paper, Random random) {
            return addSum(paper, "Tổng cộng");
        }
    },
    SUM_WITHOUT_LABEL {
        @Override
        public boolean change(Paper paper, Random random) {
            return addSum(paper, "");
        }
    };

    private static boolean addSum(Paper paper, String label) {
        var numbers = paper.truth.template().columns().stream()
                .filter(leaf -> leaf.type() == ColumnType.NUMBER || leaf.type() == ColumnType.MONEY)
                .toList();
        var last = paper.table.rows(RowKind.BODY, RowKind.TOTAL).getLast();
        if (numbers.isEmpty() || last.kind == RowKind.TOTAL) {
            return false;
        }
        var sum = new Row(RowKind.TOTAL);
        if (!label.isEmpty()) {
            sum.cells.add(paper.cell(0, label));
        }
        for (var leaf : numbers) {
            if (leaf.index() > 0) {
                var cell = paper.cell(RowMutation.column(paper, leaf), "987654");
                cell.isWrong = true;
                sum.cells.add(cell);
            }
        }
        paper.table.insertAfter(last, sum);
        return true;
    }
}
