/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.docx.internal.DocxExporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.examples.internal.Examples;
import org.bieumau.html.internal.HtmlExporter;
import org.bieumau.model.Document;
import org.bieumau.pdf.internal.PdfExporter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks that headings and outline levels are the same in every format. */
class HeadingsTest {

    private static final Registry REGISTRY = Registry.load(HeadingsTest.class.getClassLoader());

    @TempDir
    private Path folder;

    static Stream<String> examples() {
        return Examples.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyFormatShowsTheHeadingsOfTheLayout(String example) throws Exception {
        Examples.copyTo(folder);
        for (var document : documents(folder.resolve(example + ".bieu"))) {
            check(Layout.of(document, profile(document)));
        }
    }

    @Test
    void chaptersAndArticlesHaveTheirLevelsInEveryFormat() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), """
                cơ quan Sở "Sở Khoa học" { viết tắt "SKH" địa danh "Quảng Ngãi" }
                quy chế K { cơ quan ban hành Sở ngày 05/4/2022 trích yếu "x" nội dung '''
                Phần I
                CHUNG
                Chương I
                QUY ĐỊNH
                Mục 1
                PHẠM VI
                Điều 1. Phạm vi
                1. Một
                a) hai;
                Điều 2. Đối tượng
                1. Ba.
                ''' nơi nhận { "A" lưu VT } ký { chức vụ "Giám đốc" họ tên "B" }
                phụ lục P "Danh sách" '''
                I. MỘT
                1. Hai
                - ba.
                ''' }
                """);
        var document = documents(file).getFirst();
        var layout = Layout.of(document, profile(document));
        check(layout);
        assertEquals(
                List.of(
                        "1 QUY CHẾ",
                        "2 PHẦN I",
                        "2 CHƯƠNG I",
                        "2 MỤC 1",
                        "3 ĐIỀU 1. PHẠM VI",
                        "3 1. MỘT",
                        "3 ĐIỀU 2. ĐỐI TƯỢNG",
                        "1 PHỤ LỤC",
                        "2 I. MỘT",
                        "3 1. HAI"),
                headings(layout).stream()
                        .map(heading -> heading.level() + " " + heading.text())
                        .toList());
    }

    private static List<Document> documents(Path file) throws Exception {
        var result = new BieuReader(List.of(), REGISTRY).read(file);
        assertFalse(result.hasErrors(), () -> result.problems().toString());
        return result.library().getElements().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .toList();
    }

    private static LayoutProfile profile(Document document) {
        return ResolvedDocument.of(document).profile(REGISTRY).orElseThrow();
    }

    private static void check(Layout layout) throws Exception {
        var expected = headings(layout);
        assertEquals(expected, new DocxText(export(layout, new DocxExporter())).headings(), "docx");
        assertEquals(expected, HtmlText.headings(export(layout, new HtmlExporter())), "html");
        try (var pdf = Loader.loadPDF(export(layout, new PdfExporter()))) {
            assertEquals(nested(expected), PdfText.bookmarks(pdf), "pdf: bookmarks");
            assertEquals(nested(expected), PdfText.taggedHeadings(pdf), "pdf: tags");
        }
    }

    private static byte[] export(Layout layout, Exporter exporter) throws Exception {
        var out = new ByteArrayOutputStream();
        exporter.export(layout, out, Progress.NONE);
        return out.toByteArray();
    }

    private static List<OutlineEntry> headings(Layout layout) throws Exception {
        var headings = new ArrayList<OutlineEntry>();
        try (var blocks = layout.open()) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Paragraph paragraph && layout.outlineLevel(paragraph.component()) > 0) {
                    headings.add(OutlineEntry.of(layout.outlineLevel(paragraph.component()), paragraph.text()));
                }
            }
        }
        return headings;
    }

    /**
     * Returns the headings with the levels of a tree: each heading is a child of the last heading with a lower level.
     */
    private static List<OutlineEntry> nested(List<OutlineEntry> headings) {
        var open = new ArrayList<Integer>();
        return headings.stream()
                .map(heading -> {
                    open.removeIf(level -> level >= heading.level());
                    open.add(heading.level());
                    return new OutlineEntry(open.size(), heading.text());
                })
                .toList();
    }
}
