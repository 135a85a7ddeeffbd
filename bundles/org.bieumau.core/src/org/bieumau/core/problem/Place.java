/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

import org.bieumau.core.internal.text.CoreMessages;
import org.jspecify.annotations.Nullable;

/** The place of a problem: in a text, in a cell of a workbook, or in a cell or paragraph of a word processor's file. */
public sealed interface Place {

    /** Returns the path as the user gave it; null if the problem belongs to no file. */
    @Nullable
    String file();

    /**
     * Returns the position within the file, for the user: <code>12:5</code>, <code>trang «PL01», ô R6</code> or <code>
     * đoạn 7</code>; an empty string if the whole file is meant.
     */
    String position();

    /** Returns the place of a whole file. */
    static Place of(String file) {
        return new Text(file, 0, 0, 0, 0);
    }

    /**
     * A place in a text.
     *
     * @param line from 1; 0 if the whole file is meant
     * @param column from 1, in UTF-16 code units; 0 if the whole line is meant
     * @param offset from 0, in UTF-16 code units from the start of the file
     * @param length in UTF-16 code units
     */
    record Text(@Nullable String file, int line, int column, int offset, int length) implements Place {

        @Override
        public String position() {
            return line == 0 ? "" : line + ":" + column;
        }
    }

    /**
     * A cell of a workbook.
     *
     * @param table name of the sheet
     * @param address column and row, such as <code>R6</code>; a range such as <code>A1:B2</code>; an empty string for
     *     the whole table
     */
    record Cell(@Nullable String file, String table, String address) implements Place {

        @Override
        public String position() {
            return address.isEmpty()
                    ? CoreMessages.ALL.text("place.table", table)
                    : CoreMessages.ALL.text("place.cell", table, address);
        }
    }

    /**
     * A cell of a table in a word processor's file.
     *
     * @param table number of the table from 1, in the order of the file; a nested table comes after the one around it
     * @param row number of the row from 1; 0 for the whole table
     * @param column number of the column from 1, in the grid of the table, where a cell may span columns; 0 for the
     *     whole table
     */
    record TableCell(@Nullable String file, int table, int row, int column) implements Place {

        @Override
        public String position() {
            return row == 0
                    ? CoreMessages.ALL.text("place.wordTable", table)
                    : CoreMessages.ALL.text("place.wordCell", table, row, column);
        }
    }

    /**
     * A paragraph of a word processor's file, outside of tables.
     *
     * @param number from 1, in the order of the file
     */
    record Paragraph(@Nullable String file, int number) implements Place {

        @Override
        public String position() {
            return CoreMessages.ALL.text("place.paragraph", number);
        }
    }
}
