/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.all;
import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.bieumau.core.source.SourceItem.Rule;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.core.source.SourceItem.TableStart;
import org.junit.jupiter.api.Test;

/** Text boxes, and rules however they are made. */
class DrawingTest {

    private static String drawing(String content) {
        return "<w:drawing><wp:anchor><wp:extent cx='1800000' cy='0'/><a:graphic><a:graphicData>" + content
                + "</a:graphicData></a:graphic></wp:anchor></w:drawing>";
    }

    private static String alternatives(String choice, String fallback) {
        return "<w:r><mc:AlternateContent><mc:Choice Requires='wps'>" + choice + "</mc:Choice><mc:Fallback>" + fallback
                + "</mc:Fallback></mc:AlternateContent></w:r>";
    }

    private static String box(String... blocks) {
        var text = "<w:txbxContent>" + String.join("", blocks) + "</w:txbxContent>";
        return alternatives(
                drawing("<wps:wsp><wps:txbx>" + text + "</wps:txbx></wps:wsp>"),
                "<w:pict><v:shape><v:textbox>" + text + "</v:textbox></v:shape></w:pict>");
    }

    @Test
    void textBoxesAreReadOnceAndBeforeTheirParagraph() throws Exception {
        var paragraphs = WordFixture.of("<w:p>" + r("Neo ") + box(p("MẬT"), p("khẩn")) + r("đây") + "</w:p>")
                .paragraphs();
        assertEquals(
                List.of("MẬT", "khẩn", "Neo đây"),
                paragraphs.stream().map(Paragraph::text).toList());
        assertEquals(
                List.of(Set.of(Flag.TEXT_BOX), Set.of(Flag.TEXT_BOX), Set.of()),
                paragraphs.stream().map(Paragraph::flags).toList());
    }

    @Test
    void textBoxesOfOldFilesAreRead() throws Exception {
        var paragraphs = WordFixture.of("<w:p><w:r><w:pict><v:group><v:rect><v:textbox><w:txbxContent>" + p("a")
                        + "</w:txbxContent></v:textbox></v:rect><v:rect><v:textbox><w:txbxContent>" + p("b")
                        + "</w:txbxContent></v:textbox></v:rect></v:group></w:pict></w:r></w:p>")
                .paragraphs();
        assertEquals(
                List.of("a", "b", ""), paragraphs.stream().map(Paragraph::text).toList());
    }

    @Test
    void tablesInTextBoxesAndTextBoxesInTablesAreRead() throws Exception {
        var table = "<w:tbl><w:tr><w:tc>%s</w:tc></w:tr></w:tbl>";
        var items = WordFixture.of(
                        "<w:p>" + box(table.formatted(p("bảng"))) + "</w:p>",
                        table.formatted("<w:p>" + box(p("khung")) + r("ô") + "</w:p>"))
                .read();
        assertEquals(2, all(items, TableStart.class).size());
        assertEquals(
                List.of(List.of("0: bảng"), List.of("0: khung\nô")),
                WordFixture.rows(items).stream().map(WordFixture::cells).toList());
    }

    @Test
    void drawnLinesAreRules() throws Exception {
        var line = drawing("<wps:wsp><wps:cNvCnPr/><wps:spPr><a:prstGeom prst='%s'/></wps:spPr></wps:wsp>");
        var old = "<w:p><w:r><w:pict><v:line from='10pt,5pt' to='152pt,5pt'/></w:pict></w:r></w:p>";
        var items = WordFixture.of(
                        "<w:p>" + alternatives(line.formatted("line"), "<w:pict><v:line/></w:pict>") + "</w:p>",
                        "<w:p><w:r>" + line.formatted("straightConnector1") + "</w:r></w:p>",
                        old,
                        "<w:p><w:r><w:pict><v:shape type='#_x0000_t32' style='position:absolute;width:56.7pt;height:0'/></w:pict></w:r></w:p>",
                        "<w:p><w:r><w:pict><v:rect style='width:0;height:1.5pt' o:hr='t' o:hrstd='t'/></w:pict></w:r></w:p>")
                .read();
        assertEquals(List.of(), all(items, Skipped.class));
        var rules = WordFixture.paragraphs(items).stream()
                .map(paragraph -> paragraph.setting().rules())
                .toList();
        assertEquals(List.of(new Rule(Rule.Kind.DRAWN, 50)), rules.get(0));
        assertEquals(List.of(new Rule(Rule.Kind.DRAWN, 50)), rules.get(1));
        assertEquals(50.1, rules.get(2).getFirst().length(), 0.05);
        assertEquals(20, rules.get(3).getFirst().length(), 0.05);
        assertEquals(List.of(new Rule(Rule.Kind.DRAWN, 0)), rules.get(4));
    }

    @Test
    void verticalLinesAreNotReadAsRules() throws Exception {
        var items = WordFixture.of(
                        "<w:p><w:r><w:drawing><wp:anchor><wp:extent cx='0' cy='1800000'/><wps:wsp><a:prstGeom prst='line'/></wps:wsp></wp:anchor></w:drawing></w:r></w:p>")
                .read();
        assertEquals(
                List.of(), WordFixture.paragraphs(items).getFirst().setting().rules());
        assertEquals(1, all(items, Skipped.class).size());
    }

    @Test
    void bordersAreRulesOfTheWidthBetweenTheIndents() throws Exception {
        var border = "<w:pBdr><w:%s w:val='single' w:sz='6' w:space='0'/></w:pBdr>";
        var cell =
                "<w:tbl><w:tblPr><w:tblCellMar><w:left w:w='0'/><w:right w:w='0'/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w='2835'/></w:tblGrid><w:tr><w:tc>%s</w:tc></w:tr></w:tbl>";
        var items = WordFixture.of(
                        p(border.formatted("bottom") + "<w:ind w:left='567' w:right='567'/>", ""),
                        p(border.formatted("top"), r("a")),
                        p(border.formatted("bottom").replace("single", "nil"), r("b")),
                        cell.formatted(p(border.formatted("bottom"), "")),
                        "<w:sectPr><w:pgSz w:w='5670' w:h='5670'/><w:pgMar w:left='567' w:right='567' w:top='0' w:bottom='0'/></w:sectPr>")
                .read();
        var paragraphs = WordFixture.paragraphs(items);
        assertEquals(
                Rule.Kind.BORDER_BELOW,
                paragraphs.get(0).setting().rules().getFirst().kind());
        assertEquals(60, paragraphs.get(0).setting().rules().getFirst().length(), 0.05);
        assertEquals(
                Rule.Kind.BORDER_ABOVE,
                paragraphs.get(1).setting().rules().getFirst().kind());
        assertEquals(80, paragraphs.get(1).setting().rules().getFirst().length(), 0.05);
        assertEquals(List.of(), paragraphs.get(2).setting().rules());
        var inCell = WordFixture.rows(items)
                .getFirst()
                .cells()
                .getFirst()
                .paragraphs()
                .getFirst();
        assertEquals(50, inCell.setting().rules().getFirst().length(), 0.05);
    }

    @Test
    void linesOfUnderscoresAndDashesAreRules() throws Exception {
        var paragraphs = WordFixture.of(p("________"), p("  ———  "), p("- Như trên;"), p("--"), p("Ký tên: ____"))
                .paragraphs();
        assertEquals(
                List.of(1, 1, 0, 0, 0),
                paragraphs.stream().map(each -> each.setting().rules().size()).toList());
        assertEquals(
                Rule.Kind.TYPED,
                paragraphs.getFirst().setting().rules().getFirst().kind());
    }
}
