/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.jspecify.annotations.Nullable;

/** A table or sheet, kept as a whole. Only cells with text are kept; empty rows of a sheet may be missing. */
public final class Grid {

    private final Place place;
    private final int number;
    private final int depth;
    private final boolean hidden;
    private final @Nullable PageSetup page;
    private final List<Row> rows;
    /** For each row the cells that begin in it; they are asked for again and again. */
    private final List<List<GridCell>> begun;

    private final int width;

    /**
     * A row.
     *
     * @param number number in the table or sheet, from 1
     * @param owners for each column the cell that covers it, or null; columns after the last cell are left out
     */
    record Row(int number, Set<Flag> flags, @Nullable GridCell[] owners) {}

    Grid(Place place, int number, int depth, boolean hidden, @Nullable PageSetup page, List<Row> rows) {
        this.place = place;
        this.number = number;
        this.depth = depth;
        this.hidden = hidden;
        this.page = page;
        this.rows = List.copyOf(rows);
        begun = IntStream.range(0, rows.size()).mapToObj(this::begun).toList();
        width = rows.stream().mapToInt(row -> row.owners().length).max().orElse(0);
    }

    /**
     * Returns the grid of a table that was read as a whole.
     *
     * @param number its position among the tables and sheets of the file, from 0
     * @param page the page on which it is printed; null if the file does not say so
     */
    public static Grid of(
            SourceItem.TableStart start, int number, @Nullable PageSetup page, List<SourceItem.Row> rows) {
        var builder = new GridBuilder(start, number, page);
        rows.forEach(builder::add);
        return builder.build();
    }

    /** Returns the place of the table as a whole. */
    public Place place() {
        return place;
    }

    /** Returns whether the grid is a sheet of a workbook, not a table in a text. */
    public boolean isSheet() {
        return place instanceof Place.Cell;
    }

    /** Returns the name of the sheet, or the number of the table from 1. */
    public String name() {
        return switch (place) {
            case Place.Cell sheet -> sheet.table();
            case Place.TableCell table -> Integer.toString(table.table());
            case Place other -> other.position();
        };
    }

    /**
     * Returns the name of a column: <code>A</code>, …, <code>Z</code>, <code>AA</code>, … for a sheet, its number from
     * 1 for a table.
     */
    public String columnName(int column) {
        if (!isSheet()) {
            return Integer.toString(column + 1);
        }
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }

    /** Returns the position among the tables and sheets of the file, from 0. */
    public int number() {
        return number;
    }

    /** Returns 0 for a table or sheet, 1 for a table in a cell, and so on. */
    public int depth() {
        return depth;
    }

    /** Returns whether the sheet is hidden. */
    public boolean isHidden() {
        return hidden;
    }

    /** Returns the page on which the table or sheet is printed; null if the file does not say so. */
    public @Nullable PageSetup page() {
        return page;
    }

    /** Returns the number of rows that were given, including empty ones. */
    public int height() {
        return rows.size();
    }

    /** Returns the number of columns up to the last one with text. */
    public int width() {
        return width;
    }

    /** Returns the number of a row in its table or sheet, from 1. */
    public int rowNumber(int row) {
        return rows.get(row).number();
    }

    /** Returns whether the row is repeated at the top of each page, as headers are. */
    public boolean isRepeated(int row) {
        return rows.get(row).flags().contains(Flag.REPEATED);
    }

    public boolean isHidden(int row) {
        return rows.get(row).flags().contains(Flag.HIDDEN);
    }

    /** Returns whether no cell with text begins in the row. */
    public boolean isEmpty(int row) {
        return begun.get(row).isEmpty();
    }

    private static boolean begins(@Nullable GridCell cell, int row, int column) {
        return cell != null && cell.row() == row && cell.column() == column;
    }

    /** Returns whether the row before is empty or missing in the file. */
    public boolean isAfterGap(int row) {
        return row > 0 && (rows.get(row).number() > rows.get(row - 1).number() + 1 || isEmpty(row - 1));
    }

    /** Returns the cell with text that covers a column of a row; null if there is none. */
    public @Nullable GridCell at(int row, int column) {
        var owners = rows.get(row).owners();
        return column < owners.length ? owners[column] : null;
    }

    /** Returns the cells with text that begin in a row, from left to right. */
    public List<GridCell> cells(int row) {
        return begun.get(row);
    }

    private List<GridCell> begun(int row) {
        var owners = rows.get(row).owners();
        var cells = new GridCell[owners.length];
        var count = 0;
        for (int column = 0; column < owners.length; column++) {
            if (begins(owners[column], row, column)) {
                cells[count++] = owners[column];
            }
        }
        return Collections.unmodifiableList(Arrays.asList(count == cells.length ? cells : Arrays.copyOf(cells, count)));
    }

    /** Returns the cells with text that begin in a row and cover one of some columns, from left to right. */
    public List<GridCell> cellsWithin(int row, int first, int end) {
        var cells = begun.get(row);
        var from = 0;
        while (from < cells.size() && cells.get(from).columnEnd() <= first) {
            from++;
        }
        return part(cells, from, end);
    }

    /** Returns the cells with text that begin in a row and in one of some columns, from left to right. */
    public List<GridCell> cellsFrom(int row, int first, int end) {
        var cells = begun.get(row);
        var from = 0;
        while (from < cells.size() && cells.get(from).column() < first) {
            from++;
        }
        return part(cells, from, end);
    }

    private static List<GridCell> part(List<GridCell> cells, int from, int end) {
        var to = from;
        while (to < cells.size() && cells.get(to).column() < end) {
            to++;
        }
        return to - from == cells.size() ? cells : cells.subList(from, to);
    }

    /**
     * Returns some of the rows as a grid of their own. A cell that covers rows before or after them covers only those.
     *
     * @param from index of the first row
     * @param to index of the row after the last one
     */
    public Grid part(int from, int to) {
        var moved = new IdentityHashMap<GridCell, GridCell>();
        var part = rows.subList(from, to).stream()
                .map(row -> new Row(
                        row.number(),
                        row.flags(),
                        Arrays.stream(row.owners())
                                .map(cell -> cell == null
                                        ? null
                                        : moved.computeIfAbsent(cell, each -> each.within(from, to)))
                                .toArray(GridCell[]::new)))
                .toList();
        return new Grid(place, number, depth, hidden, page, part);
    }

    /** Returns all cells with text, row by row. */
    public List<GridCell> cells() {
        var cells = new ArrayList<GridCell>();
        begun.forEach(cells::addAll);
        return Collections.unmodifiableList(cells);
    }
}
