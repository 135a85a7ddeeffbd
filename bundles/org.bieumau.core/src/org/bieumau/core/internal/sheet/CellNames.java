/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.stream.IntStream;

/** Cell references such as <code>A1</code>. Columns count from 0, rows from 1. */
public final class CellNames {

    /** Number of columns of a sheet in Excel. */
    public static final int COLUMNS = 16_384;
    /** Number of rows of a sheet in Excel. */
    public static final int ROWS = 1_048_576;

    private static final int LETTERS = 26;
    /** The bit by which a small letter differs from its capital. */
    private static final int LOWER_CASE = 0x20;

    /** The letters of the columns up to ZZ, since every cell of a sheet has its name. */
    private static final String[] SHORT = IntStream.range(0, LETTERS * (LETTERS + 1))
            .mapToObj(CellNames::letters)
            .toArray(String[]::new);

    private CellNames() {}

    /** Returns the letters of a column, from 0: A … Z, AA … */
    public static String column(int column) {
        return column < SHORT.length ? SHORT[column] : letters(column);
    }

    private static String letters(int column) {
        var name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / LETTERS) {
            name.append((char) ('A' + (rest - 1) % LETTERS));
        }
        return name.reverse().toString();
    }

    public static String cell(int column, int row) {
        return column(column) + row;
    }

    public static String range(int column, int row, int lastColumn, int lastRow) {
        return cell(column, row) + ":" + cell(lastColumn, lastRow);
    }

    /** Returns the column of a cell; -1 if the text is null or names no cell of a sheet. */
    public static int columnOf(String cell) {
        var place = parse(cell);
        return place < 0 ? -1 : (int) (place % COLUMNS);
    }

    /** Returns the row of a cell; -1 if the text is null or names no cell of a sheet. */
    public static int rowOf(String cell) {
        var place = parse(cell);
        return place < 0 ? -1 : (int) (place / COLUMNS);
    }

    /** Returns the row times {@link #COLUMNS}, plus the column; -1 if the text is null or names no cell of a sheet. */
    public static long parse(String cell) {
        if (cell == null) {
            return -1;
        }
        var at = 0;
        var column = 0;
        while (at < cell.length() && column <= COLUMNS && isLetter(cell.charAt(at))) {
            column = column * LETTERS + (cell.charAt(at++) & ~LOWER_CASE) - 'A' + 1;
        }
        var row = 0L;
        var digits = at;
        while (at < cell.length() && row <= ROWS && cell.charAt(at) >= '0' && cell.charAt(at) <= '9') {
            row = row * 10 + cell.charAt(at++) - '0';
        }
        var isCell = column >= 1 && column <= COLUMNS && row >= 1 && row <= ROWS && at == cell.length() && at > digits;
        return isCell ? row * COLUMNS + column - 1 : -1;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
