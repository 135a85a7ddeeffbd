/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.html.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
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
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Blocks;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.spi.Progress;
import org.bieumau.core.text.Span;

/**
 * Writes an HTML page. Headings become heading elements, the header cells of tables have a scope, and each section of a
 * table is a row group of its own.
 */
final class HtmlPage {

    private final XMLStreamWriter xml;
    /** Stream that {@link #xml} writes to, for text that must not be escaped. */
    private final OutputStream out;

    private final Layout layout;
    private final Progress progress;
    private List<Paragraph> foot = List.of();
    /** Footnotes of the group of pages so far. */
    private final List<Paragraph> notes = new ArrayList<>();

    private boolean inPage;
    private TableStart table;
    private int headerRows;
    /** Whether the current row group has rows. */
    private boolean inGroup;

    private long rows;
    private int charts;

    HtmlPage(XMLStreamWriter xml, OutputStream out, Layout layout, Progress progress) {
        this.xml = xml;
        this.out = out;
        this.layout = layout;
        this.progress = progress;
    }

    void write(Blocks blocks) throws IOException, XMLStreamException {
        start("html", null);
        xml.writeAttribute("lang", "vi");
        var first = blocks.next();
        head(first instanceof PageStart start && start.page().mirrored());
        start("body", null);
        start("main", null);
        for (var block = first; block != null; block = blocks.next()) {
            switch (block) {
                case PageStart start -> begin(start);
                case PageEnd end -> {
                    // At the foot of the last page, the footnotes are above.
                    notes();
                    footer(end.paragraphs(), end.ruled());
                }
                case PageTop top -> {
                    start("div", "page-top");
                    item(top.stamp());
                    end();
                }
                case SideBySide sides -> sideBySide(sides);
                case SideItem item -> item(item);
                case Chart chart -> chart(chart);
                case TableStart start -> begin(start);
                case Row row -> {
                    row(row);
                    progress.done(++rows);
                }
                case TableEnd end -> endTable();
            }
        }
        endPage();
        end();
        end();
        end();
        xml.writeCharacters("\n");
    }

    private void chart(Chart chart) throws XMLStreamException {
        start("figure", "chart");
        new ChartFigure(xml).write(chart, layout.style(Component.CHART_TEXT).size(), ++charts);
        paragraph(chart.caption(), "figcaption");
        end();
    }

    private void head(boolean twoSided) throws IOException, XMLStreamException {
        start("head", null);
        xml.writeEmptyElement("meta");
        xml.writeAttribute("charset", "utf-8");
        meta("viewport", "width=device-width, initial-scale=1");
        meta("color-scheme", "light dark");
        if (!layout.author().isEmpty()) {
            meta("author", layout.author());
        }
        start("title", null);
        xml.writeCharacters(layout.title());
        end();
        start("style", null);
        raw(new StyleSheet(layout, twoSided).text());
        end();
        end();
    }

    private void meta(String name, String content) throws XMLStreamException {
        xml.writeEmptyElement("meta");
        xml.writeAttribute("name", name);
        xml.writeAttribute("content", content);
    }

    /** Writes the content of an element in which HTML knows no escapes, such as style. */
    private void raw(String text) throws IOException, XMLStreamException {
        // Ends the start tag.
        xml.writeCharacters("");
        xml.flush();
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    // Groups of pages

    private void begin(PageStart start) throws XMLStreamException {
        endPage();
        start("div", pageClass(start.page()));
        xml.writeAttribute(
                "style",
                String.format(
                        Locale.ROOT,
                        "--page-width:%smm;--text-width:%smm",
                        number(start.page().width()),
                        number(start.page().textWidth())));
        foot = start.foot();
        inPage = true;
    }

    private static String number(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String pageClass(PageSetup page) {
        return "page " + StyleSheet.pageName(page);
    }

    /** Ends the group of pages, if one is open. The footer of its first printed page is placed at its end. */
    private void endPage() throws XMLStreamException {
        if (!inPage) {
            return;
        }
        notes();
        if (!foot.isEmpty()) {
            footer(foot, true);
        }
        end();
        inPage = false;
    }

    private void footer(List<Paragraph> paragraphs, boolean ruled) throws XMLStreamException {
        start("footer", ruled ? "ruled" : null);
        for (var paragraph : paragraphs) {
            paragraph(paragraph, "p");
        }
        end();
    }

    // Paragraphs

    private void item(SideItem item) throws XMLStreamException {
        switch (item) {
            case Paragraph paragraph -> paragraph(paragraph, element(paragraph));
            case Line line -> line(line);
            case Stamp stamp -> {
                start(
                        "p",
                        StyleSheet.name(stamp.component()) + " stamp "
                                + stamp.alignment().name().toLowerCase(Locale.ROOT));
                xml.writeCharacters(stamp.text());
                end();
            }
            case Braced braced -> {
                start("div", "braced");
                start("div", null);
                for (var line : braced.lines()) {
                    paragraph(line, "p");
                }
                end();
                start("div", null);
                paragraph(braced.note(), "p");
                end();
                end();
            }
        }
    }

    private String element(Paragraph paragraph) {
        var level = layout.outlineLevel(paragraph.component());
        return level == 0 ? "p" : "h" + level;
    }

    private void line(Line line) throws XMLStreamException {
        start("div", line.length() > 0 ? "line" : "room");
        var style = line.length() > 0
                ? String.format(
                        Locale.ROOT, "width:%.1fmm;margin-bottom:%spt", line.length(), number(line.spaceAfter()))
                : "height:" + number(line.spaceAfter()) + "pt";
        xml.writeAttribute("style", style);
        end();
    }

    private void paragraph(Paragraph paragraph, String element) throws XMLStreamException {
        var name = StyleSheet.name(paragraph.component());
        start(element, paragraph.keepWithNext() ? name + " kept" : name);
        if (table != null && table.scale() != 1) {
            var size = layout.style(paragraph.component()).scaled(table.scale()).size();
            xml.writeAttribute("style", String.format(Locale.ROOT, "font-size:%.1fpt", size));
        }
        var label = paragraph.label();
        if (label != null) {
            text(new Span(label.text() + " ", label.bold(), false, false));
        }
        for (var span : paragraph.spans()) {
            text(span);
        }
        notes.addAll(paragraph.notes());
        end();
    }

    private void text(Span span) throws XMLStreamException {
        if (span.text().isEmpty()) {
            return;
        }
        var open = 0;
        if (span.bold()) {
            xml.writeStartElement("strong");
            open++;
        }
        if (span.italic()) {
            xml.writeStartElement("em");
            open++;
        }
        if (span.underlined()) {
            xml.writeStartElement("u");
            open++;
        }
        if (span.superscript()) {
            xml.writeStartElement("sup");
            open++;
        }
        if (span.note() == null) {
            xml.writeCharacters(span.text());
        } else {
            link("note-ref-" + span.text(), "note-" + span.text(), span.text());
        }
        for (; open > 0; open--) {
            xml.writeEndElement();
        }
    }

    /** Writes a link within the page, with an id that other links lead to. */
    private void link(String id, String target, String text) throws XMLStreamException {
        xml.writeStartElement("a");
        xml.writeAttribute("id", id);
        xml.writeAttribute("href", "#" + target);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    /** Writes the footnotes of the group of pages. Their numbers lead back to the text. */
    private void notes() throws XMLStreamException {
        if (notes.isEmpty()) {
            return;
        }
        start("div", "notes");
        for (var note : notes) {
            start("p", StyleSheet.name(note.component()));
            var number = note.spans().getFirst().text();
            xml.writeStartElement("sup");
            link("note-" + number, "note-ref-" + number, number);
            xml.writeEndElement();
            for (var span : note.spans().subList(1, note.spans().size())) {
                text(span);
            }
            end();
        }
        end();
        notes.clear();
    }

    private void sideBySide(SideBySide sides) throws XMLStreamException {
        start("div", "together");
        for (var row : sides.rows()) {
            start("div", "sides");
            xml.writeAttribute(
                    "style",
                    "grid-template-columns:"
                            + row.percents().stream()
                                    .map(percent -> percent + "fr")
                                    .collect(Collectors.joining(" ")));
            for (var side : row.columns()) {
                start("div", null);
                for (var item : side) {
                    item(item);
                }
                end();
            }
            end();
        }
        end();
    }

    // Tables

    private void begin(TableStart start) throws XMLStreamException {
        table = start;
        headerRows = 0;
        inGroup = false;
        start("div", "scroll");
        start("table", null);
        xml.writeAttribute("aria-label", start.title().isEmpty() ? start.description() : start.title());
        start("colgroup", null);
        var totalWidth =
                start.columns().stream().mapToDouble(column -> column.width()).sum();
        for (var column : start.columns()) {
            xml.writeEmptyElement("col");
            xml.writeAttribute("style", String.format(Locale.ROOT, "width:%.1f%%", column.width() * 100 / totalWidth));
        }
        end();
        start(start.headerRows() > 0 ? "thead" : "tbody", null);
    }

    private void row(Row row) throws XMLStreamException {
        var header = headerRows < table.headerRows();
        if (row.kind() == RowKind.SECTION && inGroup && !header) {
            end();
            start("tbody", null);
        }
        inGroup = !header;
        start("tr", row.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        for (var cell : row.cells()) {
            cell(cell, row.kind());
        }
        end();
        if (header && ++headerRows == table.headerRows()) {
            end();
            start("tbody", null);
        }
    }

    private void cell(Cell cell, RowKind kind) throws XMLStreamException {
        var heading = kind == RowKind.HEADER;
        var section = kind == RowKind.SECTION && cell.columnSpan() > 1;
        start(heading || section ? "th" : "td", null);
        if (heading) {
            xml.writeAttribute("scope", cell.columnSpan() > 1 ? "colgroup" : "col");
        } else if (section) {
            xml.writeAttribute("scope", "rowgroup");
        }
        if (cell.columnSpan() > 1) {
            xml.writeAttribute("colspan", Integer.toString(cell.columnSpan()));
        }
        if (cell.rowSpan() > 1) {
            xml.writeAttribute("rowspan", Integer.toString(cell.rowSpan()));
        }
        for (var paragraph : cell.paragraphs()) {
            if (!paragraph.text().isEmpty() || !paragraph.notes().isEmpty()) {
                paragraph(paragraph, "p");
            }
        }
        end();
    }

    private void endTable() throws XMLStreamException {
        end();
        end();
        end();
        table = null;
    }

    // Elements

    private void start(String element, String cssClass) throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement(element);
        if (cssClass != null) {
            xml.writeAttribute("class", cssClass);
        }
    }

    /** Ends the element with an end tag even if it is empty, because HTML has no self-closing tags. */
    private void end() throws XMLStreamException {
        xml.writeCharacters("");
        xml.writeEndElement();
    }
}
