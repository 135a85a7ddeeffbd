/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.layout.Block.Braced;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Line;
import org.bieumau.core.layout.Block.PageEnd;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.PageTop;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.Series;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.layout.Block.Stamp;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.text.Span;
import org.jspecify.annotations.Nullable;

/** Blocks whose texts contain only characters that every format prints in the same way (see {@link PrintedText}). */
record PrintedBlocks(Blocks blocks) implements Blocks {

    @Override
    public @Nullable Block next() throws IOException {
        return switch (blocks.next()) {
            case null -> null;
            case Paragraph paragraph -> printed(paragraph);
            case Row row -> isOrdinary(row) ? row : printed(row);
            case Stamp stamp -> printed(stamp);
            case PageStart start -> new PageStart(start.page(), all(start.foot(), PrintedBlocks::printed));
            case PageEnd end -> new PageEnd(all(end.paragraphs(), PrintedBlocks::printed), end.distance(), end.ruled());
            case PageTop top -> new PageTop(printed(top.stamp()), top.distance());
            case SideBySide sides -> new SideBySide(all(sides.rows(), PrintedBlocks::printed));
            case TableStart start ->
                new TableStart(
                        all(start.columns(), PrintedBlocks::printed),
                        start.headerRows(),
                        start.scale(),
                        PrintedText.print(start.title()),
                        PrintedText.print(start.description()),
                        start.source());
            case Chart chart -> printed(chart);
            case Line line -> line;
            case TableEnd end -> end;
        };
    }

    private static Chart printed(Chart chart) {
        return new Chart(
                chart.number(),
                PrintedText.print(chart.title()),
                chart.kind(),
                chart.stacked(),
                all(chart.categories(), PrintedText::print),
                all(chart.series(), each -> new Series(PrintedText.print(each.title()), each.values(), each.column())),
                PrintedText.print(chart.measureUnit()),
                chart.width(),
                chart.height(),
                PrintedText.print(chart.alternative()),
                chart.categoryColumn(),
                chart.source());
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    /** Returns the results of an operation on all elements: the list itself if no element changes. */
    private static <T> List<T> all(List<T> list, UnaryOperator<T> operation) {
        for (var element : list) {
            if (operation.apply(element) != element) {
                return list.stream().map(operation).toList();
            }
        }
        return list;
    }

    private static Paragraph printed(Paragraph paragraph) {
        var spans = printed(paragraph.spans());
        return spans == paragraph.spans()
                ? paragraph
                : new Paragraph(
                        paragraph.component(), paragraph.label(), spans, paragraph.keepWithNext(), paragraph.source());
    }

    /** Returns the spans with their texts as they are printed. */
    static List<Span> printed(List<Span> spans) {
        return all(spans, PrintedBlocks::printed);
    }

    private static Span printed(Span span) {
        var text = PrintedText.print(span.text());
        var written = span.note();
        var note = written == null ? null : printed(written);
        return text.equals(span.text()) && note == written
                ? span
                : new Span(text, span.bold(), span.italic(), span.superscript(), span.underlined(), note);
    }

    private static Stamp printed(Stamp stamp) {
        return new Stamp(
                stamp.component(),
                PrintedText.print(stamp.text()),
                stamp.width(),
                stamp.height(),
                stamp.alignment(),
                stamp.colour(),
                stamp.source());
    }

    private static Sides printed(Sides sides) {
        return new Sides(all(sides.columns(), column -> all(column, PrintedBlocks::printed)), sides.percents());
    }

    private static SideItem printed(SideItem item) {
        return switch (item) {
            case Paragraph paragraph -> printed(paragraph);
            case Stamp stamp -> printed(stamp);
            case Braced braced -> new Braced(all(braced.lines(), PrintedBlocks::printed), printed(braced.note()));
            case Line line -> line;
        };
    }

    private static TableColumn printed(TableColumn column) {
        return new TableColumn(
                column.width(), column.type(), all(column.choices(), PrintedText::print), column.group());
    }

    /** Returns whether all texts of a row surely are printed as they are, as nearly all are. */
    private static boolean isOrdinary(Row row) {
        for (var cell : row.cells()) {
            for (int i = 0; i < cell.paragraphs().size(); i++) {
                if (!isOrdinary(cell.paragraphs().get(i).spans())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isOrdinary(List<Span> spans) {
        for (int i = 0; i < spans.size(); i++) {
            if (spans.get(i).note() != null
                    || !PrintedText.isOrdinary(spans.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    private static Row printed(Row row) {
        var cells = all(row.cells(), PrintedBlocks::printed);
        return cells == row.cells() ? row : new Row(row.kind(), cells, row.source());
    }

    private static Cell printed(Cell cell) {
        var paragraphs = all(cell.paragraphs(), PrintedBlocks::printed);
        return paragraphs == cell.paragraphs()
                ? cell
                : new Cell(cell.column(), cell.columnSpan(), cell.rowSpan(), paragraphs, cell.value(), cell.source());
    }
}
