/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.source.SourceItem.TableStart;
import org.jspecify.annotations.Nullable;

/** A table while it is read: its rows, and the tables in its cells. */
final class SourceTable {

    /** Number of rows and columns up to which a table without borders is taken for one that only places text. */
    private static final int MOST_ROWS = 12;

    private static final int MOST_COLUMNS = 3;

    private final TableStart start;
    private final @Nullable PageSetup page;
    private final List<Row> rows = new ArrayList<>();
    private final List<SourceTable> nested = new ArrayList<>();

    SourceTable(TableStart start, @Nullable PageSetup page) {
        this.start = start;
        this.page = page;
    }

    TableStart start() {
        return start;
    }

    /** Returns the page on which the table begins; null if the file does not say so. */
    @Nullable
    PageSetup page() {
        return page;
    }

    List<Row> rows() {
        return rows;
    }

    List<SourceTable> nested() {
        return nested;
    }

    /** Returns the tables within a cell. */
    List<SourceTable> within(Cell cell) {
        return nested.stream()
                .filter(table -> cell.place().equals(table.start.within()))
                .toList();
    }

    Stream<Cell> cells() {
        return rows.stream().flatMap(row -> row.cells().stream());
    }

    /** Returns whether the table only places text on the page, such as the two sides of a letterhead. */
    boolean isLayout() {
        var width = width();
        var text = cells().map(Cell::shown).collect(Collectors.joining("\n"));
        if (LetterPhrases.isPartOfLetter(text) && rows.size() <= MOST_ROWS && width <= 2 * MOST_COLUMNS) {
            return true;
        }
        var bordered = cells().anyMatch(cell -> cell.flags().contains(Flag.BORDERED));
        return !bordered && rows.size() <= MOST_ROWS && mostCells() <= MOST_COLUMNS;
    }

    private int mostCells() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    /** Returns whether the table is in a text box. */
    boolean isBoxed() {
        return cells().anyMatch(cell -> !cell.paragraphs().isEmpty())
                && cells().flatMap(cell -> cell.paragraphs().stream())
                        .allMatch(paragraph -> paragraph.flags().contains(Flag.TEXT_BOX));
    }

    /** Returns the number of columns of the grid. */
    int width() {
        return cells().mapToInt(cell -> cell.column() + cell.columnSpan()).max().orElse(0);
    }

    /** Returns the width of a cell in mm; 0 if it is not known. */
    double width(Cell cell) {
        var widths = start.widths();
        var end = cell.column() + cell.columnSpan();
        return end > widths.size()
                ? 0
                : widths.subList(cell.column(), end).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
    }

    /** Returns the edge to the left of a column, in percent of the width of the table. */
    double edge(int column) {
        var widths = start.widths();
        var all = widths.stream().mapToDouble(Double::doubleValue).sum();
        if (widths.size() < width() || all <= 0) {
            return 100.0 * column / Math.max(1, width());
        }
        return 100
                * widths.subList(0, Math.min(column, widths.size())).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()
                / all;
    }
}
