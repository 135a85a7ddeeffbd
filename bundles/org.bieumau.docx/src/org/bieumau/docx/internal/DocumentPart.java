/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.PageTop;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.text.Span;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.XmlWriter;

/** Writes the main document part of a DOCX file block by block, as the layout supplies the blocks. */
final class DocumentPart {

    /** Relationship id of the header with the page number. */
    static final String HEADER = "rId3";
    /** Relationship id of the footer on the first page of the document. */
    static final String FOOT = "rId5";
    /** Relationship id of the empty footer on the first page of every further section. */
    static final String NO_FOOT = "rId6";
    /** Sum of the left and right inner margins of a cell without borders, in mm. */
    private static final double CELL_MARGINS = 3.81;

    /** Height of a line in a text box, relative to the font size. */
    private static final double BOX_LINE = 1.15;

    /** Room below the last line of a text box, so that its descenders are not clipped, in pt. */
    private static final double BOX_ROOM = 6;

    /** Word's limit for the columns of a table. */
    private static final int MOST_COLUMNS = 63;

    private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

    /** Distance between the top or bottom border of a stamp and its text, in pt. */
    private static final int STAMP_SPACE = 3;

    private final XmlWriter xml;
    private final Layout layout;
    private final Lists lists;
    private final Notes notes;
    private final Charts charts;
    private final boolean hasFoot;
    private final Progress progress;
    private PageSetup page;
    private int sections;
    /** The widths of the columns of the current table, in twips. */
    private long[] widths;

    private int headerRows;
    /** Number of further rows that a vertically merged cell covers, by the cell's first column. */
    private int[] rowsLeft;
    /** Column span of that merged cell, by the cell's first column. */
    private int[] mergedSpans;

    private long rows;
    private boolean afterTable;
    /** Size of the text of the current table, relative to its look. */
    private double scale = 1;
    /** Size of the text of the current paragraph in half points; 0 for that of its style. */
    private long size;

    DocumentPart(
            XmlWriter xml, Layout layout, Lists lists, Notes notes, Charts charts, boolean hasFoot, Progress progress) {
        this.xml = xml;
        this.layout = layout;
        this.lists = lists;
        this.notes = notes;
        this.charts = charts;
        this.hasFoot = hasFoot;
        this.progress = progress;
    }

    /**
     * Writes the whole part.
     *
     * @param first the first block, which has already been taken from <code>blocks</code>; null if there is none
     */
    void write(Block first, Blocks blocks) throws IOException {
        xml.start("w:document").attribute("xmlns:w", Ooxml.W).attribute("xmlns:r", Ooxml.R);
        xml.start("w:body");
        for (var block = first; block != null; block = blocks.next()) {
            switch (block) {
                case PageStart start -> begin(start.page());
                case PageEnd end -> pageEnd(end);
                case PageTop top -> pageTop(top);
                case SideBySide sides -> sideBySide(sides);
                case SideItem item -> {
                    item(item, page.textWidth(), false);
                    afterTable = false;
                }
                case Chart chart -> chart(chart);
                case TableStart start -> begin(start);
                case Row row -> {
                    row(row);
                    progress.done(++rows);
                }
                case TableEnd end -> {
                    xml.end();
                    scale = 1;
                    afterTable = true;
                }
            }
        }
        if (afterTable) {
            smallestParagraph(false);
        }
        section();
        xml.end().end();
    }

    /** Writes a chart in a paragraph of its own, kept on one page with its caption. */
    private void chart(Chart chart) throws IOException {
        xml.start("w:p").start("w:pPr").empty("w:keepNext");
        xml.start("w:spacing").attribute("w:before", "120").end();
        xml.empty("w:jc", "w:val", "center").end();
        charts.drawing(xml, chart);
        xml.end();
        paragraph(chart.caption(), false);
        afterTable = false;
    }

    // Pages

    private void begin(PageSetup next) throws IOException {
        if (page != null) {
            xml.start("w:p").start("w:pPr");
            section();
            xml.end().end();
            afterTable = false;
        }
        page = next;
    }

    private void section() throws IOException {
        xml.start("w:sectPr");
        xml.start("w:headerReference")
                .attribute("w:type", "default")
                .attribute("r:id", HEADER)
                .end();
        if (hasFoot) {
            xml.start("w:footerReference")
                    .attribute("w:type", "first")
                    .attribute("r:id", sections == 0 ? FOOT : NO_FOOT)
                    .end();
        }
        sections++;
        xml.start("w:pgSz").attribute("w:w", Ooxml.twips(page.width())).attribute("w:h", Ooxml.twips(page.height()));
        if (page.landscape()) {
            xml.attribute("w:orient", "landscape");
        }
        xml.end();
        xml.start("w:pgMar")
                .attribute("w:top", Ooxml.twips(page.top()))
                .attribute("w:right", Ooxml.twips(page.right()))
                .attribute("w:bottom", Ooxml.twips(page.bottom()))
                .attribute("w:left", Ooxml.twips(page.left()))
                .attribute("w:header", Ooxml.twips(page.headerHeight()))
                .attribute("w:footer", Ooxml.twips(page.headerHeight()))
                .attribute("w:gutter", "0")
                .end();
        xml.start("w:pgNumType").attribute("w:start", "1").end();
        xml.empty("w:titlePg");
        xml.end();
    }

    /**
     * Writes paragraphs at the foot of the page in a text box with a fixed position, since a footer cannot be limited
     * to the last page.
     */
    private void pageEnd(PageEnd end) throws IOException {
        var height = end.paragraphs().stream()
                .mapToDouble(each -> layout.style(each.component()).size() * BOX_LINE)
                .sum();
        var top = (page.height() - end.distance()) * POINTS_PER_MILLIMETRE - height;
        startBox(0, top, page.textWidth() * POINTS_PER_MILLIMETRE, height + BOX_ROOM);
        xml.attribute("filled", "f").attribute("stroked", "f");
        startBoxText();
        for (var paragraph : end.paragraphs()) {
            xml.start("w:p");
            xml.start("w:pPr").empty("w:pStyle", "w:val", StylesPart.id(paragraph.component()));
            if (end.ruled() && paragraph == end.paragraphs().getFirst()) {
                xml.start("w:pBdr");
                border("top", 6, 1);
                xml.end();
            }
            xml.end();
            for (var span : paragraph.spans()) {
                run(span);
            }
            xml.end();
        }
        endBox();
    }

    /** Writes a stamp in the top margin, in a text box with a fixed position. */
    private void pageTop(PageTop top) throws IOException {
        var stamp = top.stamp();
        var width = stamp.width() * POINTS_PER_MILLIMETRE;
        startBox(
                page.textWidth() * POINTS_PER_MILLIMETRE - width,
                top.distance() * POINTS_PER_MILLIMETRE,
                width,
                stamp.height() * POINTS_PER_MILLIMETRE);
        xml.attribute("filled", "f")
                .attribute("strokeweight", "1pt")
                .attribute("strokecolor", "#" + Ooxml.colour(stamp.colour()));
        startBoxText();
        var text = layout.style(stamp.component()).size() * BOX_LINE;
        xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", StylesPart.id(stamp.component()));
        xml.start("w:spacing")
                .attribute("w:before", Ooxml.twipsOfPoints((stamp.height() * POINTS_PER_MILLIMETRE - text) / 2))
                .end();
        xml.end();
        run(Span.of(stamp.text()));
        xml.end();
        endBox();
    }

    /**
     * Starts a text box in a paragraph without height. Its attributes follow.
     *
     * @param left distance from the left margin, in pt
     * @param top distance from the upper edge of the page, in pt
     * @param width width in pt
     * @param height height in pt
     */
    private void startBox(double left, double top, double width, double height) throws IOException {
        xml.start("w:p").start("w:pPr");
        xml.start("w:spacing")
                .attribute("w:line", "20")
                .attribute("w:lineRule", "exact")
                .end();
        xml.end();
        xml.start("w:r").start("w:pict").start("v:rect").attribute("xmlns:v", Ooxml.V);
        xml.attribute(
                "style",
                String.format(
                        Locale.ROOT,
                        "position:absolute;margin-left:%s;margin-top:%.1fpt;width:%.1fpt;height:%.1fpt;"
                                + "mso-position-horizontal-relative:margin;mso-position-vertical-relative:page",
                        left == 0 ? "0" : String.format(Locale.ROOT, "%.1fpt", left),
                        top,
                        width,
                        height));
    }

    private void startBoxText() throws IOException {
        xml.start("v:textbox").attribute("inset", "0,0,0,0").start("w:txbxContent");
    }

    private void endBox() throws IOException {
        xml.end().end().end().end().end().end();
        afterTable = false;
    }

    /** Writes the paragraph that Word requires after a table, small enough not to cause a page break. */
    private void smallestParagraph(boolean keepWithNext) throws IOException {
        xml.start("w:p").start("w:pPr");
        if (keepWithNext) {
            xml.empty("w:keepNext");
        }
        xml.start("w:spacing")
                .attribute("w:line", "20")
                .attribute("w:lineRule", "exact")
                .end();
        xml.start("w:rPr").empty("w:sz", "w:val", "2").end();
        xml.end().end();
    }

    // Paragraphs

    /**
     * @param width the available width, in mm
     * @param keepWithNext whether the item is kept on one page with the next one
     */
    private void item(SideItem item, double width, boolean keepWithNext) throws IOException {
        switch (item) {
            case Paragraph paragraph -> paragraph(paragraph, keepWithNext);
            case Line line -> line(line, width);
            case Stamp stamp -> stamp(stamp, width, keepWithNext);
            case Braced braced -> braced(braced, width, keepWithNext);
        }
    }

    private void paragraph(Paragraph paragraph, boolean keepWithNext) throws IOException {
        var label = paragraph.label();
        var list = label == null ? 0 : lists.next(label);
        xml.start("w:p");
        xml.start("w:pPr").empty("w:pStyle", "w:val", StylesPart.id(paragraph.component()));
        if (keepWithNext || paragraph.keepWithNext()) {
            xml.empty("w:keepNext");
        }
        if (list > 0) {
            xml.start("w:numPr")
                    .empty("w:ilvl", "w:val", Integer.toString(Lists.level(label.level())))
                    .empty("w:numId", "w:val", Integer.toString(list))
                    .end();
            if (label.bold()) {
                xml.start("w:rPr").empty("w:b").empty("w:bCs").end();
            }
        }
        xml.end();
        size = scale == 1
                ? 0
                : Math.round(layout.style(paragraph.component()).scaled(scale).size() * 2);
        if (label != null && list == 0) {
            run(new Span(label.text() + " ", label.bold(), false, false));
        }
        for (var span : paragraph.spans()) {
            run(span);
        }
        size = 0;
        xml.end();
    }

    /**
     * Writes a line as an empty paragraph with a bottom border, indented to the length of the line. A line without
     * length becomes vertical space only.
     */
    private void line(Line line, double width) throws IOException {
        xml.start("w:p").start("w:pPr").empty("w:keepNext");
        var side = Ooxml.twips(Math.max(0, width - line.length()) / 2);
        if (line.length() > 0) {
            xml.start("w:pBdr");
            border("bottom", 6, 0);
            xml.end();
        }
        xml.start("w:spacing")
                .attribute("w:before", 0)
                .attribute("w:after", line.length() > 0 ? Ooxml.twipsOfPoints(line.spaceAfter()) : 0)
                .attribute("w:line", line.length() > 0 ? 60 : Ooxml.twipsOfPoints(Math.max(1, line.spaceAfter())))
                .attribute("w:lineRule", "exact")
                .end();
        if (line.length() > 0) {
            xml.start("w:ind")
                    .attribute("w:left", side)
                    .attribute("w:right", side)
                    .end();
        }
        xml.start("w:rPr").empty("w:sz", "w:val", "2").end();
        xml.end().end();
    }

    private void border(String edge, int eighths, int space) throws IOException {
        border(edge, eighths, space, Look.BLACK);
    }

    /**
     * Writes a border.
     *
     * @param eighths the width in eighths of a point
     * @param space the distance to the text in pt
     */
    private void border(String edge, int eighths, int space, int colour) throws IOException {
        xml.start("w:" + edge)
                .attribute("w:val", "single")
                .attribute("w:sz", eighths)
                .attribute("w:space", space)
                .attribute("w:color", colour == Look.BLACK ? "auto" : Ooxml.colour(colour))
                .end();
    }

    private void stamp(Stamp stamp, double width, boolean keepWithNext) throws IOException {
        xml.start("w:p").start("w:pPr").empty("w:pStyle", "w:val", StylesPart.id(stamp.component()));
        if (keepWithNext) {
            xml.empty("w:keepNext");
        }
        xml.start("w:pBdr");
        for (var edge : new String[] {"top", "left", "bottom", "right"}) {
            border(edge, 8, edge.equals("left") || edge.equals("right") ? 0 : STAMP_SPACE, stamp.colour());
        }
        xml.end();
        xml.start("w:spacing")
                .attribute("w:before", 160)
                .attribute("w:after", 160)
                .attribute("w:line", Math.max(200, Ooxml.twips(stamp.height()) - 2 * Ooxml.twipsOfPoints(STAMP_SPACE)))
                .attribute("w:lineRule", "exact")
                .end();
        var rest = Ooxml.twips(Math.max(0, width - stamp.width()));
        var left = switch (stamp.alignment()) {
            case RIGHT -> rest;
            case CENTER -> rest / 2;
            default -> 0L;
        };
        xml.start("w:ind")
                .attribute("w:left", left)
                .attribute("w:right", rest - left)
                .end();
        xml.end();
        run(Span.of(stamp.text()));
        xml.end();
    }

    /**
     * Writes a nested table with two cells: the lines, whose right border replaces the brace, and the note, centred
     * vertically.
     */
    private void braced(Braced braced, double width, boolean keepWithNext) throws IOException {
        var all = Ooxml.twips(width + CELL_MARGINS);
        var left = all * Braced.LINES_PERCENT / 100;
        xml.start("w:tbl").start("w:tblPr");
        xml.start("w:tblW").attribute("w:w", all).attribute("w:type", "dxa").end();
        xml.empty("w:tblLayout", "w:type", "fixed");
        xml.start("w:tblCellMar")
                .start("w:left")
                .attribute("w:w", 0)
                .attribute("w:type", "dxa")
                .end()
                .end();
        xml.end();
        xml.start("w:tblGrid")
                .empty("w:gridCol", "w:w", Long.toString(left))
                .empty("w:gridCol", "w:w", Long.toString(all - left))
                .end();
        xml.start("w:tr");
        xml.start("w:tc")
                .start("w:tcPr")
                .start("w:tcW")
                .attribute("w:w", left)
                .attribute("w:type", "dxa")
                .end();
        xml.start("w:tcBorders");
        border("right", 6, 0);
        xml.end().end();
        paragraphs(braced.lines(), keepWithNext);
        xml.end();
        xml.start("w:tc")
                .start("w:tcPr")
                .start("w:tcW")
                .attribute("w:w", all - left)
                .attribute("w:type", "dxa")
                .end();
        xml.start("w:tcMar")
                .start("w:left")
                .attribute("w:w", 85)
                .attribute("w:type", "dxa")
                .end()
                .end();
        xml.empty("w:vAlign", "w:val", "center").end();
        paragraph(braced.note(), keepWithNext);
        xml.end().end().end();
    }

    /** Writes emphasis as direct formatting of the run, as Word's own buttons do. */
    private void run(Span span) throws IOException {
        if (span.note() != null) {
            notes.reference(xml, span.note());
            return;
        }
        run(xml, span, size);
    }

    /** @param size size of the text in half points; 0 for that of the style of its paragraph */
    static void run(XmlWriter xml, Span span, long size) throws IOException {
        if (span.text().isEmpty()) {
            return;
        }
        xml.start("w:r");
        if (span.bold() || span.italic() || span.superscript() || span.underlined() || size > 0) {
            xml.start("w:rPr");
            if (span.bold()) {
                xml.empty("w:b").empty("w:bCs");
            }
            if (span.italic()) {
                xml.empty("w:i").empty("w:iCs");
            }
            if (size > 0) {
                xml.empty("w:sz", "w:val", Long.toString(size)).empty("w:szCs", "w:val", Long.toString(size));
            }
            if (span.underlined()) {
                xml.empty("w:u", "w:val", "single");
            }
            if (span.superscript()) {
                xml.empty("w:vertAlign", "w:val", "superscript");
            }
            xml.end();
        }
        xml.start("w:t").attribute("xml:space", "preserve").text(span.text()).end();
        xml.end();
    }

    private void paragraphs(List<Paragraph> paragraphs, boolean keepWithNext) throws IOException {
        for (var paragraph : paragraphs) {
            paragraph(paragraph, keepWithNext);
        }
        if (paragraphs.isEmpty()) {
            xml.empty("w:p");
        }
    }

    /** Writes a table without borders. Rows with other columns share the grid of the table. */
    private void sideBySide(SideBySide sides) throws IOException {
        var width = Ooxml.twips(page.textWidth());
        var edges = new TreeSet<Long>();
        sides.rows().forEach(row -> edges.addAll(edges(row, width)));
        if (afterTable) {
            smallestParagraph(false);
        }
        xml.start("w:tbl").start("w:tblPr");
        xml.start("w:tblW").attribute("w:w", width).attribute("w:type", "dxa").end();
        xml.empty("w:tblLayout", "w:type", "fixed");
        xml.end();
        xml.start("w:tblGrid");
        var left = 0L;
        for (var edge : edges) {
            xml.empty("w:gridCol", "w:w", Long.toString(edge - left));
            left = edge;
        }
        xml.end();
        for (var row : sides.rows()) {
            // A table stays on one page if the paragraphs of each row are kept with the next row.
            var keep = row != sides.rows().getLast();
            xml.start("w:tr").start("w:trPr").empty("w:cantSplit").end();
            left = 0;
            for (int i = 0; i < row.columns().size(); i++) {
                var right = edges(row, width).get(i);
                side(
                        row.columns().get(i),
                        right - left,
                        edges.subSet(left, false, right, true).size(),
                        page.textWidth() * row.percents().get(i) / 100,
                        keep);
                left = right;
            }
            xml.end();
        }
        xml.end();
        afterTable = true;
    }

    /** Returns the right edges of the columns of a row, in twips from the left margin. */
    private static List<Long> edges(Sides row, long width) {
        var edges = new ArrayList<Long>();
        var percent = 0;
        for (var each : row.percents()) {
            percent += each;
            edges.add(width * percent / 100);
        }
        return edges;
    }

    /**
     * Writes one cell of a side-by-side row.
     *
     * @param width the width of the cell in twips
     * @param columns the number of columns of the grid that the cell spans
     * @param millimetres the width in mm
     * @param keepWithNext whether the cell is kept on one page with the next row
     */
    private void side(List<SideItem> items, long width, int columns, double millimetres, boolean keepWithNext)
            throws IOException {
        xml.start("w:tc").start("w:tcPr");
        xml.start("w:tcW").attribute("w:w", width).attribute("w:type", "dxa").end();
        if (columns > 1) {
            xml.empty("w:gridSpan", "w:val", Integer.toString(columns));
        }
        xml.end();
        SideItem previous = null;
        for (var item : items) {
            if (previous != null && merge(previous, item)) {
                smallestParagraph(keepWithNext);
            }
            item(item, millimetres - CELL_MARGINS, keepWithNext);
            previous = item;
        }
        if (previous == null || previous instanceof Braced) {
            smallestParagraph(keepWithNext);
        }
        xml.end();
    }

    /** Returns whether Word shows two adjacent items as one: it joins tables, and boxes around paragraphs. */
    private static boolean merge(SideItem above, SideItem below) {
        return above instanceof Braced && below instanceof Braced || above instanceof Stamp && below instanceof Stamp;
    }

    // Tables

    private void begin(TableStart start) throws IOException {
        if (start.columns().size() > MOST_COLUMNS) {
            throw new FormatLimitException(List.of(Finding.of(
                    "DOCX-COLUMNS",
                    Severity.ERROR,
                    layout.reported(start.source()),
                    null,
                    start.title().isEmpty() ? layout.title() : start.title(),
                    start.columns().size(),
                    MOST_COLUMNS)));
        }
        widths = start.columns().stream()
                .mapToLong(column -> Ooxml.twips(column.width()))
                .toArray();
        scale = start.scale();
        headerRows = start.headerRows();
        rowsLeft = new int[start.columns().size()];
        mergedSpans = new int[start.columns().size()];
        if (afterTable) {
            smallestParagraph(false);
        }
        xml.start("w:tbl").start("w:tblPr");
        xml.empty("w:tblStyle", "w:val", StylesPart.TABLE);
        xml.start("w:tblW")
                .attribute("w:w", width(0, mergedSpans.length))
                .attribute("w:type", "dxa")
                .end();
        xml.empty("w:tblLayout", "w:type", "fixed");
        // Screen readers take the first row, rather than the first column, as header.
        xml.start("w:tblLook")
                .attribute("w:val", start.headerRows() > 0 ? "0020" : "0000")
                .attribute("w:firstRow", start.headerRows() > 0 ? "1" : "0")
                .end();
        if (!start.title().isEmpty()) {
            xml.empty("w:tblCaption", "w:val", start.title());
        }
        xml.empty("w:tblDescription", "w:val", start.description());
        xml.end();
        xml.start("w:tblGrid");
        for (var width : widths) {
            xml.empty("w:gridCol", "w:w", Long.toString(width));
        }
        xml.end();
    }

    /** Returns the total width of adjacent columns, in twips. */
    private long width(int from, int span) {
        var width = 0L;
        for (int i = from; i < from + span; i++) {
            width += widths[i];
        }
        return width;
    }

    private void row(Row row) throws IOException {
        xml.start("w:tr");
        if (headerRows > 0) {
            headerRows--;
            xml.start("w:trPr").empty("w:cantSplit").empty("w:tblHeader").end();
        } else if (!row.kind().isEntry()) {
            xml.start("w:trPr").empty("w:cantSplit").end();
        }
        var cells = row.cells().iterator();
        var next = cells.hasNext() ? cells.next() : null;
        for (int column = 0; column < rowsLeft.length; ) {
            if (next != null && next.column() == column) {
                cell(next, row.kind());
                column += next.columnSpan();
                next = cells.hasNext() ? cells.next() : null;
            } else if (rowsLeft[column] > 0) {
                rowsLeft[column]--;
                continuedCell(column);
                column += mergedSpans[column];
            } else {
                throw new IllegalStateException("no cell covers column " + column);
            }
        }
        xml.end();
    }

    private void cell(Cell cell, RowKind kind) throws IOException {
        xml.start("w:tc").start("w:tcPr");
        xml.start("w:tcW")
                .attribute("w:w", width(cell.column(), cell.columnSpan()))
                .attribute("w:type", "dxa")
                .end();
        if (cell.columnSpan() > 1) {
            xml.empty("w:gridSpan", "w:val", Integer.toString(cell.columnSpan()));
        }
        if (cell.rowSpan() > 1) {
            xml.empty("w:vMerge", "w:val", "restart");
            rowsLeft[cell.column()] = cell.rowSpan() - 1;
            mergedSpans[cell.column()] = cell.columnSpan();
        }
        if (!kind.isEntry()) {
            xml.empty("w:vAlign", "w:val", "center");
        }
        xml.end();
        paragraphs(cell.paragraphs(), kind == RowKind.SECTION);
        xml.end();
    }

    private void continuedCell(int column) throws IOException {
        xml.start("w:tc").start("w:tcPr");
        xml.start("w:tcW")
                .attribute("w:w", width(column, mergedSpans[column]))
                .attribute("w:type", "dxa")
                .end();
        if (mergedSpans[column] > 1) {
            xml.empty("w:gridSpan", "w:val", Integer.toString(mergedSpans[column]));
        }
        xml.empty("w:vMerge");
        xml.end();
        xml.empty("w:p");
        xml.end();
    }
}
