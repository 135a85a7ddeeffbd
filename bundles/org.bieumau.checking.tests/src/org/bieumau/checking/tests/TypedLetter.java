/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.bieumau.reading.internal.role.Role;
import org.bieumau.testing.ZipParts;

/**
 * A letter as an office types it in Word: without styles, its parts placed by tables, tabs, text boxes or plain lines.
 * The role of each line is known.
 */
final class TypedLetter {

    /** How the letterhead is placed. */
    enum Head {
        TABLE,
        /** A table of one row, whose cells have all lines as paragraphs. */
        CELLS,
        /** A table whose cells are single paragraphs with line breaks. */
        BREAKS,
        /** Two text boxes beside each other, which Word stores twice: as a drawing, and as VML for old versions. */
        BOXES,
        TABS,
        BLANKS,
        LINES
    }

    /** How recipients and signature are placed. */
    enum Foot {
        TABLE,
        BOXES,
        TABS,
        LINES
    }

    /** How the horizontal lines are made. */
    enum Ruling {
        NONE,
        UNDERSCORES,
        BORDER
    }

    record Text(Role role, String text) {}

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape";
    private static final String OF_BOXES = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
            + " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
            + " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wps=\"" + SHAPE
            + "\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private final boolean isLetter;
    private final Ruling ruling;
    private final StringBuilder body = new StringBuilder();
    private final List<Text> expected = new ArrayList<>();

    TypedLetter(Head head, Foot foot, Ruling ruling, boolean isLetter, int emptyLines) {
        this.isLetter = isLetter;
        this.ruling = ruling;
        head(head);
        body.append(paragraph("", ""));
        opening();
        text();
        body.append(paragraph("", "").repeat(emptyLines));
        foot(foot);
    }

    List<Text> expected() {
        return expected;
    }

    byte[] file() {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-"
                        + "officedocument.wordprocessingml.document.main+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                        + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                        + "relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"));
        parts.put(
                "word/document.xml",
                bytes("<w:document xmlns:w=\"" + W + "\" " + OF_BOXES + "><w:body>" + body
                        + "<w:sectPr><w:pgSz w:w=\"11906\""
                        + " w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\""
                        + " w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"));
        return ZipParts.write(parts);
    }

    private static byte[] bytes(String xml) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(StandardCharsets.UTF_8);
    }

    // XML

    /** @param look of the letters: b bold, i italic; of the paragraph: c centred, j justified, r at the right */
    private static String paragraph(String look, String text) {
        var alignment = look.contains("c") ? "center" : look.contains("j") ? "both" : "left";
        var indent = look.contains("r")
                ? "<w:ind w:left=\"5000\"/>"
                : look.contains("j") ? "<w:ind w:firstLine=\"720\"/>" : "";
        var border = look.contains("_")
                ? "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"4\" w:space=\"1\" w:color=\"auto\"/></w:pBdr>"
                : "";
        return "<w:p><w:pPr>" + border + "<w:spacing w:after=\"" + (look.contains("j") ? 120 : 0) + "\"/>" + indent
                + "<w:jc w:val=\"" + alignment + "\"/></w:pPr>" + run(look, text) + "</w:p>";
    }

    private static String run(String look, String text) {
        var properties = "<w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/>"
                + (look.contains("b") ? "<w:b/>" : "") + (look.contains("i") ? "<w:i/>" : "")
                + "<w:sz w:val=\"26\"/></w:rPr>";
        var xml = new StringBuilder();
        var pieces = text.split("\t", -1);
        for (int i = 0; i < pieces.length; i++) {
            xml.append(i > 0 ? "<w:r>" + properties + "<w:tab/></w:r>" : "");
            if (!pieces[i].isEmpty()) {
                xml.append("<w:r>")
                        .append(properties)
                        .append("<w:t xml:space=\"preserve\">")
                        .append(pieces[i])
                        .append("</w:t></w:r>");
            }
        }
        return xml.toString();
    }

    private static String table(List<List<String>> rows) {
        var xml = new StringBuilder("<w:tbl><w:tblPr><w:tblW w:w=\"9300\" w:type=\"dxa\"/></w:tblPr>"
                + "<w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"5300\"/></w:tblGrid>");
        for (var row : rows) {
            xml.append("<w:tr>");
            for (var cell : row) {
                xml.append("<w:tc><w:tcPr><w:tcW w:w=\"4650\" w:type=\"dxa\"/></w:tcPr>")
                        .append(cell)
                        .append("</w:tc>");
            }
            xml.append("</w:tr>");
        }
        return xml.append("</w:tbl>").toString();
    }

    /** Returns a paragraph with text boxes beside each other. */
    private static String boxes(String... contents) {
        var xml = new StringBuilder("<w:p>");
        for (int i = 0; i < contents.length; i++) {
            var content = "<w:txbxContent>" + contents[i] + "</w:txbxContent>";
            xml.append("<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor>")
                    .append("<wp:positionH relativeFrom=\"column\"><wp:posOffset>")
                    .append(i * 2_700_000)
                    .append("</wp:posOffset></wp:positionH><a:graphic><a:graphicData uri=\"" + SHAPE + "\"><wps:wsp>")
                    .append("<wps:txbx>")
                    .append(content)
                    .append("</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>")
                    .append("</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>")
                    .append(content)
                    .append("</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>");
        }
        return xml.append("</w:p>").toString();
    }

    // Letterhead

    private static final Text SUPERIOR = new Text(Role.SUPERIOR, "UBND TỈNH QUẢNG NGÃI");
    private static final Text ISSUER = new Text(Role.ISSUER, "SỞ NỘI VỤ");
    private static final Text NATION = new Text(Role.NATIONAL_NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
    private static final Text MOTTO = new Text(Role.MOTTO, "Độc lập – Tự do – Hạnh phúc");
    private static final Text PLACE = new Text(Role.PLACE_DATE, "Quảng Ngãi, ngày 05 tháng 4 năm 2022");

    private Text number() {
        return new Text(Role.NUMBER_SYMBOL, isLetter ? "Số: 125/SNV-VP" : "Số: 38/KH-SNV");
    }

    private static final Text SUBJECT = new Text(Role.LETTER_SUBJECT, "V/v rà soát thể thức văn bản");

    private String rule() {
        return switch (ruling) {
            case NONE -> "";
            case UNDERSCORES -> paragraph("c", "_________");
            case BORDER -> paragraph("c_", "");
        };
    }

    private void head(Head head) {
        expected.addAll(List.of(SUPERIOR, ISSUER, NATION, MOTTO, number(), PLACE));
        if (isLetter) {
            expected.add(SUBJECT);
        }
        var left = paragraph("c", SUPERIOR.text()) + paragraph("cb", ISSUER.text()) + rule();
        var right = paragraph("cb", NATION.text()) + paragraph("cb", MOTTO.text()) + rule();
        var below = paragraph("c", number().text()) + (isLetter ? paragraph("c", SUBJECT.text()) : "");
        switch (head) {
            case TABLE ->
                body.append(table(List.of(List.of(left, right), List.of(below, paragraph("ci", PLACE.text())))));
            case CELLS -> body.append(table(List.of(List.of(left + below, right + paragraph("ci", PLACE.text())))));
            case BREAKS ->
                body.append(table(List.of(
                        List.of(
                                broken(List.of("", SUPERIOR.text(), "b", ISSUER.text())),
                                broken(List.of("b", NATION.text(), "b", MOTTO.text()))),
                        List.of(
                                broken(
                                        isLetter
                                                ? List.of("", number().text(), "", SUBJECT.text())
                                                : List.of("", number().text())),
                                paragraph("ci", PLACE.text())))));
            case BOXES -> body.append(boxes(left + below, right + paragraph("ci", PLACE.text())));
            case TABS -> sides("\t\t");
            case BLANKS -> sides("          ");
            case LINES ->
                body.append(paragraph("cb", NATION.text()))
                        .append(paragraph("cb", MOTTO.text()))
                        .append(rule())
                        .append(paragraph("", SUPERIOR.text()))
                        .append(paragraph("b", ISSUER.text()))
                        .append(rule())
                        .append(paragraph("", number().text()))
                        .append(isLetter ? paragraph("", SUBJECT.text()) : "")
                        .append(paragraph("ri", PLACE.text()));
        }
    }

    /**
     * Returns a centred paragraph of lines that are separated by line breaks.
     *
     * @param lines look and text of each
     */
    private String broken(List<String> lines) {
        var runs = new StringBuilder();
        for (int i = 0; i < lines.size(); i += 2) {
            runs.append(i > 0 ? "<w:r><w:br/></w:r>" : "").append(run(lines.get(i), lines.get(i + 1)));
        }
        var isRuled = ruling == Ruling.UNDERSCORES && !lines.contains(number().text());
        return "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + runs
                + (isRuled ? "<w:r><w:br/><w:t>_________</w:t></w:r>" : "") + "</w:p>";
    }

    private void sides(String gap) {
        body.append(paragraph("", SUPERIOR.text() + gap + NATION.text()))
                .append(paragraph("b", ISSUER.text() + gap + MOTTO.text()))
                .append(ruling == Ruling.UNDERSCORES ? paragraph("", "________" + gap + "____________") : "")
                .append(paragraph("", number().text() + gap + PLACE.text()))
                .append(isLetter ? paragraph("", SUBJECT.text()) : "");
    }

    // Text

    private void line(Role role, String look, String text) {
        expected.add(new Text(role, text));
        body.append(paragraph(look, text));
    }

    private void opening() {
        if (isLetter) {
            line(Role.ADDRESSEE, "c", "Kính gửi: Các sở, ban, ngành.");
        } else {
            line(Role.TYPE_NAME, "cb", "KẾ HOẠCH");
            line(Role.SUBJECT, "cb", "Công tác văn thư, lưu trữ năm 2022");
            body.append(rule());
            line(
                    Role.BASIS,
                    "ji",
                    "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư;");
        }
    }

    private void text() {
        line(Role.BODY, "j", "Sở Nội vụ đề nghị các cơ quan, đơn vị thực hiện những nội dung sau:");
        if (!isLetter) {
            line(Role.ROMAN_HEADING, "jb", "I. MỤC ĐÍCH, YÊU CẦU");
        }
        line(Role.CLAUSE, "j", "1. Rà soát thể thức của những văn bản đã ban hành trong năm 2021.");
        line(Role.CLAUSE, "j", "2. Báo cáo kết quả trước ngày 15/5/2022, trong đó nêu rõ:");
        line(Role.POINT, "j", "a) Số văn bản được rà soát;");
        line(Role.DASH, "j", "- Số văn bản chưa đúng thể thức.");
        line(Role.BODY, "j", "Đề nghị các cơ quan, đơn vị quan tâm thực hiện./.");
    }

    // Foot

    private void foot(Foot foot) {
        var label = new Text(Role.RECIPIENTS_LABEL, "Nơi nhận:");
        var first = new Text(Role.RECIPIENT, isLetter ? "- Như trên;" : "- UBND tỉnh;");
        var second = new Text(Role.RECIPIENT, "- Các phòng thuộc Sở;");
        var archive = new Text(Role.ARCHIVE, "- Lưu: VT, VP.");
        var authority = new Text(Role.POSITION, "KT. GIÁM ĐỐC");
        var position = new Text(Role.POSITION_BELOW_AUTHORITY, "PHÓ GIÁM ĐỐC");
        var signer = new Text(Role.SIGNER, "Trần Công Hòa");
        expected.addAll(List.of(label, first, second, archive, authority, position, signer));
        var recipients = paragraph("bi", label.text())
                + paragraph("", first.text())
                + paragraph("", second.text())
                + paragraph("", archive.text());
        var signature = paragraph("cb", authority.text())
                + paragraph("cb", position.text())
                + paragraph("", "").repeat(4)
                + paragraph("cb", signer.text());
        switch (foot) {
            case TABLE -> body.append(table(List.of(List.of(recipients, signature))));
            case BOXES -> body.append(boxes(recipients, signature));
            case TABS ->
                body.append(paragraph("bi", label.text() + "\t\t\t" + authority.text()))
                        .append(paragraph("b", first.text() + "\t\t\t" + position.text()))
                        .append(paragraph("", second.text()))
                        .append(paragraph("", archive.text()))
                        .append(paragraph("", ""))
                        .append(paragraph("b", "\t\t\t\t" + signer.text()));
            case LINES ->
                body.append(paragraph("rb", authority.text()))
                        .append(paragraph("rb", position.text()))
                        .append(paragraph("", "").repeat(4))
                        .append(paragraph("rb", signer.text()))
                        .append(recipients);
        }
    }
}
