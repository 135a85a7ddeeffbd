/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.prose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.dsl.ide.internal.prose.Piece;
import org.bieumau.dsl.ide.internal.prose.RichLine;
import org.bieumau.dsl.ide.internal.prose.RichTable;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.GlyphMetrics;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.TextLayout;
import org.eclipse.swt.graphics.TextStyle;
import org.eclipse.swt.widgets.Event;

/**
 * Draws the tables of a text. The characters of their rows take up no space; each row is one line of the height of its
 * cells. The head is drawn over the row of dashes below it, too.
 */
final class TableRows {

    /** Space around the text of a cell. */
    static final int PADDING = 4;

    private static final int LEAST_WIDTH = 40;
    /** Number of tables whose shape is remembered. */
    private static final int REMEMBERED = 50;

    /**
     * Size of the rows and columns of a table, in pixels.
     *
     * @param edges the left edges of the columns and the right edge of the last one, relative to the table
     */
    private record Shape(List<Integer> edges, List<Integer> heights) {}

    /** A cell of a table: the index of its line, and its column. */
    record Place(int line, int column) {}

    private final ProseView view;
    private final StyledText text;
    private final Map<List<RichLine>, Shape> shapes = new HashMap<>();
    private int width;

    TableRows(ProseView view) {
        this.view = view;
        this.text = view.control();
        text.addListener(SWT.Paint, this::paint);
    }

    private Optional<RichTable> table(int line) {
        return view.prose() == null ? Optional.empty() : RichTable.at(view.prose(), line);
    }

    // Sizes

    /** Forgets the sizes, which depend on the width of the sheet and on the size of the letters. */
    void forget() {
        shapes.clear();
    }

    private Shape shape(RichTable table) {
        width = Math.max(LEAST_WIDTH, text.getClientArea().width - text.getLeftMargin() - text.getRightMargin() - 1);
        if (shapes.size() > REMEMBERED) {
            shapes.clear();
        }
        return shapes.computeIfAbsent(List.copyOf(table.lines()), lines -> measure(table));
    }

    private Shape measure(RichTable table) {
        var columns = table.columns();
        var wanted = new double[columns];
        for (int i = table.first(); i < table.end(); i++) {
            var cells = table.isRule(i) ? List.<List<Piece>>of() : table.cells(i);
            for (int j = 0; j < cells.size(); j++) {
                var layout = layout(table, i, j, -1);
                wanted[j] = Math.max(wanted[j], layout.getBounds().width + 2 * PADDING);
                layout.dispose();
            }
        }
        var edges = edges(wanted);
        var heights = new ArrayList<Integer>();
        for (int i = table.first(); i < table.end(); i++) {
            var height = 0;
            var cells = table.isRule(i) ? List.<List<Piece>>of() : table.cells(i);
            for (int j = 0; j < cells.size(); j++) {
                var layout = layout(table, i, j, edges.get(j + 1) - edges.get(j) - 2 * PADDING);
                height = Math.max(height, layout.getBounds().height + 2 * PADDING);
                layout.dispose();
            }
            heights.add(Math.max(height, 1));
        }
        return new Shape(edges, heights);
    }

    /** Shares the width among columns: narrow ones get what they want, the others in proportion to what they want. */
    private List<Integer> edges(double[] wanted) {
        var sum = 0.0;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = Math.max(LEAST_WIDTH, Math.min(wanted[i], width * 0.7));
            sum += wanted[i];
        }
        var edges = new ArrayList<>(List.of(0));
        var at = 0.0;
        for (var each : wanted) {
            at += each * width / sum;
            edges.add((int) Math.round(at));
        }
        return edges;
    }

    /** Returns the text of a cell, to be disposed of. */
    private TextLayout layout(RichTable table, int line, int column, int wrap) {
        var layout = new TextLayout(text.getDisplay());
        layout.setFont(text.getFont());
        var pieces = table.cells(line).get(column);
        var content = pieces.stream().map(Piece::text).collect(Collectors.joining());
        // A cell without text is as high as one with text.
        layout.setText(content.isEmpty() ? " " : content);
        if (wrap > 0) {
            layout.setWidth(wrap);
        }
        var isHead = isHead(table, line);
        layout.setAlignment(alignment(table, line, column));
        var at = 0;
        for (var piece : pieces) {
            var end = at + piece.text().length();
            if (end > at) {
                var range = view.range(at, end - at, piece, isHead);
                var style = new TextStyle(range);
                if (style.font == null) {
                    style.font = view.font(range.fontStyle);
                }
                layout.setStyle(style, at, end - 1);
            }
            at = end;
        }
        return layout;
    }

    /** Returns the SWT style of the alignment of a cell. */
    static int alignment(RichTable table, int line, int column) {
        if (isHead(table, line)) {
            return SWT.CENTER;
        }
        return switch (table.alignment(column)) {
            case LEFT -> SWT.LEFT;
            case CENTER -> SWT.CENTER;
            case RIGHT -> SWT.RIGHT;
        };
    }

    static boolean isHead(RichTable table, int line) {
        return line == table.first() && table.hasHead();
    }

    /** Hides the characters of a row and gives its line the height of the row. */
    void style(int line, int start, int length) {
        var table = table(line).orElseThrow();
        var height = shape(table).heights().get(line - table.first());
        var range = new StyleRange(start, length, null, null);
        range.metrics = new GlyphMetrics(height, 0, 0);
        text.replaceStyleRanges(start, length, new StyleRange[] {range});
        text.setLineAlignment(line, 1, SWT.LEFT);
        text.setLineJustify(line, 1, false);
        text.setLineIndent(line, 1, 0);
        text.setLineVerticalIndent(line, line == table.first() ? view.sheet().above(line == 0) : 0);
    }

    // Places

    /** Returns the cell at a point. */
    Optional<Place> at(int x, int y) {
        var line = text.getLineIndex(y);
        return table(line).map(table -> {
            var row = table.hasHead() && line == table.first() + 1 ? table.first() : line;
            var edges = shape(table).edges();
            var column = (int) IntStream.range(1, edges.size() - 1)
                    .filter(each -> text.getLeftMargin() + edges.get(each) <= x)
                    .count();
            return new Place(row, Math.min(column, table.cells(row).size() - 1));
        });
    }

    /** Returns the bounds of a cell in the text widget; empty if there is no such cell. */
    Optional<Rectangle> bounds(Place place) {
        return table(place.line())
                .filter(table -> place.column() < table.columns())
                .map(table -> {
                    var edges = shape(table).edges();
                    var rows = rows(table, place.line());
                    return new Rectangle(
                            text.getLeftMargin() + edges.get(place.column()),
                            rows.y,
                            edges.get(place.column() + 1) - edges.get(place.column()),
                            rows.height);
                });
    }

    private Rectangle rows(RichTable table, int line) {
        var end = isHead(table, line) ? line + 2 : line + 1;
        var top = text.getLinePixel(line) + text.getLineVerticalIndent(line);
        var bottom = end < text.getLineCount()
                ? text.getLinePixel(end)
                : text.getLinePixel(end - 1) + text.getLineHeight(text.getOffsetAtLine(end - 1));
        return new Rectangle(text.getLeftMargin(), top, width, bottom - top);
    }

    // Painting

    private void paint(Event event) {
        if (view.prose() == null) {
            return;
        }
        var last = Math.min(
                text.getLineIndex(event.y + event.height), view.prose().lines().size() - 1);
        for (int i = text.getLineIndex(event.y); i <= last; i++) {
            var line = i;
            table(line).ifPresent(table -> {
                if (!table.isRule(line)) {
                    paint(event.gc, table, line);
                } else if (table.hasHead() && line == table.first() + 1 && line == text.getLineIndex(event.y)) {
                    paint(event.gc, table, table.first());
                }
            });
        }
    }

    private void paint(GC gc, RichTable table, int line) {
        var edges = shape(table).edges();
        var row = rows(table, line);
        var start = text.getOffsetAtLine(line);
        var isSelected = text.getSelection().x < start + text.getLine(line).length() && text.getSelection().y > start;
        gc.setBackground(isSelected ? text.getSelectionBackground() : text.getBackground());
        gc.fillRectangle(row.x, row.y, row.width + 1, row.height);
        gc.setForeground(Palette.FRAME.colour());
        gc.drawRectangle(row.x, row.y, row.width, row.height);
        var isHead = isHead(table, line);
        for (int j = 0; j < table.columns(); j++) {
            gc.setForeground(Palette.FRAME.colour());
            gc.drawLine(row.x + edges.get(j), row.y, row.x + edges.get(j), row.y + row.height);
            if (j < table.cells(line).size()) {
                var layout = layout(table, line, j, edges.get(j + 1) - edges.get(j) - 2 * PADDING);
                var spare = row.height - layout.getBounds().height;
                gc.setForeground(isSelected ? text.getSelectionForeground() : text.getForeground());
                layout.draw(gc, row.x + edges.get(j) + PADDING, row.y + (isHead ? spare / 2 : PADDING));
                layout.dispose();
            }
        }
    }
}
