/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import org.bieumau.core.problem.Place;

/**
 * A place in a return, without the name of the file.
 *
 * @param part name of the sheet, or number of the table or paragraph; an empty string for the whole file
 * @param row row of a table in a text; 0 for none
 * @param column column of a table in a text; 0 for none
 * @param address address of a cell in a sheet; an empty string for none
 */
public record Spot(Kind kind, String part, int row, int column, String address) implements Serializable {

    /** Kinds of places. */
    public enum Kind {
        FILE,
        SHEET,
        TABLE,
        PARAGRAPH
    }

    public static final Spot NONE = new Spot(Kind.FILE, "", 0, 0, "");

    /** Returns a place without its file. */
    public static Spot of(Place place) {
        return switch (place) {
            case Place.Cell cell -> new Spot(Kind.SHEET, cell.table(), 0, 0, cell.address());
            case Place.TableCell cell ->
                new Spot(Kind.TABLE, Integer.toString(cell.table()), cell.row(), cell.column(), "");
            case Place.Paragraph paragraph -> new Spot(Kind.PARAGRAPH, Integer.toString(paragraph.number()), 0, 0, "");
            case Place.Text text -> NONE;
            case null -> NONE;
        };
    }

    /** Returns the place in a file. */
    public Place in(String file) {
        return switch (kind) {
            case FILE -> Place.of(file);
            case SHEET -> new Place.Cell(file, part, address);
            case TABLE -> new Place.TableCell(file, Integer.parseInt(part), row, column);
            case PARAGRAPH -> new Place.Paragraph(file, Integer.parseInt(part));
        };
    }

    /** Returns the cell at a row and column of the same sheet or table. */
    public Spot cell(int atRow, String atColumn) {
        return switch (kind) {
            case SHEET -> new Spot(kind, part, 0, 0, atColumn + atRow);
            case TABLE ->
                new Spot(kind, part, atRow, atColumn.matches("\\d{1,6}") ? Integer.parseInt(atColumn) : 0, "");
            case FILE, PARAGRAPH -> this;
        };
    }

    /** Returns the name of the sheet, or of the table with its number; for .bieu files, always in Vietnamese. */
    public String partName() {
        return switch (kind) {
            case FILE -> "";
            case SHEET -> part;
            case TABLE -> "bảng " + part;
            case PARAGRAPH -> "đoạn " + part;
        };
    }

    /** Returns the cell within its part; for .bieu files, always in Vietnamese. */
    public String cellName() {
        return switch (kind) {
            case SHEET -> address;
            case TABLE -> row == 0 ? "" : "dòng " + row + (column == 0 ? "" : ", cột " + column);
            case FILE, PARAGRAPH -> "";
        };
    }
}
