/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.io.IOException;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Chart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.SideItem;
import org.bieumau.core.layout.Block.Sides;
import org.bieumau.core.text.Span;
import org.jspecify.annotations.Nullable;

/** Blocks whose charts and footnotes are numbered from 1, the footnotes in the order of their references. */
final class NumberedNotes implements Blocks {

    private final Blocks blocks;
    private int number;
    private int charts;

    NumberedNotes(Blocks blocks) {
        this.blocks = blocks;
    }

    @Override
    public @Nullable Block next() throws IOException {
        return switch (blocks.next()) {
            case null -> null;
            case Paragraph paragraph -> numbered(paragraph);
            case Row row
            when hasNotes(row) ->
                new Row(row.kind(), row.cells().stream().map(this::numbered).toList(), row.source());
            case SideBySide sides ->
                new SideBySide(sides.rows().stream().map(this::numbered).toList());
            case Chart chart -> chart.numbered(++charts);
            case Block other -> other;
        };
    }

    @Override
    public void close() throws IOException {
        blocks.close();
    }

    private Sides numbered(Sides sides) {
        return new Sides(
                sides.columns().stream()
                        .map(column -> column.stream().map(this::numbered).toList())
                        .toList(),
                sides.percents());
    }

    private SideItem numbered(SideItem item) {
        return item instanceof Paragraph paragraph ? numbered(paragraph) : item;
    }

    private Cell numbered(Cell cell) {
        return new Cell(
                cell.column(),
                cell.columnSpan(),
                cell.rowSpan(),
                cell.paragraphs().stream().map(this::numbered).toList(),
                cell.value(),
                cell.source());
    }

    private static boolean hasNotes(Row row) {
        for (var cell : row.cells()) {
            for (int i = 0; i < cell.paragraphs().size(); i++) {
                if (cell.paragraphs().get(i).hasNotes()) {
                    return true;
                }
            }
        }
        return false;
    }

    private Paragraph numbered(Paragraph paragraph) {
        return paragraph.hasNotes()
                ? new Paragraph(
                        paragraph.component(),
                        paragraph.label(),
                        paragraph.spans().stream().map(this::numbered).toList(),
                        paragraph.keepWithNext(),
                        paragraph.source())
                : paragraph;
    }

    private Span numbered(Span span) {
        return span.note() == null ? span : span.with(Integer.toString(++number));
    }
}
