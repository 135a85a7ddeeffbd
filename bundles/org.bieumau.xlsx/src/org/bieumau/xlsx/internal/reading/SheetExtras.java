/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Skipped;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/** Lists the contents of a sheet other than its rows. They are not read, but reported to the user with their places. */
final class SheetExtras {

    private final OpcPackage parts;
    private final Place.Cell sheet;
    private final List<Skipped> skipped = new ArrayList<>();

    private SheetExtras(OpcPackage parts, Place.Cell sheet) {
        this.parts = parts;
        this.sheet = sheet;
    }

    /** Returns the contents of a workbook other than its sheets. */
    static List<Skipped> ofWorkbook(WorkbookParts book) throws IOException, ProblemException {
        var file = Place.of(book.parts().file());
        return book.parts().relationships(book.index().part()).stream()
                .filter(each -> each.type().equals("vbaProject"))
                .map(each -> XlsxReadingMessages.skipped(file, "skipped.macros"))
                .toList();
    }

    /** Returns the page headers and footers, comments, drawings and controls of a sheet. */
    static List<Skipped> of(WorkbookParts book, WorkbookIndex.Sheet sheet, SheetOutline outline)
            throws IOException, ProblemException {
        var place = new Place.Cell(book.parts().file(), sheet.name(), "");
        var extras = new SheetExtras(book.parts(), place);
        extras.addPrinted(outline.printed());
        var controls = 0;
        for (var each : book.parts().relationships(sheet.part())) {
            if (each.isExternal() || !book.parts().has(each.target())) {
                continue;
            }
            switch (each.type()) {
                case "comments" -> extras.addComments(each.target());
                case "drawing" -> extras.skipped.addAll(Drawing.read(book.parts(), each.target(), place));
                case "oleObject", "package" -> extras.skip(place, "skipped.object");
                case "ctrlProp", "control" -> controls++;
                default -> {
                    // Printer settings, links, tables and the like have no content.
                }
            }
        }
        if (controls > 0) {
            extras.skip(place, "skipped.controls", controls);
        }
        return extras.skipped;
    }

    private void skip(Place place, String what, Object... arguments) {
        skipped.add(XlsxReadingMessages.skipped(place, what, arguments));
    }

    /** @param printed names of elements such as <code>oddHeader</code>, each followed by its text */
    private void addPrinted(List<String> printed) {
        for (int i = 0; i + 1 < printed.size(); i += 2) {
            // Codes such as &L, &"Times,Bold", &12 and &K01+049; && is a character.
            var text = printed.get(i + 1)
                    .replaceAll("&(\"[^\"]*\"|K[0-9A-Fa-f+-]{6}|[0-9]+|[A-Za-z])", " ")
                    .replace("&&", "&")
                    .strip();
            if (!text.isEmpty()) {
                skip(sheet, printed.get(i).endsWith("Header") ? "skipped.header" : "skipped.footer", Excerpt.of(text));
            }
        }
    }

    private void addComments(String part) throws IOException, ProblemException {
        try (var xml = parts.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                var isList = xml.name().equals("commentList");
                while (isList && xml.nextChild(2)) {
                    var cell = xml.attribute("ref");
                    var place = new Place.Cell(sheet.file(), sheet.table(), cell == null ? "" : cell);
                    while (xml.nextChild(3)) {
                        if (xml.name().equals("text")) {
                            var text = CellText.of(StringItemReader.read(xml), CellStyle.NONE);
                            skip(place, "skipped.comment", Excerpt.of(text.text()));
                        }
                    }
                }
            }
        }
    }
}
