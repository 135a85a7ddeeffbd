/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.bieumau.core.internal.sheet.DateSystem;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Relationship;
import org.bieumau.ooxml.internal.reading.Vocabulary;

/**
 * The main part of a workbook.
 *
 * @param part the name of the part
 * @param sheets the sheets in the order of their tabs
 */
record WorkbookIndex(String part, DateSystem dates, List<Sheet> sheets) {

    /** The type of the relationship to a sheet with cells; others have a chart or a program. */
    private static final String WORKSHEET = "worksheet";

    /**
     * A sheet.
     *
     * @param name the name, with the spaces at its ends
     * @param part the part with its content; null if the file does not say
     */
    record Sheet(String name, String part, boolean isHidden, boolean hasCells) {}

    /** @throws ProblemException if the package is no workbook, or damaged */
    static WorkbookIndex read(OpcPackage parts) throws IOException, ProblemException {
        var main = parts.mainPart();
        if (!parts.contentType(main).contains("sheet")
                || parts.contentType(main).contains("binary")) {
            throw new ProblemException(
                    Problem.error(XlsxReadingMessages.ALL, "WORKBOOK-KIND", Place.of(parts.file()), main));
        }
        var targets = new HashMap<String, Relationship>();
        parts.relationships(main).forEach(each -> targets.put(each.id(), each));
        var dates = DateSystem.FROM_1900;
        var sheets = new ArrayList<Sheet>();
        try (var xml = parts.read(main)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.is(Vocabulary.SHEET, "workbookPr")) {
                    var from1904 = xml.attribute("date1904");
                    dates = XmlValues.isTrue(from1904) ? DateSystem.FROM_1904 : dates;
                } else if (xml.is(Vocabulary.SHEET, "sheets")) {
                    while (xml.nextChild(2)) {
                        var name = xml.attribute("name");
                        var state = xml.attribute("state");
                        var target = targets.get(xml.attribute(Vocabulary.RELATIONSHIPS, "id"));
                        sheets.add(new Sheet(
                                name == null ? "" : VietnameseText.nfc(name),
                                target == null ? null : target.target(),
                                state != null && !state.equals("visible"),
                                target == null || target.type().equals(WORKSHEET)));
                    }
                }
            }
        }
        return new WorkbookIndex(main, dates, List.copyOf(sheets));
    }
}
