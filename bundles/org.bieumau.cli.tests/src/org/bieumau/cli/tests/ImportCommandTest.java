/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Forms that were exported and filled in are read again, and templates are drawn, on the command line. */
class ImportCommandTest {

    private static final String TEMPLATE = """
            phiên bản 2
            thư viện %s

            mẫu biểu %s "SỐ HỘ NGHÈO" {
                cột stt "STT": số thứ tự
                cột tên "Tên xã": chữ, bắt buộc
                cột hộ "%s": số%s
                cột ghiChú "Ghi chú": chữ
            }
            """;

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

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void exportForm() throws IOException {
        write("mau.bieu", TEMPLATE.formatted("thu.mau", "HộNghèo", "Số hộ nghèo đầu kỳ", ""));
        var form = write("bieu.bieu", """
                dùng thu.mau

                biểu B lập theo mẫu HộNghèo {
                    dòng "Hòa Phú" { hộ 1234 ghiChú "giảm" }
                    dòng "Bình An" { hộ 7 }
                }
                """);
        assertEquals(
                ExitCode.DONE,
                run("export", form, "-f", "xlsx,docx", "-o", folder, "--name", "nop"),
                () -> out.toString() + err);
    }

    @Test
    void exportedFormIsReadAgain() throws Exception {
        for (var file : new String[] {"nop.xlsx", "nop.docx"}) {
            var result = folder.resolve("ra.bieu");

            assertEquals(
                    ExitCode.DONE,
                    run(
                            "import",
                            folder.resolve(file),
                            "--form",
                            "HộNghèo",
                            "-l",
                            folder.resolve("mau.bieu"),
                            "-o",
                            result),
                    () -> out.toString() + err);

            var text = Files.readString(result);
            assertTrue(text.contains("dòng \"Hòa Phú\" (nguồn n1, "), text);
            assertTrue(text.contains("hộ 1234 ghiChú \"giảm\""), text);
            Files.delete(result);
        }
    }

    @Test
    void doubtfulColumnIsReportedUntilItIsMapped() throws Exception {
        var library =
                write("mau2.bieu", TEMPLATE.formatted("thu.mau2", "HộMới", "Số hộ nghèo đầu kỳ báo cáo", ", bắt buộc"));
        var result = folder.resolve("ra.bieu");
        var map = folder.resolve("map.bieu");
        Object[] command = {
            "import", folder.resolve("nop.xlsx"), "--form", "HộMới", "-l", library, "-o", result, "--map", map
        };

        assertEquals(ExitCode.PROBLEMS, run(command));
        assertTrue(err.toString().contains("READ-COLUMN-OPEN"), err::toString);
        assertFalse(Files.exists(result));

        var open = Files.readString(map);
        assertTrue(open.contains("// ? \"Số hộ nghèo đầu kỳ\" là hộ"), open);
        Files.writeString(map, open.replace("// ? ", ""));
        assertEquals(ExitCode.DONE, run(command), () -> out.toString() + err);
        assertTrue(Files.readString(result).contains("hộ 1234"));
    }

    @Test
    void reasonsAreExplained() {
        run("import", folder.resolve("nop.xlsx"), "--form", "HộNghèo", "-l", folder.resolve("mau.bieu"), "--explain");

        assertTrue(err.toString().contains("«Tên xã» (cột B) là «Tên xã»"), err::toString);
        assertTrue(out.toString().contains("lập theo mẫu HộNghèo"), out::toString);
    }

    @Test
    void fileWithoutTheFormNamesTheNearest() throws Exception {
        var library = write("mau3.bieu", """
                phiên bản 2
                thư viện thu.mau3

                mẫu biểu Khác "KHÁC" { cột a "Tên xã": chữ cột b "Năm sinh": số cột c "Quê quán": chữ }
                """);

        assertEquals(ExitCode.PROBLEMS, run("import", folder.resolve("nop.xlsx"), "--form", "Khác", "-l", library));
        assertTrue(err.toString().contains("READ-NO-FORM"), err::toString);
        assertTrue(err.toString().contains("«Khác»"), err::toString);
    }

    /** «0 %» tells nothing: what the template looks for and what the file has does. */
    @Test
    void fileWithNothingInCommonNamesBothHeaders() throws Exception {
        var library = write("mau3.bieu", """
                phiên bản 2
                thư viện thu.mau3

                mẫu biểu Khác "KHÁC" { cột a "Họ và tên": chữ cột b "Năm sinh": số cột c "Quê quán": chữ }
                """);

        assertEquals(ExitCode.PROBLEMS, run("import", folder.resolve("nop.xlsx"), "--form", "Khác", "-l", library));

        assertTrue(err.toString().contains("READ-NO-COLUMNS"), err::toString);
        assertTrue(err.toString().contains("«Họ và tên», «Năm sinh», «Quê quán»"), err::toString);
        assertTrue(err.toString().contains("trang «Biểu»: các cột «STT», «Tên xã»"), err::toString);
        assertFalse(err.toString().contains("0 %"), err::toString);
    }

    @Test
    void unknownTemplateNamesTheNearestFirst() throws Exception {
        for (int i = 0; i < 30; i++) {
            Files.createDirectories(folder.resolve("dưới"));
            write("dưới/khac" + i + ".bieu", TEMPLATE.formatted("thu.khac" + i, "Cây" + i, "Số cây", ""));
        }

        assertEquals(ExitCode.USAGE, run("import", folder.resolve("nop.xlsx"), "--form", "HoNgheos", "-l", folder));

        var told = err.toString();
        assertTrue(told.contains("TEMPLATE-UNKNOWN"), told);
        assertTrue(told.contains(": thu.mau.HộNghèo, "), told);
        assertEquals(5, told.split("thu\\.|danvan\\.").length - 1, told);
        assertTrue(told.contains("bieumau list templates -l " + folder), told);
    }

    @Test
    void mappingFileWithErrorsIsNotUsedInPart() throws Exception {
        var result = folder.resolve("ra.bieu");
        var map = write("map.bieu", "ánh xạ {\n    rác\n");
        Object[] command = {
            "import",
            folder.resolve("nop.xlsx"),
            "--form",
            "HộNghèo",
            "-l",
            folder.resolve("mau.bieu"),
            "-o",
            result,
            "--map",
            map
        };

        assertEquals(ExitCode.PROBLEMS, run(command));
        assertTrue(err.toString().contains(map + ":1:"), err::toString);
        assertFalse(Files.exists(result));

        // The column does not exist, so that the line would have no effect.
        write("map.bieu", "phiên bản 2\n\ndùng thu.mau\n\nánh xạ M cho HộNghèo {\n    \"Tên xã\" là tênXã\n}\n");
        assertEquals(ExitCode.PROBLEMS, run(command));
        assertTrue(err.toString().contains(map + ":6:"), err::toString);

        write("map.bieu", "phiên bản 2\n");
        assertEquals(ExitCode.DONE, run(command));
        assertTrue(err.toString().contains("MAP-NOTHING"), err::toString);
        assertTrue(err.toString().contains("ánh xạ TênÁnhXạ cho HộNghèo { … }"), err::toString);
    }

    @Test
    void folderIsNotAnUnreadableFile() {
        for (Object[] command : new Object[][] {
            {"import", folder}, {"import", folder, "--dump", "json"}, {"draw", folder}, {"compare", folder, folder}
        }) {
            assertEquals(ExitCode.FAILED, run(command));
            assertTrue(err.toString().contains("READ-FOLDER") || err.toString().contains("FILE-FOLDER"), err::toString);
        }
        run("import", folder);
        assertTrue(err.toString().contains(folder.resolve("*.docx").toString()), err::toString);
    }

    @Test
    void fileOfAnotherKindIsRefused() throws Exception {
        assertEquals(ExitCode.FAILED, run("import", write("a.khac", "a"), "--dump", "json"));
        assertTrue(err.toString().contains("READ-FORMAT"), err::toString);
        assertEquals(ExitCode.FAILED, run("import", folder.resolve("khong.xlsx"), "--dump", "json"));
        assertTrue(err.toString().contains("FILE-MISSING"), err::toString);
    }

    @Test
    void drawnTemplateReadsTheFormThatItWasDrawnFrom() throws Exception {
        var drawn = folder.resolve("ve.bieu");

        assertEquals(ExitCode.DONE, run("draw", folder.resolve("nop.xlsx"), "-o", drawn), () -> out.toString() + err);
        assertEquals(ExitCode.DONE, run("validate", drawn), () -> out.toString() + err);
        assertEquals(
                ExitCode.DONE,
                run("import", folder.resolve("nop.xlsx"), "--form", "Nop", "-l", drawn),
                () -> out.toString() + err);
        assertTrue(out.toString().contains("1234"), out::toString);
    }

    /** Somebody may have edited the file. */
    @Test
    void existingFileIsKeptUnlessForced() throws Exception {
        Object[][] commands = {
            {"draw", folder.resolve("nop.xlsx")},
            {"import", folder.resolve("nop.xlsx"), "--form", "HộNghèo", "-l", folder.resolve("mau.bieu")}
        };
        for (var command : commands) {
            var result = folder.resolve(command[0] + "-ra.bieu");
            var arguments = new ArrayList<Object>(List.of(command));
            arguments.addAll(List.of("-o", result));
            assertEquals(ExitCode.DONE, run(arguments.toArray()), () -> out.toString() + err);
            var written = Files.readString(result);
            assertEquals(ExitCode.DONE, run(arguments.toArray()), () -> "the same text: " + err);

            Files.writeString(result, written + "// của tôi\n");
            assertEquals(ExitCode.FAILED, run(arguments.toArray()));
            assertTrue(err.toString().contains(result + ": lỗi OUTPUT-KEPT"), err::toString);
            assertEquals(written + "// của tôi\n", Files.readString(result));

            arguments.add("--force");
            assertEquals(ExitCode.DONE, run(arguments.toArray()), () -> out.toString() + err);
            assertEquals(written, Files.readString(result));
        }
    }

    /** The check would warn of the width of the table; the drawn template says so, too. */
    @Test
    void problemsOfADrawnTemplateAreDoubts() throws Exception {
        var land = Path.of("../org.bieumau.testing/src/org/bieumau/testing/files/kiemke-datdai-03.xlsx");
        var drawn = folder.resolve("ve.bieu");
        assertEquals(ExitCode.DONE, run("draw", land, "-o", drawn), () -> out.toString() + err);
        assertTrue(err.toString().contains("«// ?»"), err::toString);
        run("validate", drawn);
        var warned = (out.toString() + err)
                .lines()
                .filter(line -> line.contains("TABLE-WIDTH"))
                .toList();
        assertEquals(1, warned.size(), () -> out.toString() + err);

        var message = warned.getFirst().substring(warned.getFirst().indexOf("TABLE-WIDTH") + "TABLE-WIDTH ".length());
        assertTrue(
                Files.readString(drawn).lines().anyMatch(line -> line.contains("// ? ") && line.endsWith(message)),
                () -> out.toString() + err);
    }

    /** What a library without a name defines cannot be referred to: that is the reason, not a wrong name. */
    @Test
    void libraryWithoutANameIsTheReason() throws Exception {
        var unnamed = write(
                "khongten.bieu", TEMPLATE.formatted("x", "HộKhác", "Số hộ", "").replace("thư viện x\n", ""));
        assertEquals(
                ExitCode.USAGE, run("import", folder.resolve("nop.xlsx"), "--form", "HộKhác", "--library", unnamed));
        assertTrue(err.toString().contains("LIBRARY-UNNAMED"), err::toString);
    }
}
