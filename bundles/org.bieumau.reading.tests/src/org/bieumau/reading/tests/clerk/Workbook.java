/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.testing.ZipParts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An exported workbook. Its table is the first sheet. */
final class Workbook extends Paper {

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    /** Number of rows left empty between two tables on a sheet. */
    private static final int ROOM = 2;

    private final Map<String, byte[]> parts;
    private final Document sheet;
    private final Document book;
    private final Document styles;
    private final Map<String, Integer> fonts = new HashMap<>();
    private int sheets;

    Workbook(Parts file) {
        parts = file.copy();
        sheet = file.tree(SHEET);
        book = file.tree("xl/workbook.xml");
        styles = file.tree(STYLES);
        sheets = Xml.all(book.getDocumentElement(), "sheet").size();
        var spans = merges();
        for (var row : Xml.all(sheet.getDocumentElement(), "row")) {
            table.rows.add(row(row, spans));
        }
        table.width = table.rows.stream()
                .flatMap(row -> row.cells.stream())
                .mapToInt(Cell::end)
                .max()
                .orElse(0);
    }

    private static int column(String address) {
        var column = 0;
        for (var c : address.replaceAll("\\d", "").toCharArray()) {
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    private static int number(String address) {
        return Integer.parseInt(address.replaceAll("\\D", ""));
    }

    /** Returns the address of a cell. */
    static String address(int column, int row) {
        var letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString() + row;
    }

    /** Returns the last cells of merges by their first ones. */
    private Map<String, String> merges() {
        var merges = new HashMap<String, String>();
        for (var merge : Xml.all(sheet.getDocumentElement(), "mergeCell")) {
            var corners = merge.getAttribute("ref").split(":");
            merges.put(corners[0], corners[1]);
        }
        return merges;
    }

    private Row row(Element element, Map<String, String> merges) {
        var row = new Row(RowKind.ABOVE);
        row.properties = (Element) element.cloneNode(false);
        var covered = 0;
        for (var child : Xml.children(element, "c")) {
            var address = child.getAttribute("r");
            var column = column(address);
            if (column < covered) {
                continue;
            }
            var cell = new SheetCell(this, (Element) child.cloneNode(true));
            cell.column = column;
            if (merges.get(address) instanceof String last) {
                cell.span = column(last) - column + 1;
                cell.rowSpan = number(last) - number(address) + 1;
            }
            covered = cell.end();
            row.cells.add(cell);
        }
        return row;
    }

    @Override
    Cell cell(int column, String text) {
        var cell = new SheetCell(this, sheet.createElement("c"));
        cell.column = column;
        cell.text(text);
        return cell;
    }

    /** Returns a style like another one, in a font. */
    int styleWithFont(int style, String font) {
        return fonts.computeIfAbsent(style + font, key -> {
            var formats = Xml.child(styles.getDocumentElement(), "cellXfs").orElseThrow();
            var all = Xml.child(styles.getDocumentElement(), "fonts").orElseThrow();
            var format = (Element) Xml.children(formats, "xf").get(style).cloneNode(true);
            var look = (Element) Xml.children(all, "font")
                    .get(Integer.parseInt(format.getAttribute("fontId")))
                    .cloneNode(true);
            Xml.child(look, "name").ifPresent(name -> name.setAttribute("val", font));
            all.appendChild(look);
            format.setAttribute(
                    "fontId", Integer.toString(Xml.children(all, "font").size() - 1));
            formats.appendChild(format);
            return Xml.children(formats, "xf").size() - 1;
        });
    }

    /** Hides a column. */
    void hide(int column) {
        for (var each : Xml.all(sheet.getDocumentElement(), "col")) {
            if (each.getAttribute("min").equals(Integer.toString(column + 1))) {
                each.setAttribute("hidden", "1");
            }
        }
    }

    @Override
    void writeAbove(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            table.rows.add(i, row(RowKind.ABOVE, lines.get(i).split("\\|", -1)));
        }
    }

    @Override
    void writeBelow(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            var row = row(RowKind.BELOW, lines.get(i).split("\\|", -1));
            row.gap = i == 0 ? 1 : 0;
            table.rows.add(row);
        }
    }

    @Override
    void addTable(boolean isBefore, List<List<String>> texts) {
        addSheet(isBefore, "Trang " + (sheets + 1), false, texts);
    }

    /** Adds a sheet. */
    void addSheet(boolean isBefore, String name, boolean isHidden, List<List<String>> texts) {
        var number = ++sheets;
        var rows = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            rows.append("<row r=\"" + (i + 1) + "\">");
            for (int column = 0; column < texts.get(i).size(); column++) {
                rows.append("<c r=\"" + address(column, i + 1) + "\" t=\"inlineStr\"><is><t>"
                        + Xml.escaped(texts.get(i).get(column)) + "</t></is></c>");
            }
            rows.append("</row>");
        }
        addPart(
                "xl/worksheets/sheet" + number + ".xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
        addSheetElement(isBefore, name, isHidden, number);
    }

    /** Adds a copy of the sheet of the form as it is in the file. */
    void addCopy(boolean isBefore, String name) {
        var number = ++sheets;
        addPart(
                "xl/worksheets/sheet" + number + ".xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml",
                new String(parts.get(SHEET), StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*>\\s*", ""));
        addSheetElement(isBefore, name, false, number);
    }

    private void addSheetElement(boolean isBefore, String name, boolean isHidden, int number) {
        var all = Xml.child(book.getDocumentElement(), "sheets").orElseThrow();
        var added = book.createElement("sheet");
        added.setAttribute("name", name);
        added.setAttribute("sheetId", Integer.toString(number + 10));
        added.setAttribute("r:id", "rIdAdded" + number);
        if (isHidden) {
            added.setAttribute("state", "hidden");
        }
        all.insertBefore(added, isBefore ? all.getFirstChild() : null);
        append(
                "xl/_rels/workbook.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rIdAdded" + number
                        + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                        + " Target=\"worksheets/sheet" + number + ".xml\"/>");
    }

    private void addPart(String name, String type, String xml) {
        parts.put(name, ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
        append(
                "[Content_Types].xml",
                "</Types>",
                "<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>");
    }

    /** Inserts text before the end tag of a part. */
    private void append(String part, String endTag, String added) {
        var xml = new String(parts.get(part), StandardCharsets.UTF_8);
        parts.put(part, xml.replace(endTag, added + endTag).getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a comment to a cell, by its address. */
    void addComment(String address, String text) {
        addPart(
                "xl/comments1.xml",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml",
                "<comments xmlns=\"" + MAIN + "\"><authors><author>A</author></authors><commentList><comment ref=\""
                        + address + "\" authorId=\"0\"><text><t>" + Xml.escaped(text)
                        + "</t></text></comment></commentList></comments>");
        var relationships = "xl/worksheets/_rels/sheet1.xml.rels";
        parts.putIfAbsent(
                relationships,
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"></Relationships>"
                        .getBytes(StandardCharsets.UTF_8));
        append(
                relationships,
                "</Relationships>",
                "<Relationship Id=\"rIdComments\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments\""
                        + " Target=\"../comments1.xml\"/>");
    }

    /** Counts days from 1904, as old Excel for Macintosh did. */
    void countFrom1904() {
        var properties = book.createElement("workbookPr");
        properties.setAttribute("date1904", "1");
        book.getDocumentElement()
                .insertBefore(properties, book.getDocumentElement().getFirstChild());
    }

    @Override
    byte[] bytes() {
        var root = sheet.getDocumentElement();
        var data = Xml.child(root, "sheetData").orElseThrow();
        while (data.getFirstChild() != null) {
            data.removeChild(data.getFirstChild());
        }
        Xml.removeChildren(root, "mergeCells");
        var merges = new ArrayList<String>();
        var name = sheetName();
        var number = 0;
        for (var row : table.rows) {
            number += 1 + row.gap + (row.beginsTable ? ROOM : 0);
            row.table = name;
            row.number = number;
            write(row, number, data, merges);
        }
        if (!merges.isEmpty()) {
            var all = sheet.createElement("mergeCells");
            Xml.after(all, data);
            for (var merge : merges) {
                var element = sheet.createElement("mergeCell");
                element.setAttribute("ref", merge);
                all.appendChild(element);
            }
        }
        parts.put(SHEET, Xml.bytes(sheet));
        parts.put("xl/workbook.xml", Xml.bytes(book));
        parts.put(STYLES, Xml.bytes(styles));
        return ZipParts.write(parts);
    }

    private String sheetName() {
        return Xml.all(book.getDocumentElement(), "sheet").stream()
                .filter(each -> each.getAttribute("sheetId").equals("1"))
                .findFirst()
                .orElseThrow()
                .getAttribute("name");
    }

    private void write(Row row, int number, Element data, List<String> merges) {
        var element =
                row.properties == null ? sheet.createElement("row") : (Element) sheet.importNode(row.properties, false);
        element.setAttribute("r", Integer.toString(number));
        if (row.isHidden) {
            element.setAttribute("hidden", "1");
        }
        data.appendChild(element);
        row.sort();
        for (var cell : row.cells) {
            var written = (Element) ((SheetCell) cell).element().cloneNode(true);
            written.setAttribute("r", address(cell.column, number));
            element.appendChild(written);
            if (cell.span > 1 || cell.rowSpan > 1) {
                merges.add(address(cell.column, number) + ":" + address(cell.end() - 1, number + cell.rowSpan - 1));
            }
        }
    }
}
