/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bieumau.core.environment.DataOrigin;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.model.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of data sources are checked as rows in the text are, at their lines. */
class DataChecksTest {

    @TempDir
    private Path folder;

    /** Returns the problems of a form with some rows, as codes with the lines of the data. */
    private List<String> check(String template, String rows) throws Exception {
        return problems(template, rows).stream()
                .map(problem -> problem.code()
                        + (problem.place() instanceof Place.Text text && text.line() > 0 ? " " + text.line() : ""))
                .toList();
    }

    private List<Problem> problems(String template, String rows) throws Exception {
        Files.writeString(folder.resolve("d.csv"), rows);
        var file = BieuFile.open(Files.writeString(
                folder.resolve("a.bieu"),
                "mẫu biểu M \"M\" {\n" + template + "\n}\nbiểu B lập theo mẫu M { dữ liệu từ \"d.csv\" }\n"));
        assertEquals(List.of(), file.problems());
        return file.dataProblems();
    }

    private static final String COLUMNS = """
            cột tên "Tên": chữ, bắt buộc
            cột số "Số": số
            """;

    @Test
    void requiredCellsAndValuesAreChecked() throws Exception {
        assertEquals(List.of("DATA-VALUE 3", "FORM-REQUIRED 4"), check(COLUMNS, "Tên;Số\nAn;5\nBình;bảy\n;8\nChi;9\n"));
    }

    @Test
    void exactlyOneMarkOfAGroupIsChecked() throws Exception {
        assertEquals(
                List.of("FORM-EXACTLY-ONE-NONE 3", "FORM-EXACTLY-ONE 4"),
                check(COLUMNS + """
                nhóm g "Hình thức", chọn đúng một {
                    cột cũ "Cũ": đánh dấu
                    cột mới "Mới": đánh dấu
                }
                """, "Tên;Số;Cũ;Mới\nAn;5;x;\nBình;7;;\nChi;9;x;x\n"));
    }

    @Test
    void rulesOfRowsNameTheirLine() throws Exception {
        var found = problems(COLUMNS + """
                kiểm tra LỚN báo lỗi khi số > 50: "{số} quá lớn"
                """, "Tên;Số\nAn;5\nBình;70\n");
        assertEquals(1, found.size());
        assertEquals("70 quá lớn [LỚN]", found.getFirst().message());
        assertEquals("3:1", found.getFirst().place().position());
    }

    /** The rules hold or fail as they do for the same rows in the text. */
    @Test
    void rulesOfTheFormCountAllRows() throws Exception {
        var rules = """
                kiểm tra A báo lỗi khi đếm(dòng) > 2: "a"
                kiểm tra B báo lỗi khi đếm(dòng, số > 6) = 2: "b"
                kiểm tra C báo lỗi khi tổng(dòng, số) = 21: "c"
                kiểm tra D báo lỗi khi trung bình(dòng, số) = 7: "d"
                kiểm tra E báo lỗi khi lớn nhất(dòng.số) = 9: "e"
                kiểm tra F báo lỗi khi đếm(lọc(dòng, số > 6)) = 2: "f"
                kiểm tra G báo lỗi khi không mọi(dòng, số > 6): "g"
                kiểm tra H báo lỗi khi có(dòng, số = 9): "h"
                kiểm tra I báo lỗi khi đếm(dòng) <> 3: "i"
                kiểm tra K báo lỗi khi số > trung bình(dòng, số) + 1: "k"
                """;
        var inData = problems(COLUMNS + rules, "Tên;Số\nAn;5\nBình;7\nChi;9\n").stream()
                .map(Problem::message)
                .sorted()
                .toList();
        var inText = BieuFile.open(
                        Files.writeString(folder.resolve("b.bieu"), "mẫu biểu M \"M\" {\n" + COLUMNS + rules + """
                }
                biểu B lập theo mẫu M {
                    dòng "An" { số 5 }
                    dòng "Bình" { số 7 }
                    dòng "Chi" { số 9 }
                }
                """))
                .problems()
                .stream()
                .map(Problem::message)
                .sorted()
                .toList();
        assertEquals(List.of("a [A]", "b [B]", "c [C]", "d [D]", "e [E]", "f [F]", "g [G]", "h [H]", "k [K]"), inText);
        assertEquals(inText, inData);
    }

    @Test
    void ruleThatNeedsAllRowsAtOnceIsNamed() throws Exception {
        assertEquals(
                List.of("DATA-RULE"),
                check(COLUMNS + "kiểm tra A báo lỗi khi không khác nhau(dòng, tên): \"a\"", "Tên;Số\nAn;5\nBình;7\n"));
    }

    @Test
    void duplicateValuesAndMissingRowsAreFound() throws Exception {
        assertEquals(
                List.of("FORM-DUPLICATE 4"),
                check("cột tên \"Tên\": chữ, không trùng\ncột số \"Số\": số", "Tên;Số\nAn;1\nBình;2\nan;3\n"));
    }

    @Test
    void repeatedProblemsAreCounted() throws Exception {
        var rows = IntStream.range(0, 50).mapToObj(i -> ";" + i).collect(Collectors.joining("\n"));
        var found = problems(COLUMNS, "Tên;Số\n" + rows + "\n");
        assertEquals(21, found.size());
        assertEquals("DATA-REPEATED", found.getLast().code());
        assertEquals("51:1", found.getLast().place().position());
        assertEquals(
                true, found.getLast().message().contains("30"), found.getLast().message());
        assertEquals(true, found.getLast().isError());
    }

    /** The rows of the other form are in no model, and would be counted as none. */
    @Test
    void ruleThatNamesTheRowsOfAnotherFormIsNamed() throws Exception {
        Files.writeString(folder.resolve("d.csv"), "Tên;Số\nAn;5\nBình;7\n");
        Files.writeString(folder.resolve("e.csv"), "X\n1\n2\n");
        for (var rule : List.of(
                "đếm(B.dòng) = 0", "lượng > tổng(B.dòng, số)", "đếm(B.dòng.số) < đếm(dòng)", "đếm(B.lĩnh vực) = 0")) {
            for (var rows : List.of("dòng { lượng 1 } dòng { lượng 2 }", "dữ liệu từ \"e.csv\"")) {
                var file =
                        BieuFile.open(Files.writeString(folder.resolve("a.bieu"), """
                        mẫu biểu M "M" {
                            %s
                        }
                        mẫu biểu N "N" {
                            cột lượng "X": số
                            kiểm tra A báo lỗi khi %s: "a"
                        }
                        biểu B lập theo mẫu M { dữ liệu từ "d.csv" }
                        biểu C lập theo mẫu N { %s }
                        """.formatted(COLUMNS, rule, rows)));

                var found = Stream.concat(file.problems().stream(), file.dataProblems().stream())
                        .toList();

                assertEquals(
                        List.of("DATA-RULE"), found.stream().map(Problem::code).toList(), rule + " " + rows);
                assertEquals(Severity.WARNING, found.getFirst().severity());
                assertEquals(
                        true,
                        found.getFirst().message().contains("«A»"),
                        found.getFirst().message());
            }
        }
    }

    /** Returns how often an export opens the data of a form. */
    private int opened(String template) throws Exception {
        Files.writeString(folder.resolve("d.csv"), "Tên;Số\nAn;5\n");
        var file = Files.writeString(
                Files.createDirectories(folder.resolve("in")).resolve("a.bieu"),
                "mẫu biểu M \"M\" {\n" + template + "\n}\nbiểu B lập theo mẫu M { dữ liệu từ \"../d.csv\" }\n");
        var asked = new ArrayList<DataOrigin>();
        var registry = Registry.installed().withDataAccess(asked::add);
        var exporters = registry.exporters().stream()
                .filter(exporter -> exporter.id().equals("html"))
                .toList();
        var outcome = new ExportRun(
                        new BieuReader(List.of(), registry),
                        folder.resolve("out"),
                        exporters,
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {})
                .run(List.of(file));
        assertEquals(ExportRun.Outcome.DONE, outcome);
        Files.delete(folder.resolve("out").resolve("a.html"));
        return asked.size();
    }

    @Test
    void exportReadsTheRowsOnceMoreOnlyIfTheTemplateChecksThem() throws Exception {
        var columns = "cột tên \"Tên\": chữ%s\ncột số \"Số\": số\n";
        var plain = opened(columns.formatted(""));

        assertEquals(1, plain);
        assertEquals(2, opened(columns.formatted(", bắt buộc")));
        assertEquals(2, opened(columns.formatted(", không trùng")));
        assertEquals(2, opened(columns.formatted("") + "kiểm tra A báo lỗi khi số > 50: \"a\""));
        assertEquals(2, opened(columns.formatted("") + "cột gấp \"Gấp\": tính (số * 2)"));
    }
}
