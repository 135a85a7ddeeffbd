/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The merged ranges that cover a row, while rows are read from top to bottom. A range that overlaps another one, which
 * Excel does not allow, is ignored from its first row on.
 */
final class OpenMerges {

    private final List<MergedRange> byRow;
    private final TreeMap<Integer, MergedRange> open = new TreeMap<>();
    private int next;
    /** First row after the end of one of the open ranges. */
    private int end = Integer.MAX_VALUE;

    OpenMerges(List<MergedRange> merges) {
        byRow = merges.stream()
                .sorted(Comparator.comparingInt(MergedRange::row).thenComparingInt(MergedRange::column))
                .toList();
    }

    /** Returns the ranges that cover a row, from left to right. Rows are asked for in ascending order. */
    Collection<MergedRange> at(int row) {
        if (row >= end) {
            open.values().removeIf(merge -> merge.lastRow() < row);
            end = Integer.MAX_VALUE;
            open.values().forEach(merge -> end = Math.min(end, merge.lastRow() + 1));
        }
        for (; next < byRow.size() && byRow.get(next).row() <= row; next++) {
            var merge = byRow.get(next);
            if (merge.lastRow() >= row && isFree(merge)) {
                open.put(merge.column(), merge);
                end = Math.min(end, merge.lastRow() + 1);
            }
        }
        return open.values();
    }

    private boolean isFree(MergedRange merge) {
        var before = open.floorEntry(merge.lastColumn());
        return before == null || before.getValue().lastColumn() < merge.column();
    }
}
