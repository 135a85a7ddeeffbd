/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.SourceContent;

/**
 * Describes the tables of a file in JSON. Rows and columns of Word tables count from 0; those of sheets have the
 * numbers and letters that Excel shows.
 */
public final class ShapeDump {

    /**
     * Maximum number of body rows that are all listed. Of a longer table, only the first and the last row are listed.
     */
    private static final int LISTED = 100;

    private final String file;

    /** @param file name of the file */
    public ShapeDump(String file) {
        this.file = file;
    }

    /** Returns one entry for each table with data, in the order of the file. */
    public List<Map<String, Object>> of(SourceContent content) {
        var entries = new ArrayList<Map<String, Object>>();
        for (var grid : content.grids()) {
            ShapeFinder.find(grid).ifPresent(shape -> entries.add(entry(shape)));
        }
        return entries;
    }

    private Map<String, Object> entry(TableShape shape) {
        var grid = shape.grid();
        var heading = TableHeading.of(shape);
        var entry = new LinkedHashMap<String, Object>();
        entry.put("file", file);
        entry.put(grid.isSheet() ? "sheet" : "table", grid.isSheet() ? grid.name() : grid.number());
        entry.put("place", grid.place().position());
        entry.put("title", heading.title());
        entry.put("headerRows", numbers(grid, shape.rows(RowKind.HEADER)));
        entry.put(
                "numberRow",
                shape.numberRow().isPresent() ? number(grid, shape.numberRow().getAsInt()) : null);
        entry.put("columns", shape.columns().stream().map(ShapeColumn::path).toList());
        if (grid.isSheet()) {
            entry.put(
                    "columnLetters",
                    shape.columns().stream()
                            .map(column -> grid.columnName(column.first()))
                            .toList());
        }
        entry.put(
                "numbers",
                shape.numberRow().isEmpty()
                        ? null
                        : shape.columns().stream().map(ShapeColumn::number).toList());
        body(shape, entry);
        entry.put("sectionRows", texts(shape, RowKind.SECTION));
        entry.put("totalRows", texts(shape, RowKind.TOTAL));
        entry.put("extraRows", extras(shape));
        levels(shape, entry);
        entry.put("cells", cells(shape));
        if (heading.formNumber() != null) {
            entry.put("formNumber", heading.formNumber());
        }
        if (heading.unit() != null) {
            entry.put("unit", heading.unit());
        }
        return entry;
    }

    private static void body(TableShape shape, Map<String, Object> entry) {
        var rows = numbers(shape.grid(), shape.rows(RowKind.BODY));
        entry.put("bodyRows", rows.size() > LISTED ? List.of(rows.getFirst(), rows.getLast()) : rows);
        entry.put("bodyRowCount", rows.size());
    }

    private static List<Map<String, Object>> texts(TableShape shape, RowKind kind) {
        return shape.rows(kind).stream()
                .map(row -> row(
                        shape,
                        row,
                        "text",
                        String.join(
                                " ",
                                shape.grid().cells(row).stream()
                                        .filter(cell -> !HeaderFinder.isNumeric(cell))
                                        .map(GridCell::text)
                                        .toList())))
                .toList();
    }

    /** Describes a row. The order of the keys is fixed, so that a file is described in the same way each time. */
    private static Map<String, Object> row(TableShape shape, int row, String key, String value) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("row", number(shape.grid(), row));
        entry.put(key, value);
        return entry;
    }

    private static List<Map<String, Object>> extras(TableShape shape) {
        var extras = new ArrayList<Map<String, Object>>();
        for (int row = 0; row < shape.kinds().size(); row++) {
            var kind = shape.kinds().get(row);
            switch (kind) {
                case HEADER, NUMBERS, BODY, SECTION, TOTAL -> {}
                default -> {
                    if (kind == RowKind.EMPTY || !shape.grid().isEmpty(row)) {
                        extras.add(row(
                                shape,
                                row,
                                "why",
                                kind.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
                    }
                }
            }
        }
        return extras;
    }

    private static void levels(TableShape shape, Map<String, Object> entry) {
        var levels = new LinkedHashMap<String, Object>();
        for (int row = 0; row < shape.levels().size(); row++) {
            var path = shape.levels().get(row);
            if (path != null) {
                levels.put("" + number(shape.grid(), row), String.join("/", path));
            }
        }
        if (!levels.isEmpty()) {
            entry.put("rowLevels", levels);
        }
    }

    private static List<Map<String, Object>> cells(TableShape shape) {
        var cells = new ArrayList<Map<String, Object>>();
        for (var cell : shape.grid().cells()) {
            var values = new LinkedHashMap<String, Object>();
            if (shape.grid().isSheet()) {
                values.put(
                        "cell",
                        shape.grid().columnName(cell.column()) + shape.grid().rowNumber(cell.row()));
            } else {
                values.put("row", number(shape.grid(), cell.row()));
                values.put("column", column(shape, cell));
            }
            values.put("text", cell.text());
            if (cell.stored() instanceof BigDecimal number) {
                values.put("value", number);
            } else if (Numbers.machine(cell.text()) instanceof BigDecimal number) {
                values.put("value", number);
            }
            cells.add(values);
        }
        return cells;
    }

    /** Returns the column of a cell, or its position in the grid if it is beside the columns. */
    private static int column(TableShape shape, GridCell cell) {
        for (int i = 0; i < shape.columns().size(); i++) {
            var column = shape.columns().get(i);
            if (cell.column() >= column.first() && cell.column() < column.end()) {
                return i;
            }
        }
        return cell.column();
    }

    private static List<Integer> numbers(Grid grid, List<Integer> rows) {
        return rows.stream().map(row -> number(grid, row)).toList();
    }

    private static int number(Grid grid, int row) {
        return grid.rowNumber(row) - (grid.isSheet() ? 0 : 1);
    }
}
