/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.core.expression.Function;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FunctionProvider;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Column;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that what cannot be computed is reported where it is written, and never printed as something else. */
class UncomputableValuesTest {

    private static final String FORM = """
            cơ quan S "Sở A" { viết tắt "SA" địa danh "X" đơn vị VP "Văn phòng" }
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                cột a "A": số
                cột b "B": số
                cột n "N": ngày
                cột k "K": tính (%s)
            }
            biểu F lập theo mẫu M {
                kỳ 2024
                dòng "một" { a 6 b 2 n 01/01/2024 }
                dòng "hai" { %s }
            }
            """;

    private static final String LETTER = """
            công văn C {
                cơ quan ban hành S  số 5  ngày 01/6/2024  đơn vị soạn thảo VP
                trích yếu "thử"
                kính gửi "Sở B"
                nội dung '''
            %s
                '''
                nơi nhận { "Như trên" lưu VT, VP }
                ký { chức vụ "Giám đốc" họ tên "An" }
            }
            """;

    @TempDir
    private Path folder;

    /** Returns the problems that concern values, as line, severity and code. */
    private static List<String> problems(String text) {
        return Bieu.issues(text).stream()
                .filter(issue -> issue.getCode().matches("(EXPRESSION|FORM-COMPUTED|PROSE|ARGUMENT|TEMPLATE|COLUMN).*"))
                .map(issue -> issue.getLineNumber() + " " + issue.getSeverity() + " " + issue.getCode())
                .toList();
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a / b | a 6 b 3 | ''",
                "a / b | a 6 b 0 | 12 ERROR FORM-COMPUTED",
                "a / b | a 6 | 12 WARNING FORM-COMPUTED-EMPTY",
                "a / b | n 02/01/2024 | ''",
                "nếu(b = 0, \"–\", a / b) | a 6 b 0 | ''",
                "n + a | n 31/12/9999 a 1 | 12 ERROR FORM-COMPUTED",
                "n + a | n 02/01/2024 a 0,5 | 12 ERROR FORM-COMPUTED",
                "n + a * 1000000000000 | n 02/01/2024 a 1"
                        + " | 7 ERROR EXPRESSION-RANGE,11 ERROR FORM-COMPUTED,12 ERROR FORM-COMPUTED",
                "a * lớn nhất(lọc(dòng, b > 99).b) | a 6 b 3 | 11 ERROR FORM-COMPUTED,12 ERROR FORM-COMPUTED",
                "làm tròn(a, b) | a 6 b 99 | 12 ERROR FORM-COMPUTED",
            })
    void rowIsReported(String formula, String cells, String expected) {
        assertEquals(
                expected.isEmpty() ? List.of() : List.of(expected.split(",")),
                problems(FORM.formatted(formula, cells)));
    }

    @Test
    void hugeProductIsOutOfRange() {
        assertEquals(
                List.of("12 ERROR FORM-COMPUTED"),
                problems(FORM.formatted("a * a * a * a * a", "a 9.999.999.999.999.999")));
    }

    @Test
    void formulaThatUsesItselfIsReported() {
        assertEquals(
                List.of("7 ERROR EXPRESSION-NAME", "11 ERROR FORM-COMPUTED", "12 ERROR FORM-COMPUTED"),
                problems(FORM.formatted("a / tổng(dòng.k)", "a 6")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{1 / 0} {1 / 1} | EXPRESSION-DIVISION",
                "{trung bình(lọc(F.dòng, a > 99).a)} | EXPRESSION-EMPTY",
                "{nhỏ nhất(F.dòng.b)} | ''",
                "{tổng(F.dòng.tên)} | EXPRESSION-TYPE",
                "{ngày + 99999999} | EXPRESSION-RANGE",
                "{ngày + 0,5} | EXPRESSION-TYPE",
                "{viết tháng(13)} | EXPRESSION-TYPE",
                "{tháng sau(ngày(1, 12, 9999))} | EXPRESSION-RANGE",
                "{F.dòng} | EXPRESSION-PRINT",
            })
    void expressionOfATextIsReported(String text, String expected) {
        var problems = problems(FORM.formatted("a / b", "a 6 b 3") + LETTER.formatted("        " + text));
        assertEquals(expected.isEmpty() ? List.of() : List.of("19 ERROR " + expected), problems);
    }

    /** Only the second row has no value; the first one alone would hide it. */
    @Test
    void everyRepetitionOfALineIsChecked() {
        var lines = """
                        với mỗi d trong F.dòng:
                            - {d.tên}: {6 / d.b}
                """;
        assertEquals(
                List.of("20 ERROR EXPRESSION-DIVISION"),
                problems(FORM.formatted("a", "a 6 b 0") + LETTER.formatted(lines)));
        assertEquals(List.of(), problems(FORM.formatted("a", "a 6 b 3") + LETTER.formatted(lines)));
    }

    /** The formula names the rows of its own form, which a text does not know. */
    @Test
    void textShowsTheValueOfAFormulaOverAllRows() throws Exception {
        var text = FORM.formatted("a / tổng(dòng.a) * 100", "a 2 b 1")
                + LETTER.formatted("        Tỷ lệ: {F.dòng.k}; tổng {tổng(F.dòng.k)}.");
        assertEquals(List.of(), problems(text));
        var printed = String.join("\n", texts(Bieu.parse(text).getElements().getLast()));
        assertTrue(printed.contains("Tỷ lệ: 75, 25; tổng 100."), printed);
    }

    private static List<String> texts(LibraryElement element) throws IOException {
        var texts = new ArrayList<String>();
        try (var pass = Layout.of(element, Registry.installed().profile("nd30").orElseThrow())
                .open()) {
            for (var block = pass.next(); block != null; block = pass.next()) {
                if (block instanceof Block.Paragraph paragraph) {
                    texts.add(paragraph.text());
                }
            }
        }
        return texts;
    }

    @Test
    void formulaOfAnotherFileIsReportedInTheText() throws Exception {
        Files.writeString(folder.resolve("f.bieu"), "thư viện t.f\n" + FORM.formatted("a / b", "a 6 b 0"));
        var letter = Files.writeString(
                folder.resolve("c.bieu"),
                "thư viện t.c\ndùng t.f\n" + LETTER.formatted("        Tổng {tổng(F.dòng.k)}."));
        var codes = new BieuReader(List.of())
                .read(letter).problems().stream()
                        .filter(problem -> problem.code().startsWith("EXPRESSION"))
                        .map(problem -> problem.place().position() + " " + problem.code())
                        .toList();
        assertEquals(List.of("8:15 EXPRESSION-COMPUTED"), codes);
    }

    /** The template is in another file, which is not validated together with the document. */
    @Test
    void unknownNameInATemplateOfAnotherFileIsReportedAtTheDocument() throws Exception {
        Files.writeString(folder.resolve("m.bieu"), """
                thư viện t.m
                cơ quan S "Sở A" { viết tắt "SA" địa danh "X" }
                mẫu văn bản T(x: số): báo cáo {
                    cơ quan ban hành S
                    trích yếu '''
                        Kết quả {khôngCó}
                    '''
                    nội dung '''
                        Số {x}, {khôngCó}.
                    '''
                }
                """);
        var report = Files.writeString(
                folder.resolve("r.bieu"), "thư viện t.r\ndùng t.m\nbáo cáo R theo mẫu T(x = 5) { ngày 01/6/2024 }\n");
        var codes = new BieuReader(List.of())
                .read(report).problems().stream()
                        .filter(problem -> problem.code().startsWith("EXPRESSION"))
                        .map(problem -> problem.place().position().replaceAll(":.*", "") + " " + problem.code())
                        .toList();
        assertEquals(List.of("3 EXPRESSION-NAME", "3 EXPRESSION-NAME"), codes);
    }

    /** Rows of a data source are not in the model: the export stops at the row. */
    @Test
    void rowOfADataSourceThatCannotBeComputedStopsTheExport() throws Exception {
        var library = Bieu.parse(FORM.formatted("a / b", "a 6 b 3"));
        var template = (FormTemplate) library.getElements().get(1);
        var form = (Form) library.getElements().getLast();
        var profile = Registry.installed().profile("nd30").orElseThrow();
        try (var blocks = Layout.ofRows(form, profile, rows(template, 6, 3)).open()) {
            while (blocks.next() != null) {
                // Reads all rows.
            }
        }
        try (var blocks = Layout.ofRows(form, profile, rows(template, 6, 0)).open()) {
            var failure = assertThrows(IOException.class, () -> {
                while (blocks.next() != null) {
                    // Reads until the row that fails.
                }
            });
            assertTrue(failure.getMessage().contains("«K»"), failure::getMessage);
        }
    }

    private static RowSource rows(FormTemplate template, int a, int b) {
        var model = BieumauFactory.eINSTANCE;
        var entry = model.createEntry();
        for (var value : List.of(a, b)) {
            var cell = model.createCell();
            cell.setColumn((Column) template.getItems().get(entry.getCells().isEmpty() ? 1 : 2));
            var number = model.createNumberValue();
            number.setNumber(BigDecimal.valueOf(value));
            cell.setValue(number);
            entry.getCells().add(cell);
        }
        return columns -> new RowSource.Rows() {
            private final Iterator<RowSource.SourcedEntry> rest =
                    List.of(new RowSource.SourcedEntry(null, entry)).iterator();

            @Override
            public RowSource.SourcedEntry next() {
                return rest.hasNext() ? rest.next() : null;
            }

            @Override
            public void close() {}
        };
    }

    private Registry registry(Function... functions) {
        var registry = Registry.load(getClass().getClassLoader());
        registry.add(FunctionProvider.class, new FunctionProvider() {
            @Override
            public String id() {
                return "thử";
            }

            @Override
            public List<Function> functions() {
                return List.of(functions);
            }
        });
        return registry;
    }

    @Test
    void unusableResultOfAPluginIsReported() throws Exception {
        var registry = registry(
                new Function("giá trị lạ", 0, "", arguments -> 5),
                new Function("giá trị thật", 0, "", arguments -> BigDecimal.TEN));
        var file = Files.writeString(
                folder.resolve("a.bieu"),
                FORM.formatted("a", "a 1") + LETTER.formatted("        {giá trị lạ()} {giá trị thật()}"));
        assertEquals(
                List.of("19:10 EXPRESSION-RESULT"),
                new BieuReader(List.of(), registry)
                        .read(file).problems().stream()
                                .filter(problem -> problem.code().matches("EXPRESSION.*|SYNTAX.*"))
                                .map(problem -> problem.place().position() + " " + problem.code())
                                .toList());
    }

    @Test
    void sumOfAllRowsIsComputedOncePerPass() throws Exception {
        var calls = new AtomicInteger();
        var registry = registry(new Function("tổng số", 1, "", arguments -> {
            calls.incrementAndGet();
            return BigDecimal.TEN;
        }));
        var rows = "dòng \"d\" { a 1 }\n".repeat(200);
        var file = Files.writeString(
                folder.resolve("a.bieu"),
                FORM.formatted("a / tổng số(dòng.a)", "a 1").replace("dòng \"hai\" { a 1 }", rows));
        var form = new BieuReader(List.of(), registry)
                .read(file)
                .element(Form.class, "F")
                .orElseThrow();
        calls.set(0);
        try (var pass = Layout.of(form, registry.profile("nd30").orElseThrow()).open()) {
            var shown = 0;
            for (var block = pass.next(); block != null; block = pass.next()) {
                if (block instanceof Block.Row row
                        && row.cells().getLast().paragraphs().getFirst().text().equals("0,1")) {
                    shown++;
                }
            }
            assertEquals(200, shown);
        }
        assertEquals(1, calls.get());
    }

    // Limits

    @Test
    void nestedRepetitionsHaveALimit() {
        var rows = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            rows.append("dòng \"d\" { a ").append(i).append(" }\n");
        }
        var form = FORM.formatted("a", "a 1").replace("dòng \"hai\" { a 1 }", rows);
        var text = form + LETTER.formatted("""
                                với mỗi d trong F.dòng:
                                    với mỗi e trong F.dòng:
                                        với mỗi f trong F.dòng:
                                            - {d.a} {e.a} {f.a}
                        """);
        var problems = problems(text);
        assertEquals(1, problems.size(), problems::toString);
        assertTrue(problems.getFirst().endsWith("ERROR PROSE-LONG"), problems::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "'cột x: chữ để trống 999999999 dòng', TEMPLATE-BLANK-ROWS",
        "'cột x: chữ lĩnh vực tự đặt để trống 5000 lĩnh vực, 5000 dòng', TEMPLATE-BLANK-ROWS",
        "'cột x: chữ để trống 10000 dòng', ''",
        "'cột x: chữ, rộng 2147483647 mm', COLUMN-WIDTH",
        "'cột x: chữ, rộng 0 mm', COLUMN-WIDTH",
        "'cột x: chữ, rộng 250 mm', ''",
    })
    void sizesOfATemplateHaveLimits(String items, String expected) throws Exception {
        var text = "mẫu biểu M \"M\" { " + items + " }";
        assertEquals(expected.isEmpty() ? List.of() : List.of("1 ERROR " + expected), problems(text));
        // The preview shows a file with problems, too.
        assertEquals(1, texts(Bieu.parse(text).getElements().getFirst()).size());
    }

    @Test
    void numberOfColumnsHasALimit() {
        var columns = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            columns.append("cột c").append(i).append(": số\n");
        }
        var text = "mẫu biểu M \"M\" {\n" + columns + "}\nbiểu B lập theo mẫu M { dòng { c1 5 } }\n";
        assertEquals(List.of("1 ERROR TEMPLATE-COLUMNS"), problems(text));
    }
}
