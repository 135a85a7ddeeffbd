/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.PageTop;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.spi.Progress;
import org.eclipse.emf.ecore.EObject;
import org.openpdf.text.pdf.PdfStructureElement;

/**
 * Fills pages from top to bottom. Headings are kept with the next paragraph, and no single first or last line of a
 * paragraph is left alone on a page.
 */
final class PageFlow {

    /** Minimum number of lines kept together at a page break (widow and orphan control). */
    private static final int MIN_LINES = 2;
    /** Space above a line, and above and below the line across the foot of a page, in pt. */
    static final double LINE_ROOM = 3;
    /** Gap above and below a brace, so that those of neighbouring groups do not touch, in pt. */
    private static final double BRACE_GAP = 1;
    /** Left and right inner margin of each column without borders, in pt. */
    static final double CELL_SIDE = Points.ofMillimetres(1.905);
    /** Space above a chart, in pt. */
    static final double CHART_ROOM = 6;
    /** Space above and below a stamp, in pt. */
    static final double STAMP_ROOM = 8;

    private final PdfFile file;
    private final Layout layout;
    private final Fonts fonts;
    private final Painter painter;
    private final Consumer<PageArea> areas;
    /** Pieces that may not end a page and are held until the next piece is known. */
    private final List<Piece> waiting = new ArrayList<>();

    private PageSetup page;
    private List<Paragraph> foot = List.of();
    /** Height of the paragraphs at the foot of the last page above its lower edge, in pt; 0 on other pages. */
    private double endHeight;
    /** Printed page number, from 1 for each page start of the layout. */
    private int number;
    /** Upper edge of the free area, in pt from the lower edge of the page. */
    private double top;
    /** Whether the text area of the page is still empty. */
    private boolean fresh;
    /**
     * Space after the last paragraph, in pt. It and the space before the next paragraph are not added: the larger one
     * is used.
     */
    private double spaceAfter;

    /** Distance in pt that the content of this page is moved to the right: mirrored margins on the back of a sheet. */
    private double shift;

    private TableFlow table;
    /** Outline levels of the headings that the current text is below, the innermost first. */
    private final Deque<Integer> headings = new ArrayDeque<>();

    private final PageNotes notes = new PageNotes(this);

    PageFlow(PdfFile file, Layout layout, Fonts fonts, Consumer<PageArea> areas) {
        this.file = file;
        this.layout = layout;
        this.fonts = fonts;
        this.areas = areas;
        this.painter = new Painter(file);
    }

    /** Content that is drawn as a whole. */
    private interface Piece {

        /** Returns the height including the space before and after, in pt. */
        double height();

        /** Returns the part of the height that is space at the end, in pt. */
        default double after() {
            return 0;
        }

        /** Returns the footnotes that the piece refers to. */
        default List<Paragraph> notes() {
            return List.of();
        }

        /** Draws the piece at the upper edge of the free area. */
        void draw();
    }

    void write(Blocks blocks, Progress progress) throws IOException {
        var rows = 0L;
        for (var block = blocks.next(); block != null; block = blocks.next()) {
            switch (block) {
                case PageStart start -> begin(start);
                case PageEnd end -> add(end);
                case PageTop top -> draw(top);
                case Paragraph paragraph -> add(paragraph);
                case SideBySide sides -> add(sides);
                case Line line -> waiting.add(piece(line));
                case Stamp stamp -> add(piece(stamp, left(), textWidth()));
                case Chart chart -> add(piece(chart));
                case TableStart start -> table = new TableFlow(this, start);
                case Row row -> {
                    table.add(row);
                    progress.done(++rows);
                }
                case TableEnd end -> {
                    table.end();
                    table = null;
                }
            }
        }
        finishPages();
    }

    // Pages

    private void begin(PageStart start) {
        finishPages();
        page = start.page();
        foot = start.foot();
        number = 0;
        startPage();
        drawFoot();
    }

    /** Ends the pages since the last page start, with further pages for footnotes that continue. */
    private void finishPages() {
        flushWaiting();
        notes.draw();
        while (!notes.isEmpty()) {
            startPage();
            notes.draw();
        }
    }

    /** Starts a page for text, after pages that footnotes fill. */
    void newPage() {
        notes.draw();
        startPage();
        while (notes.leaveNoText()) {
            notes.draw();
            startPage();
        }
    }

    private void startPage() {
        number++;
        endHeight = 0;
        file.newPage(page);
        shift = Points.ofMillimetres(page.left(file.page()) - page.left());
        if (shift != 0) {
            file.content().concatCTM(1, 0, 0, 1, (float) shift, 0);
        }
        top = Points.ofMillimetres(page.height() - page.top());
        fresh = true;
        if (number > 1) {
            var style = layout.style(Component.PAGE_NUMBER);
            var text = new TextLines(
                    Paragraph.of(Component.PAGE_NUMBER, Integer.toString(number), null), style, fonts, textWidth());
            var y = Points.ofMillimetres(page.height() - page.headerHeight());
            file.artifact(() -> painter.lines(text, 0, 1, left(), y));
        }
    }

    private void drawFoot() {
        if (!foot.isEmpty()) {
            drawFoot(foot, page.headerHeight(), true);
        }
    }

    /** Draws a stamp in the top margin. */
    private void draw(PageTop pageTop) {
        var text = top;
        top = Points.ofMillimetres(page.height() - pageTop.distance()) + STAMP_ROOM;
        piece(pageTop.stamp(), left(), textWidth()).draw();
        top = text;
    }

    /** Draws paragraphs at the foot of the last page, on a new page if the foot does not fit below the text. */
    private void add(PageEnd end) {
        flushWaiting();
        var needed = Points.ofMillimetres(end.distance()) + paragraphsHeight(end.paragraphs()) + 2 * LINE_ROOM;
        if (top < (notes.isEmpty() ? needed : Math.max(needed, bottomOfNotes()) + notes.height())) {
            newPage();
        }
        endHeight = needed;
        drawFoot(end.paragraphs(), end.distance(), end.ruled());
    }

    /** @param distance distance from the lower edge of the page to the last paragraph, in mm */
    private void drawFoot(List<Paragraph> paragraphs, double distance, boolean ruled) {
        var y = Points.ofMillimetres(distance) + paragraphsHeight(paragraphs) + LINE_ROOM;
        if (ruled) {
            painter.line(left(), y, textWidth());
        }
        y -= LINE_ROOM;
        for (var paragraph : paragraphs) {
            var text = lines(paragraph, textWidth());
            paint(text, 0, text.lines().size(), left(), y, tag(null, "P"));
            y -= text.height();
        }
    }

    double left() {
        return Points.ofMillimetres(page.left());
    }

    double textWidth() {
        return Points.ofMillimetres(page.textWidth());
    }

    double textHeight() {
        return Points.ofMillimetres(page.textHeight());
    }

    /**
     * Returns the lower edge of the text area of this page, above its footnotes, in pt from the lower edge of the page.
     */
    double bottom() {
        return bottomOfNotes() + notes.height();
    }

    /** Returns the lower edge of the footnotes of this page, in pt from the lower edge of the page. */
    double bottomOfNotes() {
        var bottom = Math.max(Points.ofMillimetres(page.bottom()), endHeight);
        return number == 1 && !foot.isEmpty()
                ? Math.max(bottom, Points.ofMillimetres(page.headerHeight()) + footHeight() + 2 * LINE_ROOM)
                : bottom;
    }

    private double footHeight() {
        return LINE_ROOM + paragraphsHeight(foot);
    }

    private double paragraphsHeight(List<Paragraph> paragraphs) {
        return paragraphs.stream()
                .mapToDouble(line -> lines(line, textWidth()).height())
                .sum();
    }

    /** Returns the height of the free area, in pt. */
    double room() {
        return top - bottom();
    }

    double top() {
        return top;
    }

    /** Moves the upper edge of the free area down by a height in pt. */
    void advance(double height) {
        top -= height;
        fresh = false;
        spaceAfter = 0;
    }

    /** Returns the space to leave before a paragraph, in pt. */
    private double before(Look style) {
        return fresh ? 0 : Math.max(0, style.spaceBefore() - spaceAfter);
    }

    boolean isFresh() {
        return fresh;
    }

    PageNotes notes() {
        return notes;
    }

    Painter painter() {
        return painter;
    }

    PdfStructureElement tag(PdfStructureElement parent, String name) {
        return file.tag(parent, name);
    }

    /** States that the tags do not describe all of the content. */
    void notAccessible() {
        file.notAccessible();
    }

    /** Returns a new element of the tag tree for a footnote. PDF/UA requires an id of its own. */
    PdfStructureElement note(int number) {
        return file.note(number);
    }

    void artifact(Runnable drawing) {
        file.artifact(drawing);
    }

    /** Records the area of an element, unless <code>source</code> is null. */
    void area(double left, double top, double width, double height, EObject source) {
        if (source != null) {
            areas.accept(new PageArea(file.page(), left + shift, top - height, width, height, source));
        }
    }

    TextLines lines(Paragraph paragraph, double width) {
        return lines(paragraph, 1, width);
    }

    /** @param scale size of the text relative to its look */
    TextLines lines(Paragraph paragraph, double scale, double width) {
        return new TextLines(paragraph, layout.style(paragraph.component()).scaled(scale), fonts, width);
    }

    /**
     * Draws lines of a paragraph and records their area.
     *
     * @param from the first line, from 0
     * @param to the line after the last
     * @param tag the element of the tag tree that the lines belong to, or null within content that is already marked
     */
    void paint(TextLines text, int from, int to, double left, double top, PdfStructureElement tag) {
        if (tag == null) {
            painter.lines(text, from, to, left, top);
        } else {
            painter.marked(tag, () -> painter.lines(text, from, to, left, top));
        }
        area(
                left,
                top,
                text.width(),
                (to - from) * text.lineHeight(),
                text.paragraph().source());
    }

    // Waiting pieces

    private void add(Piece piece) {
        makeRoom(piece.height() + notes.more(piece.notes()));
        flushWaiting();
        draw(piece);
    }

    /** Starts a new page if the waiting pieces and a further height in pt do not fit on a page that has content. */
    void makeRoom(double height) {
        var needed = height;
        for (var piece : waiting) {
            needed += piece.height() + notes.more(piece.notes());
        }
        if (needed > room() + 0.01 && !fresh) {
            newPage();
        }
    }

    /** Draws the waiting pieces. */
    void flushWaiting() {
        for (var piece : waiting) {
            if (piece.height() + notes.more(piece.notes()) > room() + 0.01 && !fresh) {
                newPage();
            }
            draw(piece);
        }
        waiting.clear();
    }

    private void draw(Piece piece) {
        var height = piece.height();
        piece.draw();
        notes.add(piece.notes());
        advance(height);
        spaceAfter = piece.after();
    }

    // Paragraphs

    private void add(Paragraph paragraph) {
        var text = lines(paragraph, textWidth());
        var style = text.style();
        var count = text.lines().size();
        var tag = tag(null, tagName(paragraph.component()));
        var keep = style.keepWithNext() || paragraph.keepWithNext();
        if (keep && count <= MIN_LINES + 1) {
            waiting.add(lines(text, 0, count, true, true, tag));
            return;
        }
        var first = count <= MIN_LINES + 1 ? count : MIN_LINES;
        makeRoom(before(style) + first * text.lineHeight() + notes.more(text.notes(0, first)));
        flushWaiting();
        var end = keep ? count - MIN_LINES : count;
        for (int at = 0; at < end; ) {
            var before = at == 0 ? before(style) : 0;
            var fit = Math.max(0, (int) ((room() - before + 0.01) / text.lineHeight()));
            while (fit > 0
                    && before + fit * text.lineHeight() + notes.more(text.notes(at, Math.min(end, at + fit)))
                            > room() + 0.01) {
                fit--;
            }
            var next = Math.min(end, at + fit);
            if (next < count && next > count - MIN_LINES) {
                next = count - MIN_LINES;
            }
            if (next <= at || at == 0 && next < Math.min(first, end)) {
                if (fresh) {
                    next = Math.min(end, at + Math.max(1, fit));
                } else {
                    newPage();
                    continue;
                }
            }
            draw(lines(text, at, next, at == 0, next == count, tag));
            at = next;
            if (at < end) {
                newPage();
            }
        }
        if (keep) {
            waiting.add(lines(text, end, count, false, true, tag));
        }
    }

    /**
     * Returns lines of a paragraph as a piece.
     *
     * @param begins whether they include the first line of the paragraph
     * @param ends whether they include the last line of the paragraph
     */
    private Piece lines(TextLines text, int from, int to, boolean begins, boolean ends, PdfStructureElement tag) {
        var style = text.style();
        return new Piece() {
            private double before() {
                return begins ? PageFlow.this.before(style) : 0;
            }

            @Override
            public double height() {
                return before() + (to - from) * text.lineHeight() + after();
            }

            @Override
            public double after() {
                return ends ? style.spaceAfter() : 0;
            }

            @Override
            public List<Paragraph> notes() {
                return text.notes(from, to);
            }

            @Override
            public void draw() {
                if (begins) {
                    bookmark(text.paragraph(), top);
                }
                paint(text, from, to, left(), top - before(), tag);
            }
        };
    }

    private void bookmark(Paragraph paragraph, double y) {
        var level = layout.outlineLevel(paragraph.component());
        if (level > 0) {
            file.bookmark(level, paragraph.text().replace('\u00A0', ' '), y);
        }
    }

    private String tagName(Component component) {
        var level = layout.outlineLevel(component);
        return level == 0 ? "P" : "H" + nested(level);
    }

    /** Returns the level of a heading below the headings that are above it: no level is skipped, as PDF/UA requires. */
    private int nested(int level) {
        while (!headings.isEmpty() && headings.peek() >= level) {
            headings.pop();
        }
        headings.push(level);
        return headings.size();
    }

    // Lines, stamps

    private Piece piece(Line line) {
        return piece(line, 0, -1);
    }

    /** @param width the available width in pt, or negative for the text width of the page */
    private Piece piece(Line line, double left, double width) {
        return new Piece() {
            @Override
            public double height() {
                return line.length() > 0 ? LINE_ROOM + line.spaceAfter() : fresh ? 0 : line.spaceAfter();
            }

            @Override
            public double after() {
                return line.spaceAfter();
            }

            @Override
            public void draw() {
                if (line.length() > 0) {
                    var available = width < 0 ? textWidth() : width;
                    var length = Math.min(Points.ofMillimetres(line.length()), available);
                    painter.line((width < 0 ? left() : left) + (available - length) / 2, top - LINE_ROOM, length);
                }
            }
        };
    }

    private Piece piece(Stamp stamp, double left, double width) {
        var wide = Points.ofMillimetres(stamp.width());
        var high = Points.ofMillimetres(stamp.height());
        var shift = switch (stamp.alignment()) {
            case RIGHT -> width - wide;
            case CENTER -> (width - wide) / 2;
            default -> 0.0;
        };
        var text = lines(Paragraph.of(stamp.component(), stamp.text(), stamp.source()), wide);
        return new Piece() {
            @Override
            public double height() {
                return high + 2 * STAMP_ROOM;
            }

            @Override
            public void draw() {
                var y = top - STAMP_ROOM;
                painter.frame(left + shift, y, wide, high, stamp.colour());
                paint(text, 0, text.lines().size(), left + shift, y - (high - text.height()) / 2, tag(null, "P"));
            }
        };
    }

    // Charts

    private Piece piece(Chart chart) {
        var charts = new ChartPainter(file, painter, layout, fonts);
        var drawing = charts.drawing(chart);
        var caption = lines(chart.caption(), textWidth());
        var style = caption.style();
        return new Piece() {
            @Override
            public double height() {
                return CHART_ROOM + drawing.height() + style.spaceBefore() + caption.height() + after();
            }

            @Override
            public double after() {
                return style.spaceAfter();
            }

            @Override
            public void draw() {
                var x = left() + (textWidth() - drawing.width()) / 2;
                var y = top - CHART_ROOM;
                var figure = file.figure(chart.alternative(), x + shift, y, drawing.width(), drawing.height());
                painter.marked(figure, () -> charts.draw(drawing, x, y));
                area(x, y, drawing.width(), drawing.height(), chart.source());
                var below = y - drawing.height() - style.spaceBefore();
                paint(caption, 0, caption.lines().size(), left(), below, tag(null, "P"));
            }
        };
    }

    // Columns without borders

    private void add(SideBySide sides) {
        var rows = sides.rows().stream().map(this::columns).toList();
        var height = rows.stream().mapToDouble(PageFlow::rowHeight).sum();
        if (height > textHeight()) {
            rows.forEach(row -> row.forEach(side -> side.forEach(this::add)));
            return;
        }
        var further = rows.stream()
                .flatMap(row -> row.stream().flatMap(List::stream))
                .flatMap(piece -> piece.notes().stream())
                .toList();
        makeRoom(height + notes.more(further));
        flushWaiting();
        rows.forEach(this::drawRow);
    }

    private void drawRow(List<List<Piece>> row) {
        var start = top;
        for (var side : row) {
            top = start;
            fresh = false;
            spaceAfter = 0;
            side.forEach(this::draw);
        }
        top = start - rowHeight(row);
        spaceAfter = 0;
    }

    private List<List<Piece>> columns(Sides row) {
        var columns = new ArrayList<List<Piece>>();
        var at = left();
        for (int i = 0; i < row.columns().size(); i++) {
            var width = textWidth() * row.percents().get(i) / 100;
            columns.add(pieces(row.columns().get(i), at + CELL_SIDE, width - 2 * CELL_SIDE));
            at += width;
        }
        return columns;
    }

    private static double rowHeight(List<List<Piece>> row) {
        return row.stream().mapToDouble(PageFlow::height).max().orElse(0);
    }

    private static double height(List<Piece> pieces) {
        return pieces.stream().mapToDouble(Piece::height).sum();
    }

    private List<Piece> pieces(List<SideItem> items, double left, double width) {
        var pieces = new ArrayList<Piece>();
        for (var item : items) {
            pieces.add(
                    switch (item) {
                        case Paragraph paragraph -> sidePiece(paragraph, left, width);
                        case Line line -> piece(line, left, width);
                        case Stamp stamp -> piece(stamp, left, width);
                        case Braced braced -> braced(braced, left, width);
                    });
        }
        return pieces;
    }

    private Piece sidePiece(Paragraph paragraph, double left, double width) {
        var text = lines(paragraph, width);
        return new Piece() {
            @Override
            public double height() {
                return text.style().spaceBefore() + text.height() + text.style().spaceAfter();
            }

            @Override
            public List<Paragraph> notes() {
                return paragraph.notes();
            }

            @Override
            public void draw() {
                paint(text, 0, text.lines().size(), left, top - text.style().spaceBefore(), tag(null, "P"));
            }
        };
    }

    private Piece braced(Braced braced, double left, double width) {
        var linesWidth = width * Braced.LINES_PERCENT / 100;
        var lines = braced.lines().stream()
                .map(line -> lines(line, linesWidth - CELL_SIDE))
                .toList();
        var note = lines(braced.note(), width - linesWidth - CELL_SIDE);
        var height = Math.max(lines.stream().mapToDouble(TextLines::height).sum(), note.height());
        return new Piece() {
            @Override
            public double height() {
                return height;
            }

            @Override
            public void draw() {
                var y = top;
                for (var line : lines) {
                    paint(line, 0, line.lines().size(), left, y, tag(null, "P"));
                    y -= line.height();
                }
                painter.brace(left + linesWidth - CELL_SIDE, top - BRACE_GAP, height - 2 * BRACE_GAP);
                paint(
                        note,
                        0,
                        note.lines().size(),
                        left + linesWidth + CELL_SIDE / 2,
                        top - (height - note.height()) / 2,
                        tag(null, "P"));
            }
        };
    }
}
