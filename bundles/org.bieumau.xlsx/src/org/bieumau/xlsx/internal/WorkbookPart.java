/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.profile.Component;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * Writes the workbook part: one sheet whose header rows repeat in print, and if needed hidden ones for long lists and
 * the figures of charts.
 */
final class WorkbookPart {

    /** Excel's limit for the name of a sheet, in UTF-16 code units. */
    private static final int LONGEST_NAME = 31;

    /** The name of the sheet of a form without a usable label. */
    private static final String NAME = "Biểu";

    /** The name that Excel keeps for its own use. */
    private static final String RESERVED = "History";

    private WorkbookPart() {}

    static void write(XmlWriter xml, Heading heading, ChoiceLists lists, SheetCharts charts) throws IOException {
        var sheet = sheetName(heading);
        xml.start("workbook")
                .attribute("xmlns", CellStyles.MAIN)
                .attribute("xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        xml.start("bookViews")
                .start("workbookView")
                .attribute("xWindow", "0")
                .attribute("yWindow", "0")
                .attribute("windowWidth", "24000")
                .attribute("windowHeight", "12000")
                .end()
                .end();
        xml.start("sheets")
                .start("sheet")
                .attribute("name", XString.of(sheet))
                .attribute("sheetId", "1")
                .attribute("r:id", "rId1")
                .end();
        if (lists.needSheet()) {
            xml.start("sheet")
                    .attribute("name", ChoiceLists.sheet())
                    .attribute("sheetId", "2")
                    .attribute("state", "hidden")
                    .attribute("r:id", "rId2")
                    .end();
        }
        if (!charts.isEmpty()) {
            var number = lists.needSheet() ? 3L : 2L;
            xml.start("sheet")
                    .attribute("name", SheetCharts.SHEET)
                    .attribute("sheetId", number)
                    .attribute("state", "hidden")
                    .attribute("r:id", "rId" + number)
                    .end();
        }
        xml.end();
        xml.start("definedNames");
        xml.start("definedName")
                .attribute("name", "_xlnm.Print_Titles")
                .attribute("localSheetId", "0")
                .text("'" + XString.of(sheet).replace("'", "''") + "'!$" + (heading.rowsAbove() + 1) + ":$"
                        + heading.frozenRows())
                .end();
        xml.end();
        xml.end();
    }

    /**
     * Returns the label of the form as the sheet name, because such names must be short. Characters that Excel does not
     * allow are left out. Excel compares names without case.
     */
    static String sheetName(Heading heading) {
        var label = heading.paragraphs().stream()
                .filter(p -> p.component() == Component.FORM_LABEL)
                .map(Paragraph::text)
                .findFirst()
                .orElse(NAME)
                .replaceAll("[\\[\\]:*?/\\\\]", " ");
        var name = trimmed(label);
        var length = Math.min(name.length(), LONGEST_NAME);
        if (length < name.length() && Character.isHighSurrogate(name.charAt(length - 1))) {
            length--;
        }
        name = trimmed(name.substring(0, length));
        return name.isEmpty()
                        || name.equalsIgnoreCase(RESERVED)
                        || name.equalsIgnoreCase(ChoiceLists.sheet())
                        || name.equalsIgnoreCase(SheetCharts.SHEET)
                ? NAME
                : name;
    }

    /** Returns a name without the apostrophes at its ends, which Excel does not allow, and without spaces there. */
    private static String trimmed(String name) {
        return name.replaceAll("^['\\s]+|['\\s]+$", "");
    }
}
