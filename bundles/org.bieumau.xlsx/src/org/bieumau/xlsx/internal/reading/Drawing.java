/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The drawings of a sheet: pictures, shapes, charts. */
final class Drawing {

    private final XmlReader xml;
    private final Place.Cell sheet;
    private String kind;
    private final StringBuilder text = new StringBuilder();
    private int column = -1;
    private int row = -1;

    private Drawing(XmlReader xml, Place.Cell sheet) {
        this.xml = xml;
        this.sheet = sheet;
    }

    /** Returns the drawings with the cells that they are anchored in. */
    static List<Skipped> read(OpcPackage parts, String part, Place.Cell sheet) throws IOException, ProblemException {
        var drawings = new ArrayList<Skipped>();
        try (var xml = parts.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                var drawing = new Drawing(xml, sheet);
                drawing.read();
                if (drawing.kind != null) {
                    drawings.add(drawing.skipped());
                }
            }
        }
        return drawings;
    }

    /** Reads an anchor: its cell and its drawing. */
    private void read() throws IOException, ProblemException {
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "from" -> from();
                // Alternatives of the same drawing for newer and older programs.
                case "AlternateContent", "Choice" -> read();
                case "pic" -> kind = "skipped.picture";
                case "cxnSp" -> kind = "skipped.line";
                case "graphicFrame" -> kind = "skipped.chart";
                case "sp", "grpSp" -> {
                    kind = "skipped.shape";
                    texts();
                }
                default -> {
                    // The end of the anchor, and its protection.
                }
            }
        }
    }

    private void from() throws IOException, ProblemException {
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            switch (xml.name()) {
                case "col" -> column = XmlValues.number(xml.text().strip(), -1);
                case "row" -> row = XmlValues.number(xml.text().strip(), -1);
                default -> {
                    // Offsets within the cell.
                }
            }
        }
    }

    private void texts() throws IOException, ProblemException {
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("t")) {
                text.append(xml.text());
            } else {
                texts();
                if (xml.name().equals("p") && !text.isEmpty()) {
                    text.append(' ');
                }
            }
        }
    }

    private Skipped skipped() {
        var isInCell = column >= 0 && column < CellNames.COLUMNS && row >= 0 && row < CellNames.ROWS;
        var place = isInCell ? new Place.Cell(sheet.file(), sheet.table(), CellNames.cell(column, row + 1)) : sheet;
        var words = Excerpt.of(CellText.nfc(text.toString()));
        return words.isEmpty()
                ? XlsxReadingMessages.skipped(place, kind)
                : XlsxReadingMessages.skipped(place, "skipped.shapeText", words);
    }
}
