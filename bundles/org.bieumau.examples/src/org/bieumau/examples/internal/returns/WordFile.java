/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.util.List;

/** A file of a word processor as a clerk types it: lines and tables. */
final class WordFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** How a line stands on the page. */
    enum Look {
        TEXT("both", false, false),
        INDENTED("both", false, false),
        CENTRE("center", false, false),
        TITLE("center", true, false),
        HEADING("both", true, false),
        RIGHT("right", false, true),
        ITALIC("both", false, true);

        private final String side;
        private final boolean bold;
        private final boolean italic;

        Look(String side, boolean bold, boolean italic) {
            this.side = side;
            this.bold = bold;
            this.italic = italic;
        }
    }

    /**
     * A cell of a table.
     *
     * @param span number of columns
     * @param merge whether a merge down begins (1) or goes on (2) here; 0 for none
     */
    record Cell(String text, int span, int merge, boolean bold) {

        static Cell of(String text) {
            return new Cell(text, 1, 0, false);
        }

        static Cell head(String text) {
            return new Cell(text, 1, 0, true);
        }

        Cell span(int columns) {
            return new Cell(text, columns, merge, bold);
        }

        Cell down() {
            return new Cell(text, span, 1, bold);
        }

        static Cell below() {
            return new Cell("", 1, 2, true);
        }
    }

    private final boolean landscape;
    private final StringBuilder body = new StringBuilder();

    WordFile(boolean landscape) {
        this.landscape = landscape;
    }

    WordFile line(String text, Look look) {
        body.append(paragraph(text, look));
        return this;
    }

    private static String paragraph(String text, Look look) {
        return paragraph(text, look.side, look.bold, look.italic, look == Look.INDENTED || look == Look.HEADING);
    }

    private static String paragraph(String text, String side, boolean bold, boolean italic, boolean indented) {
        var xml = new StringBuilder("<w:p><w:pPr>");
        if (indented) {
            xml.append("<w:spacing w:before=\"60\"/><w:ind w:firstLine=\"567\"/>");
        }
        xml.append("<w:jc w:val=\"").append(side).append("\"/></w:pPr>");
        if (!text.isEmpty()) {
            xml.append("<w:r>");
            if (bold || italic) {
                xml.append("<w:rPr>")
                        .append(bold ? "<w:b/>" : "")
                        .append(italic ? "<w:i/>" : "")
                        .append("</w:rPr>");
            }
            xml.append("<w:t xml:space=\"preserve\">")
                    .append(ZipParts.escaped(text))
                    .append("</w:t></w:r>");
        }
        return xml.append("</w:p>").toString();
    }

    /** Adds two lines of text side by side, as letterheads and signatures have them. */
    WordFile beside(List<String> left, List<String> right, boolean bold) {
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"9600\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol"
                + " w:w=\"4000\"/><w:gridCol w:w=\"5600\"/></w:tblGrid><w:tr>");
        for (var side : List.of(left, right)) {
            body.append(
                    "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>".formatted(side == left ? 4000 : 5600));
            side.forEach(text -> body.append(paragraph(text, "center", bold, false, false)));
            body.append("</w:tc>");
        }
        body.append("</w:tr></w:tbl>").append(paragraph("", Look.TEXT));
        return this;
    }

    /**
     * Adds a table with lines around its cells.
     *
     * @param widths widths of the columns in mm
     */
    WordFile table(List<List<Cell>> rows, int... widths) {
        var line = " w:val=\"single\" w:sz=\"4\"/>";
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:tblBorders>");
        List.of("top", "left", "bottom", "right", "insideH", "insideV")
                .forEach(side -> body.append("<w:").append(side).append(line));
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        for (var width : widths) {
            body.append("<w:gridCol w:w=\"").append(twips(width)).append("\"/>");
        }
        body.append("</w:tblGrid>");
        for (var row : rows) {
            body.append("<w:tr>");
            var column = 0;
            for (var cell : row) {
                var width = 0;
                for (int i = 0; i < cell.span(); i++) {
                    width += twips(widths[column++]);
                }
                cell(cell, width);
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>").append(paragraph("", Look.TEXT));
        return this;
    }

    private static int twips(int millimetres) {
        return millimetres * 1440 / 25;
    }

    private void cell(Cell cell, int width) {
        body.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
        if (cell.span() > 1) {
            body.append("<w:gridSpan w:val=\"").append(cell.span()).append("\"/>");
        }
        if (cell.merge() > 0) {
            body.append(cell.merge() == 1 ? "<w:vMerge w:val=\"restart\"/>" : "<w:vMerge/>");
        }
        body.append("</w:tcPr>");
        cell.text()
                .lines()
                .forEach(text ->
                        body.append(paragraph(text, cell.bold() ? "center" : "left", cell.bold(), false, false)));
        if (cell.text().isEmpty()) {
            body.append(paragraph("", Look.TEXT));
        }
        body.append("</w:tc>");
    }

    byte[] bytes() {
        var office = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        var page = landscape ? "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"" : "w:w=\"11906\" w:h=\"16838\"";
        return new ZipParts()
                .with(
                        "[Content_Types].xml",
                        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                                + " Extension=\"rels\""
                                + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                                + " Extension=\"xml\" ContentType=\"application/xml\"/><Override"
                                + " PartName=\"/word/document.xml\" ContentType=\"" + office
                                + "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" + office
                                + "styles+xml\"/></Types>")
                .with(
                        "_rels/.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                .with(
                        "word/_rels/document.xml.rels",
                        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/styles\" Target=\"styles.xml\"/></Relationships>")
                .with(
                        "word/styles.xml",
                        "<w:styles xmlns:w=\"" + MAIN + "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts"
                                + " w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/>"
                                + "<w:sz w:val=\"" + (landscape ? 24 : 28)
                                + "\"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>")
                .with(
                        "word/document.xml",
                        "<w:document xmlns:w=\"" + MAIN + "\"><w:body>" + body + "<w:sectPr><w:pgSz " + page
                                + "/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"/>"
                                + "</w:sectPr></w:body></w:document>")
                .bytes();
    }
}
