/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Finding;
import org.bieumau.testing.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks numbers in workbooks as LibreOffice shows them and openpyxl reads them. */
class NumbersTest {

    private static final String TEMPLATE = """
            mẫu biểu M "SỐ LẺ" {
                có dòng đánh số cột
                cột stt "STT": số thứ tự
                cột a "Tên": chữ
                cột n "Tỷ lệ (%)": số
                cột d "Diện tích (ha)": số, dòng tổng tổng
                cột c "Tích": tính (n * d), dòng tổng tổng
                cột t "Tiền": số tiền, dòng tổng trung bình
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void allDecimalsAreShown() throws Exception {
        var rows = Workbook.of(folder, "B", TEMPLATE + """
                biểu B lập theo mẫu M {
                    dòng { a "một" n 0,125 d 12,3456 t 1.000 }
                    dòng { a "hai" n 0,004 d 0,0049 t 1.000,5 }
                    dòng { a "ba" n 100 d 1.234,1 t 0,00001 }
                }
                """).shown();
        assertEquals(
                List.of(
                        List.of("1", "một", "0.125", "12.3456", "1.5432", "1,000"),
                        List.of("2", "hai", "0.004", "0.0049", "0.0000196", "1,000.5"),
                        List.of("3", "ba", "100", "1,234.1", "123,410", "0.00001"),
                        List.of("", "Tổng cộng", "", "1,246.4505", "123,411.5432196", "666.83334")),
                rows.subList(3, 7));
    }

    /** The formats do not depend on the numbers that were exported. */
    @Test
    void allDecimalsAreShownInABlankFormThatIsFilledIn() throws Exception {
        var rows = Workbook.of(folder, "M", TEMPLATE)
                .with("B4=một", "C4=0.004", "D4=0.0049", "F4=65000000")
                .shown();
        assertEquals(
                List.of(
                        List.of("1", "một", "0.004", "0.0049", "0.0000196", "65,000,000"),
                        List.of("", "Tổng cộng", "", "0.0049", "0.0000196", "65,000,000")),
                rows.subList(3, 5));
    }

    @Test
    void allDecimalsAreShownAfterAWholeNumberIsChanged() throws Exception {
        var printed = Workbook.of(
                        folder, "B", TEMPLATE + "biểu B lập theo mẫu M { dòng { a \"một\" n 1 d 2,5 t 1.000 } }")
                .with("C4=0.125", "D4=2000", "F4=0.5")
                .printed();
        assertTrue(printed.contains("1 một 0.125 2,000 250 0.5"), printed);
        assertTrue(printed.contains("Tổng cộng 2,000 250 0.5"), printed);
    }

    @Test
    void numbersWithMoreThan15DigitsAreTextsAndReported() throws Exception {
        var book = Workbook.of(folder, "B", TEMPLATE + """
                biểu B lập theo mẫu M {
                    dòng { n 1.234.567.890.123.456 d 0,1 t 999.999.999.999.999 }
                    dòng { n 12.345.678,9 d 98.765.432,1 t 19.012.345.678.901.234 }
                    dòng { n 1 d 3.000.000.000.000.000.000 t 0,1234567890123456 }
                }
                """);
        var values = book.values();
        assertEquals("str 1.234.567.890.123.456", values.get("C4"));
        assertEquals("str 123.456.789.012.345,6", values.get("E4"));
        assertEquals("int 999999999999999", values.get("F4"));
        assertEquals("str 1.219.326.311.126.352,69", values.get("E5"));
        assertEquals("str 19.012.345.678.901.234", values.get("F5"));
        assertEquals("int 3000000000000000000", values.get("D6"));
        assertEquals("str 0,1234567890123456", values.get("F6"));
        var digits = book.leftOut().stream()
                .filter(problem -> problem.code().equals("EXPORT-DIGITS"))
                .map(Finding::message)
                .findFirst()
                .orElseThrow();
        for (var number : List.of(
                "1.234.567.890.123.456 («Tỷ lệ (%)»)",
                "123.456.789.012.345,6 («Tích»)", "19.012.345.678.901.234 («Tiền»)", "0,1234567890123456 («Tiền»)")) {
            assertTrue(digits.contains(number), digits);
        }
        assertFalse(digits.contains("999.999.999.999.999"), digits);
    }

    /** A third has more than 15 digits in any case. */
    @Test
    void quotientsStayNumbers() throws Exception {
        var book = Workbook.of(folder, "B", """
                mẫu biểu M "T" { cột a "A": số  cột b "B": tính (a / 3), dòng tổng tổng }
                biểu B lập theo mẫu M { dòng { a 1 } dòng { a 2 } }
                """);
        assertEquals(List.of(), book.leftOut());
        assertEquals(
                List.of("0.333333333333333", "0.666666666666667", "1"),
                book.shown().subList(2, 5).stream().map(row -> row.get(1)).toList());
    }

    @Test
    void ordinalsAndColumnNumbersAreNumbers() throws Exception {
        var values = Workbook.of(folder, "B", TEMPLATE + "biểu B lập theo mẫu M { dòng { a \"x\" } dòng { a \"y\" } }")
                .values();
        assertEquals(
                List.of("int 1", "int 2", "int 6", "int 1", "int 2"),
                List.of(values.get("A3"), values.get("B3"), values.get("F3"), values.get("A4"), values.get("A5")));
    }

    @Test
    void romanNumbersOfSectionsAreTextsAndArabicOnesNumbers() throws Exception {
        var text = """
                mẫu biểu M "T" {
                    cột stt "STT": số thứ tự  cột a "A": chữ  lĩnh vực tự đặt, đánh số %s
                }
                biểu B lập theo mẫu M { lĩnh vực "Một" { dòng { a "x" } } }
                """;
        assertEquals(
                "str I", Workbook.of(folder, "B", text.formatted("I")).values().get("A3"));
        assertEquals(
                "int 1", Workbook.of(folder, "B", text.formatted("1")).values().get("A3"));
        assertEquals(
                "str a", Workbook.of(folder, "B", text.formatted("a")).values().get("A3"));
    }

    @Test
    void sectionsKeepRomanNumbersAboveEightyNine() throws Exception {
        var sections = new StringBuilder();
        for (int number = 1; number <= 94; number++) {
            sections.append("lĩnh vực \"L" + number + "\" { dòng { a \"x\" } }\n");
        }
        var values = Workbook.of(folder, "B", """
                mẫu biểu M "T" {
                    cột stt "STT": số thứ tự  cột a "A": chữ  lĩnh vực tự đặt, đánh số I
                }
                biểu B lập theo mẫu M {
                %s}
                """.formatted(sections)).values();
        assertEquals("str LXXXIX", values.get("A" + (3 + 2 * 88)));
        assertEquals("str XC", values.get("A" + (3 + 2 * 89)));
        assertEquals("str XCIV", values.get("A" + (3 + 2 * 93)));
    }

    /** Excel reads <code>_x0041_</code> as an escaped «A», in every string of a workbook. */
    @Test
    void textsThatLookLikeEscapesAreKept() throws Exception {
        var sheet = Workbook.of(folder, "B", """
                danh mục D { A "mục _x0041_" B "có, phẩy _x0042_" }
                mẫu biểu M "T _x0043_" {
                    số hiệu biểu "Biểu _x0044_"
                    cột a "A _x0045_x0046_": chữ
                    cột d "D": chọn từ D
                    kiểm tra R báo lỗi khi a = "_x0047_": "Sai _x0048_"
                }
                biểu B lập theo mẫu M { dòng { a "_x0049_ _xd_ _x00e0" d A } }
                """).sheet();
        assertEquals("Biểu _x0044_", sheet.getRow(1).getCell(0).getStringCellValue());
        assertEquals("A _x0045_x0046_", sheet.getRow(2).getCell(0).getStringCellValue());
        assertEquals("_x0049_ _xd_ _x00e0", sheet.getRow(3).getCell(0).getStringCellValue());
        assertEquals("mục _x0041_", sheet.getRow(3).getCell(1).getStringCellValue());
        var raw = Python.run("openpyxl", """
                import sys, zipfile
                book = zipfile.ZipFile(sys.argv[1])
                for name in ('xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'):
                    print(book.read(name).decode().replace('_x005F_x', '~'))
                """, folder.resolve("B.xlsx"));
        assertFalse(raw.matches("(?s).*_x[0-9A-Fa-f]{4}_.*"), raw);
    }
}
