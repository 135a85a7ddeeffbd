/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.prose.ProseTable;
import org.bieumau.core.internal.text.Unbroken;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.ColumnType;
import org.eclipse.emf.ecore.EObject;

/** Lays out tables that are written in a text. */
final class TextTables {

    private TextTables() {}

    /** @param title the text above the table, which is its title for screen readers; may be empty */
    static List<Block> blocks(ProseTable table, String title, PageSetup page, Layout layout) {
        var division = division(table, page, layout);
        var blocks = new ArrayList<Block>();
        var source = table.rows().getFirst().source();
        var starts = new ArrayList<TableColumn>();
        for (var width : division.millimetres()) {
            starts.add(new TableColumn(width, ColumnType.TEXT, List.of(), 0));
        }
        var head = table.header()
                ? table.rows().getFirst().cells().stream().map(Span::text).toList()
                : List.<String>of();
        blocks.add(new TableStart(
                starts, table.header() ? 1 : 0, division.scale(), title, description(starts.size(), head), source));
        for (int i = 0; i < table.rows().size(); i++) {
            blocks.add(row(table, table.rows().get(i), table.header() && i == 0));
        }
        blocks.add(new TableEnd());
        blocks.add(new Block.Line(0, 6));
        return blocks;
    }

    /**
     * Returns the description of a table for screen readers, in Vietnamese as the document.
     *
     * @param titles the titles of the columns; none if the table has no header
     */
    static String description(int columns, List<String> titles) {
        var size = "Bảng " + columns + " cột";
        return titles.isEmpty() ? size : size + ": " + String.join("; ", titles);
    }

    /** Returns the element at which problems of a table are reported: its first cell with text. */
    static EObject place(ProseTable table) {
        return table.rows().stream()
                .flatMap(row -> row.source().getCells().stream())
                .filter(cell -> !cell.getRuns().isEmpty())
                .findFirst()
                .<EObject>map(cell -> cell)
                .orElse(table.rows().getFirst().source());
    }

    /** Divides the width of the page among the columns of a table. */
    static ColumnWidths.Division division(ProseTable table, PageSetup page, Layout layout) {
        var columns = table.alignments().size();
        var texts = new ArrayList<List<String>>();
        for (int i = 0; i < columns; i++) {
            var column = i;
            texts.add(table.rows().stream()
                    .map(row ->
                            column < row.cells().size() ? Span.text(row.cells().get(column)) : "")
                    .toList());
        }
        return ColumnWidths.ofText(
                texts,
                table.header(),
                page.textWidth(),
                layout.style(Component.FORM_HEADER),
                layout.style(Component.FORM_VALUE),
                layout.profile().number(Key.TABLE_SMALLEST_SIZE, layout.day()));
    }

    private static Row row(ProseTable table, ProseTable.Row row, boolean header) {
        var cells = new ArrayList<Cell>();
        for (int i = 0; i < table.alignments().size(); i++) {
            var spans = i < row.cells().size() ? row.cells().get(i) : List.<Span>of();
            var component = header
                    ? Component.FORM_HEADER
                    : switch (table.alignments().get(i)) {
                        case LEFT -> Component.FORM_VALUE;
                        case CENTER -> Component.FORM_MARK;
                        case RIGHT -> Component.FORM_NUMBER;
                    };
            cells.add(new Cell(
                    i, 1, 1, List.of(new Paragraph(component, Unbroken.protect(spans), row.source())), row.source()));
        }
        return new Row(header ? RowKind.HEADER : RowKind.ENTRY, cells, row.source());
    }
}
