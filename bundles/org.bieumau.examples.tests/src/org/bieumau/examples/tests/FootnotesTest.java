/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.testing.ExternalTool;
import org.bieumau.testing.LibreOffice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** Checks footnotes in the files of all formats, as other programs read them. */
class FootnotesTest {

    private static final String EXAMPLE = "vidu-chuthich";
    private static final List<String> NOTES = List.of(
            "Số liệu do Trung tâm Phục vụ hành chính công cung cấp, tính đến ngày 31/3/2026.",
            "Nghị quyết số 12-NQ/TU ngày 10/02/2026 của Tỉnh ủy về chuyển đổi số.",
            "Ước thực hiện quý I.",
            "Không tính lệ phí dưới 10.000 đồng.");

    @TempDir
    private Path folder;

    private Path export(String format) throws Exception {
        return Files.write(folder.resolve("notes." + format), Exported.of(EXAMPLE, format, folder));
    }

    /** Returns the lines of a page of a PDF, without indents. */
    private static List<String> lines(Path pdf, int page) {
        return ExternalTool.PDFTOTEXT
                .run("-layout", "-f", page, "-l", page, pdf, "-")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.equals("\f"))
                .toList();
    }

    private static List<String> numbered() {
        var lines = new ArrayList<String>();
        NOTES.forEach(note -> lines.add((lines.size() + 1) + " " + note));
        return lines;
    }

    @Test
    void pdfHasThemAtTheFootOfThePage() throws Exception {
        var pdf = export("pdf");
        // A raised number can be a line of its own in the text of pdftotext.
        var text = String.join(" ", lines(pdf, 1)).replaceAll("\\s+", " ");
        assertTrue(text.endsWith(String.join(" ", numbered())), text);
        try (var file = Loader.loadPDF(pdf.toFile())) {
            var ids = new ArrayList<String>();
            notes(file.getDocumentCatalog().getStructureTreeRoot(), ids);
            assertEquals(NOTES.size(), ids.size());
            assertEquals(NOTES.size(), new HashSet<>(ids).size(), ids::toString);
        }
    }

    private static void notes(PDStructureNode node, List<String> ids) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getStructureType().equals("Note")) {
                    ids.add(element.getElementIdentifier());
                }
                notes(element, ids);
            }
        }
    }

    @Test
    void noteIsOnThePageOfItsReference() throws Exception {
        var body = new StringBuilder();
        for (int i = 1; i <= 90; i++) {
            body.append("        ")
                    .append("Đoạn ")
                    .append(i)
                    .append(" của báo cáo")
                    .append("^[Chú thích ")
                    .append(i)
                    .append(".]")
                    .append(
                            " viết đủ dài để chiếm hơn một dòng trên trang giấy, vì vậy có thể bị ngắt giữa hai trang.\n");
        }
        var pdf = pdf(body.toString());
        int pages;
        try (var loaded = Loader.loadPDF(pdf.toFile())) {
            pages = loaded.getNumberOfPages();
        }
        assertTrue(pages > 3, () -> "pages: " + pages);
        var seen = 0;
        for (int page = 1; page <= pages; page++) {
            var text = String.join("\n", lines(pdf, page));
            var references = numbers("của báo cáo(\\d+)", text);
            assertEquals(references, numbers("(?m)^(\\d+)\\s+Chú thích", text), "page " + page);
            seen += references.size();
        }
        assertEquals(90, seen);
    }

    /** Exports a report with a text as PDF. */
    private Path pdf(String body) throws Exception {
        var file = folder.resolve("long.bieu");
        Files.writeString(file, """
                cơ quan A "Sở A" { viết tắt "A" địa danh "X" }
                báo cáo B {
                    cơ quan ban hành A   ngày 10/4/2026   trích yếu "dài"
                    nội dung '''
                %s    '''
                    nơi nhận { "B" lưu VT }
                    ký { chức vụ "Giám đốc" họ tên "C" }
                }
                """.formatted(body));
        var registry = Registry.load(getClass().getClassLoader());
        var library = new BieuReader(List.of()).read(file).library();
        var pdf = folder.resolve("long.pdf");
        try (var out = Files.newOutputStream(pdf)) {
            registry.exporter("pdf")
                    .orElseThrow()
                    .export(
                            Layout.of(
                                    library.getElements().getLast(),
                                    registry.profile("nd30").orElseThrow()),
                            out,
                            Progress.NONE);
        }
        return pdf;
    }

    /** The note of the second paragraph has three thousand words, which are numbered. */
    @Test
    void longNoteContinuesOnTheNextPages() throws Exception {
        var note = new StringBuilder();
        for (int i = 1; i <= 3_000; i++) {
            note.append(" chữ").append(i);
        }
        var pdf = pdf("        Mở đầu.\n        Xem^[Bắt đầu" + note + " hết.] đây.\n"
                + "        Một đoạn của văn bản^[Chú thích sau.].\n".repeat(60));
        ExternalTool.QPDF.run("--check", pdf);
        var pages = new ArrayList<String>();
        try (var loaded = Loader.loadPDF(pdf.toFile())) {
            for (int page = 1; page <= loaded.getNumberOfPages(); page++) {
                pages.add(String.join("\n", lines(pdf, page)));
            }
            var ids = new ArrayList<String>();
            notes(loaded.getDocumentCatalog().getStructureTreeRoot(), ids);
            assertEquals(61, ids.size());
        }
        assertTrue(
                pages.getFirst().contains("Xem1 đây") && pages.getFirst().contains("Bắt đầu chữ1 "), pages::getFirst);
        assertTrue(pages.get(1).contains("chữ") && pages.get(2).contains("chữ"), pages::toString);
        var words = new ArrayList<String>();
        for (int i = 1; i <= 3_000; i++) {
            words.add(Integer.toString(i));
        }
        assertEquals(words, numbers("chữ(\\d+)", String.join("\n", pages)));
        // No line is drawn below the margin, and each further note is on the page of its reference.
        for (var box : boxes(pdf)) {
            assertTrue(box < 842 - 20 / 25.4 * 72 + 1, () -> "lower edge of a word: " + box);
        }
        var seen = 0;
        for (var page : pages) {
            var references = numbers("của văn bản(\\d+)", page);
            assertEquals(references, numbers("(?m)^(\\d+)\\s+Chú thích sau", page), page);
            seen += references.size();
        }
        assertEquals(60, seen);
    }

    /** Returns the lower edges of the words of a PDF, in pt from the upper edge of their page. */
    private static List<Double> boxes(Path pdf) {
        return numbers("yMax=\"([\\d.]+)\">", ExternalTool.PDFTOTEXT.run("-bbox", pdf, "-")).stream()
                .map(Double::valueOf)
                .toList();
    }

    private static List<String> numbers(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void wordShowsThemAtTheFootOfThePage() throws Exception {
        var lines = lines(LibreOffice.convert(export("docx"), "pdf", folder), 1).stream()
                .map(line -> line.replaceAll("\\s+", " "))
                .toList();
        assertEquals(numbered(), lines.subList(lines.size() - NOTES.size(), lines.size()));
    }

    @Test
    void htmlLinksInBothDirections() throws Exception {
        var html = Files.readString(export("html"), StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>\n", "");
        var links = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("a");
        var targets = new HashMap<String, String>();
        for (int i = 0; i < links.getLength(); i++) {
            var link = (Element) links.item(i);
            assertEquals(null, targets.put(link.getAttribute("id"), link.getAttribute("href")));
        }
        assertEquals(2 * NOTES.size(), targets.size());
        for (var target : targets.entrySet()) {
            assertEquals("#" + target.getKey(), targets.get(target.getValue().substring(1)));
        }
        var words = HtmlText.words(Files.readAllBytes(folder.resolve("notes.html")));
        assertFalse(words.isEmpty());
        assertEquals(
                Words.of(NOTES.getLast()),
                words.subList(words.size() - Words.of(NOTES.getLast()).size(), words.size()));
    }

    /** The note on publication is at the foot of the last page, below the footnotes. */
    @Test
    void noteOfTheLastPageFollowsTheFootnotes() throws Exception {
        var file = Files.writeString(folder.resolve("d.bieu"), """
                cơ quan A "Thành uỷ" { viết tắt "TU" địa danh "Huế" thể thức "đảng" }
                thông báo B {
                    cơ quan ban hành A   ngày 10/6/2026   không phổ biến   trích yếu "họp"
                    nội dung '''
                        Một câu.^[Ghi chú.]
                    '''
                    nơi nhận { lưu VP }
                    ký { chức vụ "Bí thư" họ tên "C" }
                }
                """);
        for (var format : List.of("html", "pdf")) {
            var output = Files.write(folder.resolve("d." + format), Exported.byOwnProfile(file, "B", format));
            var text = format.equals("html")
                    ? String.join(" ", HtmlText.words(Files.readAllBytes(output)))
                    : ExternalTool.PDFTOTEXT.run(output, "-").replaceAll("\\s+", " ");
            assertTrue(text.strip().endsWith("Ghi chú. Không phổ biến trên phương tiện thông tin đại chúng"), text);
        }
    }
}
