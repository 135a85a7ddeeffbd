/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.internal.sheet.SheetPaper;
import org.bieumau.core.internal.sheet.SheetPaper.Margins;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The page on which a sheet is printed. */
final class SheetPage {

    /** A length such as <code>297mm</code>. */
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,9})?)(mm|cm|in|pt|pc|pi)");

    /** Maximum margin in inches. */
    private static final double MOST = 20;

    private Optional<SheetPaper> paper = Optional.empty();
    private boolean isLandscape;
    private Margins margins = Margins.USUAL;

    void readMargins(XmlReader xml) {
        margins = new Margins(
                inches(xml, "top", Margins.USUAL.top()),
                inches(xml, "bottom", Margins.USUAL.bottom()),
                inches(xml, "left", Margins.USUAL.left()),
                inches(xml, "right", Margins.USUAL.right()),
                inches(xml, "header", Margins.USUAL.header()));
    }

    private static double inches(XmlReader xml, String name, double usual) {
        var inches = XmlValues.decimal(xml.attribute(name), usual);
        return inches >= 0 && inches <= MOST ? inches : usual;
    }

    /**
     * Reads the size and orientation. Programs write the default <code>portrait</code> without a size, or size 1 with
     * the orientation <code>default</code>, into sheets for which nobody chose a page.
     */
    void readSetup(XmlReader xml) {
        var orientation = xml.attribute("orientation");
        var number = xml.attribute("paperSize");
        var width = millimetres(xml.attribute("paperWidth"));
        var height = millimetres(xml.attribute("paperHeight"));
        isLandscape = "landscape".equals(orientation);
        if (!isLandscape && !"portrait".equals(orientation)) {
            return;
        }
        if (width > 0 && height > 0) {
            paper = Optional.of(new SheetPaper(Math.min(width, height), Math.max(width, height)));
        } else if (number != null || isLandscape) {
            paper = Optional.of(SheetPaper.of(XmlValues.number(number, 0)));
        }
    }

    private static double millimetres(String length) {
        var match = LENGTH.matcher(length == null ? "" : length);
        if (!match.matches()) {
            return 0;
        }
        return Double.parseDouble(match.group(1))
                * switch (match.group(2)) {
                    case "mm" -> 1;
                    case "cm" -> 10;
                    case "in" -> 25.4;
                    case "pt" -> 25.4 / 72;
                    default -> 25.4 / 6;
                };
    }

    /** Returns the page; empty if the sheet leaves it to the printer. */
    Optional<PageSetup> setup() {
        return paper.map(size -> size.page(isLandscape, margins));
    }
}
