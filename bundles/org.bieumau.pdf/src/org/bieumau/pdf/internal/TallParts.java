/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;

/**
 * Finds the parts of a layout that are drawn as a whole and do not fit on a page, so that their end is cut off: the
 * header of a table, a paragraph of the letterhead or of a signature, and the foot of a page. Everything else continues
 * on the next page.
 */
final class TallParts {

    private final Layout layout;
    private final Fonts fonts;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Row> header = new ArrayList<>();
    private PageSetup page;
    /** Foot of the first page, until the letterhead above it is known. */
    private List<Paragraph> foot = List.of();

    private TableStart table;

    TallParts(Layout layout, Fonts fonts) {
        this.layout = layout;
        this.fonts = fonts;
    }

    /** Returns the findings so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Looks at the next block of the layout. */
    void find(Block block) {
        switch (block) {
            case PageStart start -> {
                page = start.page();
                foot = start.foot();
            }
            case PageEnd end -> findFoot(end.paragraphs(), end.distance(), 0);
            case SideBySide sides -> find(sides);
            case TableStart start -> {
                table = start;
                header.clear();
            }
            case Row row -> {
                if (header.size() < table.headerRows()) {
                    header.add(row);
                    if (header.size() == table.headerRows()) {
                        findHeader();
                    }
                }
            }
            default -> {}
        }
    }

    private void findHeader() {
        var height =
                Arrays.stream(TableFlow.headerHeights(header, this::height)).sum();
        if (height > textHeight()) {
            header.stream()
                    .flatMap(row -> row.cells().stream())
                    .filter(cell -> !cell.paragraphs().isEmpty())
                    .max(Comparator.comparingDouble(this::height))
                    .ifPresent(cell -> report(cell.source(), cell.paragraphs().getFirst(), height, textHeight()));
        }
    }

    private double height(Cell cell) {
        var width = TableFlow.textWidth(table, cell);
        return TableFlow.textHeight(cell.paragraphs().stream()
                .map(paragraph -> lines(paragraph, table.scale(), width))
                .toList());
    }

    /** Finds paragraphs that are higher than a page, and a foot for which the letterhead leaves no room. */
    private void find(SideBySide sides) {
        var height = 0.0;
        for (var row : sides.rows()) {
            var rowHeight = 0.0;
            for (int i = 0; i < row.columns().size(); i++) {
                var width =
                        Points.ofMillimetres(page.textWidth()) * row.percents().get(i) / 100 - 2 * PageFlow.CELL_SIDE;
                var columnHeight = 0.0;
                for (var item : row.columns().get(i)) {
                    var itemHeight = height(item, width);
                    columnHeight += itemHeight;
                    var text = text(item);
                    if (text != null) {
                        report(text.source(), text, itemHeight, textHeight());
                    }
                }
                rowHeight = Math.max(rowHeight, columnHeight);
            }
            height += rowHeight;
        }
        if (height <= textHeight()) {
            findFoot(foot, page.headerHeight(), height);
        }
        foot = List.of();
    }

    /** Returns the text to quote for an item, or null if it has none. */
    private static Paragraph text(SideItem item) {
        return switch (item) {
            case Paragraph paragraph -> paragraph;
            case Braced braced ->
                braced.lines().isEmpty() ? null : braced.lines().getFirst();
            case Line line -> null;
            case Stamp stamp -> null;
        };
    }

    private double height(SideItem item, double width) {
        return switch (item) {
            case Paragraph paragraph -> TableFlow.textHeight(List.of(lines(paragraph, 1, width)));
            case Braced braced -> height(braced.lines(), width * Braced.LINES_PERCENT / 100 - PageFlow.CELL_SIDE);
            case Line line -> line.length() > 0 ? PageFlow.LINE_ROOM + line.spaceAfter() : 0;
            case Stamp stamp -> Points.ofMillimetres(stamp.height()) + 2 * PageFlow.STAMP_ROOM;
        };
    }

    /**
     * Reports a foot for which there is no room.
     *
     * @param distance distance from the lower edge of the page to the last paragraph, in mm
     * @param above minimum height of the content above the foot, in pt
     */
    private void findFoot(List<Paragraph> paragraphs, double distance, double above) {
        if (!paragraphs.isEmpty()) {
            report(
                    paragraphs.getFirst().source(),
                    paragraphs.getFirst(),
                    height(paragraphs, Points.ofMillimetres(page.textWidth())),
                    Points.ofMillimetres(page.height() - page.top() - distance) - above - 2 * PageFlow.LINE_ROOM);
        }
    }

    private double height(List<Paragraph> paragraphs, double width) {
        return paragraphs.stream()
                .mapToDouble(paragraph -> lines(paragraph, 1, width).height())
                .sum();
    }

    private double textHeight() {
        return Points.ofMillimetres(page.textHeight());
    }

    private TextLines lines(Paragraph paragraph, double scale, double width) {
        return new TextLines(paragraph, layout.style(paragraph.component()).scaled(scale), fonts, width);
    }

    /**
     * Reports a part that is higher than the room for it.
     *
     * @param text the text to quote
     * @param height in pt
     * @param room in pt
     */
    private void report(EObject source, Paragraph text, double height, double room) {
        if (height > room + 0.01) {
            findings.add(Finding.of(
                    "PDF-HEIGHT",
                    Severity.ERROR,
                    layout.reported(source),
                    null,
                    text.quotation(),
                    Math.ceil(Points.toMillimetres(height)),
                    Math.floor(Points.toMillimetres(room))));
        }
    }
}
