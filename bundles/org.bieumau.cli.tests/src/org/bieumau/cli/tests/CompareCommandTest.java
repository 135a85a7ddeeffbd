/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two versions of a document are compared on the command line. */
class CompareCommandTest {

    private static final String PLAN = """
            phiên bản 2
            dùng quangngai

            kế hoạch %s {
                cơ quan ban hành SKHCN
                ngày 05/01/2026
                trích yếu "Công tác dân vận"
                nội dung '''
                    I. NHIỆM VỤ
                    1. Tổ chức %s hội nghị tuyên truyền tại các xã miền núi.
                    2. Báo cáo kết quả trước ngày 15/12.
                '''
                nơi nhận { "Như trên" lưu VP }
                ký { chức vụ "Giám đốc" họ tên "Nguyễn Văn An" }
            }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path before;
    private Path after;

    @BeforeEach
    void writePlans() throws IOException {
        before = Files.writeString(folder.resolve("a.bieu"), PLAN.formatted("A", "02"));
        after = Files.writeString(folder.resolve("b.bieu"), PLAN.formatted("B", "05"));
    }

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    }

    @Test
    void differencesArePrintedAndWrittenAsATable() throws Exception {
        var table = folder.resolve("sosanh.bieu");
        assertEquals(ExitCode.DONE, run("compare", before, after, "-o", table), err::toString);
        assertEquals(1, out.toString().lines().count(), out.toString());
        assertTrue(out.toString().contains("I.1"), out.toString());
        assertTrue(Files.readString(table).contains("**05** hội nghị"));
        for (var format : List.of("docx", "pdf", "html", "xlsx")) {
            var file = folder.resolve("sosanh." + format);
            assertEquals(ExitCode.DONE, run("compare", before, after, "-o", file), err::toString);
            assertTrue(Files.size(file) > 1000, format);
        }
    }

    /** Somebody may have edited the file. A table that is as it was written is replaced. */
    @ParameterizedTest
    @ValueSource(strings = {"bieu", "docx", "html"})
    void existingFileIsKeptUnlessForced(String format) throws Exception {
        var table = folder.resolve("sosanh." + format);
        assertEquals(ExitCode.DONE, run("compare", before, after, "-o", table), err::toString);
        assertEquals(ExitCode.DONE, run("compare", before, after, "-o", table), err::toString);

        Files.writeString(table, "của tôi");
        assertEquals(ExitCode.FAILED, run("compare", before, after, "-o", table));
        assertTrue(err.toString().contains(format.equals("bieu") ? "OUTPUT-KEPT" : "OUTPUT-EDITED"), err::toString);
        assertEquals("của tôi", Files.readString(table));
        assertEquals(ExitCode.DONE, run("compare", before, after, "-o", table, "--force"), err::toString);
        assertTrue(Files.size(table) > 100);
    }

    @Test
    void exportedWordFileIsComparedWithItsSource() {
        assertEquals(ExitCode.DONE, run("export", before, "-f", "docx", "-o", folder), err::toString);
        var word = folder.resolve("a.docx");
        assertEquals(ExitCode.DONE, run("compare", before, word), err::toString);
        assertEquals("", out.toString());
        assertEquals(ExitCode.DONE, run("compare", word, after, "--report", "json"), err::toString);
        var change =
                JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("changed", change.get("kind").getAsString());
        assertEquals("I.1", change.get("place").getAsString());
    }

    @Test
    void elementsAreNamedAndKindsAreChecked() throws Exception {
        var both = Files.writeString(
                folder.resolve("hai.bieu"),
                PLAN.formatted("A", "02")
                        + PLAN.formatted("B", "05").replaceAll("(?s)^.*quangngai\\s", "")
                        + "mẫu biểu M \"M\" { cột a \"a\": chữ } biểu F lập theo mẫu M { dòng \"x\" }");
        assertEquals(ExitCode.DONE, run("compare", both + "#A", both + "#B"), err::toString);
        assertEquals(1, out.toString().lines().count(), out.toString());
        assertEquals(ExitCode.FAILED, run("compare", both, before));
        assertTrue(err.toString().contains("COMPARE-SEVERAL"), err.toString());
        assertEquals(ExitCode.FAILED, run("compare", both + "#C", before));
        assertTrue(err.toString().contains("COMPARE-NOTHING"), err.toString());
        assertEquals(ExitCode.USAGE, run("compare", both + "#F", before));
        assertTrue(err.toString().contains("COMPARE-KINDS"), err.toString());
        assertEquals(ExitCode.FAILED, run("compare", folder.resolve("thiếu.bieu"), before));
    }
}
