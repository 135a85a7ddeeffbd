/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.tests;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.core.source.SourceItem.TableStart;
import org.bieumau.core.spi.Importer;
import org.bieumau.core.spi.Progress;

/** A file as an importer reads it. */
record ReadFile(List<SourceItem> items) {

    static ReadFile of(Importer importer, Path file) throws Exception {
        var items = new ArrayList<SourceItem>();
        try (var source = importer.open(file, Progress.NONE)) {
            for (SourceItem item = source.next(); item != null; item = source.next()) {
                items.add(item);
            }
        }
        return new ReadFile(items);
    }

    private <T extends SourceItem> List<T> all(Class<T> type) {
        return items.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<TableStart> tables() {
        return all(TableStart.class);
    }

    List<PageSetup> pages() {
        return all(PageStart.class).stream().map(PageStart::page).toList();
    }

    List<Row> rows() {
        return all(Row.class);
    }

    List<Skipped> skipped() {
        return all(Skipped.class);
    }

    /** Returns the texts of paragraphs outside of tables, with their automatic numbers. */
    List<String> paragraphs() {
        return all(Paragraph.class).stream()
                .map(each -> (each.label() + " " + each.text()).strip())
                .toList();
    }

    /**
     * Returns the cells by their places: <code>A1</code> in sheets, <code>1.2.3</code> for table, row and column in
     * others.
     */
    Map<String, Cell> cells() {
        var cells = new LinkedHashMap<String, Cell>();
        for (var row : rows()) {
            for (var cell : row.cells()) {
                cells.put(
                        switch (cell.place()) {
                            case Place.Cell at -> at.address();
                            case Place.TableCell at -> at.table() + "." + at.row() + "." + at.column();
                            default -> throw new IllegalStateException(cell.toString());
                        },
                        cell);
            }
        }
        return cells;
    }

    String shown(String cell) {
        return cells().get(cell).shown();
    }
}
