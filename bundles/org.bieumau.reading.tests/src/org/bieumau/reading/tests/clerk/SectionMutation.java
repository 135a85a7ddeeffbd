/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.reading.internal.shape.RowKind;

/** Headings of sections in other forms. */
enum SectionMutation implements Mutation {
    UNNUMBERED {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeNumbers(paper, number -> "");
        }
    },
    RENUMBERED {
        @Override
        public boolean change(Paper paper, Random random) {
            return changeNumbers(paper, number -> Mutation.any(List.of("A", "B", "III", "IV", "b"), random));
        }
    },
    UNMERGED {
        @Override
        public boolean change(Paper paper, Random random) {
            var headings = paper.table.rows(RowKind.SECTION);
            headings.forEach(row -> row.cells.forEach(cell -> cell.span = 1));
            return !headings.isEmpty();
        }
    },
    /** The number and the heading are in one cell. */
    IN_ONE_CELL {
        @Override
        public boolean change(Paper paper, Random random) {
            var isChanged = false;
            for (var row : paper.table.rows(RowKind.SECTION)) {
                var filled = row.filled();
                if (filled.size() == 2) {
                    var first = filled.getFirst();
                    first.text(first.text() + ". " + filled.getLast().text());
                    row.cells.removeIf(cell -> cell != first);
                    first.column = 0;
                    first.span = paper.table.width;
                    isChanged = true;
                }
            }
            return isChanged;
        }
    },
    CAPITALS {
        @Override
        public boolean change(Paper paper, Random random) {
            var headings = paper.table.rows(RowKind.SECTION);
            headings.forEach(row ->
                    row.filled().forEach(cell -> cell.text(cell.text().toUpperCase(VietnameseText.LOCALE))));
            return !headings.isEmpty();
        }
    },
    CLOSED {
        @Override
        public boolean change(Paper paper, Random random) {
            var headings = paper.table.rows(RowKind.SECTION);
            headings.forEach(row -> {
                var last = row.filled().getLast();
                last.text(last.text() + Mutation.any(List.of(":", ".", " "), random));
            });
            return !headings.isEmpty();
        }
    };

    /** Changes the numbers, which have their own cell or precede the heading. */
    private static boolean changeNumbers(Paper paper, UnaryOperator<String> change) {
        var headings = paper.table.rows(RowKind.SECTION);
        for (var row : headings) {
            var first = row.filled().getFirst();
            if (row.filled().size() > 1) {
                first.text(change.apply(first.text()));
            } else {
                var heading = first.text().replaceFirst("^[IVXa-z]+[.)] ", "");
                var number = change.apply("");
                first.text(number.isEmpty() ? heading : number + ". " + heading);
            }
        }
        return !headings.isEmpty();
    }
}
