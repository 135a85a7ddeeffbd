/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Borders of tables and cells, as a bit mask: which edges are set, and which of these are visible. */
final class Borders {

    private static final int VISIBLE = 8;

    private Borders() {}

    /** Reads <code>w:tblBorders</code> or <code>w:tcBorders</code>. */
    static int read(XmlReader xml) throws IOException, ProblemException {
        var borders = 0;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            var edge = switch (xml.name()) {
                case "top" -> 0;
                case "bottom" -> 1;
                case "left", "start" -> 2;
                case "right", "end" -> 3;
                case "insideH" -> 4;
                case "insideV" -> 5;
                default -> -1;
            };
            if (edge >= 0) {
                borders |= 1 << edge;
                if (FormatReader.isVisible(xml.attribute("val"))) {
                    borders |= 1 << edge + VISIBLE;
                }
            }
        }
        return borders;
    }

    /** Returns the borders of a cell or table, and those of another one where the first has none set. */
    static int over(int own, int base) {
        var set = own & 0xFF;
        return own | base & ~(set | set << VISIBLE);
    }

    /**
     * Returns whether a cell shows a border.
     *
     * @param cell the borders of the cell
     * @param table the borders of its table
     */
    static boolean isVisible(int cell, int table) {
        var edges = cell & 0xF;
        var visible = cell >> VISIBLE & edges;
        var others = table >> VISIBLE & table & ~edges & 0xF;
        var inner = (table >> VISIBLE & table & 0x30) != 0 && edges != 0xF;
        return visible != 0 || others != 0 || inner;
    }
}
