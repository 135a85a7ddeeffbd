/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import org.jspecify.annotations.Nullable;

/** A range of merged cells. Columns count from 0, rows from 1. */
public record MergedRange(int column, int row, int lastColumn, int lastRow) {

    /** Returns the range with a name such as <code>A1:B2</code>; null if the name is none, or one of a single cell. */
    public static @Nullable MergedRange of(@Nullable String name) {
        var colon = name == null ? -1 : name.indexOf(':');
        if (colon < 0) {
            return null;
        }
        var first = name.substring(0, colon);
        var last = name.substring(colon + 1);
        var column = CellNames.columnOf(first);
        var lastColumn = CellNames.columnOf(last);
        var row = CellNames.rowOf(first);
        var lastRow = CellNames.rowOf(last);
        var isRange = column >= 0 && row > 0 && lastColumn >= column && lastRow >= row;
        return isRange && (lastColumn > column || lastRow > row)
                ? new MergedRange(column, row, lastColumn, lastRow)
                : null;
    }

    int columnSpan() {
        return lastColumn - column + 1;
    }
}
