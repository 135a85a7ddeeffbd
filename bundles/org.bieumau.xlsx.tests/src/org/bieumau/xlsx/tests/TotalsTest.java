/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks totals and computed cells: the values written with the formulas, and those that LibreOffice computes. */
class TotalsTest {

    private static final String TEMPLATE = """
            danh mục LV { A "Một" B "Hai" }
            mẫu biểu M "BIỂU TỔNG" {
                lĩnh vực theo LV, tiêu đề "Lĩnh vực {tên}", đánh số I
                cột stt "STT": số thứ tự
                cột tên "Tên": chữ, dòng cộng đếm, dòng tổng đếm
                cột sl "Số lượng": số, dòng cộng tổng, dòng tổng tổng
                cột dg "Đơn giá": số tiền, dòng cộng trung bình, dòng tổng trung bình
                cột tt "Thành tiền": tính (sl * dg), dòng cộng tổng, dòng tổng tổng
                cột ok "Đạt": đánh dấu, dòng cộng đếm, dòng tổng đếm
                cột ngày "Ngày": ngày, dòng tổng đếm
                cột tb "Điểm": số, dòng tổng trung bình
                để trống 2 lĩnh vực "Lĩnh vực....", 2 dòng "...."
            }
            """;
    private static final String FILLED = TEMPLATE + """
            biểu B lập theo mẫu M {
                lĩnh vực A {
                    dòng "một" { sl 2 dg 1.000 ok X ngày 01/3/2024 tb 8,5 }
                    dòng "hai" { sl 0,5 }
                }
                lĩnh vực B { dòng "ba" { sl 3 dg 2.000 ngày …/3/2024 tb 7 } dòng { dg 500 } }
            }
            """;

    @TempDir
    private Path folder;

    /** Returns the totals in the rows of a sheet, by cell, without their types. */
    private static Map<String, String> numbers(Workbook book, String... rows) {
        var numbers = new LinkedHashMap<String, String>();
        book.values().forEach((cell, value) -> {
            if (List.of(rows).contains(cell.replaceAll("\\D", "")) && !value.startsWith("str")) {
                numbers.put(cell, value.replaceFirst("^\\w+ ", "").replaceFirst("\\.0$", ""));
            }
        });
        return numbers;
    }

    @Test
    void formulasOfAFilledFormAreWrittenWithTheirValuesAndStayRight() throws Exception {
        var book = Workbook.of(folder, "B", FILLED);
        var first = Map.of("B6", "2", "C6", "2.5", "D6", "1000", "E6", "2000", "F6", "1");
        var second = Map.of("B10", "1", "C10", "3", "D10", "1250", "E10", "6000", "F10", "0");
        var total = Map.of(
                "B11", "3", "C11", "5.5", "D11", "1166.67", "E11", "8000", "F11", "1", "G11", "2", "H11", "7.75");
        assertEquals(first, numbers(book, "6"));
        assertEquals(second, numbers(book, "10"));
        assertEquals(total, numbers(book, "11"));
        var recalculated = book.recalculated();
        assertEquals(first, numbers(recalculated, "6"));
        assertEquals(second, numbers(recalculated, "10"));
        assertEquals(total, numbers(recalculated, "11"));
        var edited = book.with("C4=10", "B9=bốn", "F8=X", "H8=8", "C9=2");
        assertEquals(Map.of("B6", "2", "C6", "10.5", "D6", "1000", "E6", "10000", "F6", "1"), numbers(edited, "6"));
        assertEquals(Map.of("B10", "2", "C10", "5", "D10", "1250", "E10", "7000", "F10", "1"), numbers(edited, "10"));
        assertEquals(
                Map.of(
                        "B11", "4", "C11", "15.5", "D11", "1166.67", "E11", "17000", "F11", "2", "G11", "2", "H11",
                        "8.25"),
                numbers(edited, "11"));
    }

    @Test
    void totalsOfABlankFormAreEmptyUntilItIsFilledIn() throws Exception {
        var book = Workbook.of(folder, "M", TEMPLATE);
        assertEquals(Map.of(), numbers(book, "6", "10", "11"));
        assertEquals(Map.of(), numbers(book.recalculated(), "6", "10", "11"));
        var filled = book.with("B4=một", "C4=2", "D4=1000", "C8=0.5", "D8=10", "F8=X", "H5=0.0004", "H9=0.0002");
        assertEquals(Map.of("B6", "1", "C6", "2", "D6", "1000", "E6", "2000"), numbers(filled, "6"));
        assertEquals(Map.of("C10", "0.5", "D10", "10", "E10", "5", "F10", "1"), numbers(filled, "10"));
        assertEquals(
                Map.of("B11", "1", "C11", "2.5", "D11", "505", "E11", "2005", "F11", "1", "H11", "0.0003"),
                numbers(filled, "11"));
    }

    @Test
    void everyTotalIsAFormula() throws Exception {
        for (var book : List.of(Workbook.of(folder, "B", FILLED), Workbook.of(folder, "M", TEMPLATE))) {
            var sheet = book.sheet();
            for (var cell : List.of("B6", "C6", "D6", "E6", "F6", "B11", "C11", "D11", "E11", "F11", "G11", "H11")) {
                assertEquals(CellType.FORMULA, cell(sheet, cell).getCellType(), cell);
            }
        }
    }

    private static org.apache.poi.xssf.usermodel.XSSFCell cell(XSSFSheet sheet, String name) {
        return sheet.getRow(Integer.parseInt(name.substring(1)) - 1).getCell(name.charAt(0) - 'A');
    }

    /** Excel moves references as POI does: a range does not grow if a row is inserted below its last one. */
    @Test
    void rowInsertedAboveTheTotalIsCounted() throws Exception {
        var sheet = Workbook.of(folder, "B", """
                mẫu biểu M "T" { cột a "A": chữ  cột b "B": số, dòng tổng tổng }
                biểu B lập theo mẫu M { dòng "x" { b 1 } dòng "y" { b 2 } }
                """).sheet();
        sheet.shiftRows(4, 4, 1);
        sheet.createRow(4).createCell(1).setCellValue(40);
        var evaluator = sheet.getWorkbook().getCreationHelper().createFormulaEvaluator();
        assertEquals(43, evaluator.evaluate(sheet.getRow(5).getCell(1)).getNumberValue());
    }

    @Test
    void computedCellsWithoutAValueAreEmpty() throws Exception {
        var book = Workbook.of(folder, "B", """
                mẫu biểu M "T" {
                    cột a "A": chữ
                    cột b "B": số
                    cột c "C": số
                    cột d "D": tính (b / c), dòng tổng trung bình
                    cột e "E": tính (nếu(b > 1, "nhiều", "ít")), dòng tổng đếm
                    cột f "F": tính (b * 2), áp dụng khi (a = "y"), dòng tổng đếm
                    cột g "G": ngày
                    cột h "H": tính (g + 30)
                    cột i "I": tính (g.năm)
                    cột k "K": tính (b > 1)
                }
                biểu B lập theo mẫu M {
                    dòng "x" { b 1 g 05/4/2022 }
                    dòng "y" { b 3 c 2 }
                    dòng "z" { }
                }
                """);
        var expected = new ArrayList<String>();
        for (var cell :
                List.of("D3", "E3", "F3", "H3", "I3", "J3", "D4", "E4", "F4", "H4", "I4", "J4", "D5", "E5", "F5")) {
            expected.add(book.values().get(cell));
        }
        assertEquals(
                "[null, str ít, null, datetime 2022-05-05 00:00:00, int 2022, null,"
                        + " float 1.5, str nhiều, int 6, null, null, str X, null, null, null]",
                expected.toString());
        assertEquals(
                List.of("float 1.5", "int 2", "int 1"),
                List.of(
                        book.values().get("D6"),
                        book.values().get("E6"),
                        book.values().get("F6")));
        assertEquals(book.values(), book.recalculated().values());
        assertEquals(List.of(), book.leftOut());
    }

    /** A long text is split into several rows of the sheet, but counts once. */
    @Test
    void textInSeveralRowsCountsOnce() throws Exception {
        var book = Workbook.of(folder, "B", """
                mẫu biểu M "T" { cột a "A": chữ, rộng 40 mm, dòng tổng đếm  cột b "B": số, dòng tổng đếm }
                biểu B lập theo mẫu M { dòng "%s" { b 1 } dòng "y" { b 2 } }
                """.formatted("nghìn ".repeat(3000).strip()));
        var last = book.sheet().getLastRowNum() + 1;
        assertTrue(last > 5, "the text is not split");
        var expected = Map.of("A" + last, "2", "B" + last, "2");
        assertEquals(expected, numbers(book, "" + last));
        assertEquals(expected, numbers(book.recalculated(), "" + last));
    }

    @Test
    void totalOfANumberWrittenAsTextIsAValue() throws Exception {
        var values = Workbook.of(folder, "B", """
                mẫu biểu M "T" { cột a "A": số, dòng tổng tổng  cột b "B": tính (a + 1), dòng tổng đếm }
                biểu B lập theo mẫu M { dòng { a 1.234.567.890.123.456 } dòng { a 44 } }
                """).values();
        assertEquals("int 1234567890123500", values.get("A5"));
        assertEquals("str 1.234.567.890.123.457", values.get("B3"));
        assertEquals("int 2", values.get("B5"));
    }

    /** The formula of a total would be too long for Excel, if it listed all subtotals. */
    @Test
    void totalOfManySectionsIsAFormula() throws Exception {
        var sections = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            sections.append("lĩnh vực \"S").append(i).append("\" { dòng \"x\" { b 2 c 3 } }\n");
        }
        var book = Workbook.of(folder, "B", """
                mẫu biểu M "T" {
                    lĩnh vực tự đặt
                    cột a "A": chữ  cột b "B": số, dòng cộng tổng, dòng tổng tổng  cột c "C": số, dòng tổng trung bình
                }
                biểu B lập theo mẫu M {
                %s }
                """.formatted(sections));
        var total = book.sheet().getRow(2 + 3 * 1500);
        assertEquals(
                List.of(CellType.FORMULA, CellType.FORMULA),
                List.of(total.getCell(1).getCellType(), total.getCell(2).getCellType()));
        assertTrue(total.getCell(1).getCellFormula().length() < 8192);
        var row = Integer.toString(total.getRowNum() + 1);
        assertEquals(Map.of("B" + row, "3000", "C" + row, "3"), numbers(book.recalculated(), row));
    }

    @Test
    void formWithoutRowsHasATotal() throws Exception {
        var values = Workbook.of(folder, "B", """
                mẫu biểu M "T" { cột a "A": chữ  cột b "B": số, dòng tổng tổng  cột c "C": số, dòng tổng trung bình }
                biểu B lập theo mẫu M { }
                """).values();
        assertEquals("int 0", values.get("B3"));
        assertNull(values.get("C3"));
    }
}
