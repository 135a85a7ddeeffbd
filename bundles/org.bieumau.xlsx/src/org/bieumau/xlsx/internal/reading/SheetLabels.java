/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.source.SourceItem.Row;

/**
 * The titles of the columns of a sheet of data.
 *
 * @param first the first column with a title, from 0
 * @param labels the titles, preceded by those of their groups; an empty string for a column without a title
 * @param rows number of rows before the first row of data
 */
record SheetLabels(int first, List<String> labels, int rows) {

    /** Minimum number of cells in a row of titles; a form may have only one column. */
    private static final int FEWEST = 2;
    /** Minimum number of cells in a row of column numbers. */
    private static final int FEWEST_NUMBERS = 3;

    /**
     * Finds the titles in the first rows of a sheet. They begin in the first row that has at least half as many cells
     * with texts as the row with the most. The letterhead and title of a printed form have fewer.
     *
     * @return null if no row has texts only
     */
    static SheetLabels of(List<Row> rows) {
        var most = rows.stream().mapToInt(SheetLabels::filled).max().orElse(0);
        for (int i = 0; i < rows.size(); i++) {
            var filled = filled(rows.get(i));
            var isWide = 2 * width(rows.get(i)) >= most && filled >= Math.min(FEWEST, most);
            if (isWide && rows.get(i).cells().stream().allMatch(SheetLabels::canBeTitle)) {
                return of(rows, i);
            }
        }
        return null;
    }

    private static int filled(Row row) {
        return (int)
                row.cells().stream().filter(cell -> cell.kind() != Kind.BLANK).count();
    }

    /** Returns the number of columns that the cells with content cover. */
    private static int width(Row row) {
        return row.cells().stream()
                .filter(cell -> cell.kind() != Kind.BLANK)
                .mapToInt(Cell::columnSpan)
                .sum();
    }

    private static boolean canBeTitle(Cell cell) {
        return cell.kind() == Kind.TEXT || cell.kind() == Kind.BLANK;
    }

    private static SheetLabels of(List<Row> rows, int start) {
        var titles = new TreeMap<Integer, String>();
        var end = start;
        var isOpen = true;
        while (isOpen && end < rows.size()) {
            var row = rows.get(end);
            var next = end + 1 < rows.size() ? rows.get(end + 1) : null;
            add(row, titles);
            isOpen = next != null && continues(row, next);
            end++;
        }
        var first = titles.firstKey();
        var labels = new ArrayList<String>();
        for (int i = first; i <= titles.lastKey(); i++) {
            labels.add(titles.getOrDefault(i, ""));
        }
        return new SheetLabels(first, labels, end < rows.size() && isNumbers(rows.get(end), labels) ? end + 1 : end);
    }

    private static void add(Row row, TreeMap<Integer, String> titles) {
        for (var cell : row.cells()) {
            for (int i = 0; i < cell.columnSpan() && !cell.shown().isBlank(); i++) {
                var text = cell.shown().strip().replaceAll("\\s+", " ");
                titles.merge(cell.column() + i, text, (group, title) -> group + " " + title);
            }
        }
    }

    /**
     * Returns whether the titles continue in the next row: below a group, or beside a title that is merged vertically.
     */
    private static boolean continues(Row row, Row next) {
        var isMergedDown = next.cells().stream().anyMatch(cell -> cell.merge() == Merge.CONTINUED);
        var isGroup = row.cells().stream()
                .anyMatch(cell -> cell.columnSpan() > 1 && !cell.shown().isBlank());
        return (isMergedDown || isGroup) && next.cells().stream().allMatch(SheetLabels::canBeTitle);
    }

    /** Returns whether a row has the numbers of the columns: 1, 2, 3 or (1), (2), (3). */
    private static boolean isNumbers(Row row, List<String> labels) {
        var cells =
                row.cells().stream().filter(cell -> cell.kind() != Kind.BLANK).toList();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).shown().replaceAll("[()\\s]", "").equals(Integer.toString(i + 1))) {
                return false;
            }
        }
        return cells.size() >= Math.max(FEWEST_NUMBERS, labels.size() - 1);
    }
}
