/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.reading.internal.shape.RowKind;

/** The table of an exported form, with the rows above and below it in the same sheet, as a clerk changes it. */
final class Table {

    final List<Row> rows = new ArrayList<>();
    int width;

    /** Returns the rows of some kinds. */
    List<Row> rows(RowKind... kinds) {
        return rows.stream()
                .filter(row -> Arrays.asList(kinds).contains(row.kind))
                .toList();
    }

    List<Row> body() {
        return rows(RowKind.BODY);
    }

    /** Returns the rows from the header to the last one of the table. */
    List<Row> inner() {
        return rows.stream()
                .filter(row -> row.kind != RowKind.ABOVE && row.kind != RowKind.BELOW && row.kind != RowKind.EMPTY)
                .toList();
    }

    /** Returns the cells of the header that name columns, from left to right. */
    List<Cell> labels() {
        var header = rows(RowKind.HEADER);
        var labels = new ArrayList<Cell>();
        for (int column = 0; column < width; column++) {
            Cell last = null;
            for (var row : header) {
                var at = row.at(column).orElse(null);
                last = at == null || at.isEmpty() ? last : at;
            }
            if (last != null && !labels.contains(last)) {
                labels.add(last);
            }
        }
        return labels;
    }

    /** Returns a copy of the header and of the column numbers. */
    List<Row> headerCopy() {
        var copies =
                rows(RowKind.HEADER, RowKind.NUMBERS).stream().map(Row::copy).toList();
        copies.forEach(row -> row.kind = RowKind.HEADER_AGAIN);
        return copies;
    }

    /** Puts a column without cells in front of another one. Cells over both sides grow. */
    void insertColumn(int at) {
        for (var row : rows) {
            for (var cell : row.cells) {
                if (cell.column >= at) {
                    cell.column++;
                } else if (cell.end() > at) {
                    cell.span++;
                }
            }
        }
        width++;
    }

    void removeColumn(int at) {
        for (var row : rows) {
            row.cells.removeIf(cell -> cell.column == at && cell.span == 1);
            for (var cell : row.cells) {
                if (cell.column > at) {
                    cell.column--;
                } else if (cell.end() > at) {
                    cell.span--;
                }
            }
        }
        width--;
    }

    /**
     * Exchanges two neighbouring ranges of columns.
     *
     * @return false if a cell covers a part of one of them
     */
    boolean exchange(int first, int second, int end) {
        var isCut = rows.stream()
                .flatMap(row -> row.cells.stream())
                .anyMatch(cell -> isAcross(cell, first, second) || isAcross(cell, second, end));
        if (isCut) {
            return false;
        }
        for (var row : rows) {
            for (var cell : row.cells) {
                if (cell.column <= first && cell.end() >= end) {
                    continue;
                }
                if (cell.column >= first && cell.column < second) {
                    cell.column += end - second;
                } else if (cell.column >= second && cell.column < end) {
                    cell.column -= second - first;
                }
            }
            row.sort();
        }
        return true;
    }

    /** Whether a cell covers a part of a range and something else, but not the whole range. */
    private static boolean isAcross(Cell cell, int from, int to) {
        var isWithin = cell.column >= from && cell.end() <= to;
        var isOutside = cell.end() <= from || cell.column >= to;
        return !isWithin && !isOutside && !(cell.column <= from && cell.end() >= to);
    }

    /** Inserts rows. Cells over both sides grow. */
    void insert(int at, List<Row> added) {
        for (int above = 0; above < at; above++) {
            for (var cell : rows.get(above).cells) {
                if (above + cell.rowSpan > at) {
                    cell.rowSpan += added.size();
                }
            }
        }
        rows.addAll(at, added);
    }

    void insertBefore(Row row, Row added) {
        insert(rows.indexOf(row), List.of(added));
    }

    void insertAfter(Row row, Row added) {
        insert(rows.indexOf(row) + 1, List.of(added));
    }

    void remove(Row row) {
        var at = rows.indexOf(row);
        for (int above = 0; above < at; above++) {
            for (var cell : rows.get(above).cells) {
                if (above + cell.rowSpan > at) {
                    cell.rowSpan--;
                }
            }
        }
        rows.remove(at);
    }

    /** Whether a cell of a row above covers a part of the row. */
    boolean isContinued(Row row) {
        var at = rows.indexOf(row);
        for (int above = 0; above < at; above++) {
            for (var cell : rows.get(above).cells) {
                if (above + cell.rowSpan > at) {
                    return true;
                }
            }
        }
        return false;
    }
}
