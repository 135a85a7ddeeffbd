/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
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
        var written = Files.writeString(folder.resolve("a.bieu"), """
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
        assertEquals(
                ExitCode.DONE,
                run("export", written, "--element", "B", "--format", "docx", "--name", "b", "--output", folder),
                out::toString);
        var imported = folder.resolve("b.bieu");

        assertEquals(ExitCode.DONE, run("import", folder.resolve("b.docx"), "--output", imported), out::toString);

        var text = Files.readString(imported);
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
}
