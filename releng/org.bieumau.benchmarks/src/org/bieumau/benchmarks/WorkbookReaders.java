/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Reads the cells of a workbook. Biểu Mẫu also returns what callers of the others must find themselves: the text
 * displayed by the number format, merged ranges, hidden rows and columns, looks and places.
 */
final class WorkbookReaders {

    private WorkbookReaders() {}

    /** Returns the readers, of which the first is the reference: it inflates and scans the parts. */
    static List<Reader> all() {
        return List.of(
                new Reader("JDK StAX", DocumentReaders::stax),
                new Reader("Biểu Mẫu", WorkbookReaders::own),
                new Reader("fastexcel-reader", WorkbookReaders::fastexcel),
                new Reader("POI XSSF", WorkbookReaders::poi));
    }

    private static long own(Path file) throws Exception {
        var importer = Registry.installed().importers().stream()
                .filter(each -> each.id().equals("xlsx"))
                .findFirst()
                .orElseThrow();
        var characters = 0L;
        try (var items = importer.open(file, Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.Row row) {
                    for (var cell : row.cells()) {
                        characters += cell.shown().length();
                    }
                }
            }
        }
        return characters;
    }

    private static long fastexcel(Path file) throws IOException {
        var characters = new long[1];
        try (var in = Files.newInputStream(file);
                var book = new ReadableWorkbook(in);
                var rows = book.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(
                    cell -> characters[0] += cell == null ? 0 : cell.getText().length()));
        }
        return characters[0];
    }

    private static long poi(Path file) throws IOException {
        var characters = 0L;
        try (var in = Files.newInputStream(file);
                var book = new XSSFWorkbook(in)) {
            for (var row : book.getSheetAt(0)) {
                for (var cell : row) {
                    characters += cell.toString().length();
                }
            }
        }
        return characters;
    }
}
