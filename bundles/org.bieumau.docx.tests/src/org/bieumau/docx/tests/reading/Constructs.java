/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.tests.reading;

import static org.bieumau.docx.tests.reading.WordFixture.p;
import static org.bieumau.docx.tests.reading.WordFixture.r;

/** A document with most constructs that the reader knows, as a base for damaged ones. */
final class Constructs {

    private static final String BOX =
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:extent cx=\"100\" cy=\"0\"/><wps:wsp><wps:txbx><w:txbxContent>"
                    + p("khung")
                    + "</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>";

    private Constructs() {}

    static WordFixture document() {
        return WordFixture.of(
                        "<w:p>" + BOX + r("Kính gửi") + "<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
                        p(
                                "<w:pStyle w:val=\"a\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr><w:pBdr><w:bottom w:val=\"single\"/></w:pBdr>",
                                r("<w:rStyle w:val=\"c\"/><w:b/>", "số")),
                        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("nhập")
                                + "</w:sdtContent></w:sdt>",
                        "<w:p><w:ins w:id=\"1\">" + r("thêm")
                                + "</w:ins><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                + r("1") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
                        "<w:tbl><w:tblPr><w:tblStyle w:val=\"t\"/><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"500\"/><w:gridCol w:w=\"500\"/></w:tblGrid>"
                                + "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/></w:tcPr><w:tbl><w:tr><w:tc>"
                                + p("lồng") + "</w:tc></w:tr></w:tbl>" + p("ô")
                                + "</w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>" + p("")
                                + "</w:tc></w:tr></w:tbl>",
                        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h\"/><w:pgSz w:w=\"11906\" w:h=\"16838\"/></w:sectPr>")
                .styles(
                        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"A\"/><w:basedOn w:val=\"b\"/></w:style>",
                        "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"B\"/><w:basedOn w:val=\"a\"/><w:rPr><w:sz w:val=\"28\"/></w:rPr></w:style>",
                        "<w:style w:type=\"character\" w:styleId=\"c\"><w:name w:val=\"C\"/><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:style>",
                        "<w:style w:type=\"table\" w:styleId=\"t\"><w:name w:val=\"T\"/><w:tblStylePr w:type=\"firstRow\"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>")
                .numbering(
                        "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1.%2)\"/></w:lvl></w:abstractNum>",
                        "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/><w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"3\"/></w:lvlOverride></w:num>")
                .footnotes("<w:footnote w:id=\"1\">" + p("chú thích") + "</w:footnote>")
                .margin("h", true, p("đầu trang"));
    }
}
