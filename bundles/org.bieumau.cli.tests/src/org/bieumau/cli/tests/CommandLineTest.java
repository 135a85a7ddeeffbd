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
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.core.internal.starter.NewDocument;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

    private static final String TEMPLATE = """
            danh mục LV { Tài "Tài chính" }
            mẫu biểu Mẫu "MẪU" {
                cột tên "TÊN": chữ, bắt buộc
                nhóm hình "HÌNH", chọn đúng một { cột nhóm1 "Một": đánh dấu  cột nhóm2 "Hai": đánh dấu }
                cột nơi "NƠI": chữ, bắt buộc
                lĩnh vực theo LV
            }
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

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void demoExportsEveryExample() throws IOException {
        var target = folder.resolve("thư mục mới");
        assertEquals(ExitCode.DONE, run("demo", "-o", target), err::toString);
        for (var file : List.of(
                "quangngai-2021-dangky.docx",
                "quangngai-2021-dangky.xlsx",
                "quangngai-2022-congvan.docx",
                "quangngai-2022-congvan.xlsx",
                "hungyen-2023-kehoach.docx")) {
            assertTrue(Files.size(target.resolve(file)) > 2000, file);
            assertTrue(out.toString().contains(file));
        }
        assertFalse(Files.exists(target.resolve("hungyen-2023-kehoach.xlsx")));
        for (var file : List.of("ĐăngKý2021.docx", "ĐăngKý2021.xlsx", "ĐăngKý2021-tinh-hinh-nop.xlsx")) {
            assertTrue(Files.size(target.resolve("ket-qua").resolve(file)) > 2000, file);
            assertTrue(out.toString().contains(file));
        }
        assertTrue(err.toString().contains("bản nộp của 40 đơn vị"), err::toString);
        assertTrue(names(target).stream().noneMatch(name -> name.endsWith(".tmp")));
    }

    @Test
    void demoReplacesNoExampleThatWasEdited() throws IOException {
        Examples.copyTo(folder);
        var file = folder.resolve("vidu-thongbao.bieu");
        Files.writeString(file, Files.readString(file) + "// của tôi\n");
        var edited = Files.readString(file);
        assertEquals(ExitCode.FAILED, run("demo", "-o", folder));
        assertTrue(err.toString().contains(file + ": lỗi OUTPUT-EXISTS"), err::toString);
        assertEquals(edited, Files.readString(file));
        assertFalse(names(folder).stream().anyMatch(name -> name.endsWith(".docx")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SYNTAX-KEYWORD:6:1|biẻu B lập theo mẫu Mẫu { }",
                "LINK-UNKNOWN:6:61|biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"x\" { nhóm1 X nơii \"y\" } } }",
                "FORM-EXACTLY-ONE:6:69|biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"x\" { nơi \"y\" nhóm1 X nhóm2 X } } }",
                "FORM-REQUIRED:6:47|biểu B lập theo mẫu Mẫu { lĩnh vực Tài { dòng \"x\" { nhóm1 X } } }",
                "LINK-UNKNOWN:6:36|biểu B lập theo mẫu Mẫu { lĩnh vực Nông { dòng \"x\" { nhóm1 X nơi \"y\" } } }",
                "NAME-DUPLICATE:6:10|mẫu biểu Mẫu { cột a: chữ }"
            })
    void invalidFileIsReportedAndNotExported(String expected) throws IOException {
        var code = expected.substring(0, expected.indexOf('|'));
        var place = code.replaceFirst("^[A-Z-]+:", "");
        var file = write(TEMPLATE.replace("\n    lĩnh", " lĩnh").replace("{\n    cột tên", "{ cột tên")
                + expected.substring(code.length() + 1));
        assertEquals(ExitCode.PROBLEMS, run("validate", file));
        var first = file + ":" + place + ": lỗi " + code.substring(0, code.indexOf(':')) + " ";
        assertTrue(out.toString().contains(first), () -> first + "\n" + out);
        assertFalse(out.toString().contains("Exception"));
        assertEquals(ExitCode.PROBLEMS, run("export", file, "-o", folder.resolve("out")));
        assertTrue(err.toString().contains(first));
        assertEquals(List.of(), names(folder.resolve("out")));
    }

    @Test
    void unreadableFileIsReported() throws IOException {
        assertEquals(ExitCode.FAILED, run("validate", folder.resolve("no.bieu")));
        assertTrue(
                out.toString().startsWith(folder.resolve("no.bieu") + ": lỗi FILE-MISSING Không có tệp"),
                out::toString);
        assertEquals(ExitCode.FAILED, run("export", folder, "-o", folder.resolve("out")));
        assertTrue(err.toString().contains("FILE-FOLDER"), err::toString);
    }

    @Test
    void unwritableFolderIsReported() throws IOException {
        var file = write(TEMPLATE);
        var blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        assertEquals(ExitCode.FAILED, run("export", file, "-o", blocked.resolve("x")));
        assertTrue(err.toString().contains("OUTPUT-UNWRITABLE"), err::toString);
        assertEquals(ExitCode.FAILED, run("demo", "-o", blocked.resolve("x")));
        assertEquals(List.of("a.bieu", "blocked"), names(folder));
    }

    @Test
    void failedExportLeavesNoTemporaryFile() throws IOException {
        var file = write(TEMPLATE);
        Files.createDirectories(folder.resolve("out/a.docx/x"));
        assertEquals(ExitCode.FAILED, run("export", file, "-f", "docx", "-o", folder.resolve("out")));
        assertTrue(err.toString().contains("OUTPUT-UNWRITABLE"), err::toString);
        assertEquals(List.of("a.docx"), names(folder.resolve("out")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exportt", "export", "export a.bieu --form docx", "list nothing", "validate a.bieu --report xml"
            })
    void wrongUsageIsExplained(String line) {
        assertEquals(ExitCode.USAGE, run((Object[]) line.split(" ")));
        assertTrue(err.toString().matches("(?s)(Thiếu|Không hiểu|«.*» không hợp lệ).*--help.*"), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void unknownFormatsAndElementsAreReportedWithTheKnownOnes() throws IOException {
        var file = write(TEMPLATE);
        assertEquals(ExitCode.USAGE, run("export", file, "-f", "odt", "-o", folder.resolve("out")));
        var formats = Registry.installed().exporters().stream().map(Exporter::id);
        assertTrue(err.toString().contains(formats.collect(Collectors.joining(", "))), err::toString);
        assertEquals(ExitCode.USAGE, run("export", file, "-e", "Khác", "-o", folder.resolve("out")));
        assertTrue(err.toString().contains("Mẫu"), err::toString);
    }

    @Test
    void templateIsExportedAsBlankForm() throws IOException {
        assertEquals(ExitCode.DONE, run("export", write(TEMPLATE), "-o", folder.resolve("out")), err::toString);
        var names = names(folder.resolve("out"));
        assertTrue(names.containsAll(List.of("a.docx", "a.html", "a.pdf", "a.xlsx")), names::toString);
        assertFalse(names.contains("a.xml"), names::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DONE|☑ ☒ ⑪ Ⓐ → ≥ Ê̆", "PROBLEMS|漢"})
    void charactersThatTheFontOfThePdfLacksAreShownOrReported(String expected) throws IOException {
        var parts = expected.split("\\|");
        var file = write("mẫu biểu M \"%s\" { cột a \"A\": chữ }".formatted(parts[1]));
        assertEquals(
                ExitCode.valueOf(parts[0]),
                run("export", file, "-f", "pdf", "-o", folder.resolve("out")),
                err::toString);
        var isReported = parts[0].equals("PROBLEMS");
        assertEquals(isReported, err.toString().contains("a.bieu:1:13: lỗi PDF-GLYPH"), err::toString);
        var output = folder.resolve("out").resolve("a.pdf");
        assertEquals(isReported, Files.notExists(output));
        run("export", file, "-f", "pdf", "-o", folder.resolve("out"), "--force");
        assertTrue(Files.size(output) > 2000);
    }

    @Test
    void problemsAreReportedAsJsonAndSarif() throws IOException {
        var file = write("biểu B lập theo mẫu Không_có { }");
        run("validate", file, "--report", "json");
        var problem =
                JsonParser.parseString(out.toString()).getAsJsonArray().get(0).getAsJsonObject();
        assertEquals("LINK-UNKNOWN", problem.get("code").getAsString());
        assertEquals(21, problem.get("column").getAsInt());
        run("validate", file, "--report", "sarif");
        var result = JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")
                .get(0)
                .getAsJsonObject();
        assertEquals("error", result.get("level").getAsString());
        var region = result.getAsJsonArray("locations")
                .get(0)
                .getAsJsonObject()
                .getAsJsonObject("physicalLocation")
                .getAsJsonObject("region");
        assertEquals(21, region.get("startColumn").getAsInt());
    }

    private static Place.Text text(Problem problem) {
        return (Place.Text) problem.place();
    }

    /** The text of the command line, JSON, SARIF and the library report the same problems. */
    @Test
    void allReportsHaveTheSameProblems() throws Exception {
        Examples.copyTo(folder);
        var file = folder.resolve("quangtri-2025-baocao.bieu");
        Files.writeString(file, Files.readString(file).replace("tháng 02 năm 2025", "tháng 4 năm 2025"));
        var read = new BieuReader(List.of()).read(file).problems();
        assertTrue(read.stream().map(Problem::code).distinct().count() >= 4, read::toString);
        assertTrue(
                read.stream().anyMatch(problem -> problem.message().contains("[QT_THÁNG_NÀY_THÁNG_SAU;")),
                read::toString);
        var expected = read.stream()
                .map(each -> each.code() + " "
                        + each.severity()
                                .getName()
                                .toLowerCase(Locale.ROOT)
                                .replace("info", "note")
                                .replace("violation", "warning")
                        + " "
                        + each.place().position() + " "
                        + text(each).offset() + "+" + text(each).length() + " " + each.message())
                .toList();

        run("validate", file);
        assertEquals(
                read.stream().map(Problem::toString).toList(),
                out.toString().strip().lines().toList());

        run("validate", file, "--report", "json");
        var json = new ArrayList<String>();
        JsonParser.parseString(out.toString())
                .getAsJsonArray()
                .forEach(each -> json.add(each.getAsJsonObject().get("code").getAsString() + " "
                        + each.getAsJsonObject().get("line").getAsInt() + " "
                        + each.getAsJsonObject().get("message").getAsString()));
        assertEquals(
                read.stream()
                        .map(each -> each.code() + " " + text(each).line() + " " + each.message())
                        .toList(),
                json);

        run("validate", file, "--report", "sarif");
        var sarif = new ArrayList<String>();
        for (var each : JsonParser.parseString(out.toString())
                .getAsJsonObject()
                .getAsJsonArray("runs")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("results")) {
            var result = each.getAsJsonObject();
            var region = result.getAsJsonArray("locations")
                    .get(0)
                    .getAsJsonObject()
                    .getAsJsonObject("physicalLocation")
                    .getAsJsonObject("region");
            sarif.add(result.get("ruleId").getAsString() + " "
                    + result.get("level").getAsString() + " "
                    + region.get("startLine").getAsInt() + ":"
                    + region.get("startColumn").getAsInt() + " "
                    + region.get("charOffset").getAsInt() + "+"
                    + region.get("charLength").getAsInt() + " "
                    + result.getAsJsonObject("message").get("text").getAsString());
        }
        assertEquals(expected, sarif);
    }

    @Test
    void provinceOptionAppliesItsRules() throws IOException {
        var file = write("""
                cơ quan S "Sở" { viết tắt "S" địa danh "Đ" }
                kế hoạch K { cơ quan ban hành S ngày 05/01/2026 trích yếu "mô hình “Dân vận khéo” năm 2026" nội dung '''
                    a
                ''' nơi nhận { lưu VT } ký { chức vụ "Giám đốc" họ tên "A" } }
                """);
        assertEquals(ExitCode.DONE, run("validate", file));
        assertEquals("", out.toString());
        assertEquals(ExitCode.PROBLEMS, run("validate", file, "--province", "hungyen"));
        assertTrue(out.toString().contains("HY_SỐ_MÔ_HÌNH"), out::toString);
        assertEquals(ExitCode.USAGE, run("validate", file, "--province", "chung"));
        assertTrue(
                err.toString().contains("PROVINCE-UNKNOWN") && err.toString().contains("hungyen, quangngai, quangtri"),
                err::toString);
        assertEquals(ExitCode.DONE, run("validate", file));
    }

    @Test
    void placesOfLibrariesAreListed() throws IOException {
        write("thư viện quangngai\ndanh mục D { }\n");
        assertEquals(ExitCode.DONE, run("list", "libraries", "--library", folder));
        var lines = out.toString()
                .lines()
                .filter(line -> line.startsWith("quangngai "))
                .toList();
        assertEquals(2, lines.size(), out::toString);
        assertTrue(lines.get(0).endsWith("  [bieumau:/quangngai]"), out::toString);
        assertTrue(lines.get(1).endsWith("(không dùng)  [" + folder + "]"), out::toString);
    }

    @Test
    void newPackHasNoProblems() throws IOException {
        var pack = folder.resolve("goi/soctrang");
        assertEquals(ExitCode.DONE, run("new", "cantho", "--province", "Cần Thơ", "-o", pack), err::toString);
        for (var file : names(pack)) {
            if (file.endsWith(".bieu")) {
                assertEquals(ExitCode.DONE, run("validate", pack.resolve(file), "--plugins", folder.resolve("goi")));
                assertEquals("", out.toString() + err, file);
            }
        }
        run("list", "provinces", "--plugins", folder.resolve("goi"));
        assertTrue(
                out.toString().contains("Thành phố Cần Thơ") && out.toString().contains(pack.toString()),
                out::toString);
        assertEquals(ExitCode.FAILED, run("new", "cantho", "--province", "Cần Thơ", "-o", pack));
        assertTrue(err.toString().contains("OUTPUT-EXISTS"), err::toString);
        assertEquals(ExitCode.USAGE, run("new", "Cần Thơ", "--province", "Cần Thơ", "-o", folder.resolve("x")));
        assertTrue(err.toString().contains("STARTER-ID"), err::toString);
        assertEquals(ExitCode.USAGE, run("new", "x", "--province", "Sóc Trăng", "-o", folder.resolve("x")));
        assertTrue(err.toString().contains("PROVINCE-UNKNOWN"), err::toString);
    }

    @Test
    void validFilesPrintNothing() throws IOException {
        Examples.copyTo(folder);
        for (var file : List.of(folder.resolve("quangngai-2022-congvan.bieu"), folder.resolve("vidu-quyetdinh.bieu"))) {
            assertEquals(ExitCode.DONE, run("validate", file));
            assertEquals("", out.toString() + err);
        }
    }

    @Test
    void fixMigratesAndComposesAndKeepsTheOldFile() throws IOException {
        var old = "phiên bản 1\n" + TEMPLATE + "biểu B lập theo mẫu Mẫu { dòng { } }\n";
        var file = write(Normalizer.normalize(old, Normalizer.Form.NFD));
        assertEquals(ExitCode.PROBLEMS, run("validate", file));
        assertTrue(out.toString().contains("VERSION-OLD") && out.toString().contains("TEXT-DECOMPOSED"), out::toString);
        run("validate", "--fix", file);
        assertFalse(
                out.toString().contains("VERSION-OLD") || out.toString().contains("TEXT-DECOMPOSED"), out::toString);
        assertEquals(old.replace("phiên bản 1", "phiên bản 2"), Files.readString(file));
        assertEquals(Normalizer.normalize(old, Normalizer.Form.NFD), Files.readString(folder.resolve("a.bieu.bak")));
        Files.delete(folder.resolve("a.bieu.bak"));
        run("validate", "--fix", file);
        assertFalse(Files.exists(folder.resolve("a.bieu.bak")), "an unchanged file has no backup");
    }

    /** «trưng bày sản phẩm nông nghiệp» as TCVN3 and VNI have it. */
    @ParameterizedTest
    @ValueSource(strings = {"tr\u00adng bµy s¶n phÈm n«ng nghiÖp", "tröng baøy saûn phaåm noâng nghieäp"})
    void fixConvertsTextInALegacyEncoding(String legacy) throws IOException {
        var file = write(TEMPLATE.replace("MẪU", legacy));
        run("validate", file);
        assertTrue(out.toString().contains("TEXT-LEGACY"), out::toString);
        run("validate", "--fix", file);
        assertFalse(out.toString().contains("TEXT-LEGACY"), out::toString);
        assertTrue(Files.readString(file).contains("trưng bày sản phẩm nông nghiệp"), () -> legacy);
    }

    @Test
    void fixKeepsTheBackupsOfTheUser() throws IOException {
        var old = "phiên bản 1\n" + TEMPLATE;
        var file = write(old);
        Files.writeString(folder.resolve("a.bieu.bak"), "của tôi");
        run("validate", "--fix", file);
        assertEquals("của tôi", Files.readString(folder.resolve("a.bieu.bak")));
        assertEquals(old, Files.readString(folder.resolve("a.bieu.2.bak")));
        assertEquals(List.of("a.bieu", "a.bieu.2.bak", "a.bieu.bak"), names(folder));
    }

    /** The fix writes a new file and moves it into place, so a hard link to the old file keeps the old text. */
    @Test
    void fixReplacesTheFile() throws IOException {
        var old = "phiên bản 1\n" + TEMPLATE;
        var file = write(old);
        var other = Files.createLink(folder.resolve("other"), file);
        run("validate", "--fix", file);
        assertEquals(old.replace("phiên bản 1", "phiên bản 2"), Files.readString(file));
        assertEquals(old, Files.readString(other));
        assertEquals(List.of("a.bieu", "a.bieu.bak", "other"), names(folder));
    }

    @Test
    void workbookHasTheFormsAttachedToADocument() throws IOException {
        var file = Examples.copyTo(folder).getFirst();
        assertEquals(ExitCode.DONE, run("export", file, "-f", "xlsx,pdf", "-o", folder.resolve("out")), err::toString);
        assertEquals(List.of("quangngai-2021-dangky.pdf", "quangngai-2021-dangky.xlsx"), names(folder.resolve("out")));
    }

    @Test
    void profileOptionOverridesTheProfileOfTheAgency() throws IOException {
        var file = Examples.copyTo(folder).stream()
                .filter(each -> each.endsWith("vidu-vanbandang.bieu"))
                .findFirst()
                .orElseThrow();
        run("export", file, "-f", "html", "-o", folder.resolve("out"));
        var page = folder.resolve("out/vidu-vanbandang-PhốiHợp.html");
        assertTrue(Files.readString(page).contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
        run("export", file, "-f", "html", "-o", folder.resolve("out"), "--profile", "nd30");
        assertTrue(Files.readString(page).contains("Độc lập - Tự do - Hạnh phúc"));
        assertEquals(ExitCode.USAGE, run("export", file, "--profile", "nd99"));
        assertTrue(
                err.toString().contains("PROFILE-OPTION") && err.toString().contains("hd05, hd36, nd30"),
                err::toString);
    }

    @Test
    void invalidOptionIsRejectedBeforeAnythingIsWritten() throws IOException {
        assertEquals(
                ExitCode.USAGE,
                run("export", write(TEMPLATE), "-o", folder.resolve("out"), "--option", "font=Không Có"));
        assertTrue(err.toString().contains("EXPORT-OPTION") && err.toString().contains("Không Có"), err::toString);
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void librariesAreFoundInTheGivenFolders() throws IOException {
        var common = Files.createDirectories(folder.resolve("chung"));
        Files.writeString(common.resolve("c.bieu"), "thư viện chung\n" + TEMPLATE);
        var mine = Files.createDirectories(folder.resolve("riêng")).resolve("b.bieu");
        Files.writeString(mine, "dùng chung\nbiểu trống B lập theo mẫu Mẫu { }");
        assertEquals(ExitCode.PROBLEMS, run("validate", mine));
        assertEquals(ExitCode.DONE, run("validate", mine, "-l", common), out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vi", "en"})
    void helpListsTheExitCodes(String language) {
        assertEquals(ExitCode.DONE, run("--help", "--lang", language));
        var codes = List.of(out.toString().split("\\R\\R")).getLast();
        assertEquals(
                Stream.of(ExitCode.values())
                        .map(code -> Integer.toString(code.number()))
                        .toList(),
                Pattern.compile("\\d")
                        .matcher(codes)
                        .results()
                        .map(MatchResult::group)
                        .toList(),
                codes);
    }

    @Test
    void messagesAreVietnameseUnlessEnglishIsAskedFor() {
        Locale.setDefault(Locale.ENGLISH);
        run("--help");
        assertTrue(out.toString().contains("Thử ngay") && out.toString().contains("BIEUMAU_LANG"), out::toString);
        run("export", "--help", "--lang", "en");
        assertTrue(
                out.toString().contains("The folder for the results")
                        && out.toString().contains("--lang"),
                out::toString);
        assertEquals(ExitCode.FAILED, run("--lang=en", "validate", folder.resolve("no.bieu")));
        assertTrue(out.toString().contains(": error FILE-MISSING "), out::toString);
        assertEquals(ExitCode.USAGE, run("--lang", "fr", "validate", folder.resolve("no.bieu")));
        assertTrue(err.toString().contains("«fr» không hợp lệ cho --lang"), err::toString);
        assertEquals(Locale.ENGLISH, Locale.getDefault());
    }

    @Test
    void newDocumentsOfAllTypesHaveNoProblemsButGaps() throws IOException {
        var kinds = NewDocument.types().stream().map(NewDocument::id).toList();
        assertEquals(29, kinds.size());
        for (var kind : kinds) {
            var file = folder.resolve(kind + ".bieu");
            assertEquals(ExitCode.DONE, run("new", kind, "công tác văn thư", "-o", file), err::toString);
            assertEquals(ExitCode.DONE, run("validate", file), out::toString);
            assertTrue(out.toString().contains("3:17: cảnh báo DOCUMENT-BLANK Còn chỗ trống «…»: tên cơ quan."), kind);
            assertEquals(
                    List.of(),
                    out.toString()
                            .lines()
                            .filter(line -> !line.contains("DOCUMENT-BLANK") && !line.contains("lưu ý"))
                            .filter(line -> !kind.equals("cong-van") || !line.contains("SYMBOL-UNIT"))
                            .toList());
        }
        assertEquals(ExitCode.FAILED, run("new", "letter", "công tác văn thư", "-o", folder.resolve("cong-van.bieu")));
        assertTrue(err.toString().contains("OUTPUT-EXISTS"), err::toString);
        run("new", "Quyết định", "Công tác quý I", "--agency", "Sở \"X\"", "-o", folder.resolve("mới"));
        var text = Files.readString(folder.resolve("mới/cong-tac-quy-i.bieu"));
        assertTrue(text.contains("\"Sở \\\"X\\\"\"") && text.contains("quyết định QuyếtĐịnh {"), text);
    }

    @Test
    void newTemplateHasNoProblems() {
        var file = folder.resolve("t.bieu");
        assertEquals(ExitCode.DONE, run("new", "template", "BIỂU \"A\" \\ B", "-o", file), err::toString);
        assertEquals(ExitCode.DONE, run("validate", file));
        assertEquals("", out.toString() + err);
    }

    @Test
    void newFormFollowsATemplateOfAPack() throws IOException {
        var file = folder.resolve("f.bieu");
        assertEquals(
                ExitCode.DONE,
                run("new", "form", "chung.danvan.BiểuSố2", "--period", "2026", "--agency", "Sở Y tế", "-o", file),
                err::toString);
        var text = Files.readString(file);
        assertTrue(
                text.contains("dùng chung.danvan")
                        && text.contains("lập theo mẫu BiểuSố2")
                        && text.contains("kỳ 2026")
                        && text.contains("đơn vị lập \"Sở Y tế\""),
                text);
        assertEquals(ExitCode.USAGE, run("new", "form", "Không có", "-o", folder.resolve("g.bieu")));
        assertTrue(err.toString().contains("TEMPLATE-UNKNOWN"), err::toString);
        assertEquals(ExitCode.USAGE, run("new", "thư", "x"));
        assertTrue(err.toString().contains("letter"), err::toString);
    }

    @Test
    void contentsOfLibrariesAreListed() {
        assertEquals(ExitCode.DONE, run("list", "templates"), err::toString);
        assertTrue(out.toString().contains("chung.danvan.BiểuSố2"), out::toString);
        assertEquals(ExitCode.DONE, run("list", "agencies", "--province", "hungyen"), err::toString);
        assertTrue(out.toString().contains("hungyen") && !out.toString().contains("quangngai"), out::toString);
        assertEquals(ExitCode.DONE, run("list", "rules", "--province", "quangngai"), err::toString);
        assertTrue(
                out.toString().contains("QN_HẠN_ĐĂNG_KÝ")
                        && out.toString().contains("DATE-PADDING")
                        && !out.toString().contains("HY_"),
                out::toString);
        assertEquals(ExitCode.USAGE, run("list", "rules", "--province", "x"));
        assertTrue(err.toString().contains("hungyen, quangngai, quangtri"), err::toString);
    }

    @Test
    void unknownEngineOfConsolidationIsReportedWithTheKnownOnes() throws IOException {
        assertEquals(ExitCode.DONE, run("list", "engines"), err::toString);
        assertTrue(out.toString().startsWith("local "), out::toString);
        var file = write("""
                danh mục X { a "Xã A" }
                mẫu biểu M "DANH SÁCH" { cột tên "Họ và tên": chữ }
                đợt tổng hợp D { mẫu M đơn vị theo X thư mục "nop-ve" }
                """);
        Files.createDirectories(folder.resolve("nop-ve"));

        assertEquals(ExitCode.USAGE, run("status", file, "--engine", "x"));
        assertTrue(err.toString().contains("ENGINE-UNKNOWN") && err.toString().contains("local"), err::toString);
    }

    /** Writes a campaign of three units, none of which has sent its return. */
    private Path campaign() throws IOException {
        Files.createDirectories(folder.resolve("nop-ve"));
        return write("""
                cơ quan S "Sở Y tế" { viết tắt "SYT" địa danh "Huế" }
                danh mục X { a "UBND xã Đức Ninh" b "UBND phường Đức Ninh Đông" c "UBND xã An Phú" }
                mẫu biểu M "DANH SÁCH" { cột tên "Họ và tên": chữ }
                đợt tổng hợp D { mẫu M cơ quan tổng hợp S đơn vị theo X thư mục "nop-ve" hạn nộp 15/12/2022 }
                """);
    }

    @Test
    void reminderThatNobodyHasEditedIsWrittenAgain() throws IOException {
        var file = campaign();
        var letter = folder.resolve("ket-qua/D-don-doc.bieu");

        run("remind", file, "--as-of", "20/12/2022");
        assertTrue(Files.readString(letter).contains("…/12/2022"));
        run("remind", file, "--as-of", "2/1/2023");
        assertFalse(err.toString().contains("REMIND-EXISTS"), err::toString);
        assertTrue(Files.readString(letter).contains("/2023\n"), letter::toString);

        var edited = Files.readString(letter).replace("khẩn trương", "nhanh chóng");
        Files.writeString(letter, edited);
        assertEquals(ExitCode.FAILED, run("remind", file, "--as-of", "3/2/2023"));
        assertTrue(err.toString().contains("REMIND-EXISTS"), err::toString);
        assertEquals(edited, Files.readString(letter));
    }

    @Test
    void statusEndsWithATotalAndListsMissingUnits() throws IOException {
        run("status", campaign(), "--missing", "--as-of", "20/12/2022");

        assertEquals(4, out.toString().strip().lines().count(), out::toString);
        assertTrue(out.toString().strip().endsWith("0/3 đơn vị đã nộp, 3 chưa nộp"), out::toString);
    }

    @Test
    void unitThatADecisionNamesByItsTitleIsReportedWithItsName() throws IOException {
        var file = campaign();
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("hạn nộp 15/12/2022", "hạn nộp 15/12/2022 quyết định { anPhú: không phải nộp }"));

        assertEquals(ExitCode.PROBLEMS, run("status", file));
        assertTrue(out.toString().concat(err.toString()).contains("Hãy viết tên: c"), () -> out.toString() + err);
    }

    @Test
    void unitsAreFoundByAPartOfTheirNames() throws IOException {
        var file = campaign();

        run("status", file, "--only", "An Phú");
        assertTrue(out.toString().contains("UBND xã An Phú") && !out.toString().contains("Đức"), out::toString);
        run("status", file, "--only", "đức ninh");
        assertTrue(
                out.toString().contains("UBND xã Đức Ninh") && !out.toString().contains("Đông"), out::toString);
        assertEquals(ExitCode.USAGE, run("status", file, "--only", "Đức"));
        assertTrue(
                err.toString().contains("UBND xã Đức Ninh") && err.toString().contains("UBND phường Đức Ninh Đông"),
                err::toString);
    }
}
