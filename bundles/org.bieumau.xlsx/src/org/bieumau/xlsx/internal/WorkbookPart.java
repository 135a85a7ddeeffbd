/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.List;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.profile.Component;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * Writes the workbook part: sheets whose header rows repeat in print, and if needed hidden ones for long choices and
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

    /** Writes the part. The sheets are related to it in the order of the parameters. */
    static void write(XmlWriter xml, Heading heading, List<ListSheet> more, ChoiceLists choices, SheetCharts charts)
            throws IOException {
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
        xml.start("sheets");
        var name = sheetName(heading, List.of());
        var number = 1L;
        sheet(xml, name, number, false);
        for (var each : more) {
            sheet(xml, each.name(), ++number, false);
        }
        if (choices.needSheet()) {
            sheet(xml, ChoiceLists.sheet(), ++number, true);
        }
        if (!charts.isEmpty()) {
            sheet(xml, SheetCharts.SHEET, ++number, true);
        }
        xml.end();
        xml.start("definedNames");
        printTitles(xml, 0, name, heading);
        for (int i = 0; i < more.size(); i++) {
            printTitles(xml, i + 1L, more.get(i).name(), more.get(i).heading());
        }
        xml.end();
        xml.end();
    }

    private static void sheet(XmlWriter xml, String name, long number, boolean isHidden) throws IOException {
        xml.start("sheet").attribute("name", XString.of(name)).attribute("sheetId", number);
        if (isHidden) {
            xml.attribute("state", "hidden");
        }
        xml.attribute("r:id", "rId" + number).end();
    }

    private static void printTitles(XmlWriter xml, long sheet, String name, Heading heading) throws IOException {
        xml.start("definedName")
                .attribute("name", "_xlnm.Print_Titles")
                .attribute("localSheetId", sheet)
                .text("'" + XString.of(name).replace("'", "''") + "'!$" + (heading.rowsAbove() + 1) + ":$"
                        + heading.frozenRows())
                .end();
    }

    /**
     * Returns the label of the form as the sheet name, because such names must be short. Characters that Excel does not
     * allow are left out. Excel compares names without case.
     *
     * @param taken the names of the sheets so far
     */
    static String sheetName(Heading heading, List<String> taken) {
        var name = ownName(heading);
        var unique = name;
        for (int i = 2; isTaken(unique, taken); i++) {
            var end = " (" + i + ")";
            unique = trimmed(shortened(name, LONGEST_NAME - end.length())) + end;
        }
        return unique;
    }

    private static boolean isTaken(String name, List<String> taken) {
        return taken.stream().anyMatch(name::equalsIgnoreCase);
    }

    private static String ownName(Heading heading) {
        var label = heading.paragraphs().stream()
                .filter(p -> p.component() == Component.FORM_LABEL)
                .map(Paragraph::text)
                .findFirst()
                .orElse(NAME)
                .replaceAll("[\\[\\]:*?/\\\\]", " ");
        var name = trimmed(shortened(trimmed(label), LONGEST_NAME));
        return name.isEmpty()
                        || name.equalsIgnoreCase(RESERVED)
                        || name.equalsIgnoreCase(ChoiceLists.sheet())
                        || name.equalsIgnoreCase(SheetCharts.SHEET)
                ? NAME
                : name;
    }

    private static String shortened(String name, int longest) {
        var length = Math.min(name.length(), longest);
        if (length < name.length() && Character.isHighSurrogate(name.charAt(length - 1))) {
            length--;
        }
        return name.substring(0, length);
    }

    /** Returns a name without the apostrophes at its ends, which Excel does not allow, and without spaces there. */
    private static String trimmed(String name) {
        return name.replaceAll("^['\\s]+|['\\s]+$", "");
    }
}
