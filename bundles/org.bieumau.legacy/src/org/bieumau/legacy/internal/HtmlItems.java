/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItems;
import org.bieumau.core.spi.Progress;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads the paragraphs and tables of a web page. No resources are fetched. */
final class HtmlItems {

    /** Maximum nesting of elements. The text of deeper ones becomes one paragraph. */
    static final int DEEPEST = 300;

    private final Place file;
    private final Progress progress;
    private final List<SourceItem> items = new ArrayList<>();
    private HtmlText text = new HtmlText();
    private int paragraphs;
    private int tables;
    private int cells;

    private HtmlItems(Path file, Progress progress) {
        this.file = Place.of(file.toString());
        this.progress = progress;
    }

    static SourceItems open(Path file, Progress progress) throws IOException, ProblemException {
        var page = new HtmlItems(file, progress);
        // The encoding is that of the byte order mark or the page, otherwise UTF-8.
        page.read(Jsoup.parse(file.toFile()).body(), 0);
        page.endParagraph();
        return ListedItems.of(page.items);
    }

    private void read(Element parent, int depth) throws ProblemException {
        for (Node child : parent.childNodes()) {
            switch (child) {
                case TextNode words -> text.add(words);
                case Element table
                when table.nameIs("table") -> {
                    endParagraph();
                    table(table, 0, null);
                }
                case Element image
                when image.nameIs("img") -> items.add(LegacyMessages.skipped(here(), "skipped.picture"));
                case Element element
                when HtmlText.isContent(element) -> {
                    if (element.isBlock() || element.nameIs("br")) {
                        endParagraph();
                    }
                    if (depth < DEEPEST) {
                        read(element, depth + 1);
                    } else {
                        text.addAll(element);
                    }
                    if (element.isBlock()) {
                        endParagraph();
                    }
                }
                default -> {
                    // Comments, scripts and settings are not content.
                }
            }
        }
    }

    private Place here() {
        return new Place.Paragraph(file.file(), paragraphs + 1);
    }

    private void endParagraph() {
        if (!text.isBlank()) {
            items.add(text.paragraph(here()));
            progress.done(++paragraphs);
        }
        text = new HtmlText();
    }

    /** @param within the cell that contains the table; null for a table outside of cells */
    private void table(Element element, int depth, Place within) throws ProblemException {
        var table = new HtmlTable(file.file(), ++tables);
        items.add(new SourceItem.TableStart(table.place(), depth, within, List.of(), HtmlText.flags(element)));
        for (var tr : rows(element)) {
            var row = table.row(tr);
            cells += row.cells().size();
            if (cells > HtmlTable.MOST_CELLS) {
                throw LegacyMessages.limit(table.place(), "limit.cells", HtmlTable.MOST_CELLS);
            }
            if (table.width() > CellNames.COLUMNS) {
                throw LegacyMessages.limit(table.place(), "limit.columns", CellNames.COLUMNS);
            }
            progress.done(paragraphs + row.number());
            if (!row.cells().isEmpty()) {
                items.add(row);
            }
            nestedTables(tr, table, depth);
        }
        items.add(new SourceItem.TableEnd());
    }

    private void nestedTables(Element row, HtmlTable table, int depth) throws ProblemException {
        for (var nested : row.select("table")) {
            if (depth < DEEPEST && nested.parent() != null && nested.parent().closest("tr") == row) {
                table(nested, depth + 1, table.placeOf(nested.closest("td, th")));
            }
        }
    }

    /** Returns the rows of a table, without those of tables in it. */
    private static List<Element> rows(Element table) {
        var rows = new ArrayList<Element>();
        for (var child : table.children()) {
            if (child.nameIs("tr")) {
                rows.add(child);
            } else if (child.nameIs("thead") || child.nameIs("tbody") || child.nameIs("tfoot")) {
                child.children().stream().filter(each -> each.nameIs("tr")).forEach(rows::add);
            }
        }
        return rows;
    }
}
