/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bieumau.reading.internal.shape.RowKind;

/** Columns that are moved, added or left out. */
enum ColumnMutation implements Mutation {
    /** Two neighbouring columns or groups change places. */
    MOVED {
        @Override
        public boolean change(Paper paper, Random random) {
            var tops = paper.table.rows(RowKind.HEADER).getFirst().cells;
            var at = random.nextInt(tops.size() - 1);
            return paper.table.exchange(
                    tops.get(at).column,
                    tops.get(at + 1).column,
                    tops.get(at + 1).end());
        }
    },
    /** Two columns of a group change places. */
    MOVED_IN_GROUP {
        @Override
        public boolean change(Paper paper, Random random) {
            var header = paper.table.rows(RowKind.HEADER);
            if (header.size() < 2) {
                return false;
            }
            var cells = header.getLast().cells;
            var pairs = new ArrayList<Integer>();
            for (int i = 1; i < cells.size(); i++) {
                if (cells.get(i - 1).end() == cells.get(i).column
                        && group(paper, cells.get(i)) == group(paper, cells.get(i - 1))) {
                    pairs.add(i);
                }
            }
            if (pairs.isEmpty()) {
                return false;
            }
            var at = Mutation.any(pairs, random);
            return paper.table.exchange(
                    cells.get(at - 1).column,
                    cells.get(at).column,
                    cells.get(at).end());
        }
    },
    ADDED_IN_FRONT {
        @Override
        public boolean change(Paper paper, Random random) {
            add(paper, 0, "Mã hộ", random);
            return true;
        }
    },
    ADDED_BETWEEN {
        @Override
        public boolean change(Paper paper, Random random) {
            var tops = paper.table.rows(RowKind.HEADER).getFirst().cells;
            add(paper, Mutation.any(tops.subList(1, tops.size()), random).column, "Số quyết định", random);
            return true;
        }
    },
    ADDED_AT_END {
        @Override
        public boolean change(Paper paper, Random random) {
            add(paper, paper.table.width, "Số điện thoại", random);
            return true;
        }
    },
    /** A column that has neither a label nor a value. */
    EMPTY_COLUMN {
        @Override
        public boolean change(Paper paper, Random random) {
            var tops = paper.table.rows(RowKind.HEADER).getFirst().cells;
            paper.table.insertColumn(Mutation.any(tops, random).column);
            return true;
        }
    },
    DROPPED {
        @Override
        public boolean change(Paper paper, Random random) {
            if (paper.table.width < 3) {
                return false;
            }
            paper.table.removeColumn(random.nextInt(paper.table.width));
            return true;
        }
    },
    /** The same column twice, the second time with other values. */
    DOUBLED {
        @Override
        public boolean change(Paper paper, Random random) {
            var label = Mutation.any(paper.table.labels(), random);
            add(paper, paper.table.width, label.text(), random);
            return true;
        }
    },
    /** Each column of the form covers two columns of the file, as after many changes of the table. */
    WIDE {
        @Override
        public boolean change(Paper paper, Random random) {
            for (var row : paper.table.rows) {
                for (var cell : row.cells) {
                    cell.column *= 2;
                    cell.span *= 2;
                }
            }
            paper.table.width *= 2;
            return true;
        }
    };

    private static Cell group(Paper paper, Cell label) {
        Cell group = null;
        for (var row : paper.table.rows(RowKind.HEADER)) {
            var above = row.at(label.column).orElse(null);
            if (above == label) {
                return group;
            }
            group = above == null ? group : above;
        }
        return group;
    }

    private static void add(Paper paper, int at, String label, Random random) {
        var table = paper.table;
        table.insertColumn(at);
        var header = table.rows(RowKind.HEADER);
        var heading = paper.cell(at, label);
        heading.rowSpan = header.size();
        header.getFirst().cells.add(heading);
        table.rows(RowKind.NUMBERS).forEach(row -> row.cells.add(paper.cell(at, Integer.toString(table.width))));
        for (var row : table.body()) {
            if (!table.isContinued(row)) {
                row.cells.add(paper.cell(at, Mutation.any(List.of("A12", "B7", "0905 123 456", "Có"), random)));
            }
        }
        table.rows.forEach(Row::sort);
    }
}
