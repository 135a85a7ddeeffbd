/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.LibraryElement;
import org.bieumau.testing.Browser;
import org.bieumau.testing.ExternalTool;
import org.bieumau.testing.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks the widths of columns with other programs: numbers are not broken, and ordinals take little width. */
class TableWidthsTest {

    private static final String DOCUMENT = """
            cơ quan S "Sở Nội vụ" { viết tắt "SNV" địa danh "Quảng Ngãi" }
            báo cáo G {
                cơ quan ban hành S
                ngày 05/01/2026
                trích yếu "kinh phí"
                nội dung '''
            %s
                '''
                nơi nhận { "Các phòng thuộc Sở" lưu VT }
                ký { chức vụ "Giám đốc" họ tên "Trần Thị Bình" }
            }
            """;

    private static final String WIDE = """
            | STT | Nội dung chi của các đơn vị | Năm 2021 | Năm 2022 | Năm 2023 | Năm 2024 | Năm 2025 | Ghi chú |
            |:---:|-----|-----:|----:|----:|----:|----:|----|
            | 1 | Tập huấn nghiệp vụ cho cán bộ, công chức xã | 1.250.000.000 | 12.250.000.001 | 999.250.000.002 | 1.250.000.003 | 1.250.000.004 | Theo Quyết định số 15/QĐ-UBND |
            """;
    private static final List<String> NUMBERS =
            List.of("1.250.000.000", "12.250.000.001", "999.250.000.002", "1.250.000.003", "1.250.000.004");

    /** The largest number is beyond the rows whose texts are measured; the total is larger still. */
    private static final String FORM = """
            mẫu biểu M "MẪU" {
                khổ giấy A4 dọc
                cột stt "STT": số thứ tự
                cột tên "Tên": nhiều đoạn
                cột a "Dự toán": số, dòng tổng tổng
                cột b "Quyết toán": số
                cột c "Chênh lệch": tính (a - b)
                cột g "Ghi chú": nhiều đoạn
            }
            biểu B lập theo mẫu M {
            %s
                dòng { a 987.654.321.098 b 1,2345 }
            }
            """;

    @TempDir
    private Path folder;

    private BieuFile read(String text) throws Exception {
        return new BieuReader(List.of()).read(Files.writeString(folder.resolve("x.bieu"), text));
    }

    private static Layout layout(LibraryElement element) {
        return Layout.of(element, Registry.installed().profile("nd30").orElseThrow());
    }

    private static List<TableStart> tables(LibraryElement element) throws Exception {
        var tables = new ArrayList<TableStart>();
        try (var blocks = layout(element).open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof TableStart start) {
                    tables.add(start);
                }
            }
        }
        return tables;
    }

    /** Returns the words that readers of the PDF, of the files of Word and Excel, and of the page in a browser see. */
    private List<List<String>> words(LibraryElement element, String... formats) throws Exception {
        var all = new ArrayList<List<String>>();
        for (var format : formats) {
            var file = folder.resolve("x." + format);
            try (var out = Files.newOutputStream(file)) {
                Registry.installed().exporter(format).orElseThrow().export(layout(element), out, Progress.NONE);
            }
            var pdf = folder.resolve(format + ".pdf");
            switch (format) {
                case "docx", "xlsx" -> Files.move(LibreOffice.convert(file, "pdf", folder.resolve("office")), pdf);
                case "html" -> Browser.print(file, pdf);
                default -> Files.copy(file, pdf);
            }
            all.add(List.of(ExternalTool.PDFTOTEXT.run("-layout", pdf, "-").split("\\s+")));
        }
        return all;
    }

    @Test
    void lineOfDotsAfterNumberLeavesRoomForOtherColumns() throws Exception {
        var form = read(FORM.formatted("    dòng { tên \"1.%s\" }".formatted("…".repeat(300))))
                .elements()
                .getLast();
        tables(form).getFirst().columns().forEach(column -> assertTrue(column.width() >= 8, column.toString()));
    }

    @Test
    void numbersOfATextTableAreNotBroken() throws Exception {
        var file = read(DOCUMENT.formatted(WIDE));
        assertEquals(
                List.of(),
                file.problems().stream()
                        .filter(problem -> problem.code().equals("TABLE-WIDTH"))
                        .toList());
        var document = file.elements().getLast();
        var scale = tables(document).getFirst().scale();
        assertTrue(scale >= 0.75 && scale < 1, () -> "size of the text: " + scale);
        for (var words : words(document, "pdf", "docx", "html")) {
            assertTrue(words.containsAll(NUMBERS), words::toString);
        }
    }

    @Test
    void numbersOfAFormAreNotBroken() throws Exception {
        var form = read(FORM.formatted(
                        "dòng { tên '''\nTập huấn nghiệp vụ cho cán bộ\n''' a 5 b 1,5 g '''\nTheo Quyết định\n''' }\n"
                                .repeat(120)))
                .elements()
                .getLast();
        for (var words : words(form, "pdf", "docx", "html")) {
            assertTrue(
                    new TreeSet<>(words)
                            .containsAll(
                                    List.of("987.654.321.098", "987.654.321.698", "987.654.321.096,7655", "1,2345")),
                    words::toString);
        }
        // LibreOffice shows the numbers of a workbook as its locale demands, and # if they do not fit.
        var sheet = words(form, "xlsx").getFirst();
        assertTrue(
                sheet.stream().noneMatch(word -> word.contains("##"))
                        && sheet.stream().anyMatch(word -> word.matches("987.654.321.098")),
                sheet::toString);
    }

    @Test
    void ordinalsTakeNoMoreWidthThanTheyNeed() throws Exception {
        var table = tables(read(DOCUMENT.formatted("""
                | STT | Tên | Tiền |
                |:---:|-----|-----:|
                | 1 | Một việc | 1.000 |
                | 2 | Tập huấn nghiệp vụ cho cán bộ, công chức | 25.000.000 |
                """)).elements().getLast()).getFirst();
        var widths = table.columns().stream().map(TableColumn::width).toList();
        assertTrue(widths.get(0) < 14, widths::toString);
        assertTrue(widths.get(1) > widths.get(2) && widths.get(2) > 24, widths::toString);
        assertEquals(165, widths.stream().mapToDouble(width -> width).sum(), 0.1);
    }

    @Test
    void tableThatDoesNotFitIsReported() throws Exception {
        var cells = "| 1.250.000.000.000 ".repeat(9) + "|";
        var problems = read(DOCUMENT.formatted(cells)).problems().stream()
                .filter(problem -> problem.code().equals("TABLE-WIDTH"))
                .toList();
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().message().contains("1.250.000.000.000"), problems::toString);
    }

    /** The name of the row of totals is in the column of ordinals, since the title column has a total itself. */
    @Test
    void nameOfTheTotalIsNotBroken() throws Exception {
        var form = read("""
                mẫu biểu M "MẪU" { cột stt "STT": số thứ tự   cột tên "Tên": chữ, dòng tổng đếm   cột a "A": số }
                biểu B lập theo mẫu M { dòng "một" { a 5 } }
                """).elements().getLast();
        for (var words : words(form, "pdf")) {
            assertTrue(words.containsAll(List.of("Tổng", "cộng")), words::toString);
        }
    }

    private List<String> tooNarrow(String text) throws Exception {
        return read(text).problems().stream()
                .filter(problem -> problem.code().equals("TABLE-WIDTH"))
                .map(problem ->
                        problem.place().position() + " " + problem.message().replaceFirst(".*«(.*)».*", "$1"))
                .toList();
    }

    @Test
    void blankFormThatDoesNotFitIsReportedAtItsTemplate() throws Exception {
        var columns = new StringBuilder();
        for (int i = 1; i <= 20; i++) {
            columns.append("cột c" + i + " \"Nghiêng\": số\n");
        }
        var template = "mẫu biểu M \"MẪU\" { khổ giấy A4 dọc\n" + columns + "}\n";
        assertEquals(List.of("1:10 Nghiêng"), tooNarrow(template));
        // Its forms have the same fault, which is reported once.
        assertEquals(
                List.of("1:10 Nghiêng"),
                tooNarrow(template + "biểu trống T lập theo mẫu M\nbiểu B lập theo mẫu M { dòng { c1 5 } }\n"));
        assertEquals(List.of(), tooNarrow(template.replace("dọc", "ngang").replaceAll("cột c1\\d.*", "")));
    }
}
