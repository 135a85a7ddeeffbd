/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.TableColumn;

/**
 * Arranges columns without borders, such as signatures below a table, in the columns of the sheet. Text after the space
 * for a signature begins a new row, so that names are level and can be filled in.
 */
final class FootRows {

    /** Minimum space above a text that becomes an empty row, in pt. */
    private static final double ROOM = 20;

    /** Factor for the width of a text, to allow for fonts wider than the measured one and for cell margins. */
    private static final double SAFETY_FACTOR = 1.15;

    /**
     * A row of the sheet.
     *
     * @param room the height in pt of the empty row above it; 0 if there is none
     * @param cells the cells with text, from left to right
     */
    record FootRow(double room, List<FootCell> cells) {}

    /**
     * A cell without borders.
     *
     * @param column the first column of the sheet, from 0
     * @param span the number of columns that it covers
     */
    record FootCell(int column, int span, List<Paragraph> paragraphs) {}

    /** A text below the space for a signature. */
    private record Part(double room, List<Paragraph> paragraphs) {}

    private final CellStyles styles;
    private final List<TableColumn> columns;

    FootRows(CellStyles styles, List<TableColumn> columns) {
        this.styles = styles;
        this.columns = columns;
    }

    List<FootRow> of(SideBySide sides) {
        var rows = new ArrayList<FootRow>();
        for (var row : sides.rows()) {
            var spans = spans(row.percents());
            var parts = row.columns().stream().map(this::parts).toList();
            if (spans.isEmpty()) {
                parts.forEach(column -> column.forEach(part -> rows.add(
                        new FootRow(part.room(), List.of(new FootCell(0, columns.size(), part.paragraphs()))))));
                continue;
            }
            var most = parts.stream().mapToInt(List::size).max().orElse(0);
            for (int i = 0; i < most; i++) {
                var cells = new ArrayList<FootCell>();
                var room = 0.0;
                var column = 0;
                for (int c = 0; c < spans.size(); c++) {
                    if (i < parts.get(c).size()) {
                        var part = parts.get(c).get(i);
                        room = Math.max(room, part.room());
                        cells.add(new FootCell(column, spans.get(c), part.paragraphs()));
                    }
                    column += spans.get(c);
                }
                rows.add(new FootRow(room, cells.size() == 1 ? List.of(widened(cells.getFirst())) : cells));
            }
        }
        return rows;
    }

    private List<Part> parts(List<SideItem> items) {
        var parts = new ArrayList<Part>();
        var text = new ArrayList<Paragraph>();
        var room = 0.0;
        for (var item : items) {
            var before = switch (item) {
                case Paragraph paragraph -> styles.style(paragraph.component()).spaceBefore();
                case Line line -> line.spaceAfter();
                default -> 0.0;
            };
            if (before >= ROOM) {
                parts.add(new Part(room, List.copyOf(text)));
                text.clear();
                room = before;
            }
            if (item instanceof Paragraph paragraph) {
                text.add(paragraph);
            }
        }
        if (room > 0 || !text.isEmpty()) {
            parts.add(new Part(room, List.copyOf(text)));
        }
        return parts;
    }

    /** Returns the only cell of a row, extended to the left until its lines fit. */
    private FootCell widened(FootCell cell) {
        var needed = cell.paragraphs().stream()
                .mapToDouble(paragraph -> {
                    var style = styles.style(paragraph.component());
                    return TextMeasure.width(paragraph.text(), style.size(), style.bold()) * SAFETY_FACTOR;
                })
                .max()
                .orElse(0);
        var column = cell.column();
        var end = column + cell.span();
        while (column > 0 && edge(end) - edge(column) < needed) {
            column--;
        }
        return new FootCell(column, end - column, cell.paragraphs());
    }

    /**
     * Returns the number of columns of the sheet for each column of the block, by the nearest borders; empty if the
     * sheet has fewer columns.
     */
    private List<Integer> spans(List<Integer> percents) {
        var blocks = percents.size();
        if (columns.size() < blocks) {
            return List.of();
        }
        var whole = columns.stream().mapToDouble(TableColumn::width).sum();
        var spans = new ArrayList<Integer>();
        var start = 0;
        var wanted = 0.0;
        for (int i = 0; i < blocks - 1; i++) {
            wanted += whole * percents.get(i) / 100;
            var end = start + 1;
            while (end < columns.size() - (blocks - 1 - i)
                    && Math.abs(edge(end + 1) - wanted) < Math.abs(edge(end) - wanted)) {
                end++;
            }
            spans.add(end - start);
            start = end;
        }
        spans.add(columns.size() - start);
        return spans;
    }

    /** Returns the distance in mm from the left edge of the table to the left edge of a column. */
    private double edge(int column) {
        return columns.subList(0, column).stream()
                .mapToDouble(TableColumn::width)
                .sum();
    }
}
