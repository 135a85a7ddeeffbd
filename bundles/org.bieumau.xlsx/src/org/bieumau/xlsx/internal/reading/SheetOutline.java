/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.internal.sheet.MergedRange;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.PartFilter;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The properties that a sheet stores before and after its rows. */
final class SheetOutline {

    /** Maximum number of merged ranges of a sheet; real ones have some thousands. */
    private static final int MOST_MERGES = 200_000;
    /** Maximum number of columns whose widths are kept. */
    private static final int MOST_WIDTHS = 1024;
    /** Width of a digit in the default font, and of the margins of a cell, in mm. */
    private static final double DIGIT = 7 * 25.4 / 96;

    private static final double MARGINS = 5 * 25.4 / 96;
    private static final double USUAL_WIDTH = 8.43;

    private final List<MergedRange> merges = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private final List<Double> widths = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();
    private KeptBytes bytes;
    private WithoutRows filter;
    private double usualWidth = USUAL_WIDTH;
    private boolean hidesRows;
    private int lastColumn = MOST_WIDTHS;
    private final SheetPage page = new SheetPage();

    private SheetOutline() {}

    static SheetOutline read(OpcPackage parts, String part, Place.Cell place) throws IOException, ProblemException {
        try {
            var outline = new SheetOutline();
            outline.read(parts, part, place, outline::withoutRows);
            if (!outline.filter.isUnsure()) {
                return outline;
            }
        } catch (ProblemException e) {
            // The XML may be sound with its rows. If it is not, its problem has the right line only with them.
        }
        var outline = new SheetOutline();
        outline.read(parts, part, place, outline::kept);
        return outline;
    }

    private void read(OpcPackage parts, String part, Place.Cell place, PartFilter filter)
            throws IOException, ProblemException {
        try (var xml = parts.read(part, filter)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.vocabulary() == Vocabulary.SHEET) {
                    read(xml, place);
                }
            }
        }
    }

    private InputStream kept(InputStream in) {
        bytes = new KeptBytes(in);
        return bytes;
    }

    private InputStream withoutRows(InputStream in) {
        filter = new WithoutRows(kept(in));
        return filter;
    }

    /** Starts reading the sheet again, with its rows. */
    XmlReader readRows(OpcPackage parts, String part) throws IOException, ProblemException {
        return parts.read(part, bytes::or);
    }

    private void read(XmlReader xml, Place.Cell place) throws IOException, ProblemException {
        switch (xml.name()) {
            case "dimension" -> {
                var range = MergedRange.of(xml.attribute("ref"));
                lastColumn = range == null ? lastColumn : Math.min(range.lastColumn() + 1, MOST_WIDTHS);
            }
            case "sheetFormatPr" -> {
                usualWidth = XmlValues.decimal(xml.attribute("defaultColWidth"), USUAL_WIDTH);
                hidesRows = XmlValues.isTrue(xml.attribute("zeroHeight"));
            }
            case "cols" -> {
                for (int count = 0; xml.nextChild(2) && count < CellNames.COLUMNS; count++) {
                    column(xml);
                }
            }
            case "mergeCells" -> {
                while (xml.nextChild(2)) {
                    var merge = MergedRange.of(xml.attribute("ref"));
                    if (merge != null) {
                        merges.add(merge);
                    }
                    if (merges.size() > MOST_MERGES) {
                        throw XlsxReadingMessages.limit(place, "limit.merges", MOST_MERGES);
                    }
                }
            }
            case "pageMargins" -> page.readMargins(xml);
            case "pageSetup" -> page.readSetup(xml);
            case "headerFooter" -> {
                while (xml.nextChild(2)) {
                    printed.add(xml.name());
                    printed.add(xml.text());
                }
            }
            default -> {
                // Other elements do not affect the content.
            }
        }
    }

    private void column(XmlReader xml) {
        var first = XmlValues.number(xml.attribute("min"), 0);
        var last = Math.min(XmlValues.number(xml.attribute("max"), first), CellNames.COLUMNS);
        if (first < 1 || last < first) {
            return;
        }
        if (XmlValues.isTrue(xml.attribute("hidden"))) {
            hiddenColumns.set(first - 1, last);
        }
        var width = DIGIT * XmlValues.decimal(xml.attribute("width"), usualWidth) + MARGINS;
        for (int i = first; i <= Math.min(last, lastColumn); i++) {
            while (widths.size() < i) {
                widths.add(DIGIT * usualWidth + MARGINS);
            }
            widths.set(i - 1, width);
        }
    }

    List<MergedRange> merges() {
        return merges;
    }

    boolean isHidden(int column) {
        return hiddenColumns.get(column);
    }

    /** Returns whether rows are hidden by default. */
    boolean hidesRows() {
        return hidesRows;
    }

    /** Returns the widths of columns in mm, as far as the sheet sets them. */
    List<Double> widths() {
        return widths;
    }

    /** Returns the page on which the sheet is printed; empty if the sheet leaves it to the printer. */
    Optional<PageSetup> page() {
        return page.setup();
    }

    /** Returns the headers and footers of printed pages: names of elements, each followed by its text. */
    List<String> printed() {
        return printed;
    }
}
