/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.FormTemplate;
import org.bieumau.xlsx.internal.XlsxExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what Excel does not accept: texts, formulas and tables that exceed its limits, and control characters. */
class CellLimitsTest {

    private static final String FORM = """
            mẫu biểu M "TITLE" {
                số hiệu biểu "LABEL"
                cột a "HEADER": chữ
                kiểm tra R báo lỗi khi độ dài(a) > 50000: "RULE"
                cột t "T": chọn từ V
            }
            biểu B lập theo mẫu M { dòng { a "VALUE" } }
            danh mục V { T "TERM" U "%s" }
            """.formatted("u".repeat(300));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"TITLE, 1:13", "LABEL, 2:19", "HEADER, 3:12", "VALUE, 7:35", "TERM, 1:1"})
    void textThatExcelDoesNotAcceptIsReportedBeforeWriting(String place, String position) throws Exception {
        assertEquals(
                List.of(),
                Workbook.of(folder, "B", FORM.replace(place, "a".repeat(32_767)))
                        .leftOut());
        var text = FORM.replace(place, "a".repeat(32_768));
        assertThrows(FormatLimitException.class, () -> Workbook.of(folder, "B", text));
        assertEquals(List.of("XLSX-TEXT " + position), problems(text));
        assertFalse(Files.exists(folder.resolve("out/a.xlsx")));
    }

    /** Returns the codes and places of the problems of an export. */
    private List<String> problems(String text) throws Exception {
        var problems = new ArrayList<String>();
        var reader = new BieuReader(List.of());
        var outcome = new ExportRun(
                        reader,
                        folder.resolve("out"),
                        List.of(new XlsxExporter()),
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {
                            @Override
                            public boolean leavesOut(Path target, List<Problem> leftOut) {
                                throw new AssertionError("a limit cannot be forced: " + leftOut);
                            }

                            @Override
                            public void failed(Problem problem) {
                                problems.add(
                                        problem.code() + " " + problem.place().position());
                            }
                        })
                .run(List.of(Files.writeString(folder.resolve("a.bieu"), text)));
        assertEquals(ExportRun.Outcome.PROBLEMS, outcome);
        return problems;
    }

    @Test
    void moreRowsThanASheetHasAreReported() throws Exception {
        var form = BieumauFactory.eINSTANCE.createForm();
        form.setTemplate(template(1));
        form.getTemplate().setTitle("T");
        var entry = BieumauFactory.eINSTANCE.createEntry();
        for (var fits : List.of(true, false)) {
            // The title, the header and the rows.
            var count = 1_048_576 - 2 + (fits ? 0 : 1);
            var layout = Layout.ofRows(form, profile(), target -> new RowSource.Rows() {
                private int row;

                @Override
                public RowSource.SourcedEntry next() {
                    return row++ < count ? new RowSource.SourcedEntry(null, entry) : null;
                }

                @Override
                public void close() {}
            });
            check(layout, fits ? List.of() : List.of("XLSX-ROWS"));
        }
    }

    @Test
    void moreColumnsThanASheetHasAreReported() throws Exception {
        check(Layout.of(template(16_385), profile()), List.of("XLSX-COLUMNS"));
    }

    private static FormTemplate template(int columns) {
        var template = BieumauFactory.eINSTANCE.createFormTemplate();
        template.setTitle("T");
        for (int i = 0; i < columns; i++) {
            var column = BieumauFactory.eINSTANCE.createColumn();
            column.setName("c" + i);
            column.setTitle("C");
            column.setType(ColumnType.TEXT);
            template.getItems().add(column);
        }
        return template;
    }

    private static LayoutProfile profile() {
        return Registry.installed().profile(LayoutProfile.DEFAULT).orElseThrow();
    }

    private static void check(Layout layout, List<String> codes) throws IOException {
        var exporter = new XlsxExporter();
        var out = OutputStream.nullOutputStream();
        if (codes.isEmpty()) {
            exporter.leftOut(layout);
            exporter.export(layout, out, Progress.NONE);
            return;
        }
        for (Executable export : List.<Executable>of(
                () -> exporter.leftOut(layout), () -> exporter.export(layout, out, Progress.NONE))) {
            var failure = assertThrows(FormatLimitException.class, export);
            assertEquals(codes, failure.findings().stream().map(Finding::code).toList());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            History                             | Biểu
            danh mục                            | Biểu
            ''                                  | Biểu
            '[Biểu] số 2'                       | Biểu] số 2
            123456789012345678901234567890'x    | 123456789012345678901234567890
            123456789012345678901234567890𝟏     | 123456789012345678901234567890
            """)
    void sheetNamesAreThoseThatExcelAccepts(String label, String name) throws Exception {
        var workbook = Workbook.of(folder, "B", FORM.replace("LABEL", label)).part("xl/workbook.xml");
        assertTrue(workbook.contains("<sheet name=\"" + name.replace("]", " ").strip() + "\""), workbook);
    }

    @Test
    void aTextThatIsTooLongForAFormulaIsNotCheckedByExcel() throws Exception {
        var rule = "độ dài(a) > 50000";
        for (var length : List.of(255, 256)) {
            var xml = Workbook.of(folder, "B", FORM.replace(rule, "a = \"" + "b".repeat(length) + "\""))
                    .part("xl/worksheets/sheet1.xml");
            assertEquals(length == 255, xml.contains("bbb"));
        }
        var many = String.join(" hoặc ", Collections.nCopies(100, "a = \"" + "b".repeat(100) + "\""));
        assertFalse(Workbook.of(folder, "B", FORM.replace(rule, many))
                .part("xl/worksheets/sheet1.xml")
                .contains("bbb"));
    }

    /** The formula of a data validation has at most 255 characters. */
    @Test
    void aGroupOfManyMarksHasAShortCheck() throws Exception {
        var columns = IntStream.range(0, 40)
                .mapToObj(i -> "cột m%d \"M\": đánh dấu".formatted(i))
                .collect(Collectors.joining("\n"));
        var xml = Workbook.of(folder, "M", "mẫu biểu M \"T\" { nhóm g \"G\", chọn đúng một { " + columns + " } }")
                .part("xl/worksheets/sheet1.xml");
        var formulas = Pattern.compile("<formula1>([^<]*)</formula1>")
                .matcher(xml)
                .results()
                .toList();
        assertEquals(40, formulas.size());
        assertTrue(formulas.stream().allMatch(formula -> formula.group(1).length() < 100), xml);
    }

    @Test
    void messagesOfRulesHaveNoControlCharacters() throws Exception {
        var text = FORM.replace("RULE", "Sai\u0001\u200b\ufffe rồi").replace("độ dài(a) > 50000", "a = \"x\"");
        var xml = Workbook.of(folder, "B", text).part("xl/worksheets/sheet1.xml");
        assertTrue(xml.contains("Sai \ufffd rồi"), xml);
        assertFalse(xml.contains("\u200b"));
        assertEquals(-1, xml.indexOf('\u0001'));
    }
}
