/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

/**
 * The position of a piece of a file on its page.
 *
 * @param section number of the section of the file, from 0
 * @param table number of the table without borders that places the piece, from 1; 0 if none does
 * @param row row in that table, from 0
 * @param column column in that table, from 0
 * @param inner number of the nested table that contains the piece, from 1; 0 if none does
 * @param left left edge in percent of the text width
 * @param right right edge in percent of the text width
 * @param width width of the cell in mm; 0 if it is not known, or the piece is in no cell
 */
public record Seat(
        Region region,
        int section,
        int table,
        int row,
        int column,
        int inner,
        double left,
        double right,
        double width) {

    /** How a piece is placed. */
    public enum Region {
        TEXT,
        CELL,
        /** A text box. */
        BOX,
        /** A part of a line, next to tabs or many spaces. */
        TAB,
        HEADER,
        FOOTER
    }

    /** A column of a layout table, a side of the page, or the text boxes. */
    public record Side(Region region, int table, int column, boolean right) {}

    static Seat of(Region region, int section) {
        return new Seat(region, section, 0, 0, 0, 0, 0, 100, 0);
    }

    Seat between(double from, double to) {
        return new Seat(Region.TAB, section, table, row, column, inner, from, to, 0);
    }

    /** Returns whether the piece is in the left part of the page, with room to its right. */
    public boolean isLeft() {
        return left < 20 && right < 75;
    }

    /** Returns whether the piece is in the right part of the page, with room to its left. */
    public boolean isRight() {
        return left > 25;
    }

    /** Returns the column or side whose lines are below each other. */
    public Side side() {
        return new Side(region == Region.BOX ? region : Region.TEXT, table, column, table == 0 && isRight());
    }

    /** Returns whether a layout table places both pieces, next to or above each other. */
    boolean sharesTable(Seat other) {
        return table > 0 && table == other.table;
    }
}
