/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** The rows of a sheet that contain entries, and which of their cells contain a text in place of a number or date. */
final class EntryRows {

    /** Consecutive rows of a sheet, from 1. */
    record Run(int first, int last) {}

    private int[] bounds = new int[16];
    private int size;
    private boolean isOpen;
    /** The rows with a text in place of a value, by column. */
    private final TreeMap<Integer, TreeSet<Integer>> texts = new TreeMap<>();

    /** Adds an entry below the rows so far. */
    void add(int firstRow, int lastRow) {
        if (isOpen && bounds[size - 1] == firstRow - 1) {
            bounds[size - 1] = lastRow;
            return;
        }
        if (size + 2 > bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        bounds[size++] = firstRow;
        bounds[size++] = lastRow;
        isOpen = true;
    }

    /** Ends a section: rows added later are a new run. */
    void endSection() {
        isOpen = false;
    }

    /** Records that a cell contains a text in place of a number or date. */
    void addText(int column, int row) {
        texts.computeIfAbsent(column, key -> new TreeSet<>()).add(row);
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Returns the number of runs. */
    int count() {
        return size / 2;
    }

    /** Returns the runs from an index to the last one; each section has one run. */
    List<Run> runs(int from) {
        var runs = new ArrayList<Run>();
        for (int i = from * 2; i < size; i += 2) {
            runs.add(new Run(bounds[i], bounds[i + 1]));
        }
        return runs;
    }

    /** Returns whether a column contains a text in place of a number or date, in a row or below it. */
    boolean hasText(int column, int fromRow) {
        var rows = texts.get(column);
        return rows != null && rows.ceiling(fromRow) != null;
    }

    /** Returns the runs without the cells of a column that contain a text in place of a number or date. */
    List<Run> withoutTexts(int column) {
        var left = new ArrayList<Run>();
        for (var run : runs(0)) {
            var first = run.first();
            for (int row : texts.getOrDefault(column, new TreeSet<>()).subSet(run.first(), true, run.last(), true)) {
                if (row > first) {
                    left.add(new Run(first, row - 1));
                }
                first = row + 1;
            }
            if (first <= run.last()) {
                left.add(new Run(first, run.last()));
            }
        }
        return left;
    }
}
