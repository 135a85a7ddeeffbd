/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.xmlbeans.XmlError;
import org.apache.xmlbeans.XmlObject;
import org.apache.xmlbeans.XmlOptions;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.DocumentDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FootnotesDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.FtrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.HdrDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.SettingsDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Checks exported files as XML, without the exporter's code. */
class DocxExporterTest {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    @TempDir
    private Path folder;

    static List<String> examples() {
        return Examples.NAMES;
    }

    /**
     * Returns the layout of an element of an example.
     *
     * @param example the name of the example, for its first document, or <code>example/element</code>
     */
    private Layout layout(String example) throws Exception {
        Examples.copyTo(folder);
        var names = example.split("/");
        var library = new BieuReader(List.of())
                .read(folder.resolve(names[0] + ".bieu"))
                .library();
        var element = library.getElements().stream()
                .filter(e -> names.length > 1
                        ? names[1].equals(e.getName())
                        : e.eClass().getName().equals("Document"))
                .findFirst()
                .orElseThrow();
        return Layout.of(
                element,
                Registry.load(getClass().getClassLoader()).profile("nd30").orElseThrow());
    }

    private byte[] export(String example) throws Exception {
        return bytes(layout(example));
    }

    private static byte[] bytes(Layout layout) throws Exception {
        var out = new ByteArrayOutputStream();
        new DocxExporter().export(layout, out, Progress.NONE);
        return out.toByteArray();
    }

    private Document document(String example) throws Exception {
        return document(export(example));
    }

    private static Document document(byte[] file) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(Parts.of(file).get("word/document.xml")));
    }

    private static List<Element> all(Document document, String name) {
        return all(document.getDocumentElement(), name);
    }

    private static List<Element> all(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(W, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static String text(Element element) {
        return String.join(
                        "",
                        all(element, "t").stream().map(Element::getTextContent).toList())
                .replace('\u00A0', ' ');
    }

    @ParameterizedTest
    @MethodSource("examples")
    void partsAreValidAgainstTheSchemas(String example) throws Exception {
        var parts = Parts.of(export(example));
        assertValid(DocumentDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/document.xml"))));
        assertValid(StylesDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/styles.xml"))));
        assertValid(SettingsDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/settings.xml"))));
        assertValid(HdrDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/header1.xml"))));
        assertValid(NumberingDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/numbering.xml"))));
        assertValid(FootnotesDocument.Factory.parse(new ByteArrayInputStream(parts.get("word/footnotes.xml"))));
        for (var foot : parts.keySet().stream()
                .filter(name -> name.startsWith("word/footer"))
                .toList()) {
            assertValid(FtrDocument.Factory.parse(new ByteArrayInputStream(parts.get(foot))));
        }
    }

    private static void assertValid(XmlObject part) {
        var errors = new ArrayList<XmlError>();
        part.validate(new XmlOptions().setErrorListener(errors));
        assertEquals(List.of(), errors);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sameInputGivesSameBytes(String example) throws Exception {
        assertArrayEquals(export(example), export(example));
    }

    @Test
    void headerRowsRepeatButColumnNumberRowDoesNot() throws Exception {
        var rows = all(document("quangngai-2021-dangky/ĐăngKý2021"), "tr");
        assertEquals(
                List.of(true, true, false, false),
                rows.subList(0, 4).stream()
                        .map(row -> !all(row, "tblHeader").isEmpty())
                        .toList());
        assertEquals("12345678", text(rows.get(2)));
        assertEquals("ILĩnh vực Tài chính, Văn phòng", text(rows.get(3)));
    }

    @Test
    void columnGroupsSpanColumnsAndSingleColumnsSpanBothHeaderRows() throws Exception {
        var rows = all(document("quangngai-2021-dangky/ĐăngKý2021"), "tr");
        var first = all(rows.get(0), "tc");
        assertEquals(
                List.of("STT", "HÌNH THỨC", "TRONG ĐÓ"),
                List.of(text(first.get(0)), text(first.get(2)), text(first.get(5))));
        assertEquals("2", all(first.get(2), "gridSpan").get(0).getAttributeNS(W, "val"));
        assertEquals("restart", all(first.get(0), "vMerge").get(0).getAttributeNS(W, "val"));
        assertEquals("", all(all(rows.get(1), "tc").get(0), "vMerge").get(0).getAttributeNS(W, "val"));
        assertEquals("7", all(all(rows.get(3), "tc").get(1), "gridSpan").get(0).getAttributeNS(W, "val"));
    }

    @Test
    void everyRowCoversAllGridColumns() throws Exception {
        for (var example : List.of("quangngai-2021-dangky/ĐăngKý2021", "quangngai-2022-congvan/BiểuĐăngKý2022")) {
            var document = document(example);
            var columns = all(document, "gridCol").size();
            for (var row : all(document, "tr")) {
                var covered = all(row, "tc").stream()
                        .mapToInt(cell -> all(cell, "gridSpan").isEmpty()
                                ? 1
                                : Integer.parseInt(all(cell, "gridSpan").get(0).getAttributeNS(W, "val")))
                        .sum();
                assertEquals(columns, covered, text(row));
            }
        }
    }

    @Test
    void longRowsMayBreakAcrossPagesAndMarksAreInTheirColumns() throws Exception {
        var rows = all(document("quangngai-2021-dangky/ĐăngKý2021"), "tr");
        var entries = rows.stream().filter(row -> all(row, "trPr").isEmpty()).toList();
        assertEquals(3, entries.stream().filter(row -> text(row).length() > 200).count());
        var marks = entries.stream()
                .filter(row -> text(row).length() > 200)
                .map(row -> all(row, "tc").stream()
                        .map(cell -> text(cell).equals("X") ? "X" : ".")
                        .reduce("", String::concat))
                .toList();
        assertEquals(List.of("..X...X.", "..X...X.", "...X..X."), marks);
    }

    @Test
    void formIsLandscapeAndNumbersPagesFromTheSecond() throws Exception {
        var document = document("quangngai-2021-dangky/ĐăngKý2021");
        assertEquals("landscape", all(document, "pgSz").get(0).getAttributeNS(W, "orient"));
        assertEquals(1, all(document, "titlePg").size());
        assertEquals(1, all(document, "headerReference").size());
    }

    @Test
    void blankFormShowsPlaceholders() throws Exception {
        var document = document("quangngai-2022-congvan/BiểuĐăngKý2022");
        var rows = all(document, "tr").stream().map(DocxExporterTest::text).toList();
        assertEquals(
                List.of(
                        "1234567",
                        "I. Lĩnh vực....",
                        "1.....",
                        "2.....",
                        "II. Lĩnh vực....",
                        "1.....",
                        "2.....",
                        "III. Lĩnh vực....",
                        "1.....",
                        "2....."),
                rows.subList(2, rows.size()));
        var all = text(document.getDocumentElement());
        assertTrue(all.startsWith("PHÒNG/ĐƠN VỊ..."), all.substring(0, 40));
        assertTrue(all.contains("(Kèm theo Công văn số: /SKHCN-HCTH ngày 05/4/2022 của Sở Khoa học và Công nghệ)"));
        assertFalse(all.contains("Biểu số 2"));
    }

    @Test
    void planUsesTheStylesOfItsFiveLevels() throws Exception {
        var styles = all(document("hungyen-2023-kehoach"), "pStyle").stream()
                .map(s -> s.getAttributeNS(W, "val"))
                .toList();
        assertEquals(3, styles.stream().filter("RomanHeading"::equals).count());
        assertEquals(6, styles.stream().filter("ClauseHeading"::equals).count());
        assertEquals(6, styles.stream().filter("Clause"::equals).count());
        assertEquals(17, styles.stream().filter("Dash"::equals).count());
        assertEquals(2, styles.stream().filter("Plus"::equals).count());
        assertEquals(3, styles.stream().filter("Basis"::equals).count());
    }

    @Test
    void emphasisOfTheTextBecomesRunFormatting() throws Exception {
        var document = document("hungyen-2023-kehoach");
        var italic = all(document, "r").stream()
                .filter(run -> !all(run, "i").isEmpty())
                .map(DocxExporterTest::text)
                .toList();
        assertEquals(2, italic.size());
        assertTrue(
                italic.get(0).startsWith("Đẩy mạnh hiệu quả") && italic.get(0).endsWith("ISO điện tử;"));
        var superscripts = all(document, "r").stream()
                .filter(run -> !all(run, "vertAlign").isEmpty())
                .map(DocxExporterTest::text)
                .toList();
        assertEquals(List.of("XT"), superscripts);
    }

    @Test
    void cancelledExportStops() throws Exception {
        var layout = layout("quangngai-2021-dangky");
        assertThrows(
                CancellationException.class,
                () -> new DocxExporter().export(layout, OutputStream.nullOutputStream(), rows -> rows < 3));
    }

    @Test
    void appendicesAndFormsStartNewSections() throws Exception {
        var sections = all(document("vidu-quyetdinh"), "pgSz");
        assertEquals(
                List.of("", "", "landscape"),
                sections.stream().map(page -> page.getAttributeNS(W, "orient")).toList());
        var text = text(document("vidu-quyetdinh").getDocumentElement());
        assertTrue(text.contains("Phụ lục IDANH SÁCH THÀNH VIÊN"), text);
        assertTrue(
                text.contains("(Kèm theo Quyết định số 05/QĐ-SKHCN ngày 08/02/2022 của Sở Khoa học và Công nghệ)"),
                text);
        assertTrue(text.contains("Số: 05/QĐ-SKHCN"), text);
    }

    @Test
    void addressIsInTheFooterOfTheFirstPageOnly() throws Exception {
        var references = all(document("vidu-thongbao"), "footerReference");
        assertEquals(
                List.of("first"),
                references.stream().map(each -> each.getAttributeNS(W, "type")).toList());
        assertTrue(new String(Parts.of(export("vidu-thongbao")).get("word/footer1.xml"), StandardCharsets.UTF_8)
                .contains("Trường Chinh"));
        assertFalse(Parts.of(export("vidu-giaymoi")).containsKey("word/footer1.xml"));
    }

    @Test
    void twoSignaturesAreSideBySide() throws Exception {
        var cells = all(document("vidu-bienban"), "tc").stream()
                .map(DocxExporterTest::text)
                .toList();
        var at = cells.indexOf("THƯ KÝ");
        assertTrue(at > 0, cells::toString);
        // The names are in a row of their own, so that they are level.
        assertEquals(List.of("THƯ KÝ", "CHỦ TỌA", "Phạm Thị Dung", "Trần Thị Bình"), cells.subList(at, at + 4));
        assertTrue(cells.get(at + 4).startsWith("Nơi nhận:"), cells::toString);
    }

    /** Word and LibreOffice draw one box around adjacent stamps, and one brace for adjacent groups. */
    @Test
    void adjacentStampsAndGroupsOfRecipientsAreSeparate() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), """
                cơ quan Xã "Ủy ban nhân dân xã Tân Lập" { viết tắt "UBND" địa danh "Tân Lập" }
                công văn V {
                    cơ quan ban hành Xã
                    ngày 03/02/2026
                    độ khẩn hỏa tốc
                    độ mật mật
                    trích yếu "phòng, chống dịch"
                    kính gửi "Công an xã"
                    nội dung "Yêu cầu thực hiện."
                    nơi nhận {
                        nhóm { "Sở Y tế" "Sở Nội vụ" } ("để báo cáo")
                        nhóm { "Đảng ủy" "HĐND xã" } ("để biết")
                        lưu VT
                    }
                    ký { chức vụ "Chủ tịch" họ tên "Lê Thị Thu" }
                }
                """);
        var library = new BieuReader(List.of()).read(file).library();
        var document = document(bytes(Layout.of(
                library.getElements().getLast(),
                Registry.installed().profile("nd30").orElseThrow())));
        var boxes = all(document, "pBdr").stream()
                .filter(box -> all(box, "left").size() == 1)
                .map(box -> (Element) box.getParentNode().getParentNode())
                .toList();
        assertEquals(
                List.of("MẬT", "HỎA TỐC"),
                boxes.stream().map(DocxExporterTest::text).toList());
        var braces = all(document, "tbl").stream()
                .filter(table -> table.getParentNode().getLocalName().equals("tc"))
                .toList();
        assertEquals(2, braces.size());
        for (var item : List.of(boxes.getFirst(), braces.getFirst())) {
            var next = (Element) item.getNextSibling();
            assertEquals("p", next.getLocalName());
            assertTrue(all(next, "pBdr").isEmpty());
            assertEquals("", text(next));
        }
    }

    @Test
    void lettersOfPointsAreWrittenAsText() throws Exception {
        var points = all(document("vidu-quyetdinh"), "p").stream()
                .filter(p -> all(p, "pStyle").stream()
                        .anyMatch(style -> style.getAttributeNS(W, "val").equals("Point")))
                .toList();
        assertEquals(
                List.of("a) ", "b) ", "c) ", "d) ", "đ) "),
                points.stream().map(p -> text(p).substring(0, 3)).toList());
        assertTrue(points.stream().allMatch(p -> all(p, "numPr").isEmpty()), "Word's letter sequence has no đ");
    }

    /** Word does not open a file with wider tables. */
    @Test
    void tableHasAtMostAsManyColumnsAsWordAccepts() throws Exception {
        for (var columns : List.of(63, 64)) {
            var text = new StringBuilder("mẫu biểu M \"M\" {");
            for (int i = 0; i < columns; i++) {
                text.append(" cột c").append(i).append(": số");
            }
            var template = new BieuReader(List.of())
                    .read(Files.writeString(folder.resolve("c.bieu"), text.append(" }")))
                    .elements()
                    .getLast();
            var layout =
                    Layout.of(template, Registry.installed().profile("nd30").orElseThrow());
            if (columns == 63) {
                bytes(layout);
            } else {
                var failure = assertThrows(FormatLimitException.class, () -> bytes(layout));
                assertEquals("DOCX-COLUMNS", failure.findings().getFirst().code());
                assertEquals(template, failure.findings().getFirst().element());
                assertTrue(failure.getMessage().contains("64"), failure::getMessage);
            }
        }
    }
}
