/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Section;
import org.apache.poi.hwpf.usermodel.Table;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.bieumau.core.spi.Progress;

/** Reads the paragraphs and tables of an old document. */
final class DocReader {

    private static final double MM_PER_TWIP = 25.4 / 1440;
    /** Maximum nesting of tables. */
    private static final int DEEPEST = 20;

    private final String file;
    private final HWPFDocument document;
    private final Progress progress;
    private final DocParagraphs paragraphs;
    private final List<SourceItem> items = new ArrayList<>();
    private int number;
    private int tables;

    DocReader(Path file, HWPFDocument document, Progress progress) {
        this.file = file.toString();
        this.document = document;
        this.progress = progress;
        paragraphs = new DocParagraphs(document);
    }

    List<SourceItem> read() {
        var range = document.getRange();
        for (int i = 0; i < range.numSections(); i++) {
            var section = range.getSection(i);
            items.add(new SourceItem.PageStart(page(section), List.of(), false));
            read(section, 0, null);
        }
        items.addAll(new DocExtras(document, Place.of(file)).skipped());
        return items;
    }

    private static PageSetup page(Section section) {
        var width = section.getPageWidth() * MM_PER_TWIP;
        var height = section.getPageHeight() * MM_PER_TWIP;
        return new PageSetup(
                width,
                height,
                width > height,
                section.getMarginTop() * MM_PER_TWIP,
                section.getMarginBottom() * MM_PER_TWIP,
                section.getMarginLeft() * MM_PER_TWIP,
                section.getMarginRight() * MM_PER_TWIP,
                0,
                false);
    }

    /**
     * Reads the content of a section or cell.
     *
     * @param level nesting of tables around it
     * @param cell the cell; null outside of tables
     */
    private List<SourceItem.Paragraph> read(Range range, int level, Place cell) {
        var read = new ArrayList<SourceItem.Paragraph>();
        for (int i = 0; i < range.numParagraphs(); i++) {
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level && level < DEEPEST) {
                var table = range.getTable(paragraph);
                read(table, level, cell);
                i += Math.max(0, table.numParagraphs() - 1);
            } else {
                read.add(read(paragraph, cell));
            }
        }
        return read;
    }

    private SourceItem.Paragraph read(Paragraph paragraph, Place cell) {
        if (cell != null) {
            return paragraphs.read(paragraph, cell);
        }
        var result = paragraphs.read(paragraph, new Place.Paragraph(file, ++number));
        items.add(result);
        progress.done(number);
        return result;
    }

    private void read(Table table, int level, Place within) {
        var index = ++tables;
        var grid = new DocGrid(table);
        items.add(new SourceItem.TableStart(
                new Place.TableCell(file, index, 0, 0), level, within, grid.widths(), Set.of()));
        for (int i = 0; i < table.numRows(); i++) {
            var row = table.getRow(i);
            var cells = new ArrayList<Cell>();
            // Tables in the cells follow the row.
            var at = items.size();
            for (int k = 0; k < row.numCells(); k++) {
                var cell = row.getCell(k);
                var span = grid.span(cell);
                if (cell.isMerged() && !cell.isFirstMerged()) {
                    widen(cells, span);
                    continue;
                }
                var place = new Place.TableCell(file, index, i + 1, span.column() + 1);
                var content = read(cell, level + 1, place);
                var merge = !cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged()
                        ? Merge.NONE
                        : cell.isFirstVerticallyMerged() ? Merge.START : Merge.CONTINUED;
                cells.add(cell(place, span, merge, content));
            }
            items.add(at, new SourceItem.Row(i + 1, cells, Set.of()));
            progress.done(number + i + 1L);
        }
        items.add(new SourceItem.TableEnd());
    }

    /** Widens the cell on the left by a cell that is merged with it. */
    private static void widen(List<Cell> cells, DocGrid.Span span) {
        if (!cells.isEmpty()) {
            var last = cells.removeLast();
            cells.add(new Cell(
                    last.place(),
                    last.column(),
                    Math.max(last.columnSpan(), span.end() - last.column()),
                    last.merge(),
                    last.kind(),
                    last.shown(),
                    last.stored(),
                    last.paragraphs(),
                    last.flags()));
        }
    }

    private static Cell cell(Place place, DocGrid.Span span, Merge merge, List<SourceItem.Paragraph> content) {
        var text = new StringBuilder();
        for (var paragraph : content) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append(paragraph.label().isEmpty() ? "" : paragraph.label() + " ")
                    .append(paragraph.text());
        }
        var shown = text.toString().stripTrailing();
        var isBlank = shown.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
        return new Cell(
                place,
                span.column(),
                span.end() - span.column(),
                merge,
                isBlank ? Kind.BLANK : Kind.TEXT,
                isBlank ? "" : shown,
                isBlank ? null : shown,
                content,
                DocParagraphs.flags(content));
    }
}
