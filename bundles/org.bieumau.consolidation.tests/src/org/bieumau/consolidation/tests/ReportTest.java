/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.internal.resolved.CellTexts;
import org.bieumau.core.internal.resolved.ChartFigures;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Chart;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.NumberLiteral;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final String AGENCY = """
            cơ quan SLĐ "Sở Lao động" { viết tắt "SLĐ" địa danh "Quảng Trị" }
            """;
    private static final String PREVIOUS = """
            biểu Trước lập theo mẫu M { kỳ 2021 chỉ tiêu tổng { sốLượng 90 nữ 40 } chỉ tiêu cóViệc { sốLượng 50 nữ 20 } }
            """;

    @TempDir
    private Path folder;

    private Office office(String library, String settings) throws Exception {
        var office = new Office(folder, AGENCY + Office.UNITS + Office.GIVEN.formatted("") + library)
                .says("cơ quan tổng hợp SLĐ\nkỳ 2022\nhạn nộp 15/12/2022\n" + settings);
        office.receive("a.docx", "UBND xã Tân Thủy", Office.rows(60, 30, 20, 10, 40, 20, 50, 25));
        office.receive("b.xlsx", "UBND xã Hòa Bình", Office.rows(40, 20, 10, 5, 30, 15, 30, 15));
        return office;
    }

    /** Returns an office with a form that prints no rows. */
    private Office list() throws Exception {
        var library = AGENCY + Office.UNITS + """
                mẫu biểu M "DANH SÁCH" {
                    dòng đơn vị "Đơn vị: …"
                    cột tt "TT": số thứ tự
                    cột tên "Tên": chữ
                    cột tiền "Kinh phí": số
                }
                """;
        var office = new Office(folder, library).says("cơ quan tổng hợp SLĐ");
        office.receive("a.docx", "UBND xã Tân Thủy", "dòng \"A\" { tiền 5 } dòng \"B\" { tiền 7 }");
        office.receive("b.docx", "UBND xã Hòa Bình", "dòng \"C\" { tiền 1 }");
        return office;
    }

    private BieuFile report() throws Exception {
        var file = new BieuReader().read(folder.resolve("ket-qua/D-bao-cao.bieu"));
        assertEquals(
                List.of(),
                file.problems().stream().filter(problem -> problem.isError()).toList());
        return file;
    }

    private static BigDecimal number(BieuFile file, String parameter) {
        return file.element(Document.class, "D_BáoCáo").orElseThrow().getArguments().stream()
                .filter(argument -> argument.getParameter().getName().equals(parameter))
                .map(argument -> ((NumberLiteral) argument.getValue()).getValue())
                .findFirst()
                .orElseThrow();
    }

    private BieuFile result() throws Exception {
        return new BieuReader().read(folder.resolve("ket-qua/D.bieu"));
    }

    private static ChartFigures figures(BieuFile file, String chart) throws Exception {
        return ChartFigures.of(file.element(Chart.class, chart).orElseThrow());
    }

    @Test
    void builtInReportTellsTheStateOfTheReturnsAndShowsCharts() throws Exception {
        office(PREVIOUS, "so với Trước").results();

        var report = report();
        assertEquals("4", number(report, "sốĐơnVị").toString());
        assertEquals("2", number(report, "sốĐãNộp").toString());
        assertEquals("2", number(report, "sốChưaNộp").toString());
        var status = figures(result(), "D_BĐTìnhHình");
        assertEquals(
                List.of(BigDecimal.TWO, BigDecimal.TWO),
                status.series().getFirst().values());
        var units = figures(result(), "D_BĐTheoĐơnVị");
        assertEquals(List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình"), units.categories());
        assertEquals("[60, 40]", units.series().get(0).values().toString());
        assertEquals("[30, 20]", units.series().get(1).values().toString());
        var previous = figures(result(), "D_BĐKỳTrước");
        assertEquals(
                List.of("2021", "2022"),
                previous.series().stream().map(ChartFigures.Series::title).toList());
        assertEquals(
                "[90, 50]",
                previous.series().get(0).values().stream()
                        .filter(each -> each != null && each.signum() != 0)
                        .toList()
                        .toString());
    }

    @Test
    void builtInReportTellsOpenErrorsAndReturnsThatDoNotCount() throws Exception {
        var office = office("", "");
        Files.writeString(
                office.returns.resolve("UBND phường An Thới.docx"),
                "không phải tệp Word, nhưng đủ dài để không bị coi là rỗng");
        office.results();

        var report = report();
        assertEquals("2", number(report, "sốĐãNộp").toString());
        assertEquals("1", number(report, "sốChưaNộp").toString());
        var text = Office.text(report.element(Document.class, "D_BáoCáo").orElseThrow());
        assertTrue(text.contains("UBND xã Vĩnh An."), text);
        assertTrue(text.contains("Bản nộp của 1 đơn vị chưa được tính"), text);
        assertTrue(text.contains("Còn 1 lỗi chưa xử lý"), text);
    }

    @Test
    void unitsHaveTheNumbersOfTheFirstPrintedRow() throws Exception {
        office("", "").results();

        var units = result().element(Form.class, "D_TheoĐơnVị").orElseThrow();
        assertEquals(
                List.of("UBND xã Tân Thủy 60 30", "UBND xã Hòa Bình 40 20"),
                units.getEntries().stream()
                        .map(entry -> CellTexts.text(entry, "đơnVị") + " " + CellTexts.text(entry, "sốLượng") + " "
                                + CellTexts.text(entry, "nữ"))
                        .toList());
        assertTrue(units.getTemplate().getTitle().contains("SỐ NGƯỜI TỪ 15 TUỔI TRỞ LÊN"));
    }

    @Test
    void rowsOfUnitsAreCountedIfTheFormPrintsNone() throws Exception {
        list().results();

        var units = figures(result(), "D_BĐTheoĐơnVị");
        assertEquals(List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình"), units.categories());
        assertEquals("[2, 1]", units.series().getFirst().values().toString());
        assertEquals(
                List.of("12", "1"),
                result().element(Form.class, "D_TheoĐơnVị").orElseThrow().getEntries().stream()
                        .map(entry -> CellTexts.text(entry, "tiền"))
                        .toList());
    }

    @Test
    void chartsShowUnitsWhoseNumbersAreInADataFile() throws Exception {
        var office = list();
        office.most = 1;

        var written = office.results();

        assertEquals(
                List.of(
                        "\ufeff\"đơnVị\",\"sốDòng\",\"tiền\"",
                        "\"UBND xã Tân Thủy\",\"2\",\"12\"",
                        "\"UBND xã Hòa Bình\",\"1\",\"1\""),
                Files.readAllLines(folder.resolve("ket-qua/D-theo-don-vi.csv")));
        var units = figures(result(), "D_BĐTheoĐơnVị");
        assertEquals(List.of("UBND xã Tân Thủy", "UBND xã Hòa Bình"), units.categories());
        assertEquals("[2, 1]", units.series().getFirst().values().toString());
        assertTrue(written.containsKey("D-theo-don-vi.xlsx"), written.keySet()::toString);
        report();
        assertEquals(
                List.of(), office.problems().stream().filter(Problem::isError).toList());
    }

    @Test
    void editedReportKeepsItsWordsAndGetsTheNewFigures() throws Exception {
        var office = office("", "");
        office.results();
        var file = folder.resolve("ket-qua/D-bao-cao.bieu");
        Files.writeString(file, Files.readString(file).replace("Trên đây là kết quả", "Trên đây là toàn bộ kết quả"));
        office.receive("c.docx", "UBND xã Vĩnh An", Office.rows(10, 5, 5, 2, 5, 3, 5, 2));

        office.results();

        assertTrue(Files.readString(file).contains("Trên đây là toàn bộ kết quả"));
        assertEquals("3", number(report(), "sốĐãNộp").toString());
    }

    @Test
    void reportThatNobodyHasEditedIsWrittenAgain() throws Exception {
        var office = office("", "");
        office.results();
        office.says("cơ quan tổng hợp SLĐ\nkỳ 2022\nhạn nộp 15/12/2022\nso với Trước")
                .more(PREVIOUS);

        office.results();

        assertTrue(report().text().contains("biểuĐồKỳTrước = D_BĐKỳTrước"));
    }

    @Test
    void wideResultIsAttached() throws Exception {
        var office = office("", "gộp mỗi đơn vị một dòng");

        office.results();

        var report = report().element(Document.class, "D_BáoCáo").orElseThrow();
        assertEquals(
                "D_TổngHợp", report.getAttachments().getFirst().getElement().getName());
        assertTrue(Office.text(report).contains("UBND xã Hòa Bình"));
    }

    @Test
    void editedResultIsKept() throws Exception {
        var office = office("", "");
        office.results();
        var file = folder.resolve("ket-qua/D-bao-cao.docx");
        var edited = Files.readAllBytes(file);
        edited[edited.length / 2]++;
        Files.write(file, edited);
        office.receive("c.docx", "UBND xã Vĩnh An", Office.rows(10, 5, 5, 2, 5, 3, 5, 2));

        office.results();

        assertEquals(
                List.of("OUTPUT-EDITED"),
                office.problems().stream()
                        .map(problem -> problem.code())
                        .filter(code -> code.startsWith("OUTPUT"))
                        .toList());
        assertArrayEquals(edited, Files.readAllBytes(file));
    }

    @Test
    void templateOfTheOfficeShowsFormsAndCharts() throws Exception {
        office("""
                mẫu văn bản BC(kỳ: năm, theoĐơnVị: biểu, biểuĐồĐơnVị: biểu đồ, tìnhHìnhNộp: biểu): báo cáo {
                    trích yếu \'\'\'kết quả năm {kỳ}\'\'\'
                    nội dung \'\'\'
                        Có {đếm(theoĐơnVị.dòng)} đơn vị, {tổng(theoĐơnVị.dòng.sốLượng)} người.
                        {theoĐơnVị}
                        {biểuĐồĐơnVị}
                        {tìnhHìnhNộp}
                        Hết.
                    \'\'\'
                }
                """, "báo cáo theo mẫu BC").results();

        var text = Office.text(report().element(Document.class, "D_BáoCáo").orElseThrow());

        assertTrue(text.contains("Có 2 đơn vị, 100 người."), text);
        assertTrue(text.contains("kết quả năm 2022"), text);
        assertTrue(text.contains("UBND phường An Thới"), text);
        assertTrue(Files.exists(folder.resolve("ket-qua/D-bao-cao.docx")));
    }
}
