/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.testing.ExternalTool;
import org.bieumau.testing.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checks that special characters are printed in the same way in every format, as other programs read the files: no
 * words are joined, and nothing that is visible is lost.
 */
class SpecialCharactersTest {

    private static final Registry REGISTRY = Registry.load(SpecialCharactersTest.class.getClassLoader());

    /** What is printed for each character: a space, a no-break space, nothing, or the replacement character. */
    private static final Map<Integer, String> PRINTED = printed();

    @TempDir
    private Path folder;

    private static Map<Integer, String> printed() {
        var printed = new LinkedHashMap<Integer, String>();
        for (int c = 0x00; c <= 0x9F; c++) {
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F) {
                printed.put(c, " ");
            }
        }
        for (var c : List.of(0x1680, 0x2002, 0x2003, 0x2004, 0x2005, 0x2006, 0x2008, 0x2009, 0x200A, 0x205F, 0x3000)) {
            printed.put(c, " ");
        }
        for (var c : List.of(0x2028, 0x2029, 0x3164, 0xFFF9, 0xFFFA, 0xFFFB, 0xFFFC)) {
            printed.put(c, " ");
        }
        for (var c : List.of(0xA0, 0x2007, 0x202F)) {
            printed.put(c, "\u00A0");
        }
        for (var c : List.of(0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x2060, 0xFEFF)) {
            printed.put(c, "");
        }
        for (var c : List.of(0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2061, 0x2064, 0x2066, 0x2067, 0x2068, 0x2069)) {
            printed.put(c, "");
        }
        for (var c : List.of(0x206A, 0x206F, 0xFE0E, 0xFE0F, 0xE0001, 0xE0041, 0xE0100)) {
            printed.put(c, "");
        }
        for (var c : List.of(0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE)) {
            printed.put(c, "\uFFFD");
        }
        printed.put(0x2011, "\u2011");
        return printed;
    }

    /** Returns a line for each character, with words on both sides of it. */
    private static List<String> lines(boolean written) {
        var lines = new ArrayList<String>();
        PRINTED.forEach((c, printed) -> lines.add(
                "thủ%04X".formatted(c) + (written ? Character.toString(c) : printed) + "tục%04X".formatted(c)));
        return lines;
    }

    private Path export(String text, String format) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), text);
        var result = new BieuReader(List.of(), REGISTRY).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        var element = result.elements().getLast();
        var target = folder.resolve("a." + format);
        try (var out = Files.newOutputStream(target)) {
            REGISTRY.exporter(format)
                    .orElseThrow()
                    .export(
                            Layout.of(
                                    element,
                                    REGISTRY.profile(LayoutProfile.DEFAULT).orElseThrow()),
                            out,
                            Progress.NONE);
        }
        return target;
    }

    private Path exportLetter(String format) throws Exception {
        return export("""
                cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
                %s
                Hết.
                ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
                """.formatted(String.join("\n", lines(true))), format);
    }

    private Path exportForm(String format) throws Exception {
        var rows = new StringBuilder();
        lines(true).forEach(line -> rows.append("dòng { a \"").append(line).append("\" }\n"));
        return export("""
                mẫu biểu M "Mẫu" { cột a "A": chữ }
                biểu B lập theo mẫu M {
                %s
                }
                """.formatted(rows), format);
    }

    private static List<String> shown(String text) {
        return text.lines().filter(line -> line.startsWith("thủ")).toList();
    }

    @Test
    void documentShowsTheSameCharactersInWord() throws Exception {
        var text = Python.run("docx", """
                import sys, docx
                for paragraph in docx.Document(sys.argv[1]).paragraphs:
                    print(paragraph.text.replace('\\n', '<LF>'))
                """, exportLetter("docx"));
        assertEquals(lines(false), shown(text));
    }

    @Test
    void documentShowsTheSameCharactersInHtml() throws Exception {
        var text = Python.run("html.parser", """
                import sys, html.parser
                class Text(html.parser.HTMLParser):
                    def handle_data(self, data):
                        if data.strip(): print(data.replace('\\n', '<LF>'))
                Text().feed(open(sys.argv[1], encoding='utf-8').read())
                """, exportLetter("html"));
        assertEquals(lines(false), shown(text));
    }

    @Test
    void documentShowsTheSameCharactersInPdf() throws Exception {
        var pdf = exportLetter("pdf");
        ExternalTool.QPDF.run("--check", pdf);
        assertEquals(
                lines(false).stream()
                        .map(line -> line.replace('\u00A0', ' ').replace('\u2011', '-'))
                        .toList(),
                shown(ExternalTool.PDFTOTEXT.run(pdf, "-")).stream()
                        .map(String::strip)
                        .toList());
    }

    /** In a cell, line breaks of any kind begin a new line. */
    private static List<String> cells() {
        var breaks = List.of(0x0B, 0x0C, 0x85, 0x2028, 0x2029);
        return PRINTED.keySet().stream()
                .map(c -> "thủ%04X".formatted(c)
                        + (breaks.contains(c) ? "<LF>" : PRINTED.get(c))
                        + "tục%04X".formatted(c))
                .toList();
    }

    @Test
    void formShowsTheSameCharactersInExcel() throws Exception {
        var text = Python.run("openpyxl", """
                import sys, openpyxl
                for row in openpyxl.load_workbook(sys.argv[1]).active.iter_rows(values_only=True):
                    for cell in row:
                        if cell is not None: print(str(cell).replace('\\n', '<LF>'))
                """, exportForm("xlsx"));
        assertEquals(cells(), shown(text));
    }

    @Test
    void formShowsTheSameCharactersInWord() throws Exception {
        var text = Python.run("docx", """
                import sys, docx
                for row in docx.Document(sys.argv[1]).tables[0].rows:
                    print('<LF>'.join(paragraph.text for paragraph in row.cells[0].paragraphs))
                """, exportForm("docx"));
        assertEquals(cells(), shown(text));
    }
}
