/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.xlsx.internal.EntryRows.Run;

/**
 * Cells to which a conditional format or a data validation applies. Its formulas are those of the first row.
 *
 * @param text the ranges, separated by spaces
 * @param firstRow the first row, from 1
 */
record CellRanges(String text, int firstRow) {

    /** Number of ranges in one list. Longer lists are divided, in case a program limits them. */
    private static final int MOST_RANGES = 200;

    /** Returns the cells of some columns in some rows, in at least one list. */
    static List<CellRanges> of(List<Integer> columns, List<Run> rows) {
        var lists = new ArrayList<CellRanges>();
        var size = Math.max(1, MOST_RANGES / columns.size());
        for (int from = 0; from < rows.size(); from += size) {
            var part = rows.subList(from, Math.min(from + size, rows.size()));
            var ranges = new StringJoiner(" ");
            for (var column : columns) {
                part.forEach(run -> ranges.add(CellNames.range(column, run.first(), column, run.last())));
            }
            lists.add(new CellRanges(ranges.toString(), part.getFirst().first()));
        }
        return lists;
    }
}
