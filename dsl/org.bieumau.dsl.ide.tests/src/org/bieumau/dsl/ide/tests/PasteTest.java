/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.ide.internal.paste.PastedCell;
import org.bieumau.dsl.ide.internal.paste.PastedHtml;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests pasting the clipboard content of Word, Excel, LibreOffice and browsers. */
class PasteTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '`', textBlock = """
            <p>Một <b>hai</b> ba</p>                                                   ¦ Một **hai** ba
            <p>Một <b><i>hai</i></b> m<sup>2</sup></p>                                 ¦ Một ***hai*** m^{2}
            <b style="font-weight:normal"><p>Google <span style="font-weight: 700">Docs</span></p></b> ¦ Google **Docs**
            <p>một</p><p>&nbsp;</p><p>hai<br>ba</p>                                    ¦ một/hai/ba
            <p>  một\thai&nbsp;&nbsp;ba  </p>                                          ¦ một hai ba
            <ul><li>một</li><li><p>hai</p></li></ul>                                   ¦ - một/- hai
            <ol><li>một</li><li>hai</li></ol>                                          ¦ 1. một/2. hai
            <ol start="3" type="I"><li>một</li></ol>                                   ¦ III. một
            <ol type="a"><li>một</li><li>hai</li></ol>                                 ¦ a) một/b) hai
            <ol start="0" type="a"><li>một</li><li>hai</li></ol>                       ¦ \\0. một/a) hai
            <ol start="0" type="I"><li>một</li><li>hai</li></ol>                       ¦ \\0. một/I. hai
            <p>5 * 3 * 2 và [1] {x}</p>                                                ¦ 5 \\* 3 \\* 2 và \\[1] \\{x\\}
            <p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span><![endif]>một<o:p></o:p></p> ¦ - một
            <p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>một</p> ¦ 2. một
            <head><style>p {x}</style><title>t</title></head><body><!--StartFragment-->một<!--EndFragment--></body> ¦ một
            <p>nghẹ</p>                                                          ¦ nghẹ
            <table><tr><td>a</td><td><p>b</p><p>c</p></td></tr></table>                ¦ | a | b c |
            <table><tr><td>a</td></tr></table><table><tr><td>b</td></tr></table>       ¦ | a |//| b |
            <table><tr><td>a</td></tr></table><p>chữ</p><table><tr><td>b</td></tr></table> ¦ | a |/chữ/| b |
            <table><tr><td colspan="2">a</td></tr><tr><td>b</td><td>c|d</td></tr></table> ¦ | a | |/| b | c\\|d |
            <table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table> ¦ | a | b |/| | c |
            <p>2*3*4, (*) và (*)</p>                                                   ¦ 2*3*4, (*) và (*)
            <p>ki<b>lô</b>gam</p>                                                      ¦ ki**\\l\\ô**gam
            <ul><li></li><li>một</li></ul>                                             ¦ -/- một
            <script>alert(1)</script>                                                  ¦ ``
            """)
    void textKeepsItsEmphasisAndLists(String html, String written) {
        assertEquals(
                written,
                RichProse.written(PastedHtml.lines(html.replace("\\t", "\t"))).replace("\n", "/"));
    }

    /** HTML as Word puts it on the clipboard. */
    @Test
    void textOfWordKeepsListsTablesAndFootnotes() {
        var html = """
                <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!-- p.MsoNormal {margin:0cm;} --></style></head>
                <body lang=VI style='tab-interval:36.0pt'><!--StartFragment-->
                <p class=MsoNormal style='text-indent:1.0cm'><b style='mso-bidi-font-weight:normal'><span
                style='font-size:14.0pt'>I. KẾT QUẢ<o:p></o:p></span></b></p>
                <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
                style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Đạt
                <i>92%</i><a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span
                class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>.<o:p></o:p></p>
                <table class=MsoTableGrid border=1><tr style='mso-yfti-irow:0'><td><p class=MsoNormal align=center><b>TT<o:p></o:p></b></p></td>
                <td><p class=MsoNormal><b>Việc</b></p></td></tr><tr><td><p>1</p></td><td><p>Rà <b>soát</b></p></td></tr></table>
                <p class=MsoNormal><o:p>&nbsp;</o:p></p>
                <!--EndFragment-->
                <div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
                <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1"
                name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Theo [số liệu] <b>mới</b>.</p></div></div></body></html>
                """;
        assertEquals(
                "I. **KẾT QUẢ**\n1. Đạt *92%*^[Theo \\[số liệu\\] **mới**.].\n| TT | Việc |\n| --- | --- |\n| 1 | Rà **soát** |",
                RichProse.written(PastedHtml.lines(html)));
    }

    private static List<List<String>> table(String html) {
        return PastedHtml.table(html).orElseThrow().stream()
                .map(row -> row.stream().map(PastedCell::prose).toList())
                .toList();
    }

    @Test
    void cellWithSeveralParagraphsStaysOneCell() {
        assertEquals(List.of(List.of("1", "Mô hình", "Một **hai**\n- ba"), List.of("2", "", "bốn")), table("""
                <html><body><table><tbody><tr><td>1</td><td>Mô hình</td><td><p>Một <b>hai</b></p><ul><li>ba</li></ul></td></tr>
                <tr><td>2</td><td></td><td>bốn</td></tr></tbody></table></body></html>"""));
    }

    @Test
    void mergedCellIsInTheFirstCellOfItsSpan() {
        assertEquals(
                List.of(List.of("a", "b", ""), List.of("", "c", "d")),
                table("<table><tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"));
    }

    @Test
    void tableWithTextAroundItIsNotPastedAsATable() {
        assertTrue(PastedHtml.table("<p>trước</p><table><tr><td>a</td></tr></table>")
                .isEmpty());
        assertTrue(PastedHtml.table("<p>không có bảng</p>").isEmpty());
    }

    /** Stars and brackets of other programs are literal text; those copied from our own tables are markup. */
    @Test
    void textOfOtherProgramsIsLiteral() {
        var html = PastedHtml.table("<table><tr><td>Xem [2] *</td></tr></table>")
                .orElseThrow()
                .getFirst()
                .getFirst();
        assertEquals("Xem [2] *", html.plain());
        assertEquals("Xem \\[2] \\*", html.prose());
        assertEquals(
                "Xem \\[2]\n- **",
                PastedCell.rows("\"Xem [2]\n- **\"")
                        .getFirst()
                        .getFirst()
                        .prose()
                        .replace("\\*", "*"));
        assertEquals(
                "Xem [K] **đậm**",
                PastedCell.own("Xem Kế hoạch đậm", "Xem [K] **đậm**").prose());
        assertEquals(
                "Xem Kế hoạch đậm",
                PastedCell.own("Xem Kế hoạch đậm", "Xem [K] **đậm**").plain());
    }
}
