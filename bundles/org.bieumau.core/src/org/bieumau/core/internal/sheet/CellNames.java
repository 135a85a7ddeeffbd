/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.stream.IntStream;

/** Cell references such as <code>A1</code>. Columns count from 0, rows from 1. */
final class CellNames {

    /** The letters of the columns up to ZZ, since every cell of a sheet has its name. */
    private static final String[] SHORT =
            IntStream.range(0, 26 * 27).mapToObj(CellNames::letters).toArray(String[]::new);

    private CellNames() {}

    /** Returns the letters of a column, from 0: A … Z, AA … */
    static String column(int column) {
        return column < SHORT.length ? SHORT[column] : letters(column);
    }

    private static String letters(int column) {
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
