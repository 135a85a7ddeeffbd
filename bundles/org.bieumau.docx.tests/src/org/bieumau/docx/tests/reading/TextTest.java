/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.all;
import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.core.source.SourceItem.Skipped;
import org.junit.jupiter.api.Test;

/** The text of paragraphs as a reader of the document sees it. */
class TextTest {

    @Test
    void paragraphsHavePlacesInOrderAndEmptyOnesAreKept() throws Exception {
        var paragraphs = WordFixture.of(p("Một"), "<w:p/>", p("Hai")).paragraphs();
        assertEquals(
                List.of("Một", "", "Hai"),
                paragraphs.stream().map(each -> each.text()).toList());
        for (int i = 0; i < 3; i++) {
            assertEquals(i + 1, ((Place.Paragraph) paragraphs.get(i).place()).number());
        }
    }

    @Test
    void runsCutAtEveryWordAreJoined() throws Exception {
        var paragraph = WordFixture.of(p(
                        "",
                        "<w:proofErr w:type='spellStart'/>" + r("<w:lang w:val='vi-VN'/>", "Ủy")
                                + "<w:proofErr w:type='spellEnd'/>" + r("<w:noProof/>", " ban ")
                                + "<w:bookmarkStart w:id='0' w:name='a'/>" + r("nhân") + r("<w:b/>", " dân")))
                .paragraph();
        assertEquals(
                List.of("Ủy ban nhân", " dân"),
                paragraph.runs().stream().map(Run::text).toList());
    }

    @Test
    void tabsBreaksAndHyphensAreCharacters() throws Exception {
        assertEquals(
                "Số:\t12\nngày A\u2011B từ",
                WordFixture.of("<w:p><w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>ngày A</w:t><w:noBreakHyphen/>"
                                + "<w:t>B</w:t><w:softHyphen/><w:t xml:space='preserve'> t\u00ADừ</w:t></w:r></w:p>")
                        .paragraph()
                        .text());
        assertEquals(
                "a\nb\tc",
                WordFixture.of("<w:p><w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:ptab/><w:t>c</w:t></w:r></w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void pageBreaksAreFlags() throws Exception {
        var paragraphs = WordFixture.of(
                        "<w:p><w:r><w:br w:type='page'/><w:t>Phụ lục</w:t></w:r></w:p>",
                        p("<w:pageBreakBefore/>", r("Biểu")),
                        p("<w:pageBreakBefore w:val='0'/>", r("Sau")))
                .paragraphs();
        assertEquals("Phụ lục", paragraphs.get(0).text());
        assertEquals(Set.of(Flag.NEW_PAGE), paragraphs.get(0).flags());
        assertEquals(Set.of(Flag.NEW_PAGE), paragraphs.get(1).flags());
        assertEquals(Set.of(), paragraphs.get(2).flags());
    }

    @Test
    void spacesAreReadOnlyIfTheFilePreservesThem() throws Exception {
        assertEquals(
                "\u00A0ab c \u00A0",
                WordFixture.of(
                                "<w:p><w:r><w:t>\u00A0a </w:t><w:t>\n b</w:t><w:t xml:space='preserve'> c\n\u00A0</w:t></w:r></w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void decomposedLettersAreComposedAcrossRuns() throws Exception {
        var paragraph = WordFixture.of(p("", r("Nghi\u0323") + r("<w:i/>", "e") + r("\u0302\u0323p")))
                .paragraph();
        assertEquals(
                List.of("Nghị", "ệ", "p"),
                paragraph.runs().stream().map(Run::text).toList());
    }

    @Test
    void legacyFontsAreConverted() throws Exception {
        var fonts = "<w:rFonts w:ascii='%s' w:hAnsi='%s'/>";
        var paragraph = WordFixture.of(p(
                        "",
                        r(fonts.formatted(".VnTime", ".VnTime"), "Céng hßa ")
                                + r(fonts.formatted(".VnTimeH", ".VnTimeH"), "x· héi")
                                + r(fonts.formatted("VNI-Times", "VNI-Times"), " chuû nghó")
                                + r(fonts.formatted("VNI-Times", "VNI-Times"), "a")
                                + r(fonts.formatted("Arial", "Arial"), " Céng")))
                .paragraph();
        assertEquals(
                List.of("Cộng hòa ", "XÃ HỘI", " chủ nghĩa", " Céng"),
                paragraph.runs().stream().map(Run::text).toList());
        assertEquals(
                List.of(Set.of(Flag.CONVERTED), Set.of(Flag.CONVERTED), Set.of(Flag.CONVERTED), Set.of()),
                paragraph.runs().stream().map(Run::flags).toList());
    }

    /** In fonts of TCVN3 the code of the soft hyphen is the letter ư. */
    @Test
    void softHyphenOfALegacyFontIsALetter() throws Exception {
        var font = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>";
        assertEquals(
                "Phường Hương",
                WordFixture.of(
                                "<w:p><w:r><w:rPr>" + font
                                        + "</w:rPr><w:t xml:space='preserve'>Ph\u00ADêng H</w:t><w:softHyphen/><w:t>¬ng</w:t></w:r></w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void unicodeInALegacyFontStays() throws Exception {
        var font = "<w:rFonts w:ascii='.VnTime' w:hAnsi='.VnTime'/>";
        var run = WordFixture.of(p("", r(font, "Ủy ban xã Céng")))
                .paragraph()
                .runs()
                .getFirst();
        assertEquals("Ủy ban xã Céng", run.text());
        assertEquals(Set.of(), run.flags());
    }

    @Test
    void vniMarksAreJoinedWithTheirLettersAcrossRuns() throws Exception {
        var font = "<w:rFonts w:ascii='VNI-Times' w:hAnsi='VNI-Times'/>";
        assertEquals(
                "Đã",
                WordFixture.of(p("", r(font, "Ña") + r(font, "õ"))).paragraph().text());
    }

    @Test
    void symbolsAreShown() throws Exception {
        assertEquals(
                "☑ ☒ • ≥ ✓",
                WordFixture.of(p(
                                "",
                                "<w:r><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>" + r(" ")
                                        + "<w:r><w:sym w:font='Wingdings' w:char='F0FD'/></w:r>" + r(" ")
                                        + r("<w:rFonts w:ascii='Symbol' w:hAnsi='Symbol'/>", "\uF0B7") + r(" ")
                                        + "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + r(" ")
                                        + "<w:r><w:sym w:font='Wingdings 2' w:char='F050'/></w:r>"))
                        .paragraph()
                        .text());
    }

    @Test
    void hiddenAndStruckOutTextIsFlagged() throws Exception {
        var paragraph = WordFixture.of(
                        p("", r("a") + r("<w:vanish/>", "ẩn") + r("<w:strike/>", "bỏ") + r("<w:dstrike/>", "bỏ hai")))
                .paragraph();
        assertEquals("abỏbỏ hai", paragraph.text());
        assertEquals(
                List.of(Set.of(), Set.of(Flag.HIDDEN), Set.of(Flag.STRUCK_OUT)),
                paragraph.runs().stream().map(Run::flags).toList());
    }

    @Test
    void raisedAndLoweredTextIsFlagged() throws Exception {
        var paragraph = WordFixture.of(p(
                        "",
                        r("m")
                                + r("<w:vertAlign w:val='superscript'/>", "2")
                                + r("<w:vertAlign w:val='subscript'/>", "i")))
                .paragraph();
        assertEquals("m2i", paragraph.text());
        assertEquals(
                List.of(Set.of(), Set.of(Flag.SUPERSCRIPT), Set.of(Flag.SUBSCRIPT)),
                paragraph.runs().stream().map(Run::flags).toList());
    }

    @Test
    void textInHyperlinksAndSmartTagsIsRead() throws Exception {
        assertEquals(
                "Theo Nghị định 30 và Luật",
                WordFixture.of("<w:p>" + r("Theo ") + "<w:hyperlink r:id='x'>" + r("Nghị định 30")
                                + "</w:hyperlink><w:smartTag w:uri='u' w:element='e'><w:smartTagPr/><w:customXml w:element='e'>"
                                + r(" và ") + "</w:customXml></w:smartTag><w:dir w:val='ltr'>" + r("Luật")
                                + "</w:dir></w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void contentControlsAreReadAtAllLevels() throws Exception {
        var control = "<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
        var items = WordFixture.of(
                        control.formatted(p("khối") + control.formatted(p("lồng"))),
                        "<w:p>" + control.formatted(r("trong dòng")) + "</w:p>",
                        "<w:tbl>" + control.formatted("<w:tr><w:tc>" + p("dòng") + "</w:tc></w:tr>") + "<w:tr>"
                                + control.formatted("<w:tc>" + p("ô") + "</w:tc>") + "<w:tc>"
                                + control.formatted(p("trong ô"))
                                + "</w:tc></w:tr></w:tbl>")
                .read();
        assertEquals(
                List.of("khối", "lồng", "trong dòng"),
                WordFixture.paragraphs(items).stream().map(each -> each.text()).toList());
        assertEquals(
                List.of(List.of("0: dòng"), List.of("0: ô", "1: trong ô")),
                WordFixture.rows(items).stream().map(WordFixture::cells).toList());
    }

    @Test
    void promptsOfContentControlsAreFlagged() throws Exception {
        var control = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>%s</w:sdtContent></w:sdt>";
        var items = WordFixture.of(
                        "<w:p>" + r("Họ tên: ") + control.formatted(r("Nhấn để nhập")) + "</w:p>",
                        "<w:tbl><w:tr><w:tc><w:p>" + control.formatted(r("Nhấn")) + "</w:p></w:tc></w:tr></w:tbl>")
                .read();
        var runs = WordFixture.paragraphs(items).getFirst().runs();
        assertEquals(
                List.of(Set.of(), Set.of(Flag.PLACEHOLDER)),
                runs.stream().map(Run::flags).toList());
        assertTrue(WordFixture.rows(items).getFirst().cells().getFirst().flags().contains(Flag.PLACEHOLDER));
    }

    @Test
    void onlyTheFirstAlternativeIsRead() throws Exception {
        assertEquals(
                "một",
                WordFixture.of("<w:p><mc:AlternateContent><mc:Choice Requires='wps'>" + r("một")
                                + "</mc:Choice><mc:Choice Requires='wpg'>" + r("hai") + "</mc:Choice><mc:Fallback>"
                                + r("ba")
                                + "</mc:Fallback></mc:AlternateContent></w:p>")
                        .paragraph()
                        .text());
        assertEquals(
                "ba",
                WordFixture.of("<w:p><mc:AlternateContent><mc:Fallback>" + r("ba")
                                + "</mc:Fallback></mc:AlternateContent></w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void resultsOfFieldsAreShownAndTheirCodesAreNot() throws Exception {
        assertEquals(
                "Trang 3/12, mục II, ngày 5",
                WordFixture.of("<w:p>" + r("Trang ") + field("PAGE", "3") + r("/")
                                + "<w:fldSimple w:instr=' NUMPAGES '>" + r("12") + "</w:fldSimple>" + r(", mục ")
                                + field("REF x", field("IF 1=1", "II")) + r(", ngày ") + field("DATE", "5") + "</w:p>")
                        .paragraph()
                        .text());
    }

    private static String field(String code, String result) {
        return "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>" + code
                + "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
                + (result.startsWith("<") ? result : r(result)) + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
    }

    @Test
    void resultsMayExtendOverParagraphs() throws Exception {
        assertEquals(
                List.of("I. Mở đầu", "II. Kết luận", "sau"),
                WordFixture.of(
                                "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>TOC</w:instrText>"
                                        + "<w:fldChar w:fldCharType='separate'/></w:r>" + r("I. Mở đầu") + "</w:p>",
                                "<w:p>" + r("II. Kết luận") + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>",
                                p("sau"))
                        .texts());
    }

    @Test
    void aFieldWithoutAnEndHidesNothingAfterItsParagraph() throws Exception {
        assertEquals(
                List.of("a", "b"),
                WordFixture.of(
                                "<w:p>" + r("a")
                                        + "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>X</w:instrText></w:r></w:p>",
                                p("b"))
                        .texts());
    }

    @Test
    void formFieldsShowTheirValues() throws Exception {
        var box = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:sizeAuto/><w:default w:val='0'/>%s"
                + "</w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
        var list = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/>"
                + "<w:listEntry w:val='Nam'/><w:listEntry w:val='Nữ'/></w:ddList></w:ffData></w:fldChar></w:r>"
                + "<w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType='end'/></w:r>";
        assertEquals(
                "☒☐Nữ",
                WordFixture.of("<w:p>" + box.formatted("<w:checked/>") + box.formatted("") + list + "</w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void notesFollowTheirParagraph() throws Exception {
        var reference = "<w:r><w:footnoteReference w:id='%s'/></w:r>";
        var paragraphs = WordFixture.of(
                        "<w:p>" + r("năm 2021") + reference.formatted(7) + r(" và") + reference.formatted(4) + "</w:p>",
                        "<w:p>" + r("cuối") + "<w:r><w:endnoteReference w:id='2'/></w:r></w:p>")
                .footnotes(
                        "<w:footnote w:type='separator' w:id='-1'><w:p><w:r><w:separator/></w:r></w:p></w:footnote>",
                        "<w:footnote w:id='4'>" + p("hai") + "</w:footnote>",
                        "<w:footnote w:id='7'><w:p><w:r><w:footnoteRef/></w:r>" + r(" một") + "</w:p>" + p("tiếp")
                                + "</w:footnote>")
                .endnotes("<w:endnote w:id='2'>" + p("ba") + "</w:endnote>")
                .paragraphs();
        assertEquals(
                List.of("năm 2021 và", "1 một", "tiếp", "2 hai", "cuối", "i ba"),
                paragraphs.stream().map(WordFixture::text).toList());
        assertEquals(Set.of(Flag.NOTE), paragraphs.get(1).flags());
        assertEquals(paragraphs.get(0).place(), paragraphs.get(2).place());
        assertEquals(
                List.of("năm 2021", "1", " và", "2"),
                paragraphs.get(0).runs().stream().map(Run::text).toList());
        assertEquals(Set.of(Flag.NOTE), paragraphs.get(0).runs().get(1).flags());
    }

    @Test
    void notesInTablesFollowTheTable() throws Exception {
        var items = WordFixture.of("<w:tbl><w:tr><w:tc><w:p>" + r("số")
                        + "<w:r><w:footnoteReference w:id='1'/></w:r></w:p></w:tc></w:tr>" + "<w:tr><w:tc>" + p("x")
                        + "</w:tc></w:tr></w:tbl>")
                .footnotes("<w:footnote w:id='1'>" + p("ước tính") + "</w:footnote>")
                .read();
        assertEquals("số", WordFixture.rows(items).getFirst().cells().getFirst().shown());
        var note = WordFixture.paragraphs(items).getFirst();
        assertEquals(items.size() - 1, items.indexOf(note));
        assertEquals(new Place.TableCell(((Place.TableCell) note.place()).file(), 1, 1, 1), note.place());
    }

    @Test
    void skippedContentIsReported() throws Exception {
        var drawing =
                "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='3600000' cy='3600000'/><a:graphic><a:graphicData>%s"
                        + "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
        var items = WordFixture.of(
                        drawing.formatted("<pic xmlns='urn:p'/>"),
                        drawing.formatted("<c:chart r:id='x'/>"),
                        drawing.formatted("<wps:wsp><wps:spPr><a:prstGeom prst='ellipse'/></wps:spPr></wps:wsp>"),
                        "<w:p><w:r><w:object><v:shape><v:imagedata r:id='x'/></v:shape><o:OLEObject/></w:object></w:r></w:p>",
                        "<w:p><w:r><w:commentReference w:id='0'/></w:r></w:p>",
                        "<w:altChunk r:id='x'/>",
                        "<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>",
                        p("cuối"))
                .read();
        var skipped = all(items, Skipped.class);
        assertEquals(7, skipped.size());
        assertEquals(7, skipped.stream().map(Skipped::what).distinct().count());
        assertTrue(skipped.getLast().what().contains("a+b"));
        assertEquals("cuối", WordFixture.paragraphs(items).getLast().text());
    }

    @Test
    void commentsAreReportedWithTheirTexts() throws Exception {
        var items = WordFixture.of("<w:p>" + r("Sở") + "<w:r><w:commentReference w:id='3'/></w:r></w:p>")
                .comments("<w:comment w:id='3' w:author='A'>" + p("Xem lại") + p("số liệu") + "</w:comment>")
                .read();
        assertTrue(all(items, Skipped.class).getFirst().what().contains("«Xem lại số liệu»"));
        assertEquals("Sở", WordFixture.paragraphs(items).getFirst().text());
    }

    @Test
    void strictFilesReadTheSame() throws Exception {
        var strict = """
                <w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>
                <w:p><w:pPr><w:ind w:start="20mm" w:firstLine="1cm"/><w:jc w:val="end"/></w:pPr>
                <w:r><w:rPr><w:sz w:val="14pt"/></w:rPr><w:t>Sở</w:t></w:r></w:p></w:body></w:document>""";
        var file = new org.bieumau.testing.OfficeFile()
                .part(
                        "/word/document.xml",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        strict)
                .relate("/", "rId1", "officeDocument", "word/document.xml");
        var path = java.nio.file.Files.createTempFile("strict", ".docx");
        try {
            var paragraph =
                    WordFixture.paragraphs(WordFixture.read(file.write(path))).getFirst();
            assertEquals("Sở", paragraph.text());
            assertEquals(14, paragraph.look().size());
            assertEquals(
                    org.bieumau.core.profile.Look.Alignment.RIGHT,
                    paragraph.look().alignment());
            assertEquals(10, paragraph.look().firstIndent(), 0.02);
            assertEquals(20, paragraph.setting().leftIndent(), 0.02);
        } finally {
            java.nio.file.Files.delete(path);
        }
    }
}
