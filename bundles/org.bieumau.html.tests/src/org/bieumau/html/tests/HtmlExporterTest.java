/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.html.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import nu.validator.client.EmbeddedValidator;
import nu.validator.client.EmbeddedValidator.OutputFormat;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.html.internal.HtmlExporter;
import org.bieumau.model.Document;
import org.bieumau.testing.Browser;
import org.bieumau.testing.ExternalTool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class HtmlExporterTest {

    @TempDir
    private Path folder;

    static List<String> examples() {
        return Examples.NAMES;
    }

    private byte[] export(String example) throws Exception {
        Examples.copyTo(folder);
        return export(folder.resolve(example + ".bieu"));
    }

    private static byte[] export(Path file) throws Exception {
        var document = new BieuReader(List.of())
                .read(file).library().getElements().stream()
                        .filter(Document.class::isInstance)
                        .findFirst()
                        .orElseThrow();
        var out = new ByteArrayOutputStream();
        new HtmlExporter()
                .export(Layout.of(document, Registry.installed().profile("nd30").orElseThrow()), out, Progress.NONE);
        return out.toByteArray();
    }

    private static Element read(byte[] page) throws Exception {
        var text = new String(page, StandardCharsets.UTF_8);
        assertTrue(text.startsWith("<!DOCTYPE html>\n"));
        var xml = text.substring(text.indexOf('\n')).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml))
                .getDocumentElement();
    }

    private static List<Element> all(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void pageIsSelfContainedAndReproducible(String example) throws Exception {
        var page = export(example);
        var root = read(page);
        assertEquals("vi", root.getAttribute("lang"));
        assertFalse(all(root, "title").getFirst().getTextContent().isBlank());
        for (var name : List.of("script", "link", "img", "iframe")) {
            assertTrue(all(root, name).isEmpty(), name);
        }
        assertFalse(new String(page, StandardCharsets.UTF_8).contains("http"));
        assertArrayEquals(page, export(example));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onlyVoidElementsAreSelfClosing(String example) throws Exception {
        var text = new String(export(example), StandardCharsets.UTF_8);
        assertFalse(text.matches("(?s).*<(?!meta|col|br)[a-z0-9]+[^>]*/>.*"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void pageConformsToHtmlAndCss(String example) throws Exception {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(OutputFormat.GNU);
        validator.setForceHTML(true);
        // Without it, the validator guesses the language and warns about short texts.
        validator.setNoLangDetect(true);
        assertEquals(
                "",
                validator.validate(new ByteArrayInputStream(export(example))).strip());
    }

    /**
     * The style sheet must not be escaped: HTML has no escapes in it, and a browser ignores rules with {@code &gt;}.
     */
    @Test
    void styleSheetIsNotEscaped() throws Exception {
        var text = new String(export("vidu-quyetdinh"), StandardCharsets.UTF_8);
        var style = text.substring(text.indexOf("<style>"), text.indexOf("</style>"));
        assertTrue(style.contains(".braced > div:first-child { border-right"), style);
        assertFalse(style.contains("&"), style);
    }

    @Test
    void cellWithANoteAloneIsPrinted() throws Exception {
        Examples.copyTo(folder);
        var file = folder.resolve("vidu-chuthich.bieu");
        Files.writeString(file, Files.readString(file).replaceFirst("\\| Thực hiện\\^\\[", "| ^["));
        var page = new String(export(file), StandardCharsets.UTF_8);
        assertTrue(page.contains("Ước thực hiện quý I."), page);
        assertTrue(page.contains("id=\"note-ref-2\""), page);
    }

    @Test
    void eachSectionOfATableIsARowGroup() throws Exception {
        var table = all(read(export("quangngai-2021-dangky")), "table").getFirst();
        for (var body : all(table, "tbody")) {
            var rows = all(body, "tr");
            assertTrue(
                    rows.stream()
                            .skip(1)
                            .noneMatch(row -> row.getAttribute("class").equals("section")),
                    body::getTextContent);
        }
        assertEquals(
                3,
                all(table, "tbody").stream()
                        .filter(body ->
                                all(body, "tr").getFirst().getAttribute("class").equals("section"))
                        .count());
    }

    @Test
    void browserPrintsPagesInTheFormatOfTheDecree() throws Exception {
        var page = Files.write(folder.resolve("a.html"), export("quangngai-2021-dangky"));
        var printed = folder.resolve("a.pdf");
        Browser.print(page, printed);
        var text = ExternalTool.PDFTOTEXT.run("-layout", printed, "-");
        assertTrue(text.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), text);
        // Whole points, as the browser rounds in another way than the decree's millimetres.
        var sizes = Pattern.compile("Page +\\d+ size: *(\\d+)[.\\d]* x (\\d+)")
                .matcher(ExternalTool.PDFINFO.run("-l", "99", printed))
                .results()
                .map(size -> size.group(1) + " x " + size.group(2))
                .distinct()
                .toList();
        assertEquals(List.of("594 x 841", "841 x 594"), sizes);
    }

    @Test
    void headerCellsOfTablesHaveAScope() throws Exception {
        var table = all(read(export("quangngai-2021-dangky")), "table").getFirst();
        var head = all(table, "thead").getFirst();
        var scopes = all(head, "th").stream()
                .map(cell -> cell.getTextContent().strip() + ": " + cell.getAttribute("scope"))
                .toList();
        assertTrue(
                scopes.contains("STT: col")
                        && scopes.contains("HÌNH THỨC: colgroup")
                        && scopes.contains("Nhân rộng: col"),
                scopes::toString);
        assertEquals(2, all(head, "tr").size());
        assertEquals(
                List.of("rowgroup", "rowgroup", "rowgroup"),
                all(table, "tbody").stream()
                        .flatMap(body -> all(body, "th").stream())
                        .map(cell -> cell.getAttribute("scope"))
                        .toList());
    }

    @Test
    void headingsBecomeHeadingElements() throws Exception {
        var root = read(export("hungyen-2023-kehoach"));
        assertEquals(
                List.of("KẾ HOẠCH"),
                all(root, "h1").stream()
                        .map(Element::getTextContent)
                        .map(String::strip)
                        .toList());
        assertEquals(3, all(root, "h2").size());
        assertEquals(6, all(root, "h3").size());
    }

    @Test
    void printedPagesHaveTheFormatOfTheDecree() throws Exception {
        var style =
                all(read(export("quangngai-2021-dangky")), "style").getFirst().getTextContent();
        assertTrue(style.contains("size: 210mm 297mm; margin: 20mm 15mm 20mm 30mm"), style);
        assertTrue(style.contains("size: 297mm 210mm"), style);
        assertTrue(style.contains(".national-name { font-size: 12pt;"), style);
    }

    @Test
    void markupInTextIsEscaped() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), """
                cơ quan Sở "Sở <b>Khoa học</b> & Công nghệ" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                kế hoạch K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
                <script>alert(1)</script> \u0001 & ]]> *nghiêng*
                ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" } }
                """);
        var root = read(export(file));
        assertTrue(all(root, "script").isEmpty());
        var text = root.getTextContent();
        assertTrue(text.contains("<script>alert(1)</script>  & ]]> nghiêng"), text);
        assertTrue(text.contains("SỞ <B>KHOA HỌC</B> & CÔNG NGHỆ"), text);
    }
}
