/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.regex.Pattern;
import org.bieumau.core.problem.Place;

/**
 * A place in a table, whatever the format of the file.
 *
 * @param table name of the sheet, or number of the table
 * @param row from 1; 0 for the whole table
 * @param column from 1; 0 for the whole row
 */
record Spot(String table, int row, int column) {

    private static final Pattern PART = Pattern.compile("trang «(.*)»|bảng (\\d+)");

    static Spot of(Place place) {
        return switch (place) {
            case Place.Cell cell when cell.address().isEmpty() -> new Spot(cell.table(), 0, 0);
            case Place.Cell cell -> new Spot(cell.table(), number(cell.address()), column(cell.address()));
            case Place.TableCell cell -> new Spot(Integer.toString(cell.table()), cell.row(), cell.column());
            case Place other -> new Spot("", 0, 0);
        };
    }

    private static int number(String address) {
        return Integer.parseInt(address.replaceAll(":.*|\\D", ""));
    }

    private static int column(String address) {
        var column = 0;
        for (var c : address.replaceAll(":.*|\\d", "").toCharArray()) {
            column = column * 26 + c - 'A' + 1;
        }
        return column;
    }

    /** Returns the table of a part of a file, as forms name it. */
    static String table(String part) {
        var match = PART.matcher(part);
        if (!match.matches()) {
            throw new IllegalArgumentException(part);
        }
        return match.group(1) != null ? match.group(1) : match.group(2);
    }

    boolean isRow(String inTable, int number) {
        return table.equals(inTable) && row == number;
    }
}
