/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of exported files. */
class OutputNamesTest {

    private static final String FILLED = """
            mẫu biểu KhảoSát "KHẢO SÁT" { cột tên "TÊN": chữ  cột số "SỐ": số }
            biểu KhảoSát2026 lập theo mẫu KhảoSát { dòng { tên "a" số 1 } }
            """;

    private static final String TWO = FILLED + "biểu KhảoSát2027 lập theo mẫu KhảoSát { dòng { tên \"b\" số 2 } }\n";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Path write(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private ExitCode export(Object... arguments) {
        var all = new ArrayList<String>(List.of("export", "-f", "html", "-o", output().toString()));
        List.of(arguments).forEach(each -> all.add(each.toString()));
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    private Path output() {
        return folder.resolve("out");
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(output())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void blankFormDoesNotReplaceTheFilledOne() throws IOException {
        var file = write("khaosat.bieu", FILLED);
        assertEquals(ExitCode.DONE, export(file));
        var filled = Files.readAllBytes(output().resolve("khaosat.html"));
        assertEquals(ExitCode.DONE, export(file, "--element", "KhảoSát"));
        assertArrayEquals(filled, Files.readAllBytes(output().resolve("khaosat.html")));
        assertEquals(List.of("khaosat-KhảoSát.html", "khaosat.html"), names());
    }

    @Test
    void elementHasTheSameNameAloneAndWithOthers() throws IOException {
        var file = write("khaosat.bieu", TWO);
        export(file);
        assertEquals(List.of("khaosat-KhảoSát2026.html", "khaosat-KhảoSát2027.html"), names());
        export(file, "--element", "KhảoSát2027");
        export(file, "--element", "KhảoSát2026");
        assertEquals(List.of("khaosat-KhảoSát2026.html", "khaosat-KhảoSát2027.html"), names());
        assertTrue(
                Files.readString(output().resolve("khaosat-KhảoSát2027.html")).contains(">b<"));
    }

    @Test
    void filesOfTheSameNameDoNotReplaceEachOther() throws IOException {
        export(
                write("x/a.bieu", FILLED),
                write("y/A.bieu", FILLED.replace("\"a\"", "\"c\"")),
                folder.resolve("x/a.bieu"));
        assertEquals(List.of("A-2.html", "a.html"), names());
    }

    private List<String> xlsx() throws IOException {
        return names().stream().filter(name -> name.endsWith(".xlsx")).toList();
    }

    @Test
    void attachedFormsOfOneNameDoNotReplaceEachOther() throws IOException {
        write("x.bieu", "thư viện x\n\n" + FILLED.replace("\"a\"", "\"xa\""));
        write("y.bieu", "thư viện y\n\n" + FILLED.replace("\"a\"", "\"ya\""));
        var document = write("d.bieu", """
                dùng x
                dùng y
                cơ quan S "Sở" { viết tắt "S" địa danh "Đ" }
                kế hoạch K { cơ quan ban hành S ngày 05/01/2026 trích yếu "t" nội dung \'\'\'
                    Một đoạn.
                \'\'\' nơi nhận { lưu VT } ký { chức vụ "Giám đốc" họ tên "A" } kèm theo x.KhảoSát2026 kèm theo y.KhảoSát2026 }
                """);
        assertEquals(ExitCode.DONE, export(document, "-f", "xlsx"), err::toString);
        assertEquals(List.of("d-KhảoSát2026-2.xlsx", "d-KhảoSát2026.xlsx"), xlsx());
    }

    @Test
    void filesAndElementsOfTheSameNameDoNotReplaceEachOther() throws IOException {
        export(
                write("a.bieu", TWO.replace("KhảoSát2026", "b").replace("KhảoSát2027", "B")),
                write("a-b.bieu", FILLED),
                write("a-B.bieu", FILLED));
        assertEquals(List.of("a-B-2.html", "a-B-4.html", "a-b-3.html", "a-b.html"), names());
    }

    @Test
    void nameCanBeGiven() throws IOException {
        var file = write("khaosat.bieu", FILLED);
        assertEquals(ExitCode.DONE, export(file, "--name", "Khảo sát 2026"));
        assertEquals(ExitCode.DONE, export(file, "--name", "{file}-{element}"));
        assertEquals(ExitCode.DONE, export(file, "--name", "{tên} ({tệp})"));
        assertEquals(List.of("Khảo sát 2026.html", "KhảoSát2026 (khaosat).html", "khaosat-KhảoSát2026.html"), names());
    }

    @Test
    void givenNameIsDistinctForEachElement() throws IOException {
        assertEquals(ExitCode.DONE, export(write("khaosat.bieu", TWO), "--name", "KS"));
        assertEquals(List.of("KS-KhảoSát2026.html", "KS-KhảoSát2027.html"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{lạ}", "../{file}", "a/b", "a:b", " ", ".{file}"})
    void unusableNameIsRefused(String pattern) throws IOException {
        assertEquals(ExitCode.USAGE, export(write("khaosat.bieu", FILLED), "--name", pattern));
        assertTrue(err.toString().contains("NAME-PATTERN"), err::toString);
        assertTrue(err.toString().contains("{element}"), err::toString);
    }
}
