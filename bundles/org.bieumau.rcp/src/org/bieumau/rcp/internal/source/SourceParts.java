/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.rows.SourcePlace;

/** The sheets or tables of a file, and its text outside of tables, as they are shown to the user. */
public record SourceParts(List<Part> parts) {

    private static final Pattern SHEET_CELL = Pattern.compile("([A-Z]{1,3})(\\d+)");
    private static final Pattern TABLE_CELL = Pattern.compile("(\\d+):(\\d+)");

    public SourceParts {
        parts = List.copyOf(parts);
    }

    /** A part of a file. */
    public sealed interface Part {

        /** Returns the names of the columns. */
        List<String> columns();

        int rows();

        /** Returns the number of a row, and its cells. */
        String text(int row, int column);
    }

    /** A sheet or table. */
    public record TablePart(Grid grid) implements Part {

        @Override
        public List<String> columns() {
            var columns = new ArrayList<>(List.of(""));
            for (int i = 0; i < grid.width(); i++) {
                columns.add(grid.columnName(i));
            }
            return columns;
        }

        @Override
        public int rows() {
            return grid.height();
        }

        @Override
        public String text(int row, int column) {
            if (column == 0) {
                return Integer.toString(grid.rowNumber(row));
            }
            var cell = grid.at(row, column - 1);
            return cell == null || cell.row() != row || cell.column() != column - 1 ? "" : cell.text();
        }

        private String name() {
            return SourcePlace.text(grid.place());
        }
    }

    /** The paragraphs outside of tables. */
    public record TextPart(List<Paragraph> paragraphs) implements Part {

        @Override
        public List<String> columns() {
            return List.of("", "");
        }

        @Override
        public int rows() {
            return paragraphs.size();
        }

        @Override
        public String text(int row, int column) {
            var paragraph = paragraphs.get(row);
            return column == 0 ? Integer.toString(row + 1) : (paragraph.label() + " " + paragraph.text()).strip();
        }
    }

    /** A cell: indexes of its part, its row, and its column, where the row number is column 0. */
    public record Spot(int part, int row, int column) {}

    /** Returns the parts of a file: tables and sheets in order, and its text at the end. */
    public static SourceParts of(SourceContent content) {
        var parts = new ArrayList<Part>();
        var paragraphs = new ArrayList<Paragraph>();
        for (var part : content.parts()) {
            switch (part) {
                case SourceContent.TablePart(var grid) -> parts.add(new TablePart(grid));
                case SourceContent.TextPart(var paragraph) -> paragraphs.add(paragraph);
            }
        }
        if (!paragraphs.isEmpty()) {
            parts.add(new TextPart(paragraphs));
        }
        return new SourceParts(parts);
    }

    /**
     * Finds a cell.
     *
     * @param part the table or sheet as the form names it; an empty string for the first one
     * @param cell the cell as the form names it, see {@link org.bieumau.core.internal.resolved.Origin}
     */
    public Optional<Spot> find(String part, String cell) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof TablePart table && (part.isEmpty() || isNamed(table, part))) {
                return Optional.of(spot(i, table.grid(), cell));
            }
        }
        return Optional.empty();
    }

    /** Returns the row of a paragraph outside of tables. */
    public Optional<Spot> paragraph(int number) {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof TextPart text) {
                for (int row = 0; row < text.paragraphs().size(); row++) {
                    if (text.paragraphs().get(row).place() instanceof Place.Paragraph place
                            && place.number() == number) {
                        return Optional.of(new Spot(i, row, 1));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the name of a part, as forms name it; an empty string for the text outside of tables. */
    public String name(int part) {
        return parts.get(part) instanceof TablePart table ? table.name() : "";
    }

    /** Returns the first cell of a part with a text, as forms name it. */
    public Optional<String> find(int part, String text) {
        return parts.get(part) instanceof TablePart(var grid)
                ? grid.cells().stream()
                        .filter(cell -> cell.text().equals(text))
                        .map(cell -> grid.isSheet()
                                ? grid.columnName(cell.column()) + grid.rowNumber(cell.row())
                                : grid.rowNumber(cell.row()) + ":" + grid.columnName(cell.column()))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isNamed(TablePart table, String part) {
        return VietnameseText.nfc(table.name()).equals(VietnameseText.nfc(part));
    }

    private static Spot spot(int part, Grid grid, String cell) {
        var inSheet = SHEET_CELL.matcher(cell);
        if (inSheet.find()) {
            return new Spot(part, row(grid, inSheet.group(2)), column(inSheet.group(1)) + 1);
        }
        var inTable = TABLE_CELL.matcher(cell);
        return inTable.matches()
                ? new Spot(part, row(grid, inTable.group(1)), Integer.parseInt(inTable.group(2)))
                : new Spot(part, cell.matches("\\d+") ? row(grid, cell) : 0, 0);
    }

    private static int row(Grid grid, String number) {
        for (int row = 0; row < grid.height(); row++) {
            if (number.equals(Integer.toString(grid.rowNumber(row)))) {
                return row;
            }
        }
        return 0;
    }

    private static int column(String letters) {
        var column = 0;
        for (var letter : letters.toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }
}
