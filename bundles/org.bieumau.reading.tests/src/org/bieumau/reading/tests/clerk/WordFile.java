/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.Map;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.testing.ZipParts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** An exported Word document with a form. */
final class WordFile extends Paper {

    private static final String DOCUMENT = "word/document.xml";
    private static final int COLUMN_WIDTH = 1000;

    private final Map<String, byte[]> parts;
    private final Document document;
    /** The table of the form. */
    private final Element element;

    /** @param number number of the table of the form, from 1 */
    WordFile(Parts file, int number) {
        parts = file.copy();
        document = file.tree(DOCUMENT);
        element = Xml.all(document.getDocumentElement(), "w:tbl").get(number - 1);
        table.width = Xml.all(element, "w:gridCol").size();
        var rows = Xml.children(element, "w:tr");
        rows.forEach(row -> table.rows.add(row(row)));
        rows.forEach(Xml::remove);
        joinMerges();
    }

    Document document() {
        return document;
    }

    private static Row row(Element element) {
        var row = new Row(RowKind.BODY);
        row.properties = Xml.child(element, "w:trPr")
                .map(properties -> (Element) properties.cloneNode(true))
                .orElse(null);
        var column = 0;
        for (var child : Xml.children(element, "w:tc")) {
            var cell = new WordCell((Element) child.cloneNode(true));
            cell.column = column;
            cell.span = Xml.all(child, "w:gridSpan").stream()
                    .mapToInt(span -> Integer.parseInt(span.getAttribute("w:val")))
                    .findFirst()
                    .orElse(1);
            column = cell.end();
            row.cells.add(cell);
        }
        return row;
    }

    /** Replaces cells that continue others by their row spans. */
    private void joinMerges() {
        for (int i = table.rows.size() - 1; i > 0; i--) {
            var above = table.rows.get(i - 1);
            table.rows.get(i).cells.removeIf(cell -> {
                if (!isContinued(cell)) {
                    return false;
                }
                above.at(cell.column).orElseThrow().rowSpan += cell.rowSpan;
                return true;
            });
        }
        table.rows.stream().flatMap(row -> row.cells.stream()).forEach(cell -> {
            var properties = properties(((WordCell) cell).element());
            Xml.removeChildren(properties, "w:gridSpan");
            Xml.removeChildren(properties, "w:vMerge");
        });
    }

    private static boolean isContinued(Cell cell) {
        return Xml.child(properties(((WordCell) cell).element()), "w:vMerge")
                .filter(merge -> !merge.getAttribute("w:val").equals("restart"))
                .isPresent();
    }

    private static Element properties(Element cell) {
        return Xml.child(cell, "w:tcPr").orElseGet(() -> {
            var properties = cell.getOwnerDocument().createElement("w:tcPr");
            cell.insertBefore(properties, cell.getFirstChild());
            return properties;
        });
    }

    @Override
    Cell cell(int column, String text) {
        var cell = new WordCell(Xml.element(document, "<w:tc><w:tcPr/><w:p/></w:tc>"));
        cell.column = column;
        cell.text(text);
        return cell;
    }

    private Element paragraph(String text) {
        var paragraph = document.createElement("w:p");
        paragraph.appendChild(WordCell.run(document, text));
        return paragraph;
    }

    @Override
    void writeAbove(List<String> lines) {
        lines.forEach(line -> Xml.before(paragraph(line.replace('|', '\t')), element));
    }

    @Override
    void writeBelow(List<String> lines) {
        lines.reversed().forEach(line -> Xml.after(paragraph(line.replace('|', '\t')), element));
        Xml.after(document.createElement("w:p"), element);
    }

    @Override
    void addTable(boolean isBefore, List<List<String>> texts) {
        var added = document.createElement("w:tbl");
        for (var row : texts) {
            var rowElement = document.createElement("w:tr");
            added.appendChild(rowElement);
            for (var text : row) {
                var cell = document.createElement("w:tc");
                cell.appendChild(paragraph(text));
                rowElement.appendChild(cell);
            }
        }
        if (isBefore) {
            Xml.before(added, element);
            Xml.before(document.createElement("w:p"), element);
        } else {
            Xml.after(added, element);
            Xml.after(document.createElement("w:p"), element);
        }
    }

    /** Anchors a text box in the paragraph above the table. */
    void addTextBox(String text) {
        Xml.before(
                Xml.element(
                        document,
                        "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>"
                                + "<w:p><w:r><w:t>" + Xml.escaped(text)
                                + "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"),
                element);
    }

    @Override
    byte[] bytes() {
        writeRows();
        number();
        parts.put(DOCUMENT, Xml.bytes(document));
        return ZipParts.write(parts);
    }

    private void writeRows() {
        var current = element;
        grid(current);
        for (int i = 0; i < table.rows.size(); i++) {
            var row = table.rows.get(i);
            if (row.beginsTable) {
                var next = (Element) element.cloneNode(true);
                Xml.removeChildren(next, "w:tr");
                Xml.after(next, current);
                Xml.after(document.createElement("w:p"), current);
                current = next;
            }
            current.appendChild(written(row, i));
        }
    }

    private void grid(Element table) {
        var grid = Xml.child(table, "w:tblGrid").orElseThrow();
        var columns = Xml.children(grid, "w:gridCol").size();
        for (int i = columns; i < this.table.width; i++) {
            var column = document.createElement("w:gridCol");
            column.setAttribute("w:w", Integer.toString(COLUMN_WIDTH));
            grid.appendChild(column);
        }
        Xml.children(grid, "w:gridCol").stream().skip(this.table.width).forEach(Xml::remove);
    }

    private Element written(Row row, int index) {
        var written = document.createElement("w:tr");
        if (row.properties != null) {
            written.appendChild(row.properties.cloneNode(true));
        }
        if (row.isHidden) {
            written.insertBefore(Xml.element(document, "<w:trPr><w:hidden/></w:trPr>"), written.getFirstChild());
        }
        row.sort();
        for (int column = 0; column < table.width; ) {
            var own = at(row, column);
            var above = own == null ? covering(index, column) : null;
            var cell = (Element)
                    (own != null
                            ? ((WordCell) own).element().cloneNode(true)
                            : ((WordCell) cell(column, "")).element());
            var source = own != null ? own : above;
            var span = source == null ? 1 : source.span;
            var properties = properties(cell);
            if (span > 1) {
                add(properties, "w:gridSpan", Integer.toString(span));
            }
            if (above != null) {
                add(properties, "w:vMerge", "continue");
            } else if (own != null && own.rowSpan > 1) {
                add(properties, "w:vMerge", "restart");
            }
            written.appendChild(cell);
            column += span;
        }
        return written;
    }

    private static Cell at(Row row, int column) {
        return row.cells.stream()
                .filter(cell -> cell.column == column)
                .findFirst()
                .orElse(null);
    }

    /** Returns the cell of a row above that covers a column of a row; null if there is none. */
    private Cell covering(int index, int column) {
        for (int above = index - 1; above >= 0; above--) {
            var cell = at(table.rows.get(above), column);
            if (cell != null) {
                return above + cell.rowSpan > index ? cell : null;
            }
        }
        return null;
    }

    private void add(Element properties, String name, String value) {
        var added = document.createElement(name);
        added.setAttribute("w:val", value);
        var first = Xml.child(properties, "w:tcW").orElse(null);
        properties.insertBefore(added, first == null ? properties.getFirstChild() : first.getNextSibling());
    }

    /** Gives each row its table and its number there. */
    private void number() {
        var tables = Xml.all(document.getDocumentElement(), "w:tbl");
        var at = tables.indexOf(element);
        var number = 0;
        for (int i = 0; i < table.rows.size(); i++) {
            var row = table.rows.get(i);
            if (row.beginsTable) {
                at += 1 + Xml.all(tables.get(at), "w:tbl").size();
                number = 0;
            }
            row.table = Integer.toString(at + 1);
            row.number = row.isDeleted ? 0 : ++number;
        }
    }
}
