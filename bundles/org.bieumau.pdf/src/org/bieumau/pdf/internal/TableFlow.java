/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Block.TableStart;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * Fills pages with the rows of a table, as the layout supplies them. Header rows repeat on every page. A row that does
 * not fit is divided. A section heading is kept with the row below it.
 */
final class TableFlow {

    /** Left and right inner margin of a cell, in pt. */
    private static final double SIDE = Points.ofMillimetres(1.5);
    /**
     * Number of rows whose cells have tags. All tags are kept in memory until the file is finished, so each further row
     * has a single tag.
     */
    private static final int ROWS_WITH_CELL_TAGS = 5_000;

    private final PageFlow flow;
    private final TableStart start;
    private final double[] lefts;
    private final List<Row> header = new ArrayList<>();
    private final List<Band> headings = new ArrayList<>();
    private final PdfStructureElement tag;
    private List<LaidOutCell> headerCells = List.of();
    private double headerHeight;
    private boolean open;
    private int rows;

    TableFlow(PageFlow flow, TableStart start) {
        this.flow = flow;
        this.start = start;
        this.tag = flow.tag(null, "Table");
        var attributes = new PdfDictionary();
        attributes.put(PdfName.O, new PdfName("Table"));
        attributes.put(new PdfName("Summary"), new PdfString(start.description(), PdfObject.TEXT_UNICODE));
        tag.put(PdfName.A, attributes);
        if (!start.title().isEmpty()) {
            tag.put(new PdfName("T"), new PdfString(start.title(), PdfObject.TEXT_UNICODE));
        }
        lefts = new double[start.columns().size() + 1];
        lefts[0] = flow.left();
        for (int i = 0; i < start.columns().size(); i++) {
            lefts[i + 1] =
                    lefts[i] + Points.ofMillimetres(start.columns().get(i).width());
        }
    }

    /** A cell with its text broken into lines, its position in its band, and the part of it that is drawn already. */
    private final class LaidOutCell {
        final Cell cell;
        final List<TextLines> texts = new ArrayList<>();
        final boolean centered;
        /** Distance from the upper edge of the header, in pt; 0 in other rows. */
        double shift;

        double height;
        /** Index of the next paragraph to draw. */
        int text;
        /** Index of the next line of that paragraph to draw. */
        int line;
        /** Index of the first row of the header that the cell is in; 0 in other rows. */
        int headerRow;

        LaidOutCell(Cell cell, RowKind kind) {
            this.cell = cell;
            this.centered = !kind.isEntry();
            var width = textWidth(start, cell);
            cell.paragraphs().forEach(paragraph -> texts.add(flow.lines(paragraph, start.scale(), width)));
        }

        double left() {
            return lefts[cell.column()];
        }

        double width() {
            return lefts[cell.column() + cell.columnSpan()] - left();
        }

        double textHeight() {
            return TableFlow.textHeight(texts);
        }

        double before(int paragraph) {
            return TableFlow.before(texts, paragraph);
        }

        double firstLine() {
            return texts.isEmpty()
                    ? 0
                    : texts.getFirst().style().spaceBefore() + texts.getFirst().lineHeight();
        }

        boolean isDone() {
            return text >= texts.size();
        }

        /**
         * Fills a height with the next lines that fit. No single line of a paragraph is left alone on a page.
         *
         * @param room the available height in pt
         * @param cellTag the tag of the cell, or null within content that is already marked
         * @param draw whether to draw the lines; if not, they are only measured
         * @return the height that the lines take, in pt
         */
        double fill(double top, double room, PdfStructureElement cellTag, boolean draw) {
            var used = 0.0;
            var t = text;
            var l = line;
            while (t < texts.size()) {
                var lines = texts.get(t);
                var before = l == 0 ? before(t) : 0;
                var fit =
                        Math.min(lines.lines().size() - l, (int) ((room - used - before + 0.01) / lines.lineHeight()));
                var left = lines.lines().size() - l;
                if (fit == left - 1 && fit > 1) {
                    fit--;
                }
                if (fit <= 0 || fit == 1 && left > 1 && used > 0) {
                    break;
                }
                if (draw) {
                    flow.paint(lines, l, l + fit, left() + SIDE, top - used - before, cellTag);
                }
                used += before + fit * lines.lineHeight();
                l += fit;
                if (l < lines.lines().size()) {
                    break;
                }
                used += lines.style().spaceAfter();
                t++;
                l = 0;
            }
            if (draw) {
                text = t;
                line = l;
            }
            return used;
        }
    }

    /** A row below the header with its cells laid out. */
    private record Band(List<LaidOutCell> cells, double height, Row row) {

        List<Paragraph> notes() {
            return notesOf(row);
        }
    }

    private static List<Paragraph> notesOf(Row row) {
        return row.cells().stream()
                .flatMap(cell -> cell.paragraphs().stream())
                .flatMap(paragraph -> paragraph.notes().stream())
                .toList();
    }

    void add(Row row) {
        if (header.size() < start.headerRows()) {
            header.add(row);
            if (header.size() == start.headerRows()) {
                layOutHeader();
            }
            return;
        }
        var cells = row.cells().stream()
                .map(cell -> new LaidOutCell(cell, row.kind()))
                .toList();
        var height = cells.stream().mapToDouble(LaidOutCell::textHeight).max().orElse(0);
        cells.forEach(cell -> cell.height = height);
        var band = new Band(cells, height, row);
        if (row.kind() == RowKind.SECTION) {
            headings.add(band);
        } else {
            place(band);
        }
    }

    void end() {
        drawHeadings();
        if (!open && !header.isEmpty()) {
            begin(0);
        }
    }

    // The header

    private void layOutHeader() {
        var heights = headerHeights(header, cell -> new LaidOutCell(cell, RowKind.HEADER).textHeight());
        var cells = new ArrayList<LaidOutCell>();
        for (int i = 0; i < header.size(); i++) {
            for (var cell : header.get(i).cells()) {
                var laid = new LaidOutCell(cell, RowKind.HEADER);
                cells.add(laid);
                laid.headerRow = i;
                laid.shift = Arrays.stream(heights, 0, i).sum();
                laid.height = Arrays.stream(heights, i, Math.min(header.size(), i + cell.rowSpan()))
                        .sum();
            }
        }
        headerHeight = Arrays.stream(heights).sum();
        headerCells = cells;
    }

    /**
     * Returns the heights of the rows of a header in pt. The last row that a cell spans is higher if the cell needs it.
     *
     * @param textHeight the height of the text of a cell in pt
     */
    static double[] headerHeights(List<Row> header, ToDoubleFunction<Cell> textHeight) {
        var heights = new double[header.size()];
        for (int i = 0; i < heights.length; i++) {
            for (var cell : header.get(i).cells()) {
                if (cell.rowSpan() == 1) {
                    heights[i] = Math.max(heights[i], textHeight.applyAsDouble(cell));
                }
            }
        }
        for (int i = 0; i < heights.length; i++) {
            for (var cell : header.get(i).cells()) {
                if (cell.rowSpan() > 1) {
                    var end = Math.min(heights.length, i + cell.rowSpan());
                    var sum = Arrays.stream(heights, i, end).sum();
                    heights[end - 1] += Math.max(0, textHeight.applyAsDouble(cell) - sum);
                }
            }
        }
        return heights;
    }

    /** Returns the width of the text of a cell, in pt. */
    static double textWidth(TableStart start, Cell cell) {
        var columns = start.columns().subList(cell.column(), cell.column() + cell.columnSpan());
        return Points.ofMillimetres(
                        columns.stream().mapToDouble(TableColumn::width).sum())
                - 2 * SIDE;
    }

    /** Returns the height of the text of a cell, in pt. */
    static double textHeight(List<TextLines> texts) {
        var height = 0.0;
        for (int i = 0; i < texts.size(); i++) {
            height += before(texts, i)
                    + texts.get(i).height()
                    + texts.get(i).style().spaceAfter();
        }
        return height;
    }

    /** Returns the space before a paragraph of a cell beyond the space after the paragraph above it, in pt. */
    private static double before(List<TextLines> texts, int paragraph) {
        var before = texts.get(paragraph).style().spaceBefore();
        return paragraph == 0
                ? before
                : Math.max(0, before - texts.get(paragraph - 1).style().spaceAfter());
    }

    private void drawHeader(boolean again) {
        if (headerCells.isEmpty()) {
            return;
        }
        var rowTags =
                again ? null : header.stream().map(row -> flow.tag(tag, "TR")).toList();
        borders(headerCells, flow.top());
        for (var laid : headerCells) {
            laid.text = 0;
            laid.line = 0;
            var top = flow.top() - laid.shift - (laid.height - laid.textHeight()) / 2;
            if (again) {
                flow.artifact(() -> fillHeader(laid, top));
            } else {
                flow.area(laid.left(), flow.top() - laid.shift, laid.width(), laid.height, laid.cell.source());
                laid.fill(top, Double.MAX_VALUE / 4, cellTag(rowTags.get(laid.headerRow), "TH", laid.cell), true);
            }
        }
        flow.advance(headerHeight);
    }

    /** Draws the text of a repeated header cell without tags, so that screen readers read the header only once. */
    private void fillHeader(LaidOutCell laid, double top) {
        var y = top;
        for (int i = 0; i < laid.texts.size(); i++) {
            var text = laid.texts.get(i);
            y -= laid.before(i);
            flow.painter().lines(text, 0, text.lines().size(), laid.left() + SIDE, y);
            y -= text.height() + text.style().spaceAfter();
        }
        flow.area(laid.left(), flow.top() - laid.shift, laid.width(), laid.height, laid.cell.source());
    }

    private void borders(List<LaidOutCell> cells, double top) {
        for (var laid : cells) {
            flow.painter()
                    .borders(new double[] {laid.left()}, new double[] {laid.width()}, laid.height, top - laid.shift);
        }
    }

    // The rows

    /**
     * Draws the header on the same page as the pieces waiting above it and the first row.
     *
     * @param firstRow the height in pt that must fit below the header
     */
    private void begin(double firstRow) {
        open = true;
        var notes = header.stream().flatMap(row -> notesOf(row).stream()).toList();
        flow.makeRoom(headerHeight + firstRow + flow.notes().more(notes));
        flow.flushWaiting();
        flow.makeRoom(headerHeight);
        flow.notes().add(notes);
        drawHeader(false);
    }

    /** Starts a new page and repeats the header, unless it takes so much of the page that little is left for rows. */
    private void nextPage() {
        flow.newPage();
        if (headerHeight <= flow.room() / 2) {
            drawHeader(true);
        }
    }

    private void place(Band band) {
        var needed = headings.stream().mapToDouble(Band::height).sum()
                + minimumHeight(band)
                + flow.notes().more(band.notes());
        if (!open) {
            begin(needed);
        } else if (needed > flow.room() + 0.01 && !flow.isFresh()) {
            nextPage();
        }
        drawHeadings();
        draw(band);
    }

    /**
     * Returns the minimum height of a row on a page, in pt: the whole row if it cannot be divided, otherwise the first
     * line of each cell.
     */
    private static double minimumHeight(Band band) {
        return band.row().kind().isEntry()
                ? band.cells().stream()
                        .mapToDouble(LaidOutCell::firstLine)
                        .max()
                        .orElse(0)
                : band.height();
    }

    private void drawHeadings() {
        if (!headings.isEmpty() && !open) {
            begin(headings.stream().mapToDouble(Band::height).sum());
        }
        headings.forEach(this::draw);
        headings.clear();
    }

    /** Returns the tag of a cell, with its spans. The cells of the header apply to the columns below them. */
    private PdfStructureElement cellTag(PdfStructureElement rowTag, String name, Cell cell) {
        var cellTag = flow.tag(rowTag, name);
        var attributes = new PdfDictionary();
        if (name.equals("TH")) {
            attributes.put(new PdfName("Scope"), new PdfName("Column"));
        }
        if (cell.columnSpan() > 1) {
            attributes.put(new PdfName("ColSpan"), new PdfNumber(cell.columnSpan()));
        }
        if (cell.rowSpan() > 1) {
            attributes.put(new PdfName("RowSpan"), new PdfNumber(cell.rowSpan()));
        }
        if (attributes.size() > 0) {
            attributes.put(PdfName.O, new PdfName("Table"));
            cellTag.put(PdfName.A, attributes);
        }
        return cellTag;
    }

    private void draw(Band band) {
        var rowTag = flow.tag(tag, "TR");
        if (rows == ROWS_WITH_CELL_TAGS) {
            flow.notAccessible();
        }
        var tags = ++rows > ROWS_WITH_CELL_TAGS
                ? List.of(rowTag)
                : band.cells().stream()
                        .map(cell -> cellTag(rowTag, "TD", cell.cell))
                        .toList();
        // The notes of a row are on the page on which the row begins.
        if (band.height() + flow.notes().more(band.notes()) > flow.room() + 0.01
                && band.height() <= flow.room() + 0.01
                && !flow.isFresh()) {
            nextPage();
        }
        flow.notes().add(band.notes());
        if (band.height() <= flow.room() + 0.01) {
            part(band, band.height(), tags);
            return;
        }
        if (!band.row().kind().isEntry() && !flow.isFresh()) {
            nextPage();
            if (band.height() <= flow.room() + 0.01) {
                part(band, band.height(), tags);
                return;
            }
        }
        while (band.cells().stream().anyMatch(cell -> !cell.isDone())) {
            var room = flow.room();
            var used = band.cells().stream()
                    .mapToDouble(cell -> cell.fill(0, room, null, false))
                    .max()
                    .orElse(0);
            if (used <= 0) {
                if (flow.isFresh()) {
                    throw new IllegalStateException("a line is higher than the page");
                }
                nextPage();
                continue;
            }
            part(band, used, tags);
            if (band.cells().stream().anyMatch(cell -> !cell.isDone())) {
                nextPage();
            }
        }
    }

    /** Draws a row, or the next part of it, with the given height in pt. */
    private void part(Band band, double height, List<PdfStructureElement> tags) {
        var top = flow.top();
        var whole = height == band.height();
        var count = band.cells().size();
        var lefts = new double[count];
        var widths = new double[count];
        for (int i = 0; i < count; i++) {
            var cell = band.cells().get(i);
            lefts[i] = cell.left();
            widths[i] = cell.width();
            flow.area(cell.left(), top, cell.width(), height, cell.cell.source());
        }
        flow.painter().borders(lefts, widths, height, top);
        if (tags.size() == count) {
            for (int i = 0; i < count; i++) {
                fill(band.cells().get(i), top, height, whole, tags.get(i));
            }
        } else {
            flow.painter()
                    .marked(tags.getFirst(), () -> band.cells().forEach(cell -> fill(cell, top, height, whole, null)));
        }
        flow.advance(height);
    }

    private static void fill(LaidOutCell cell, double top, double height, boolean whole, PdfStructureElement cellTag) {
        var shift = whole && cell.centered ? (height - cell.textHeight()) / 2 : 0;
        cell.fill(top - shift, height - shift, cellTag, true);
    }
}
