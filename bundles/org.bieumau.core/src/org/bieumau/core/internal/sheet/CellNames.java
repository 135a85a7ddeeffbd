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
        return rowOf(cell) < 0 ? -1 : letters(cell) - 1;
    }

    /** Returns the number that the letters at the beginning of a text mean; 0 if there are none, or too many. */
    private static int letters(String text) {
        var number = 0;
        for (int i = 0; i < text.length() && isLetter(text.charAt(i)); i++) {
            number = number * LETTERS + Character.toUpperCase(text.charAt(i)) - 'A' + 1;
            if (number > COLUMNS) {
                return 0;
            }
        }
        return number;
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** Returns the row of a cell; -1 if the text is null or names no cell of a sheet. */
    public static int rowOf(String cell) {
        if (cell == null || letters(cell) == 0) {
            return -1;
        }
        var row = 0;
        for (int i = 0; i < cell.length(); i++) {
            var c = cell.charAt(i);
            if (c >= '0' && c <= '9' && row <= ROWS) {
                row = row * 10 + c - '0';
            } else if (row > 0 || !isLetter(c)) {
                return -1;
            }
        }
        return row >= 1 && row <= ROWS ? row : -1;
    }
}
