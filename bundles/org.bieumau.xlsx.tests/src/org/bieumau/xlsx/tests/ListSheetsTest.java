/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.testing.LibreOffice;
import org.bieumau.xlsx.internal.XlsxExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists that go with a form have sheets of their own. */
class ListSheetsTest {

    /** The choices of the form are too long for a data validation, so that they are on a hidden sheet. */
    private static final String TEXT = """
            phiên bản 2
            danh mục Mức { một "%s" hai "Hai, ba" }
            mẫu biểu M "KẾT QUẢ" {
                số hiệu biểu "Biểu số 1"
                cột tên "Tên": chữ
                cột mức "Mức": chọn từ Mức
                cột số "Số": số, dòng tổng tổng
            }
            mẫu biểu N "NGUỒN SỐ LIỆU" {
                số hiệu biểu "%s"
                khổ giấy A4 ngang
                cột tệp "Tệp": chữ
                cột mức "Mức": chọn từ Mức
                cột giáTrị "Giá trị": số
            }
            biểu F lập theo mẫu M { dòng "Xã A" { mức một số 5 } dòng "Xã B" { số 7 } }
            biểu L lập theo mẫu N {
                dòng "a.xlsx" { mức hai giáTrị 5 }
                dòng "=1+1" { giáTrị 7 }
            }
            """;

    @TempDir
    private Path folder;

    private static LayoutProfile profile() {
        return Registry.load(ListSheetsTest.class.getClassLoader())
                .profile("nd30")
                .orElseThrow();
    }

    private static Layout layout(String label) throws Exception {
        var file = new BieuReader(List.of()).read(TEXT.formatted("M".repeat(300), label));
        var list = Layout.of(file.element(Form.class, "L").orElseThrow(), profile());
        return Layout.of(file.element(Form.class, "F").orElseThrow(), profile()).withLists(List.of(list, list));
    }

    private Path export(String label) throws Exception {
        var file = folder.resolve("F.xlsx");
        try (var out = Files.newOutputStream(file)) {
            new XlsxExporter().export(layout(label), out, Progress.NONE);
        }
        return file;
    }

    @Test
    void eachListHasASheetWithItsOwnRowsAndPaper() throws Exception {
        try (var book = new XSSFWorkbook(Files.newInputStream(export("Nguồn số liệu")))) {
            var names = List.of("Biểu số 1", "Nguồn số liệu", "Nguồn số liệu (2)", "Danh mục");
            assertEquals(names.size(), book.getNumberOfSheets());
            for (int i = 0; i < names.size(); i++) {
                assertEquals(names.get(i), book.getSheetName(i));
                assertEquals(i == 3, book.isSheetHidden(i), names.get(i));
            }
            for (int i = 1; i <= 2; i++) {
                var list = book.getSheetAt(i);
                var header = list.getRepeatingRows();
                assertEquals(
                        List.of("Tệp", "a.xlsx", "=1+1"),
                        List.of(
                                list.getRow(header.getFirstRow()).getCell(0).getStringCellValue(),
                                list.getRow(header.getFirstRow() + 1).getCell(0).getStringCellValue(),
                                list.getRow(header.getFirstRow() + 2).getCell(0).getStringCellValue()));
                assertEquals(7, list.getRow(header.getFirstRow() + 2).getCell(2).getNumericCellValue());
                assertTrue(list.getPrintSetup().getLandscape());
            }
            assertEquals(
                    1,
                    book.getSheetAt(0).getDataValidations().stream()
                            .filter(each ->
                                    each.getValidationConstraint().getFormula1().contains("Danh mục"))
                            .count());
        }
    }

    /** The sheet of the form, and those that Excel or the exporter need, keep their names. */
    @Test
    void namesOfListsAreUnique() throws Exception {
        for (var label : List.of("biểu SỐ 1", "Danh mục")) {
            try (var book = new XSSFWorkbook(Files.newInputStream(export(label)))) {
                assertEquals("Biểu số 1", book.getSheetName(0));
                assertEquals(label.equals("Danh mục") ? "Biểu" : label + " (2)", book.getSheetName(1));
                assertEquals(label.equals("Danh mục") ? "Biểu (2)" : label + " (3)", book.getSheetName(2));
            }
        }
    }

    @Test
    void officeOpensTheSheets() throws Exception {
        var saved = LibreOffice.convert(
                export("Nguồn số liệu"), "xlsx", Files.createDirectory(folder.resolve("LibreOffice")));
        try (var book = new XSSFWorkbook(Files.newInputStream(saved))) {
            assertEquals(4, book.getNumberOfSheets());
            assertEquals("Nguồn số liệu", book.getSheetName(1));
        }
    }

    @Test
    void limitsAreThoseOfEachSheet() throws Exception {
        var file = new BieuReader(List.of()).read("""
                phiên bản 2
                mẫu biểu M "A" { cột c "C": chữ }
                mẫu biểu N "%s" { cột c "C": chữ }
                biểu F lập theo mẫu M { }
                biểu L lập theo mẫu N { }
                """.formatted("dài ".repeat(9000)));
        var layout = Layout.of(file.element(Form.class, "F").orElseThrow(), profile());
        var list = Layout.of(file.element(Form.class, "L").orElseThrow(), profile());

        assertEquals(List.of(), new XlsxExporter().leftOut(layout));
        assertThrows(FormatLimitException.class, () -> new XlsxExporter().leftOut(layout.withLists(List.of(list))));
    }
}
