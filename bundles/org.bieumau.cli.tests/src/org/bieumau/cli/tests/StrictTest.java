/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Violations of layout rules: they are told, but stop an export only in strict mode. */
class StrictTest {

    /** A plan without an archive line, which ND30 demands. */
    private static final String VIOLATING = """
            tỉnh T "tỉnh Quảng Ngãi" { mã "51" }
            cơ quan S "Sở" { viết tắt "S" địa danh "Đ" tỉnh T }
            kế hoạch K { cơ quan ban hành S ngày 05/01/2026 trích yếu "x" nội dung '''
                a
            ''' nơi nhận { "A" } ký { chức vụ "Giám đốc" họ tên "A" } }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Locale locale = Locale.getDefault();

    @BeforeEach
    void setVietnamese() {
        Locale.setDefault(Locale.of("vi", "VN"));
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(locale);
    }

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.bieu"), text);
    }

    private boolean isExported() {
        return Files.exists(folder.resolve("out/a.docx"));
    }

    @Test
    void violationIsReportedWithItsSourceAndStopsNothing() throws IOException {
        var file = write(VIOLATING);
        assertEquals(ExitCode.DONE, run("validate", file));
        assertTrue(out.toString().contains(": vi phạm thể thức ARCHIVE-MISSING "), out::toString);
        assertTrue(out.toString().contains("[Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9d]"), out::toString);
        assertEquals(ExitCode.DONE, run("export", file, "-f", "docx", "-o", folder.resolve("out")));
        assertTrue(err.toString().contains("ARCHIVE-MISSING"), err::toString);
        assertTrue(isExported());
    }

    @Test
    void violationStopsInStrictMode() throws IOException {
        var file = write(VIOLATING);
        assertEquals(ExitCode.PROBLEMS, run("validate", file, "--strict"));
        assertEquals(ExitCode.PROBLEMS, run("export", file, "--strict", "-f", "docx", "-o", folder.resolve("out")));
        assertFalse(isExported());
        var correct = write(VIOLATING.replace("{ \"A\" }", "{ \"A\" lưu VT }"));
        assertEquals(ExitCode.DONE, run("validate", correct, "--strict"), out::toString);
        assertEquals(ExitCode.DONE, run("export", correct, "--strict", "-f", "docx", "-o", folder.resolve("out")));
        assertTrue(isExported());
    }

    @Test
    void warningStopsNothingInStrictMode() throws IOException {
        var file = write(VIOLATING.replace("{ \"A\" }", "{ \"A;\" lưu VT }"));
        assertEquals(ExitCode.DONE, run("validate", file, "--strict"));
        assertTrue(out.toString().contains(": cảnh báo RECIPIENT-MARK"), out::toString);
    }

    @Test
    void strictPackStops() throws IOException {
        var pack = Files.createDirectories(folder.resolve("packs/nghiem"));
        Files.writeString(pack.resolve("goi.properties"), "id = nghiem\nversion = 1\nprovince = 51\nstrict = true\n");
        var file = write(VIOLATING);
        assertEquals(ExitCode.PROBLEMS, run("validate", file, "--plugins", folder.resolve("packs")));
        assertEquals(
                ExitCode.DONE,
                run(
                        "validate",
                        write(VIOLATING.replace("tỉnh Quảng Ngãi", "tỉnh X").replace("51", "52")),
                        "--plugins",
                        folder.resolve("packs")),
                out::toString);
    }

    @Test
    void ruleOfAFileStopsOrNotAsItSays() throws IOException {
        var rule = "kiểm tra NGẮN cho văn bản báo %s khi đúng: \"Sai\"\n";
        var correct = VIOLATING.replace("{ \"A\" }", "{ \"A\" lưu VT }");
        assertEquals(ExitCode.PROBLEMS, run("validate", write(rule.formatted("lỗi") + correct)));
        assertEquals(ExitCode.DONE, run("validate", write(rule.formatted("vi phạm") + correct)));
        assertTrue(out.toString().contains("vi phạm thể thức DOCUMENT-RULE Sai [NGẮN]"), out::toString);
        assertEquals(ExitCode.PROBLEMS, run("validate", write(rule.formatted("vi phạm") + correct), "--strict"));
    }

    /** The text report, JSON and SARIF list what is silenced; it is neither printed nor counted. */
    @Test
    void silencedProblemsAreListedWithTheirReason() throws IOException {
        var file = write(VIOLATING
                .replace("    a\n", "    bỏ qua CITATION-TYPE \"số thật\"\n    Kế hoạch số 12/QĐ-UBND\n")
                .replace("{ \"A\" }", "{ \"A\" lưu VT }"));
        assertEquals(ExitCode.DONE, run("validate", file, "--strict"), out::toString);
        assertEquals(1, out.toString().lines().count(), out::toString);
        assertTrue(out.toString().contains("vi phạm thể thức CITATION-TYPE"), out::toString);
        assertTrue(out.toString().contains("(đã bỏ qua: số thật)"), out::toString);
        assertEquals(ExitCode.DONE, run("export", file, "--strict", "-f", "html", "-o", folder.resolve("out")));
        assertTrue(err.toString().contains("đã bỏ qua 1 vấn đề"), err::toString);
        var printed = Files.readString(folder.resolve("out/a.html"));
        assertTrue(printed.contains("12/QĐ-UBND"));
        assertFalse(printed.contains("bỏ qua") || printed.contains("số thật"));
        run("validate", file, "--report", "json");
        var problem =
                JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("số thật", problem.get("silenced").getAsString());
        run("validate", file, "--report", "sarif");
        assertTrue(out.toString().contains("\"justification\": \"số thật\""), out::toString);
    }

    @Test
    void reportsForProgramsHaveTheSeverity() throws IOException {
        var file = write(VIOLATING);
        run("validate", file, "--report", "json");
        var problem =
                JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("violation", problem.get("severity").getAsString());
        run("validate", file, "--report", "sarif");
        var result = JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        assertEquals("warning", result.get("level").getAsString());
        assertEquals(
                "violation",
                result.getAsJsonObject("properties").get("severity").getAsString());
    }
}
