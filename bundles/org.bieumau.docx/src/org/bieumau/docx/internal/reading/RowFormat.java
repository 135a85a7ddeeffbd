/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The properties of a row. */
final class RowFormat {

    private int before;
    private int flags;
    private boolean isDeleted;
    private boolean isLast;

    /** Reads <code>w:trPr</code>. */
    void read(XmlReader xml) throws IOException, ProblemException {
        var level = xml.depth();
        while (xml.nextChild(level)) {
            switch (xml.name()) {
                case "gridBefore" -> before = Measures.number(xml.attribute("val"), TableReader.MOST_COLUMNS, 0);
                case "tblHeader" -> flags |= Flags.of(Flag.REPEATED, Measures.isOn(xml.attribute("val")));
                case "hidden" -> flags |= Flags.of(Flag.HIDDEN, Measures.isOn(xml.attribute("val")));
                case "ins" -> flags |= Flags.of(Flag.INSERTED);
                case "del" -> isDeleted = true;
                case "cnfStyle" -> isLast = isLast(xml);
                default -> {}
            }
        }
    }

    private static boolean isLast(XmlReader xml) {
        var mask = xml.attribute("val");
        var flag = xml.attribute("lastRow");
        return mask != null ? mask.length() == 12 && mask.charAt(1) == '1' : flag != null && Measures.isOn(flag);
    }

    /** Returns the number of columns of the grid before the first cell of the row. */
    int before() {
        return before;
    }

    int flags() {
        return flags;
    }

    boolean isDeleted() {
        return isDeleted;
    }

    boolean isLast() {
        return isLast;
    }
}
