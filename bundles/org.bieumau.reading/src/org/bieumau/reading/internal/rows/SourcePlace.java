/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import org.bieumau.core.problem.Place;

/** Writes places for .bieu files, always in Vietnamese, whatever language the user has set. */
public final class SourcePlace {

    private SourcePlace() {}

    /** Returns a place such as <code>trang «PL01», ô R6</code>, <code>bảng 3, dòng 5, cột 2</code>. */
    public static String text(Place place) {
        return switch (place) {
            case Place.Cell cell ->
                "trang «" + cell.table() + "»" + (cell.address().isEmpty() ? "" : ", ô " + cell.address());
            case Place.TableCell cell ->
                "bảng " + cell.table() + (cell.row() == 0 ? "" : ", dòng " + cell.row() + ", cột " + cell.column());
            case Place.Paragraph paragraph -> "đoạn " + paragraph.number();
            case Place.Text text -> text.position();
        };
    }
}
