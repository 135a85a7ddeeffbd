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
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    private static final String COPIED = """
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
                trích sao {
                    cơ quan sao TT   số 12   ngày 15/3/2026
                    nơi nhận { "Công an xã" lưu VT }
                    ký { chức vụ "Giám đốc" họ tên "Trần Văn Bình" }
                }
                phụ lục A "Danh sách" '''
                    Có danh sách riêng.
                '''
            }
            """;

    private static final Pattern TABLE = Pattern.compile("<w:tbl>.*?</w:tbl>");
    private static final Pattern CELL = Pattern.compile("<w:tc>.*?</w:tc>");
    private static final Pattern PARAGRAPH = Pattern.compile("<w:p>.*?</w:p>");

    /** What certifies a copy is read where it belongs, however it is written in text boxes and wherever they are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TABLE | OWN
            TABLE | xã Mới báo cáo
            TABLE | Nơi nhận:
            LINES | OWN
            LINES | CỘNG HÒA XÃ HỘI
            LINES | Lê Thị Mai
            SIDES | OWN
            SIDES | xã Mới báo cáo
            SIDES | CHỦ TỊCH
            """)
    void copiesInTextBoxesAreReadAsBelowTheDocument(String content, String anchor) throws Exception {
        var plain = importOfExport("B", COPIED);
        assertTrue(plain.contains("trích sao {"), plain);
        Files.delete(folder.resolve("b.docx"));
        Files.delete(folder.resolve("b.bieu"));

        var boxed = importOfExport("B", COPIED, xml -> inBoxes(xml, content, anchor));

        assertEquals(plain, boxed);
    }

    /**
     * Moves the table that certifies a copy into text boxes.
     *
     * @param content TABLE for the table itself, LINES for its lines below each other, SIDES for a box for each side
     * @param anchor text of the paragraph in which the boxes are anchored, or OWN for a paragraph of their own
     */
    private static String inBoxes(String xml, String content, String anchor) {
        var table = TABLE.matcher(xml)
                .results()
                .map(found -> found.group())
                .filter(each -> each.contains("TRÍCH SAO"))
                .findFirst()
                .orElseThrow();
        var cells = CELL.matcher(table).results().map(found -> found.group()).toList();
        assertEquals(6, cells.size());
        var boxes = switch (content) {
            case "TABLE" -> box(table + "<w:p/>");
            case "LINES" -> box(paragraphs(cells));
            default ->
                box(paragraphs(List.of(cells.get(0), cells.get(2), cells.get(4))))
                        + box(paragraphs(List.of(cells.get(1), cells.get(3), cells.get(5))));
        };
        if (anchor.equals("OWN")) {
            return xml.replace(table, "<w:p>" + boxes + "</w:p>");
        }
        var without = xml.replace(table, "");
        var run = without.lastIndexOf("<w:r>", without.indexOf(anchor));
        return without.substring(0, run) + boxes + without.substring(run);
    }

    private static String paragraphs(List<String> cells) {
        return cells.stream()
                .flatMap(cell -> PARAGRAPH.matcher(cell).results())
                .map(found -> found.group())
                .collect(Collectors.joining());
    }

    /** Returns a run with a text box as Word writes it: as a drawing, and in VML for old programs. */
    private static String box(String content) {
        var text = "<w:txbxContent>" + content + "</w:txbxContent>";
        return """
                <w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
                <mc:Choice Requires="wps" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\
                <w:drawing><wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">\
                <wp:extent cx="5400000" cy="1800000"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">\
                <a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:spPr>\
                <a:prstGeom prst="rect"/></wps:spPr><wps:txbx>%s</wps:txbx></wps:wsp></a:graphicData></a:graphic>\
                </wp:anchor></w:drawing></mc:Choice>\
                <mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:425pt;height:142pt">\
                <v:textbox>%s</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>""".formatted(text, text);
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
        return importOfExport(element, text, xml -> {
            var now = xml;
            for (int i = 0; i < replaced.length; i += 2) {
                now = now.replaceAll(replaced[i], replaced[i + 1]);
            }
            return now;
        });
    }

    /**
     * Returns the import of an export.
     *
     * @param change changes the text of the exported file
     */
    private String importOfExport(String element, String text, UnaryOperator<String> change) throws IOException {
        var written = Files.writeString(folder.resolve("a.bieu"), text);
        assertEquals(
                ExitCode.DONE,
                run("export", written, "--element", element, "--format", "docx", "--name", "b", "--output", folder),
                out::toString);
        var exported = folder.resolve("b.docx");
        try (var zip = FileSystems.newFileSystem(exported)) {
            var part = zip.getPath("word/document.xml");
            Files.writeString(part, change.apply(Files.readString(part)));
        }
        var imported = folder.resolve("b.bieu");
        assertEquals(ExitCode.DONE, run("import", exported, "--library", folder, "--output", imported), out::toString);
        return Files.readString(imported);
    }
}
