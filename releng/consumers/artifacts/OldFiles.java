/* SPDX-License-Identifier: EPL-2.0 */
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.spi.Progress;

/** Reads an old workbook, and a web page with the extension of one. */
public final class OldFiles {

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(System.getProperty("folder"));
        var page = Files.writeString(folder.resolve("page.xls"), "<html><table><tr><td>Cộng</td></tr></table></html>");
        expect("Cộng", page);
        var book = folder.resolve("book.xls");
        try (var workbook = new HSSFWorkbook();
                var out = Files.newOutputStream(book)) {
            workbook.createSheet("PL01").createRow(0).createCell(0).setCellValue("Cộng");
            workbook.write(out);
        }
        expect("Cộng", book);
    }

    private static void expect(String text, Path file) throws Exception {
        var importer = Registry.installed().importers().stream()
                .filter(each -> each.extensions().contains("xls"))
                .findFirst()
                .orElseThrow();
        try (var items = importer.open(file, Progress.NONE)) {
            for (var item = items.next(); item != null; item = items.next()) {
                if (item instanceof SourceItem.Row row
                        && row.cells().getFirst().shown().equals(text)) {
                    return;
                }
            }
        }
        throw new IllegalStateException(file + " has no " + text);
    }
}
