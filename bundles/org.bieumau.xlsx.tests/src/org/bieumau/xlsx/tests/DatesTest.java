/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks dates in workbooks and the rules about them. */
class DatesTest {

    @TempDir
    private Path folder;

    private static final List<String> DAYS = List.of(
            "05/4/2022",
            "29/02/2024",
            "31/12/9999",
            "01/3/1900",
            "28/02/1900",
            "01/01/1900",
            "31/12/1899",
            "…/01/2023",
            "…/…/2023");

    private Workbook days() throws Exception {
        var rows = new StringBuilder();
        DAYS.forEach(day -> rows.append("dòng { a ").append(day).append(" }\n"));
        return Workbook.of(
                folder, "B", "mẫu biểu M \"T\" { cột a \"A\": ngày }\nbiểu B lập theo mẫu M {\n" + rows + "}\n");
    }

    /** Excel and LibreOffice count the days of January and February 1900 differently, so these are texts, too. */
    @Test
    void datesAreSerialNumbersExceptPartialAndEarlyOnes() throws Exception {
        var values = days().values();
        var read = new ArrayList<String>();
        for (int i = 0; i < DAYS.size(); i++) {
            read.add(values.get("A" + (i + 3)).replace(" 00:00:00", ""));
        }
        assertEquals(
                List.of(
                        "datetime 2022-04-05",
                        "datetime 2024-02-29",
                        "datetime 9999-12-31",
                        "datetime 1900-03-01",
                        "str 28/02/1900",
                        "str 01/01/1900",
                        "str 31/12/1899",
                        "str …/01/2023",
                        "str …/…/2023"),
                read);
    }

    @Test
    void datesAreShownWithDayMonthAndYear() throws Exception {
        assertEquals(
                List.of(
                        "05/04/2022",
                        "29/02/2024",
                        "31/12/9999",
                        "01/03/1900",
                        "28/02/1900",
                        "01/01/1900",
                        "31/12/1899",
                        "…/01/2023",
                        "…/…/2023"),
                days().shown().subList(2, 2 + DAYS.size()).stream()
                        .map(List::getFirst)
                        .toList());
    }

    @Test
    void validationsAcceptTheCellsOfTheProduct() throws Exception {
        var sheet = Workbook.of(folder, "B", """
                danh mục D { P "x" Q "y, z" }
                mẫu biểu M "T" {
                    cột a "A": ngày  cột b "B": số, dòng cộng tổng  cột c "C": chọn từ D  cột d "D": đánh dấu, dòng cộng đếm
                    cột e "E": số tiền, dòng tổng tổng
                    nhóm n "N", chọn đúng một { cột f "F": đánh dấu  cột g "G": đánh dấu }
                    lĩnh vực tự đặt
                    kiểm tra R báo cảnh báo khi b > 100: "lớn"
                }
                biểu B lập theo mẫu M {
                    lĩnh vực "Một" {
                        dòng { a …/01/2023 b 1 c P d X e 1.234.567.890.123.456 f X }
                        dòng { a 05/4/2022 b 0,5 c Q e 999.999.999.999.999 g X }
                    }
                    lĩnh vực "Hai" { dòng { a 31/12/1899 b 2.345.678.901.234.567 f X } dòng { a 01/01/1900 g X } }
                }
                """).sheet();
        var checked = 0;
        for (var validation : sheet.getDataValidations()) {
            for (var range : validation.getRegions().getCellRangeAddresses()) {
                for (var address : range) {
                    var row = sheet.getRow(address.getRow());
                    var cell = row == null ? null : row.getCell(address.getColumn());
                    if (cell == null || cell.getCellType() == CellType.BLANK) {
                        continue;
                    }
                    checked++;
                    var formula = validation.getValidationConstraint().getFormula1();
                    switch (address.getColumn()) {
                        case 0, 1, 4 ->
                            assertTrue(
                                    cell.getCellType() == CellType.NUMERIC
                                            || cell.getCachedFormulaResultType() == CellType.NUMERIC,
                                    () -> address + " " + formula);
                        case 2 ->
                            assertTrue(List.of("x", "y, z").contains(cell.getStringCellValue()), address.toString());
                        default -> assertEquals("X", cell.getStringCellValue(), address.toString());
                    }
                }
            }
        }
        assertEquals(11, checked);
    }

    /**
     * Evaluates the highlight of broken rules in a filled form, whose first row keeps it and whose second breaks it.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nộp > hạn | hạn 05/4/2022 nộp 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "hạn < nộp | hạn 05/4/2022 nộp 05/4/2022 | hạn 31/12/1999 nộp 01/01/2000",
                "nộp > hạn | hạn 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "nộp > hạn | nộp 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "nộp > hạn | hạn …/4/2022 nộp 05/5/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "không nộp <= hạn | hạn 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "nộp > hạn + 30 | hạn 05/4/2022 nộp 05/5/2022 | hạn 05/4/2022 nộp 06/5/2022",
                "nộp - 30 > hạn | hạn 05/4/2022 nộp 05/5/2022 | hạn 05/4/2022 nộp 06/5/2022",
                "số ngày(hạn, nộp) > 30 | hạn 05/4/2022 nộp 05/5/2022 | hạn 05/4/2022 nộp 06/5/2022",
                "nộp.năm > hạn.năm | hạn 05/4/2022 nộp 31/12/2022 | hạn 31/12/2022 nộp 01/01/2023",
                "nộp = \"\" hoặc nộp > hạn | hạn 05/4/2022 nộp 05/4/2022 | hạn 05/4/2022",
                "nộp <> \"\" và nộp > hạn | hạn 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "nộp <> hạn | hạn 05/4/2022 nộp 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022",
                "hạn < 01/01/2000 | hạn 01/01/2000 | hạn 31/12/1999",
                "hạn > 31/12/1899 | nộp 05/4/2022 | hạn 01/3/1900",
                "hạn < 31/12/1899 hoặc nộp > hạn | hạn 05/4/2022 nộp 05/4/2022 | hạn 05/4/2022 nộp 06/4/2022"
            })
    void rulesBetweenDatesFireInFilledForms(String condition, String keeps, String breaks) throws Exception {
        var sheet = Workbook.of(folder, "B", """
                mẫu biểu M "T" {
                    cột a "A": chữ  cột hạn "Hạn": ngày  cột nộp "Nộp": ngày
                    kiểm tra R báo lưu ý khi %s: "m"
                }
                biểu B lập theo mẫu M { dòng { %s } dòng { %s } }
                """.formatted(condition, keeps, breaks))
                .sheet();
        var formula = sheet.getSheetConditionalFormatting()
                .getConditionalFormattingAt(0)
                .getRule(0)
                .getFormula1();
        assertEquals(
                List.of(false, true),
                List.of(holds(sheet, formula, 2), holds(sheet, formula.replaceAll("(\\$[A-Z]+)3", "$14"), 3)),
                formula);
    }

    private static boolean holds(XSSFSheet sheet, String formula, int row) {
        var cell = sheet.getRow(row).createCell(20);
        cell.setCellFormula(formula);
        var value =
                sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluate(cell);
        assertEquals(CellType.BOOLEAN, value.getCellType(), formula);
        return value.getBooleanValue();
    }
}
