/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word files are checked, commented and mended on the command line. */
class CheckCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var texts = new String[arguments.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = arguments[i].toString();
        }
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), texts);
    }

    private Path good;
    private Path bad;

    @BeforeEach
    void exportLetter() throws IOException {
        var letter = Files.writeString(folder.resolve("congvan.bieu"), """
                cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" địa danh "Quảng Ngãi" }

                công văn CôngVăn {
                    cơ quan ban hành SNV
                    số 12
                    ký hiệu "SNV-VP"
                    ngày 05/4/2022
                    trích yếu "rà soát thể thức văn bản"
                    kính gửi "Các sở, ban, ngành"
                    nội dung '''
                        Sở Nội vụ đề nghị các cơ quan, đơn vị rà soát thể thức văn bản năm 2021.
                    '''
                    nơi nhận { "Như trên" lưu VT, VP }
                    ký { chức vụ "Giám đốc" họ tên "Nguyễn Văn An" }
                }
                """);
        assertEquals(ExitCode.DONE, run("export", letter, "-f", "docx", "-o", folder), () -> out.toString() + err);
        good = folder.resolve("congvan.docx");
        bad = Files.copy(good, folder.resolve("sai.docx"));
        try (var zip = FileSystems.newFileSystem(bad)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(
                    part,
                    Files.readString(part)
                            .replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")
                            .replace("w:left=\"1701\"", "w:left=\"1000\""));
        }
    }

    @Test
    void fileThatKeepsTheDecreeHasNoFindings() {
        assertEquals(ExitCode.DONE, run("check", good), () -> out.toString() + err);
        assertEquals(1, out.toString().lines().count(), out::toString);
        assertTrue(out.toString().contains(": 0 lỗi, 0 cảnh báo;"), out::toString);
    }

    @Test
    void textAroundWhatIsQuotedIsShown() throws Exception {
        try (var zip = FileSystems.newFileSystem(good)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(
                    part,
                    Files.readString(part)
                            .replace(
                                    "đơn vị rà soát",
                                    "đơn vị theo Kế hoạch ngày 05/4/2021, chậm nhất ngày 5/4/2023, rà soát"));
        }
        assertEquals(ExitCode.DONE, run("check", good), () -> out.toString() + err);
        assertTrue(out.toString().contains("DATE-PADDING"), out::toString);
        assertTrue(out.toString().lines().anyMatch(line -> line.contains("    «…") && line.contains("ngày 5/4/2023")));
    }

    @Test
    void findingsAreToldWithPlaceRuleAndSource() {
        assertEquals(ExitCode.PROBLEMS, run("check", bad));
        assertTrue(out.toString().contains("vi phạm thể thức MOTTO-TEXT"), out::toString);
        assertTrue(out.toString().contains("[PL1.II.1]"), out::toString);
        assertTrue(out.toString().contains("vi phạm thể thức PAGE-MARGIN-LEFT Lề trái 17,64 mm"), out::toString);
    }

    @Test
    void reportsForPrograms() {
        assertEquals(ExitCode.PROBLEMS, run("check", bad, good, "--report", "json"));
        var files = JsonParser.parseString(out.toString()).getAsJsonArray();
        assertEquals(2, files.size());
        var first = files.get(0).getAsJsonObject();
        assertEquals("nd30", first.get("profile").getAsString());
        assertEquals(2, first.getAsJsonArray("findings").size());
        assertEquals("breach", first.getAsJsonObject("rules").get("MOTTO-TEXT").getAsString());
        assertEquals(
                0, files.get(1).getAsJsonObject().getAsJsonArray("findings").size());
        assertEquals(ExitCode.PROBLEMS, run("check", bad, "--report", "sarif"));
        var run = JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject();
        assertEquals(2, run.getAsJsonArray("results").size());
    }

    @Test
    void copiesAreMendedAndTheFileStays() throws Exception {
        var before = Files.readAllBytes(bad);
        var safe = folder.resolve("sua.docx");
        assertEquals(ExitCode.PROBLEMS, run("check", bad, "--fix", safe));
        assertTrue(
                out.toString().contains("PAGE-MARGIN-LEFT") && !out.toString().contains("vi phạm thể thức MOTTO-TEXT"));
        assertEquals(ExitCode.FAILED, run("check", bad, "--fix", safe), "an existing file is not replaced");
        assertEquals(ExitCode.DONE, run("check", bad, "--fix", safe, "--guarded", "--force"), out::toString);
        // What was changed, before and after.
        assertTrue(
                out.toString()
                        .contains(
                                "  bảng 1, dòng 1, cột 2: «Độc lập – Tự do – Hạnh phúc» → «Độc lập - Tự do - Hạnh phúc»"),
                out::toString);
        assertTrue(out.toString().contains("  cả tệp: lề trái 17,64 mm → lề trái 30 mm"), out::toString);
        assertEquals(ExitCode.DONE, run("check", safe));
        assertEquals(ExitCode.FAILED, run("check", bad, "--fix", bad, "--force"), "a file is not its own copy");
        assertArrayEquals(before, Files.readAllBytes(bad));
    }

    @Test
    void commentsAreWritten() throws Exception {
        var copy = folder.resolve("nhanxet.docx");
        assertEquals(ExitCode.PROBLEMS, run("check", bad, "--comments", copy));
        try (var zip = FileSystems.newFileSystem(copy)) {
            var comments = Files.readString(zip.getPath("word/comments.xml"));
            assertEquals(2, comments.split("<w:comment ", -1).length - 1);
        }
    }

    @Test
    void foldersAreCheckedWhole() throws Exception {
        var all = Files.createDirectories(folder.resolve("tat-ca/con"));
        Files.copy(bad, all.resolve("mot.docx"));
        Files.copy(good, all.getParent().resolve("hai.docx"));
        Files.writeString(all.resolve("hong.docx"), "not a zip");
        Files.writeString(all.resolve("~$mot.docx"), "lock");
        Files.writeString(all.resolve("cu.doc"), "of an old version");
        var mended = folder.resolve("da-sua");
        assertEquals(
                ExitCode.FAILED, run("check", folder.resolve("tat-ca"), "-o", mended, "--guarded"), "one is damaged");
        assertTrue(out.toString().contains("FILE-NOT-OFFICE"), out::toString);
        assertTrue(out.toString().contains("CHECK-DOC"), out::toString);
        assertTrue(
                out.toString().contains("Đã kiểm tra 4 tệp: 0 tệp có lỗi, 2 tệp không kiểm tra được."), out::toString);
        assertTrue(Files.exists(mended.resolve("con/mot.docx")));
        assertFalse(Files.exists(mended.resolve("hai.docx")), "nothing to mend");
    }

    @Test
    void rulesAreExplained() {
        assertEquals(ExitCode.DONE, run("check", "--explain", "MOTTO-TEXT"));
        assertTrue(out.toString().contains("Phụ lục I, mục II.1"), out::toString);
        assertTrue(out.toString().contains("Khi không đạt: «…» phải là «…»"), out::toString);
        assertTrue(out.toString().contains("bỏ qua MOTTO-TEXT"), out::toString);
        assertEquals(ExitCode.DONE, run("check", "--explain", "nd30-v.1a.size"));
        assertTrue(out.toString().contains("Quốc hiệu: cỡ chữ 12–13"), out::toString);
        assertEquals(ExitCode.USAGE, run("check", "--explain", "MOTO"));
    }

    @Test
    void librariesSilenceRules() throws Exception {
        var library = Files.writeString(folder.resolve("thuvien.bieu"), """
                phiên bản 2
                thư viện thu.vien
                bỏ qua MOTTO-TEXT "Mẫu in sẵn"
                bỏ qua PAGE-MARGIN-LEFT "Mẫu in sẵn"
                """);
        assertEquals(ExitCode.DONE, run("check", bad, "--library", library), () -> out.toString() + err);
    }

    @Test
    void oldFilesAndFormsAreNotChecked() throws Exception {
        var old = Files.writeString(folder.resolve("cu.doc"), "x");
        assertEquals(ExitCode.FAILED, run("check", old));
        assertTrue(out.toString().contains("CHECK-DOC"), out::toString);
        assertEquals(ExitCode.USAGE, run("check"));
        assertEquals(ExitCode.FAILED, run("check", folder.resolve("khongco.docx")));
        assertTrue(out.toString().contains("FILE-MISSING"), out::toString);
    }
}
