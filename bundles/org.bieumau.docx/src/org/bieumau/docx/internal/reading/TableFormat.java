/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The properties of a table: its style, the parts of the style that apply, and its borders. */
final class TableFormat {

    private static final int FIRST_ROW = 0x20;
    private static final int LAST_ROW = 0x40;
    private static final int FIRST_COLUMN = 0x80;
    private static final int LAST_COLUMN = 0x100;
    private static final int NO_ROW_BANDS = 0x200;
    private static final int NO_COLUMN_BANDS = 0x400;

    /** The default left and right inner margins of a cell, in twips. */
    private static final int DEFAULT_MARGINS = 216;

    private final Map<Integer, TableLook> byConditions = new HashMap<>();
    private String style;
    private Styles.Style resolved;
    private int ownBorders;
    private int parts = NO_ROW_BANDS | NO_COLUMN_BANDS;
    private int cellMargins = DEFAULT_MARGINS;

    /** Reads <code>w:tblPr</code>. */
    void read(XmlReader xml) throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            switch (xml.name()) {
                case "tblStyle" -> style = xml.attribute("val");
                case "tblBorders" -> ownBorders = Borders.read(xml);
                case "tblLook" -> parts = parts(xml);
                case "tblCellMar" -> cellMargins = margins(xml);
                default -> {}
            }
        }
    }

    private static int margins(XmlReader xml) throws IOException, ProblemException {
        var margins = 0;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.name().matches("left|right|start|end")) {
                margins += CharacterFormat.first(Measures.twips(xml.attribute("w")), 0);
            }
        }
        return margins;
    }

    private static int parts(XmlReader xml) {
        var mask = xml.attribute("val");
        var parts = 0;
        try {
            parts = mask == null ? 0 : Integer.parseInt(mask, 16);
        } catch (NumberFormatException e) {
            parts = NO_ROW_BANDS | NO_COLUMN_BANDS;
        }
        return with(xml, "firstRow", FIRST_ROW)
                | with(xml, "lastRow", LAST_ROW)
                | with(xml, "firstColumn", FIRST_COLUMN)
                | with(xml, "lastColumn", LAST_COLUMN)
                | with(xml, "noHBand", NO_ROW_BANDS)
                | with(xml, "noVBand", NO_COLUMN_BANDS)
                | parts;
    }

    private static int with(XmlReader xml, String attribute, int bit) {
        var value = xml.attribute(attribute);
        return value != null && Measures.isOn(value) ? bit : 0;
    }

    /** Reads the borders of <code>w:tblPrEx</code>. */
    static int exception(XmlReader xml) throws IOException, ProblemException {
        var borders = 0;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            if (xml.name().equals("tblBorders")) {
                borders = Borders.read(xml);
            }
        }
        return borders;
    }

    /** Returns the borders of the table and its style. */
    int borders(Looks looks) {
        return Borders.over(ownBorders, style(looks).table().borders());
    }

    int cellMargins() {
        return cellMargins;
    }

    /**
     * Returns the contribution of the table style to a cell.
     *
     * @param row number of the row, from 1
     * @param column from 0
     * @param isLastRow whether the file says that the row is the last one
     */
    TableLook look(Looks looks, int row, int column, boolean isLastColumn, boolean isLastRow) {
        var parts = style(looks).table();
        var conditions =
                parts.parts().isEmpty() ? 0 : conditions(parts.bandSize(), row, column, isLastColumn, isLastRow);
        return byConditions.computeIfAbsent(conditions, mask -> looks.table(style(looks), mask));
    }

    private Styles.Style style(Looks looks) {
        if (resolved == null) {
            resolved = looks.tableStyle(style);
        }
        return resolved;
    }

    private int conditions(int bandSize, int row, int column, boolean isLastColumn, boolean isLastRow) {
        var top = has(FIRST_ROW) && row == 1;
        var bottom = has(LAST_ROW) && isLastRow;
        var left = has(FIRST_COLUMN) && column == 0;
        var right = has(LAST_COLUMN) && isLastColumn;
        var conditions = TableStyle.bit("wholeTable");
        if (!has(NO_COLUMN_BANDS) && !left && !right) {
            var band = column - (has(FIRST_COLUMN) ? 1 : 0);
            conditions |= TableStyle.bit(band % 2 == 0 ? "band1Vert" : "band2Vert");
        }
        if (!has(NO_ROW_BANDS) && !top && !bottom) {
            var band = (row - 1 - (has(FIRST_ROW) ? 1 : 0)) / bandSize;
            conditions |= TableStyle.bit(band % 2 == 0 ? "band1Horz" : "band2Horz");
        }
        return conditions
                | bit(left, "firstCol")
                | bit(right, "lastCol")
                | bit(top, "firstRow")
                | bit(bottom, "lastRow")
                | bit(top && right, "neCell")
                | bit(top && left, "nwCell")
                | bit(bottom && right, "seCell")
                | bit(bottom && left, "swCell");
    }

    private static int bit(boolean applies, String condition) {
        return applies ? TableStyle.bit(condition) : 0;
    }

    private boolean has(int part) {
        return (parts & part) != 0;
    }
}
