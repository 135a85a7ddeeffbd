/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.xlsx.internal.XlsxExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.StyleSheetDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorkbookDocument;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.WorksheetDocument;

/** Checks exported files as POI reads them. */
class XlsxExporterTest {

    private static final String FILLED = "quangngai-2021-dangky";
    private static final String BLANK = "quangngai-2022-congvan";

    @TempDir
    private Path folder;

    private byte[] export(String example) throws Exception {
        Examples.copyTo(folder);
        return export(folder.resolve(example + ".bieu"));
    }

    private byte[] export(Path file) throws Exception {
        var result = new BieuReader(List.of()).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        var form = result.library().getElements().stream()
                .filter(e -> e.eClass().getName().equals("Form"))
                .findFirst()
                .orElseThrow();
        var out = new ByteArrayOutputStream();
        var profile = Registry.load(getClass().getClassLoader()).profile("nd30").orElseThrow();
        new XlsxExporter().export(Layout.of(form, profile), out, Progress.NONE);
        return out.toByteArray();
    }

    private XSSFSheet sheet(String example) throws Exception {
        return sheet(export(example));
    }

    private static XSSFSheet sheet(byte[] file) throws Exception {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            return workbook.getSheetAt(0);
        }
    }

    private static String text(XSSFSheet sheet, int row, int column) {
        return sheet.getRow(row).getCell(column).getStringCellValue();
    }

    @ParameterizedTest
    @ValueSource(strings = {FILLED, BLANK})
    void partsAreValidAgainstTheSchemas(String example) throws Exception {
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(export(example)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        assertValid(WorksheetDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/worksheets/sheet1.xml"))));
        assertValid(WorkbookDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/workbook.xml"))));
        assertValid(StyleSheetDocument.Factory.parse(new ByteArrayInputStream(parts.get("xl/styles.xml"))));
    }

    private static void assertValid(XmlObject part) {
        var errors = new ArrayList<XmlError>();
        part.validate(new XmlOptions().setErrorListener(errors));
        // Excel itself writes xml:space to preserve leading and trailing whitespace. The schema does not declare it.
        errors.removeIf(
                error -> error.getMessage().contains("space@http://www.w3.org/XML/1998/namespace in element t@"));
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @ValueSource(strings = {FILLED, BLANK})
    void sameInputGivesSameBytes(String example) throws Exception {
        assertArrayEquals(export(example), export(example));
    }

    @Test
    void headerRowsAreFrozenRepeatedAndMerged() throws Exception {
        var sheet = sheet(FILLED);
        assertEquals(5, sheet.getPaneInformation().getHorizontalSplitTopRow());
        assertEquals("4:5", sheet.getRepeatingRows().formatAsString().replace("$", ""));
        var merges = sheet.getMergedRegions().stream().map(Object::toString).toList();
        for (var merge : List.of("A4:A5", "B4:B5", "C4:D4", "G4:H4", "F4:F5")) {
            assertTrue(merges.stream().anyMatch(m -> m.contains("[" + merge + "]")), merge);
        }
        assertTrue(sheet.getPrintSetup().getLandscape());
        assertEquals(1, sheet.getPrintSetup().getFitWidth());
        assertEquals(0, sheet.getPrintSetup().getFitHeight());
    }

    @Test
    void highRowsAreSplitWithoutLosingText() throws Exception {
        var sheet = sheet(FILLED);
        var content = new StringBuilder();
        for (var row : sheet) {
            assertTrue(row.getHeightInPoints() <= 409, () -> "row " + row.getRowNum());
            if (row.getCell(5) != null && row.getCell(5).getCellType() == CellType.STRING) {
                content.append(row.getCell(5).getStringCellValue()).append('\n');
            }
        }
        for (var part : List.of(
                "Hiện nay, việc tiết kiệm năng lượng",
                "3. Khi không có người làm việc",
                "giàu cho đất nước và cho chính chúng ta.",
                "+ Giải thích, hướng dẫn",
                "tạo điều kiện cho phát triển kinh tế-xã hội.")) {
            assertTrue(content.indexOf(part) >= 0, part);
        }
    }

    @Test
    void mergedAreasDoNotOverlap() throws Exception {
        for (var example : List.of(FILLED, BLANK)) {
            var seen = new HashSet<String>();
            for (var merge : sheet(example).getMergedRegions()) {
                merge.forEach(cell -> assertTrue(seen.add(cell.toString()), cell::toString));
            }
        }
    }

    @Test
    void markColumnsValidateInput() throws Exception {
        var rules = sheet(BLANK).getDataValidations();
        assertEquals(4, rules.size());
        var first = rules.get(0);
        assertTrue(
                first.getValidationConstraint()
                        .getFormula1()
                        .matches("AND\\(EXACT\\(UPPER\\(B\\d+\\),\"X\"\\),.*=1\\)"),
                first.getValidationConstraint().getFormula1());
        assertTrue(first.getErrorBoxText().contains("X"));
        assertTrue(first.getShowErrorBox());
    }

    @Test
    void textIsNeverReadAsFormulaDateOrNumber() throws Exception {
        var file = Files.writeString(folder.resolve("x.bieu"), """
                mẫu biểu M "TIÊU ĐỀ" { cột a "A": chữ  cột b "B": chữ }
                biểu B lập theo mẫu M {
                    dòng "=1+1" { b "01/2023" }
                    dòng "+84 <&>" { b "@x" }
                    dòng "a\\nb" { b '''c **đậm** 25^{0}''' }
                }
                """);
        var sheet = sheet(export(file));
        assertEquals(
                List.of("=1+1", "01/2023", "+84 <&>", "@x", "a\nb", "c đậm 250"),
                List.of(
                        text(sheet, 2, 0),
                        text(sheet, 2, 1),
                        text(sheet, 3, 0),
                        text(sheet, 3, 1),
                        text(sheet, 4, 0),
                        text(sheet, 4, 1)));
        for (var row : sheet) {
            row.forEach(
                    cell -> assertTrue(cell.getCellType() == CellType.STRING || cell.getCellType() == CellType.BLANK));
            row.forEach(cell -> assertEquals("@", cell.getCellStyle().getDataFormatString()));
        }
    }

    @Test
    void numbersAreWrittenAsNumbersAndTotalled() throws Exception {
        var file = Files.writeString(folder.resolve("x.bieu"), """
                mẫu biểu M "T" {
                    cột a "A": chữ
                    cột b "B": số tiền, dòng tổng tổng
                    cột c "C": số, dòng tổng trung bình
                    cột d "D": tính (b * 2)
                }
                biểu B lập theo mẫu M { dòng "x" { b 65.000.000 c 1,5 }  dòng "y" { b 5 c 2 } }
                """);
        var sheet = sheet(export(file));
        assertEquals(65_000_000, sheet.getRow(2).getCell(1).getNumericCellValue());
        assertEquals("#,##0", sheet.getRow(2).getCell(1).getCellStyle().getDataFormatString());
        assertEquals(130_000_000, sheet.getRow(2).getCell(3).getNumericCellValue());
        assertEquals("Tổng cộng", text(sheet, 4, 0));
        assertEquals(65_000_005, sheet.getRow(4).getCell(1).getNumericCellValue());
        assertEquals(1.75, sheet.getRow(4).getCell(2).getNumericCellValue());
    }

    /** A computed column that does not apply to a row neither shows nor counts a value there. */
    @Test
    void computedColumnThatDoesNotApplyLeavesItsCellEmpty() throws Exception {
        var file = Files.writeString(folder.resolve("x.bieu"), """
                mẫu biểu M "T" {
                    cột a "A": chữ
                    cột b "B": số
                    cột c "C": tính (b * 2), áp dụng khi (b > 1), dòng tổng đếm
                    cột d "D": chữ, áp dụng khi (b > 1), mặc định "có"
                }
                biểu B lập theo mẫu M { dòng "x" { b 1 }  dòng "y" { b 2 } }
                """);
        var sheet = sheet(export(file));
        assertEquals(List.of("", ""), List.of(text(sheet, 2, 2), text(sheet, 2, 3)));
        assertEquals(4, sheet.getRow(3).getCell(2).getNumericCellValue());
        assertEquals("có", text(sheet, 3, 3));
        assertEquals(1, sheet.getRow(4).getCell(2).getNumericCellValue());
    }

    @Test
    void paragraphHigherThanARowIsSplitBetweenWords() throws Exception {
        var word = "nghìn ";
        var file = Files.writeString(
                folder.resolve("x.bieu"),
                "mẫu biểu M \"T\" { cột a \"A\": nhiều đoạn, rộng 40 mm }\n" + "biểu B lập theo mẫu M { dòng { a '''"
                        + word.repeat(8000).strip() + "''' } }");
        var sheet = sheet(export(file));
        var text = new StringBuilder();
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
            var piece = text(sheet, row, 0);
            assertTrue(piece.length() <= 32_767 && sheet.getRow(row).getHeightInPoints() <= 409);
            text.append(piece);
        }
        assertEquals(word.repeat(8000).strip(), text.toString().strip());
    }

    private static final String RULES = """
            danh mục Mức { Cao "cao, rất cao" Thấp "thấp" }
            mẫu biểu M "T" {
                cột tên "Tên": chữ
                nhóm loại "Loại", chọn đúng một { cột cũ "Cũ": đánh dấu cột mới "Mới": đánh dấu }
                cột tiền "Tiền": số tiền
                cột hạn "Hạn": ngày
                cột mức "Mức": chọn từ Mức
                cột nửa "Nửa": tính (tiền / 2)
                để trống 2 dòng
                %s
            }
            biểu trống B lập theo mẫu M { kỳ 2022 }
            """;

    private XSSFSheet rules(String... rules) throws Exception {
        return sheet(export(Files.writeString(folder.resolve("x.bieu"), RULES.formatted(String.join("\n", rules)))));
    }

    private static String validation(XSSFSheet sheet, String column) {
        return sheet.getDataValidations().stream()
                .filter(each -> each.getRegions()
                        .getCellRangeAddresses()[0]
                        .formatAsString()
                        .startsWith(column))
                .map(each -> each.getValidationConstraint().getFormula1())
                .findFirst()
                .orElse("");
    }

    /** Evaluates the formulas for the first entry row, row 4 of the sheet, as Excel does. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tiền > 100 | 50 | 150",
                "tiền * 2 >= 100 và tiền < 200 | 200 | 50",
                "nửa > 100 | 200 | 201",
                "tiền / năm > 1 | 2022 | 2023",
                "tiền = 6 | 5 | 6",
                "làm tròn(tiền / 3, 0) = 33 | 50 | 100",
                "nếu(tiền > 10, tiền, 0) = 20 | 10 | 20"
            })
    void ruleOverNumbersBecomesAFormula(String condition, double right, double wrong) throws Exception {
        var sheet = rules("kiểm tra R báo lỗi khi %s: \"{tiền} sai\"".formatted(condition));
        var formula = validation(sheet, "D");
        assertEquals(
                List.of(true, false),
                List.of(computed(sheet, formula, right), computed(sheet, formula, wrong)),
                formula);
        var highlight = sheet.getSheetConditionalFormatting()
                .getConditionalFormattingAt(0)
                .getRule(0)
                .getFormula1();
        assertEquals(
                List.of(false, true),
                List.of(computed(sheet, highlight, right), computed(sheet, highlight, wrong)),
                highlight);
    }

    private static boolean computed(XSSFSheet sheet, String formula, double value) {
        sheet.getRow(3).getCell(3).setCellValue(value);
        var cell = sheet.getRow(3).createCell(20);
        cell.setCellFormula(formula);
        return sheet.getWorkbook()
                .getCreationHelper()
                .createFormulaEvaluator()
                .evaluate(cell)
                .getBooleanValue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chứa(tên, \"AB\") | xaby | xay",
                "bắt đầu bằng(tên, \"ab\") | Abc | bab",
                "kết thúc bằng(tên, \"c\") | abC | abcd",
                "độ dài(tên) > 3 | abcd | abc",
                "tên = \"An\" | An | an",
                "tên <> \"An\" | an | An",
                "chữ hoa(tên) = \"AN\" | an | am",
                "hạn >= 05/4/2022 và tên = \"x\" | x | y",
                "hạn.năm = kỳ và tên = \"x\" | x | y",
                "số ngày(hạn, 30/4/2022) = 25 và tên = \"x\" | x | y",
                "mức thuộc Mức và tên = \"x\" | x | y",
                "mức = \"thấp\" và tên = \"x\" | x | y",
                "mức = Thấp và tên = \"x\" | x | y",
                "nếu(tên = \"\", mức, mức) = Thấp và tên = \"x\" | x | y",
                "Cao thuộc Mức và tên = \"x\" | x | y",
                "Cao <> mức và tên = \"x\" | x | y",
                "cũ và không mới và tên = \"x\" | x | y"
            })
    void ruleOverTextsDatesAndMarksBecomesAFormula(String condition, String broken, String kept) throws Exception {
        var sheet = rules("kiểm tra R báo cảnh báo khi %s: \"m\"".formatted(condition));
        var formula = sheet.getSheetConditionalFormatting()
                .getConditionalFormattingAt(0)
                .getRule(0)
                .getFormula1();
        var row = sheet.getRow(3);
        row.getCell(1).setCellValue("x");
        row.getCell(4).setCellValue(LocalDate.of(2022, 4, 5));
        row.getCell(5).setCellValue("thấp");
        var truths = new ArrayList<Boolean>();
        for (var text : List.of(broken, kept)) {
            row.getCell(0).setCellValue(text);
            var cell = row.createCell(20);
            cell.setCellFormula(formula);
            truths.add(sheet.getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluate(cell)
                    .getBooleanValue());
        }
        assertEquals(List.of(true, false), truths, formula);
    }

    @Test
    void columnWithoutDuplicatesRejectsARepeatedValueIgnoringCase() throws Exception {
        var file = Files.writeString(
                folder.resolve("x.bieu"), RULES.formatted("").replace("\"Tên\": chữ", "\"Tên\": chữ, không trùng"));
        var sheet = sheet(export(file));
        var truths = new ArrayList<Boolean>();
        for (var second : List.of("An", "an", "Anh")) {
            sheet.getRow(3).getCell(0).setCellValue("An");
            sheet.getRow(4).getCell(0).setCellValue(second);
            var cell = sheet.getRow(3).createCell(20);
            cell.setCellFormula(validation(sheet, "A"));
            truths.add(sheet.getWorkbook()
                    .getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluate(cell)
                    .getBooleanValue());
        }
        assertEquals(List.of(false, false, true), truths);
    }

    /** A cell can have one validation only, so it combines the column's type, its mark group and its rules. */
    @Test
    void columnTypeGroupAndRulesAreOneValidation() throws Exception {
        var sheet = rules(
                "kiểm tra R báo lỗi khi tiền > 100 và cũ: \"{tiền} quá lớn cho {lạ}\"",
                "kiểm tra S báo cảnh báo khi độ dài(tên) > 9: \"Tên {tên} dài\"");
        var byColumn = new HashMap<String, String>();
        for (var each : sheet.getDataValidations()) {
            byColumn.put(
                    each.getRegions()
                            .getCellRangeAddresses()[0]
                            .formatAsString()
                            .substring(0, 1),
                    each.getErrorStyle() + " " + each.getErrorBoxText());
        }
        assertEquals(
                Map.of(
                        "A",
                        "1 Tên «Tên» dài",
                        "B",
                        "0 Chỉ ghi X, và mỗi dòng chỉ đánh dấu một ô của nhóm này.\n«Tiền» quá lớn cho …",
                        "C",
                        "0 Chỉ ghi X, và mỗi dòng chỉ đánh dấu một ô của nhóm này.",
                        "D",
                        "0 Hãy ghi một số.\n«Tiền» quá lớn cho …",
                        "E",
                        "0 Hãy ghi một ngày, ví dụ 05/04/2022.",
                        "F",
                        "0 Hãy chọn một mục trong danh sách."),
                byColumn);
    }

    /** Excel does not open a file in which the formula of a data validation is longer. */
    @Test
    void formulasOfValidationsHaveAtMost255Characters() throws Exception {
        var sheet = rules(
                "kiểm tra R báo lỗi khi tiền > 100 và độ dài(tên) > 9: \"m\"",
                "kiểm tra S báo cảnh báo khi tiền > 200 và chứa(tên, \"%s\"): \"m\"".formatted("x".repeat(90)),
                "kiểm tra T báo cảnh báo khi tiền > 300 và chứa(tên, \"%s\"): \"m\"".formatted("y".repeat(90)));
        for (var each : sheet.getDataValidations()) {
            var formula = each.getValidationConstraint().getFormula1();
            assertTrue(formula.length() <= 255, formula);
        }
        assertTrue(validation(sheet, "D").contains("100"), validation(sheet, "D"));
        assertTrue(sheet.getSheetConditionalFormatting()
                .getConditionalFormattingAt(2)
                .getRule(0)
                .getFormula1()
                .contains("yyy"));
    }

    @Test
    void choicesWithCommasAreOnAHiddenSheet() throws Exception {
        var sheet = rules();
        assertEquals("'Danh mục'!$A$1:$A$2", validation(sheet, "F"));
        var book = sheet.getWorkbook();
        assertTrue(book.isSheetHidden(1));
        assertEquals("cao, rất cao", book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue());
    }

    /** Cells for numbers and dates do not have the format «text», and computed columns contain formulas. */
    @Test
    void blankAndFilledFormsContainFormulas() throws Exception {
        var sheet = rules();
        assertEquals(
                "IF(LEN($D4)>0,(SUM($D4)/2),\"\")", sheet.getRow(3).getCell(6).getCellFormula());
        assertEquals(
                "IF(LEN($D5)>0,(SUM($D5)/2),\"\")", sheet.getRow(4).getCell(6).getCellFormula());
        assertEquals(
                "#,##0.###############",
                sheet.getRow(3).getCell(3).getCellStyle().getDataFormatString());
        assertEquals("dd/mm/yyyy", sheet.getRow(3).getCell(4).getCellStyle().getDataFormatString());
        var filled = sheet(export(Files.writeString(
                        folder.resolve("y.bieu"),
                        RULES.formatted("")
                                .replace(
                                        "biểu trống B lập theo mẫu M { kỳ 2022 }",
                                        "biểu B lập theo mẫu M { dòng { tiền 4 cũ X } }"))))
                .getRow(3)
                .getCell(6);
        assertEquals("IF(LEN($D4)>0,(SUM($D4)/2),\"\")", filled.getCellFormula());
        assertEquals(2, filled.getNumericCellValue());
    }

    @Test
    void rulesThatExcelCannotCheckAreReported() throws Exception {
        var file = Files.writeString(folder.resolve("x.bieu"), RULES.formatted("""
                kiểm tra A báo lỗi khi đếm(dòng) = 0: "m"
                kiểm tra B báo lỗi khi khớp(tên, "a*"): "m"
                kiểm tra C báo lỗi khi tiền > tổng(dòng.tiền): "m"
                kiểm tra D báo lỗi khi tiền > 1: "m"
                """));
        var form = new BieuReader(List.of()).read(file).library().getElements().getLast();
        var left = new XlsxExporter()
                .leftOut(Layout.of(
                        form,
                        Registry.load(getClass().getClassLoader())
                                .profile("nd30")
                                .orElseThrow()));
        assertEquals(1, left.size());
        assertEquals("EXPORT-RULE", left.getFirst().code());
        assertTrue(left.getFirst().message().contains(": A, B, C."), left::toString);
    }

    /** The subtotal below a section covers the rows of that section only. */
    @Test
    void sectionsHaveSubtotals() throws Exception {
        var sheet = sheet(export(Files.writeString(folder.resolve("x.bieu"), """
                mẫu biểu M "T" {
                    cột a "A": chữ
                    cột b "B": số, dòng cộng tổng, dòng tổng tổng
                    cột c "C": chữ, dòng cộng đếm
                    lĩnh vực tự đặt
                }
                biểu B lập theo mẫu M {
                    kỳ 2022
                    lĩnh vực "Một" { dòng "x" { b 1 c "y" }  dòng "y" { b 2 } dòng "không áp dụng", áp dụng khi (năm < 2022) { b 100 } }
                    lĩnh vực "Không áp dụng", áp dụng khi (năm > 2022) { dòng "w" { b 50 } }
                    lĩnh vực "Hai" { dòng "z" { b 4 } }
                }
                """)));
        var rows = new ArrayList<String>();
        for (int row = 2; row <= sheet.getLastRowNum(); row++) {
            var line = new StringBuilder();
            sheet.getRow(row)
                    .forEach(cell -> line.append(
                                    cell.getCellType() == CellType.NUMERIC || cell.getCellType() == CellType.FORMULA
                                            ? (int) cell.getNumericCellValue()
                                            : cell.getStringCellValue())
                            .append('|'));
            rows.add(line.toString());
        }
        assertEquals(
                List.of(
                        "I. Một|||",
                        "x|1|y|",
                        "y|2||",
                        "Cộng|3|1|",
                        "II. Hai|||",
                        "z|4||",
                        "Cộng|4|0|",
                        "Tổng cộng|7||"),
                rows);
    }
}
