/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

/** Cell references such as <code>A1</code>. Columns count from 0, rows from 1. */
final class CellNames {

    private CellNames() {}

    /** Returns the letters of a column, from 0: A … Z, AA … */
    static String column(int column) {
        var name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.append((char) ('A' + (rest - 1) % 26));
        }
        return name.reverse().toString();
    }

    static String cell(int column, int row) {
        return column(column) + row;
    }

    static String range(int column, int row, int lastColumn, int lastRow) {
        return cell(column, row) + ":" + cell(lastColumn, lastRow);
    }
}
