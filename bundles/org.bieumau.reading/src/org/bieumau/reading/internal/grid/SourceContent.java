/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItems;

/**
 * What a file contains, kept as a whole.
 *
 * @param parts tables and the paragraphs outside of them, including page headers and footers, in the order of the file;
 *     a table within a cell follows the table that contains it
 * @param skipped the content that the importer reported as skipped
 * @param complete whether the whole file was kept; a file with too many cells is cut off
 */
public record SourceContent(List<Part> parts, List<SourceItem.Skipped> skipped, boolean complete) {

    /** Maximum number of cells kept, which take several hundred MB. */
    private static final int MOST = 8_000_000;

    /** A paragraph outside of tables, or a table. */
    public sealed interface Part {}

    public record TextPart(SourceItem.Paragraph paragraph) implements Part {}

    public record TablePart(Grid grid) implements Part {}

    /** Returns the tables and sheets. */
    public List<Grid> grids() {
        return parts.stream()
                .filter(TablePart.class::isInstance)
                .map(part -> ((TablePart) part).grid())
                .toList();
    }

    /**
     * Returns the paragraphs before a table up to the table before it, each in one line; none for a sheet. Cells of a
     * letterhead, which arranges texts in a table without data, are among them.
     *
     * @param isData whether a table has data
     */
    public List<String> textsBefore(Grid grid, Predicate<Grid> isData) {
        var texts = new ArrayList<String>();
        for (var part : grid.isSheet() ? List.<Part>of() : parts) {
            switch (part) {
                case TextPart(var paragraph) -> texts.add(Texts.line(paragraph.text()));
                case TablePart(var table) -> {
                    if (table == grid) {
                        texts.removeIf(String::isEmpty);
                        return texts;
                    }
                    if (isData.test(table)) {
                        texts.clear();
                    } else {
                        table.cells().forEach(cell -> texts.add(cell.text()));
                    }
                }
            }
        }
        return List.of();
    }

    /** Returns the content of a file whose items are in memory. */
    public static SourceContent of(List<SourceItem> items) throws ProblemException {
        var each = items.iterator();
        try {
            return read(new SourceItems() {
                @Override
                public SourceItem next() {
                    return each.hasNext() ? each.next() : null;
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads all items of a file. */
    public static SourceContent read(SourceItems items) throws IOException, ProblemException {
        var parts = new ArrayList<Part>();
        var skipped = new ArrayList<SourceItem.Skipped>();
        var open = new ArrayDeque<OpenTable>();
        var pages = new CurrentPage();
        var tables = 0;
        var kept = 0;
        for (var item = items.next(); item != null && kept < MOST; item = items.next()) {
            switch (item) {
                case SourceItem.TableStart start -> {
                    open.push(new OpenTable(new GridBuilder(start, tables++, pages.of(start)), parts.size()));
                    parts.add(null);
                }
                case SourceItem.Row row -> kept += open.element().grid().add(row);
                case SourceItem.TableEnd end -> open.pop().closeIn(parts);
                case SourceItem.Paragraph paragraph -> {
                    kept++;
                    parts.add(new TextPart(paragraph));
                }
                case SourceItem.Skipped left -> skipped.add(left);
                case SourceItem.PageStart page -> {
                    pages.begin(page);
                    Stream.of(page.header(), page.footer(), page.firstPage())
                            .flatMap(List::stream)
                            .forEach(paragraph -> parts.add(new TextPart(paragraph)));
                }
            }
        }
        while (!open.isEmpty()) {
            open.pop().closeIn(parts);
        }
        return new SourceContent(List.copyOf(parts), List.copyOf(skipped), kept < MOST);
    }

    private record OpenTable(GridBuilder grid, int position) {

        void closeIn(List<Part> parts) {
            parts.set(position, new TablePart(grid.build()));
        }
    }
}
