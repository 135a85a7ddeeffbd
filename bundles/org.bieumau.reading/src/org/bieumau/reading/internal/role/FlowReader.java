/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.reading.internal.grid.CurrentPage;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.role.Seat.Region;

/**
 * Puts the pieces of a file in one order: the content of tables that only place text becomes lines with their seats.
 */
final class FlowReader {

    private final List<Slot> slots = new ArrayList<>();
    private final List<PageStart> sections = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Deque<SourceTable> open = new ArrayDeque<>();
    private final CurrentPage pages = new CurrentPage();
    private int tables;
    private int grids;
    private int inner;
    private boolean newPage;

    List<Slot> slots() {
        return slots;
    }

    List<PageStart> sections() {
        return sections;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    void read(List<SourceItem> items) {
        for (var item : items) {
            switch (item) {
                case PageStart page -> begin(page);
                case Paragraph paragraph -> add(paragraph);
                case SourceItem.TableStart start -> open.push(new SourceTable(start, pages.of(start)));
                case SourceItem.Row row -> open.element().rows().add(row);
                case SourceItem.TableEnd end -> close();
                case Skipped left -> skipped.add(left);
            }
        }
        while (!open.isEmpty()) {
            close();
        }
    }

    private int section() {
        return Math.max(0, sections.size() - 1);
    }

    private void begin(PageStart page) {
        newPage |= !sections.isEmpty() && !page.isContinuous();
        sections.add(page);
        pages.begin(page);
        margin(page.header(), Region.HEADER);
        margin(page.firstPage(), Region.HEADER);
        margin(page.footer(), Region.FOOTER);
    }

    /** Adds the texts of a page header or footer. Those below a rule are the contact lines of the agency. */
    private void margin(List<Paragraph> paragraphs, Region region) {
        var ruled = false;
        for (var paragraph : paragraphs) {
            ruled |= paragraph.setting().rules().stream()
                    .anyMatch(rule -> rule.kind() == SourceItem.Rule.Kind.BORDER_ABOVE);
            var slot = Slot.of(paragraph, Seat.of(ruled ? Region.FOOTER : region, section()), false);
            if (slot.isOpen()) {
                slot.role(ruled ? Role.CONTACT : Role.PAGE_TEXT);
                slots.add(slot);
            }
        }
    }

    private void add(Paragraph paragraph) {
        var isNew = newPage || paragraph.flags().contains(Flag.NEW_PAGE);
        newPage = false;
        if (paragraph.flags().contains(Flag.NOTE)) {
            var slot = Slot.of(paragraph, Seat.of(Region.TEXT, section()), false);
            slot.role(Role.FOOTNOTE);
            slots.add(slot);
            return;
        }
        var region = paragraph.flags().contains(Flag.TEXT_BOX) ? Region.BOX : Region.TEXT;
        for (var side : SideSplit.of(paragraph, Seat.of(region, section()))) {
            slots.add(Slot.of(side.paragraph(), side.seat(), isNew));
            isNew = false;
        }
    }

    private void close() {
        var table = open.pop();
        if (!open.isEmpty()) {
            open.element().nested().add(table);
        } else if (table.isLayout()) {
            layout(table);
        } else {
            data(table);
        }
    }

    private void data(SourceTable table) {
        slots.add(Slot.of(
                Grid.of(table.start(), grids++, table.page(), table.rows()),
                Seat.of(Region.TEXT, section()),
                takeNewPage()));
        table.nested().forEach(this::data);
    }

    private boolean takeNewPage() {
        var taken = newPage;
        newPage = false;
        return taken;
    }

    private void layout(SourceTable table) {
        tables++;
        for (int row = 0; row < table.rows().size(); row++) {
            for (var cell : table.rows().get(row).cells()) {
                var seat = new Seat(
                        Region.CELL,
                        section(),
                        tables,
                        row,
                        cell.column(),
                        0,
                        table.edge(cell.column()),
                        table.edge(cell.column() + cell.columnSpan()),
                        table.width(cell));
                cell(table, cell, seat);
            }
        }
    }

    /** Adds the lines of a cell, and those of the tables between them. */
    private void cell(SourceTable table, Cell cell, Seat seat) {
        var nested = new ArrayDeque<>(table.within(cell));
        for (int i = 0; i <= cell.paragraphs().size(); i++) {
            while (!nested.isEmpty()
                    && (nested.element().start().above() <= i
                            || i == cell.paragraphs().size())) {
                nested(nested.poll(), seat);
            }
            if (i < cell.paragraphs().size()) {
                for (var side : SideSplit.of(cell.paragraphs().get(i), seat)) {
                    slots.add(Slot.of(side.paragraph(), side.seat(), takeNewPage()));
                }
            }
        }
    }

    /**
     * Adds the lines of a table in a cell. Its columns share the width of the cell, unless it is in a text box that is
     * anchored in the cell.
     */
    private void nested(SourceTable table, Seat around) {
        if (table.isBoxed() && table.isLayout()) {
            layout(table);
            return;
        }
        if (!table.isLayout() && table.width() > 2) {
            data(table);
            return;
        }
        var number = ++inner;
        var width = around.right() - around.left();
        for (var row : table.rows()) {
            for (var cell : row.cells()) {
                cell(
                        table,
                        cell,
                        new Seat(
                                Region.CELL,
                                around.section(),
                                around.table(),
                                around.row(),
                                around.column(),
                                number,
                                around.left() + width * table.edge(cell.column()) / 100,
                                around.left() + width * table.edge(cell.column() + cell.columnSpan()) / 100,
                                table.width(cell)));
            }
        }
    }
}
