/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.internal.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A workbook as a clerk types it: one sheet with texts, numbers, merged cells and hidden rows. */
final class SheetFile {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

    /** Styles of cells, in the order of the style sheet. */
    enum Style {
        PLAIN,
        TITLE,
        HEAD,
        CELL,
        CENTRE,
        BOLD
    }

    private record Cell(Object value, Style style) {}

    private final String name;
    private final double[] widths;
    private final TreeMap<Integer, TreeMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<String> merges = new ArrayList<>();
    private final List<Integer> hidden = new ArrayList<>();

    /** @param widths widths of the columns in characters */
    SheetFile(String name, double... widths) {
        this.name = name;
        this.widths = widths;
    }

    /** Sets a cell; row and column are counted from 1. A number becomes a number, anything else a text. */
    SheetFile set(int row, int column, Object value, Style style) {
        rows.computeIfAbsent(row, key -> new TreeMap<>()).put(column, new Cell(value, style));
        return this;
    }

    SheetFile merge(int row, int column, int lastRow, int lastColumn) {
        merges.add(address(row, column) + ":" + address(lastRow, lastColumn));
        return this;
    }

    SheetFile hide(int row) {
        hidden.add(row);
        return this;
    }

    static String address(int row, int column) {
        return column(column) + row;
    }

    static String column(int column) {
        return column > 26
                ? column((column - 1) / 26) + (char) ('A' + (column - 1) % 26)
                : String.valueOf((char) ('A' + column - 1));
    }

    byte[] bytes() {
        return new ZipParts()
                .with("[Content_Types].xml", types())
                .with(
                        "_rels/.rels",
                        relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
                .with(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets><sheet name=\""
                                + ZipParts.escaped(name) + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")
                .with(
                        "xl/_rels/workbook.xml.rels",
                        relations("<Relationship Id=\"rId1\" Type=\"" + RELATIONS
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                                + RELATIONS + "/styles\" Target=\"styles.xml\"/>"))
                .with("xl/styles.xml", styles())
                .with("xl/worksheets/sheet1.xml", sheet())
                .bytes();
    }

    private static String types() {
        var office = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + office + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + office + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + office + "styles+xml\"/></Types>";
    }

    private static String relations(String content) {
        return "<Relationships xmlns=\"" + PACKAGE + "\">" + content + "</Relationships>";
    }

    private static String styles() {
        var font = "<sz val=\"12\"/><name val=\"Times New Roman\"/>";
        var line = "style=\"thin\"";
        return "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font>" + font + "</font><font><b/>" + font
                + "</font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill"
                + " patternType=\"gray125\"/></fill></fills><borders count=\"2\"><border/><border><left " + line
                + "/><right " + line + "/><top " + line + "/><bottom " + line
                + "/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"6\">"
                + format(0, 0, "")
                + format(1, 0, " horizontal=\"center\"")
                + format(1, 1, " horizontal=\"center\" vertical=\"center\" wrapText=\"1\"")
                + format(0, 1, " vertical=\"top\" wrapText=\"1\"")
                + format(0, 1, " horizontal=\"center\" vertical=\"top\"")
                + format(1, 1, " vertical=\"top\" wrapText=\"1\"")
                + "</cellXfs></styleSheet>";
    }

    private static String format(int font, int border, String alignment) {
        return "<xf numFmtId=\"0\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"" + border + "\" xfId=\"0\""
                + " applyFont=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment" + alignment + "/></xf>";
    }

    private String sheet() {
        var xml = new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><cols>");
        for (int i = 0; i < widths.length; i++) {
            xml.append("<col min=\"%d\" max=\"%d\" width=\"%s\" customWidth=\"1\"/>"
                    .formatted(i + 1, i + 1, Double.toString(widths[i])));
        }
        xml.append("</cols><sheetData>");
        rows.forEach((row, cells) -> {
            xml.append("<row r=\"").append(row).append(hidden.contains(row) ? "\" hidden=\"1\">" : "\">");
            cells.forEach((column, cell) -> cell(row, column, cell, xml));
            xml.append("</row>");
        });
        xml.append("</sheetData>");
        if (!merges.isEmpty()) {
            xml.append("<mergeCells count=\"").append(merges.size()).append("\">");
            merges.forEach(each -> xml.append("<mergeCell ref=\"").append(each).append("\"/>"));
            xml.append("</mergeCells>");
        }
        return xml.append("<pageSetup paperSize=\"9\" orientation=\"landscape\"/></worksheet>")
                .toString();
    }

    private static void cell(int row, int column, Cell cell, StringBuilder xml) {
        xml.append("<c r=\"%s\" s=\"%d\""
                .formatted(address(row, column), cell.style().ordinal()));
        switch (cell.value()) {
            case Number number -> xml.append("><v>").append(number).append("</v></c>");
            case Object text when text.toString().isEmpty() -> xml.append("/>");
            case Object text ->
                xml.append(" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
                        .append(ZipParts.escaped(text.toString()))
                        .append("</t></is></c>");
        }
    }
}
