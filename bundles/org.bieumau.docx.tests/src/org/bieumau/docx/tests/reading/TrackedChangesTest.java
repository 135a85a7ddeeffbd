/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.junit.jupiter.api.Test;

/** Tracked changes are read as if they were accepted. */
class TrackedChangesTest {

    private static final String BY = " w:id='1' w:author='A' w:date='2026-01-05T00:00:00Z'";

    private static String ins(String content) {
        return "<w:ins" + BY + ">" + content + "</w:ins>";
    }

    private static String del(String text) {
        return "<w:del" + BY + "><w:r><w:delText xml:space='preserve'>" + text + "</w:delText></w:r></w:del>";
    }

    @Test
    void insertionsAreReadAndFlaggedAndDeletionsSkipped() throws Exception {
        var paragraph = WordFixture.of(
                        "<w:p>" + r("Ủy ban ") + del("xã ") + ins(r("phường ")) + r("báo cáo") + "</w:p>")
                .paragraph();
        assertEquals("Ủy ban phường báo cáo", paragraph.text());
        assertEquals(
                List.of(Set.of(), Set.of(Flag.INSERTED), Set.of()),
                paragraph.runs().stream().map(Run::flags).toList());
    }

    @Test
    void textDeletedFromAnInsertionIsSkipped() throws Exception {
        assertEquals(
                "ab",
                WordFixture.of("<w:p>" + ins(r("a") + del("x") + r("b")) + "</w:p>")
                        .paragraph()
                        .text());
    }

    @Test
    void movedTextIsReadAtItsNewPlace() throws Exception {
        var paragraphs = WordFixture.of(
                        "<w:p><w:moveFromRangeStart w:id='1' w:name='m'/><w:moveFrom" + BY + ">" + r("đoạn ")
                                + "</w:moveFrom><w:moveFromRangeEnd w:id='1'/>" + r("còn") + "</w:p>",
                        "<w:p><w:moveTo" + BY + ">" + r("đoạn ") + "</w:moveTo>" + r("sau") + "</w:p>")
                .paragraphs();
        assertEquals(
                List.of("còn", "đoạn sau"),
                paragraphs.stream().map(each -> each.text()).toList());
        assertEquals(Set.of(Flag.INSERTED), paragraphs.get(1).runs().getFirst().flags());
    }

    @Test
    void aParagraphWithADeletedEndContinuesWithTheNextOne() throws Exception {
        var deleted = "<w:rPr><w:del" + BY + "/></w:rPr>";
        var paragraphs = WordFixture.of(
                        p("<w:jc w:val='center'/>" + deleted, r("Căn cứ ")),
                        p("<w:jc w:val='right'/>", r("Luật")),
                        p(deleted, del("bị xóa cả đoạn")),
                        p("<w:rPr><w:ins" + BY + "/></w:rPr>", ins(r("đoạn thêm"))),
                        p(deleted, r("cuối")))
                .paragraphs();
        assertEquals(
                List.of("Căn cứ Luật", "đoạn thêm", "cuối"),
                paragraphs.stream().map(each -> each.text()).toList());
        assertEquals(
                org.bieumau.core.profile.Look.Alignment.RIGHT,
                paragraphs.get(0).look().alignment());
        assertEquals(Set.of(Flag.INSERTED), paragraphs.get(1).flags());
    }

    @Test
    void formerFormattingIsIgnored() throws Exception {
        var paragraph = WordFixture.of(p(
                        "<w:jc w:val='center'/><w:pPrChange" + BY
                                + "><w:pPr><w:jc w:val='right'/></w:pPr></w:pPrChange>",
                        r("<w:b/><w:rPrChange" + BY + "><w:rPr><w:i/><w:sz w:val='60'/></w:rPr></w:rPrChange>", "Sở")))
                .paragraph();
        assertEquals(
                org.bieumau.core.profile.Look.Alignment.CENTER, paragraph.look().alignment());
        assertEquals(10, paragraph.look().size());
        assertEquals(false, paragraph.look().italic());
    }
}
