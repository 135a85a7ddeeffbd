/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Word files of offices become documents; what is neither document nor known form is refused with a way out. */
class DocumentImportTest {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]{2,}");

    private static final Pattern TEXT = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(?:tab|br)/>");

    private static final Path FILES = Path.of("../org.bieumau.testing/src/org/bieumau/testing/files");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    private ExitCode run(Object... arguments) {
        var texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), texts);
    }

    /** All words of a real file are in the text of its import; numbers are written in another way. */
    @Test
    void wordsOfARealReportAreKept() throws Exception {
        var file = FILES.resolve("baocao-thang-bhyt.docx");
        var imported = folder.resolve("baocao.bieu");

        assertEquals(ExitCode.DONE, run("import", file, "--output", imported), out::toString);

        assertEquals(List.of(), missing(words(texts(file)), words(List.of(Files.readString(imported)))));
        assertTrue(Files.readString(imported).contains("\nbáo cáo "), "the type was not found");
        assertTrue(out.toString().contains("READ-STRUCK-OUT-TEXT"), out::toString);
        assertEquals(
                ExitCode.DONE,
                run("export", imported, "--format", "docx", "--output", folder.resolve("again")),
                out::toString);
    }

    /** Returns the text of each paragraph of a Word file. */
    private static List<String> texts(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            var xml = new String(
                    zip.getInputStream(zip.getEntry("word/document.xml")).readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(xml.split("</w:p>"))
                    .map(paragraph -> TEXT.matcher(paragraph)
                            .results()
                            .map(found -> found.group(1) == null ? " " : found.group(1))
                            .collect(Collectors.joining()))
                    .toList();
        }
    }

    private static List<String> words(List<String> texts) {
        return texts.stream()
                .flatMap(text -> WORD.matcher(text).results())
                .map(word -> word.group().toLowerCase(Locale.of("vi")))
                .toList();
    }

    /** Returns the words of which there are fewer than expected. */
    private static List<String> missing(List<String> expected, List<String> actual) {
        var counts = new TreeMap<String, Integer>();
        expected.forEach(word -> counts.merge(word, 1, Integer::sum));
        actual.forEach(word -> counts.merge(word, -1, Integer::sum));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }

    @Test
    void tablesWithoutALetterAreRefusedWithAWayOut() throws IOException {
        var file = FILES.resolve("soyeu-lylich.docx");

        assertEquals(ExitCode.PROBLEMS, run("import", file));

        assertTrue(out.toString().contains("READ-NO-DOCUMENT-FORM"), out::toString);
    }

    @Test
    void anUnknownAgencyIsMadeOfTheLetterhead() throws Exception {
        var text = importOfExport("B", """
                phiên bản 2

                cơ quan XãMới "Ủy ban nhân dân xã Mới" { viết tắt "UBND" địa danh "Mới" }

                báo cáo B {
                    cơ quan ban hành XãMới   số 7   ngày 12/3/2026
                    trích yếu "Kết quả quý I"
                    nội dung '''
                        Ủy ban nhân dân xã Mới báo cáo kết quả quý I.
                    '''
                    nơi nhận { "Như trên" lưu VT }
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                }
                """);

        assertEquals("""
                phiên bản 2

                cơ quan ỦyBanNhânDânXãMới "Ủy ban nhân dân xã Mới" {
                    viết tắt "UBND"
                    địa danh "Mới"
                }

                báo cáo B {
                    cơ quan ban hành ỦyBanNhânDânXãMới
                    số 7
                    ngày 12/3/2026
                    trích yếu "Kết quả quý I"
                    nội dung '''
                        Ủy ban nhân dân xã Mới báo cáo kết quả quý I./.
                    '''
                    nơi nhận {
                        "Như trên"
                        lưu VT
                    }
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                }
                """, text);
    }

    @Test
    void copiesOfAnUnknownAgencyAreReadWithIt() throws Exception {
        var text = importOfExport("B", """
                phiên bản 2

                cơ quan Xã "Ủy ban nhân dân xã Mới" { viết tắt "UBND" địa danh "Mới" }

                cơ quan TT "Trung tâm Phục vụ hành chính công" { viết tắt "TTPVHCC" địa danh "Mới" }

                báo cáo B {
                    cơ quan ban hành Xã   số 7   ngày 12/3/2026
                    trích yếu "Kết quả quý I"
                    nội dung '''
                        Ủy ban nhân dân xã Mới báo cáo kết quả quý I.
                    '''
                    nơi nhận { "Như trên" lưu VT }
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                    sao y { cơ quan sao TT ký số "14/3/2026 08:30:00 +07:00" }
                    trích sao {
                        cơ quan sao TT   số 12   ngày 15/3/2026
                        nơi nhận { "Công an xã" lưu VT }
                        ký { chức vụ "Giám đốc" họ tên "Trần Văn Bình" }
                    }
                    phụ lục A "Danh sách" '''
                        Có danh sách riêng.
                    '''
                }
                """);

        assertEquals("""
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                    sao y {
                        cơ quan sao TrungTâmPhụcVụHànhChínhCông
                        ký số "14/3/2026 08:30:00 +07:00"
                    }
                    trích sao {
                        cơ quan sao TrungTâmPhụcVụHànhChínhCông
                        số 12
                        ngày 15/3/2026
                        nơi nhận {
                            "Công an xã"
                            lưu VT
                        }
                        ký { chức vụ "Giám đốc" họ tên "Trần Văn Bình" }
                    }
                    phụ lục PhụLục1 "DANH SÁCH" '''
                        Có danh sách riêng./.
                    '''
                }
                """, text.substring(text.indexOf("    ký {")));
        assertTrue(text.contains("\"Trung tâm Phục vụ hành chính công\" {\n    viết tắt \"TTPVHCC\"\n"), text);
    }

    /** The rules of the Party since 2026 know no copies with a number; exporting one would be refused. */
    @Test
    void copiesThatTheRulesDoNotKnowAreLeft() throws Exception {
        var text = importOfExport("T", """
                phiên bản 2

                cơ quan Ban "Ban Dân vận" { viết tắt "BDV" địa danh "Quảng Ngãi" thể thức "đảng" }

                thông báo T {
                    cơ quan ban hành Ban   số 9   ngày 08/02/2022
                    trích yếu "phân công nhiệm vụ"
                    nội dung '''
                        Ban Dân vận phân công nhiệm vụ như sau.
                    '''
                    nơi nhận { "Thường trực Tỉnh ủy" lưu VP }
                    ký { chức vụ "Trưởng ban" họ tên "Trần Thị Bình" }
                    sao lục {
                        cơ quan sao Ban   số 4   ngày 10/02/2022
                        nơi nhận { "Các xã" lưu VP }
                        ký { chức vụ "Phó Trưởng ban" họ tên "Nguyễn Văn Em" }
                    }
                }
                """, "02.năm.2022", "7 năm 2026");

        assertFalse(text.contains("sao lục {"), text);
        for (var line : List.of("SAO LỤC", "BAN DÂN VẬN", "*", "Số 04-BS/BDV", "- Các xã,", "Nguyễn Văn Em")) {
            assertTrue(text.contains("\" \"" + line + "\"\n"), () -> line + " in " + text);
        }
    }

    /** Without a choice of the template, since a document may have forms of several templates. */
    @Test
    void attachedFormTakesTheFirstOfAlikeTemplatesAndTellsSo() throws Exception {
        var columns = "{ cột tt \"TT\": số thứ tự cột tên \"Tên\": chữ cột n \"Số lượng\": số }\n";
        var text = importOfExport(
                "T",
                "phiên bản 2\nthư viện giống\nmẫu biểu Nam \"DANH SÁCH\" " + columns + "mẫu biểu Nữ \"DANH SÁCH\" "
                        + columns + """
                        cơ quan Xã "Ủy ban nhân dân xã Mới" { viết tắt "UBND" địa danh "Mới" }
                        biểu B lập theo mẫu Nữ { dòng "Lê Mai" { n 3 } }
                        thông báo T {
                            cơ quan ban hành Xã   số 7   ngày 12/3/2026
                            trích yếu "Danh sách"
                            nội dung '''
                                Ủy ban nhân dân xã Mới thông báo danh sách.
                            '''
                            nơi nhận { "Như trên" lưu VT }
                            ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                            kèm theo B
                        }
                        """);

        assertTrue(text.contains("lập theo mẫu Nam"), () -> text + out);
        assertTrue(out.toString().matches("(?s).*READ-FORM-ALIKE [^\n]*«Nam»[^\n]* Nữ\\..*"), out::toString);
    }

    /** The written file can use the libraries beside it, wherever the command runs. */
    @Test
    void librariesBesideTheOutputAreUsed(@TempDir Path sent) throws IOException {
        Files.writeString(folder.resolve("chung.bieu"), """
                phiên bản 2
                thư viện xa.moi

                cơ quan XãMới "Ủy ban nhân dân xã Mới" { viết tắt "UBND" địa danh "Mới" }

                mẫu biểu Danh "DANH SÁCH" {
                    cột tt "TT": số thứ tự
                    cột họTên "Họ và tên": chữ
                    cột n "Số lượng": số
                }
                """);
        var written = Files.writeString(folder.resolve("a.bieu"), """
                phiên bản 2
                dùng xa.moi

                biểu Nộp lập theo mẫu Danh { dòng "Lê Mai" { n 3 } }
                báo cáo B {
                    cơ quan ban hành XãMới   số 7   ngày 12/3/2026
                    trích yếu "Kết quả quý I"
                    nội dung '''
                        Ủy ban nhân dân xã Mới báo cáo kết quả quý I.
                    '''
                    nơi nhận { "Như trên" lưu VT }
                    ký { quyền hạn TM. "Ủy ban nhân dân" chức vụ "Chủ tịch" họ tên "Lê Thị Mai" }
                }
                """);
        assertEquals(
                ExitCode.DONE,
                run("export", written, "--element", "B", "--format", "docx", "--name", "b", "--output", sent),
                out::toString);
        assertEquals(
                ExitCode.DONE,
                run("export", written, "--element", "Nộp", "--format", "xlsx", "--name", "nop", "--output", sent),
                out::toString);

        var document = folder.resolve("b.bieu");
        assertEquals(ExitCode.DONE, run("import", sent.resolve("b.docx"), "--output", document), out::toString);
        var text = Files.readString(document);
        assertTrue(text.startsWith("phiên bản 2\ndùng xa.moi\n"), text);
        assertTrue(text.contains("cơ quan ban hành XãMới\n"), text);

        var form = folder.resolve("nop.bieu");
        assertEquals(ExitCode.DONE, run("import", sent.resolve("nop.xlsx"), "--output", form), out::toString);
        assertTrue(Files.readString(form).contains("lập theo mẫu Danh {"), out::toString);
    }

    /**
     * Returns the import of an export.
     *
     * @param replaced pairs for the text of the exported file: a pattern, its replacement
     */
    private String importOfExport(String element, String text, String... replaced) throws IOException {
        var written = Files.writeString(folder.resolve("a.bieu"), text);
        assertEquals(
                ExitCode.DONE,
                run("export", written, "--element", element, "--format", "docx", "--name", "b", "--output", folder),
                out::toString);
        var exported = folder.resolve("b.docx");
        for (int i = 0; i < replaced.length; i += 2) {
            replace(exported, replaced[i], replaced[i + 1]);
        }
        var imported = folder.resolve("b.bieu");
        assertEquals(ExitCode.DONE, run("import", exported, "--library", folder, "--output", imported), out::toString);
        return Files.readString(imported);
    }

    private static void replace(Path file, String pattern, String with) throws IOException {
        try (var zip = FileSystems.newFileSystem(file)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(part, Files.readString(part).replaceAll(pattern, with));
        }
    }
}
