/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Row;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.core.source.SourceItem.TableStart;
import org.bieumau.core.spi.Progress;
import org.bieumau.xlsx.internal.reading.XlsxImporter;

/** A workbook as the importer reads it. */
record ReadWorkbook(List<TableStart> sheets, List<PageSetup> pages, List<Row> rows, List<Skipped> skipped) {

    static ReadWorkbook of(Path file) throws IOException, ProblemException {
        var sheets = new ArrayList<TableStart>();
        var pages = new ArrayList<PageSetup>();
        var rows = new ArrayList<Row>();
        var skipped = new ArrayList<Skipped>();
        try (var items = new XlsxImporter().open(file, Progress.NONE)) {
            for (SourceItem item = items.next(); item != null; item = items.next()) {
                switch (item) {
                    case TableStart start -> sheets.add(start);
                    case PageStart start -> pages.add(start.page());
                    case Row row -> rows.add(row);
                    case Skipped left -> skipped.add(left);
                    case SourceItem.TableEnd end -> {}
                    default -> throw new IllegalStateException(item.toString());
                }
            }
        }
        return new ReadWorkbook(sheets, pages, rows, skipped);
    }

    /** Returns the cells of all sheets by sheet and name, such as <code>Sheet1!A1</code>. */
    Map<String, Cell> cells() {
        var cells = new LinkedHashMap<String, Cell>();
        for (var row : rows) {
            for (var cell : row.cells()) {
                var place = (Place.Cell) cell.place();
                cells.put(place.table() + "!" + place.address(), cell);
            }
        }
        return cells;
    }

    /** Returns a cell of the sheet S. */
    Cell cell(String name) {
        return cells().get("S!" + name);
    }

    /** Returns the shown text of a cell of the sheet S. */
    String shown(String name) {
        return cell(name).shown();
    }
}
