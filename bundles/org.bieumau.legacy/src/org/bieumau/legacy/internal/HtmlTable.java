/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bieumau.core.internal.sheet.SheetNumber;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.jsoup.nodes.Element;

/** Assigns the cells of a table of a web page to columns. */
final class HtmlTable {

    /** Maximum number of cells on a page. */
    static final int MOST_CELLS = 2_000_000;
    /** The limits of browsers (HTML, 4.9.11). */
    private static final int MOST_COLUMNS = 1000;

    private static final int MOST_ROWS = 65_534;

    private final String file;
    private final int number;
    private final Map<Element, Place> places = new IdentityHashMap<>();
    /** The cells that continue in the next row, by their first column. */
    private final TreeMap<Integer, Open> open = new TreeMap<>();

    private int row;
    private int width;

    private record Open(int columns, int lastRow) {}

    HtmlTable(String file, int number) {
        this.file = file;
        this.number = number;
    }

    Place place() {
        return new Place.TableCell(file, number, 0, 0);
    }

    /** Returns the place of the next cell. */
    Place placeOf(Element cell) {
        return places.getOrDefault(cell, place());
    }

    private Place place(int column) {
        return new Place.TableCell(file, number, row, column + 1);
    }

    /** Returns the number of columns of the rows so far. */
    int width() {
        return width;
    }

    SourceItem.Row row(Element tr) {
        row++;
        places.clear();
        open.values().removeIf(each -> each.lastRow() < row);
        var above = new TreeMap<>(open);
        var cells = new ArrayList<Cell>();
        var column = 0;
        for (var td : tr.children()) {
            if (td.nameIs("td") || td.nameIs("th")) {
                column = addContinued(above, column, cells);
                var columns = Math.min(span(td, "colspan", MOST_COLUMNS), room(above, column));
                var rows = span(td, "rowspan", MOST_ROWS);
                if (rows > 1) {
                    open.put(column, new Open(columns, row + rows - 1));
                }
                cells.add(cell(td, column, columns, rows > 1));
                column += columns;
            }
        }
        width = Math.max(width, column);
        for (var each : above.tailMap(column).entrySet()) {
            cells.add(continued(each.getKey(), each.getValue()));
        }
        return new SourceItem.Row(row, cells, HtmlText.flags(tr));
    }

    /** Adds the cells from above that cover a column, and returns the column after them. */
    private int addContinued(Map<Integer, Open> above, int from, List<Cell> cells) {
        var column = from;
        for (var each = above.get(column); each != null; each = above.get(column)) {
            cells.add(continued(column, each));
            column += each.columns();
        }
        return column;
    }

    private Cell continued(int column, Open cell) {
        return new Cell(
                place(column), column, cell.columns(), Merge.CONTINUED, Kind.BLANK, "", null, List.of(), Set.of());
    }

    /** Returns the number of columns up to the next cell from above. */
    private static int room(TreeMap<Integer, Open> above, int column) {
        var next = above.higherKey(column);
        return next == null ? MOST_COLUMNS : next - column;
    }

    private static int span(Element cell, String attribute, int most) {
        try {
            return Math.clamp(Long.parseLong(cell.attr(attribute).strip()), 1, most);
        } catch (NumberFormatException e) {
            return 1;
        }
    }

    private Cell cell(Element td, int column, int columns, boolean isOpen) {
        var place = place(column);
        places.put(td, place);
        var content = new HtmlText();
        content.addAll(td);
        var shown = content.text();
        // Excel saves the value of a number in an attribute next to the displayed text.
        var number =
                td.hasAttr("x:num") ? SheetNumber.parse(td.attr("x:num").isEmpty() ? shown : td.attr("x:num")) : null;
        var isBlank = content.isBlank();
        return new Cell(
                place,
                column,
                columns,
                isOpen ? Merge.START : Merge.NONE,
                isBlank ? Kind.BLANK : number != null ? Kind.NUMBER : Kind.TEXT,
                isBlank ? "" : shown,
                isBlank ? null : number != null ? number : shown,
                isBlank ? List.of() : List.of(content.paragraph(place)),
                content.flags());
    }
}
