/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.all;
import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.PageStart;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Skipped;
import org.junit.jupiter.api.Test;

/** Page setup, headers and footers of each section. */
class PageTest {

    private static final String A4 = "<w:pgSz w:w='11906' w:h='16838'/>";
    private static final String A4_LANDSCAPE = "<w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/>";
    private static final String MARGINS =
            "<w:pgMar w:top='1134' w:right='851' w:bottom='1134' w:left='1701' w:header='567' w:footer='567' w:gutter='%d'/>";

    private static String section(String... content) {
        return "<w:sectPr>" + String.join("", content) + "</w:sectPr>";
    }

    private static String header(String type, String name) {
        return "<w:headerReference w:type='%s' r:id='%s'/>".formatted(type, name);
    }

    private static String footer(String type, String name) {
        return "<w:footerReference w:type='%s' r:id='%s'/>".formatted(type, name);
    }

    private static final String PAGE_FIELD =
            "<w:p><w:pPr><w:jc w:val='center'/></w:pPr><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> PAGE  \\* MERGEFORMAT </w:instrText></w:r>"
                    + "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>2</w:t></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>";

    @Test
    void eachSectionBeginsWithItsPages() throws Exception {
        var items = WordFixture.of(
                        p("a"),
                        p(section(A4, MARGINS.formatted(0)), r("b")),
                        p("c"),
                        section("<w:type w:val='continuous'/>", A4_LANDSCAPE, MARGINS.formatted(283)))
                .read();
        assertEquals(
                List.of("trang", "a", "b", "trang", "c"),
                items.stream()
                        .map(item -> item instanceof Paragraph paragraph ? paragraph.text() : "trang")
                        .toList());
        var pages = all(items, PageStart.class);
        var first = pages.get(0).page();
        assertEquals(210, first.width(), 0.01);
        assertEquals(297, first.height(), 0.01);
        assertEquals(20, first.top(), 0.01);
        assertEquals(20, first.bottom(), 0.01);
        assertEquals(30, first.left(), 0.01);
        assertEquals(15, first.right(), 0.02);
        assertEquals(10, first.headerHeight(), 0.01);
        assertFalse(first.landscape());
        assertFalse(pages.get(0).isContinuous());
        var second = pages.get(1);
        assertTrue(second.page().landscape());
        assertTrue(second.isContinuous());
        assertEquals(35, second.page().left(), 0.02);
    }

    @Test
    void formerVersionsOfSectionsAreIgnored() throws Exception {
        var items = WordFixture.of(
                        p(
                                section(
                                        A4,
                                        "<w:sectPrChange w:id='1' w:author='A'>" + section(A4_LANDSCAPE)
                                                + "</w:sectPrChange>"),
                                r("a")),
                        p("b"),
                        section(A4_LANDSCAPE))
                .read();
        assertEquals(
                List.of(false, true),
                all(items, PageStart.class).stream()
                        .map(each -> each.page().landscape())
                        .toList());
    }

    @Test
    void withoutASectionThePagesAreThoseOfWord() throws Exception {
        var page =
                all(WordFixture.of(p("a")).read(), PageStart.class).getFirst().page();
        assertEquals(215.9, page.width(), 0.01);
        assertEquals(25.4, page.left(), 0.01);
    }

    @Test
    void headersAndFootersAreReadWithoutThePageNumber() throws Exception {
        var items = WordFixture.of(
                        p(
                                section(
                                        header("default", "h1"),
                                        header("first", "h2"),
                                        "<w:titlePg/>",
                                        footer("default", "f1")),
                                r("a")),
                        p("b"),
                        section(footer("default", "f2")))
                .margin("h1", true, PAGE_FIELD, p("TỐI MẬT"))
                .margin("h2", true, p("trang đầu"))
                .margin(
                        "f1",
                        false,
                        p("Trang <w:fldSimple xmlns:w='x'/>")
                                .replace("</w:p>", "<w:fldSimple w:instr='PAGE'>" + r("7") + "</w:fldSimple></w:p>"))
                .margin("f2", false, "<w:tbl><w:tr><w:tc>" + p("chân") + "</w:tc></w:tr></w:tbl>")
                .read();
        var pages = all(items, PageStart.class);
        assertTrue(pages.get(0).hasPageNumber());
        assertEquals(List.of("", "TỐI MẬT"), texts(pages.get(0).header()));
        assertEquals(
                org.bieumau.core.profile.Look.Alignment.CENTER,
                pages.get(0).header().getFirst().look().alignment());
        assertTrue(pages.get(0).hasPageNumberBelow());
        assertTrue(pages.get(0).isFirstDifferent());
        assertEquals(List.of("trang đầu"), texts(pages.get(0).firstPage()));
        // The second section inherits the header of the first one.
        assertEquals(List.of("", "TỐI MẬT"), texts(pages.get(1).header()));
        assertEquals(List.of("chân"), texts(pages.get(1).footer()));
        assertFalse(pages.get(1).hasPageNumberBelow());
        assertFalse(pages.get(1).isFirstDifferent());
        assertEquals(List.of("a", "b"), texts(WordFixture.paragraphs(items)));
    }

    private static List<String> texts(List<Paragraph> paragraphs) {
        return paragraphs.stream().map(Paragraph::text).toList();
    }

    @Test
    void numbersOfPagesInTheTextStay() throws Exception {
        var items = WordFixture.of(PAGE_FIELD).read();
        assertEquals("2", WordFixture.paragraphs(items).getFirst().text());
        assertFalse(all(items, PageStart.class).getFirst().hasPageNumber());
    }

    @Test
    void mirroredMarginsAndEvenPagesAreReadFromTheSettings() throws Exception {
        var items = WordFixture.of(p("a"), section(header("even", "h1")))
                .settings("<w:mirrorMargins/><w:evenAndOddHeaders/>")
                .margin("h1", true, p("trang chẵn"))
                .read();
        assertTrue(all(items, PageStart.class).getFirst().page().mirrored());
        assertTrue(all(items, Skipped.class).getFirst().what().contains("trang chẵn"));
    }

    @Test
    void sectionsAreFoundAfterLongText() throws Exception {
        // The scan reads in pieces; the section must not be missed where two pieces meet.
        for (int length = 65_300; length < 65_600; length += 7) {
            var items =
                    WordFixture.of(p("x".repeat(length)), section(A4_LANDSCAPE)).read();
            assertTrue(all(items, PageStart.class).getFirst().page().landscape(), "" + length);
        }
    }

    @Test
    void sectionsAreFoundWithAnyPrefix() throws Exception {
        for (var prefix : List.of("", "ns0:")) {
            var declaration = prefix.isEmpty() ? "xmlns" : "xmlns:ns0";
            var xml =
                    "<!-- <w:sectPr> --><%1$sdocument %2$s='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><%1$sbody><!-- <w:sectPr> --><%1$sp/><%1$ssectPr ><%1$spgSz w='1' %1$sw='16838' %1$sh='11906'/></%1$ssectPr></%1$sbody></%1$sdocument>"
                            .formatted(prefix, declaration)
                            .replace(" w='1'", "");
            var file = new org.bieumau.testing.OfficeFile()
                    .part(
                            "/word/document.xml",
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                            xml)
                    .relate("/", "rId1", "officeDocument", "word/document.xml");
            var path = java.nio.file.Files.createTempFile("prefix", ".docx");
            try {
                List<SourceItem> items = WordFixture.read(file.write(path));
                assertTrue(all(items, PageStart.class).getFirst().page().landscape(), prefix);
            } finally {
                java.nio.file.Files.delete(path);
            }
        }
    }
}
