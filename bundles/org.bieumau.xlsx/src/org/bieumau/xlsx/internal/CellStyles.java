/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.List;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.core.text.Span;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * The cell formats of a workbook. Each component has one format per {@link Border}, with the number format «text», so
 * that Excel does not turn text into a formula or a date. Further formats are for numbers and dates.
 */
final class CellStyles {

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /** Excel's built-in number format for text. */
    private static final int TEXT_FORMAT = 49;
    /** Excel's built-in number format #,##0, shown with the separators of the user's locale. */
    private static final int WHOLE_FORMAT = 3;
    /** Excel's built-in number format #,##0.00, shown with the separators of the user's locale. */
    private static final int DECIMAL_FORMAT = 4;
    /** Id of the date format, the first id available to formats defined in the file. */
    private static final int DAY_FORMAT = 164;

    /** The borders of a cell. A cell split over several rows has no border between its pieces. */
    enum Border {
        NONE,
        ALL("left", "right", "top", "bottom"),
        FIRST("left", "right", "top"),
        MIDDLE("left", "right"),
        LAST("left", "right", "bottom");

        private final List<String> edges;

        Border(String... edges) {
            this.edges = List.of(edges);
        }

        /**
         * Returns the borders of a piece of a cell.
         *
         * @param piece from 0
         * @param pieces the number of pieces of the cell
         */
        static Border of(int piece, int pieces) {
            return pieces == 1 ? ALL : piece == 0 ? FIRST : piece == pieces - 1 ? LAST : MIDDLE;
        }
    }

    private static final Border[] BORDERS = Border.values();
    private static final Component[] COMPONENTS = Component.values();

    private final Layout layout;

    CellStyles(Layout layout) {
        this.layout = layout;
    }

    /** Returns the index of the format of a component. Index 0 is the default format of empty cells. */
    int index(Component component, Border border) {
        return 1 + component.ordinal() * BORDERS.length + border.ordinal();
    }

    /** Returns the index of the format of a number. */
    int numberIndex(boolean bold, boolean decimals) {
        return 1 + COMPONENTS.length * BORDERS.length + (bold ? 2 : 0) + (decimals ? 1 : 0);
    }

    /** Returns the index of the format of an empty cell for a date. */
    int dateIndex() {
        return numberIndex(true, true) + 1;
    }

    /** Returns the index of the differential format that highlights cells that break a rule. */
    static int highlight(Severity severity) {
        return severity == Severity.ERROR ? 0 : 1;
    }

    Look style(Component component) {
        return layout.style(component);
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("styleSheet").attribute("xmlns", MAIN);
        xml.start("numFmts")
                .attribute("count", 1)
                .start("numFmt")
                .attribute("numFmtId", DAY_FORMAT)
                .attribute("formatCode", "dd/mm/yyyy")
                .end()
                .end();
        xml.start("fonts").attribute("count", 2 + COMPONENTS.length);
        font(xml, "font", layout.style(Component.FORM_TEXT), Span.of(""));
        for (var component : COMPONENTS) {
            font(xml, "font", layout.style(component), Span.of(""));
        }
        font(xml, "font", layout.style(Component.FORM_NUMBER), new Span("", true, false, false));
        xml.end();
        xml.start("fills").attribute("count", 2);
        for (var pattern : new String[] {"none", "gray125"}) {
            xml.start("fill").empty("patternFill", "patternType", pattern).end();
        }
        xml.end();
        xml.start("borders").attribute("count", BORDERS.length);
        for (var border : BORDERS) {
            xml.start("border");
            for (var edge : new String[] {"left", "right", "top", "bottom"}) {
                xml.start(edge);
                if (border.edges.contains(edge)) {
                    xml.attribute("style", "thin").empty("color", "auto", "1");
                }
                xml.end();
            }
            xml.empty("diagonal").end();
        }
        xml.end();
        xml.start("cellStyleXfs")
                .attribute("count", 1)
                .start("xf")
                .attribute("numFmtId", 0)
                .attribute("fontId", 0)
                .attribute("fillId", 0)
                .attribute("borderId", 0)
                .end()
                .end();
        xml.start("cellXfs").attribute("count", 6L + BORDERS.length * COMPONENTS.length);
        xml.start("xf")
                .attribute("numFmtId", 0)
                .attribute("fontId", 0)
                .attribute("fillId", 0)
                .attribute("borderId", 0)
                .attribute("xfId", 0)
                .end();
        for (var component : COMPONENTS) {
            for (var border : BORDERS) {
                format(xml, component, TEXT_FORMAT, 1 + component.ordinal(), border);
            }
        }
        for (var font : new int[] {1 + Component.FORM_NUMBER.ordinal(), 1 + COMPONENTS.length}) {
            format(xml, Component.FORM_NUMBER, WHOLE_FORMAT, font, Border.ALL);
            format(xml, Component.FORM_NUMBER, DECIMAL_FORMAT, font, Border.ALL);
        }
        format(xml, Component.FORM_VALUE, DAY_FORMAT, 1 + Component.FORM_VALUE.ordinal(), Border.ALL);
        xml.end();
        xml.start("cellStyles")
                .attribute("count", 1)
                .start("cellStyle")
                .attribute("name", "Normal")
                .attribute("xfId", 0)
                .attribute("builtinId", 0)
                .end()
                .end();
        xml.start("dxfs").attribute("count", 2);
        for (var colour : new String[] {"FFFFC7CE", "FFFFEB9C"}) {
            xml.start("dxf")
                    .start("fill")
                    .start("patternFill")
                    .empty("bgColor", "rgb", colour)
                    .end()
                    .end()
                    .end();
        }
        xml.end();
        xml.end();
    }

    private void format(XmlWriter xml, Component component, int numberFormat, int font, Border border)
            throws IOException {
        var style = layout.style(component);
        xml.start("xf")
                .attribute("numFmtId", numberFormat)
                .attribute("fontId", font)
                .attribute("fillId", 0)
                .attribute("borderId", border.ordinal())
                .attribute("xfId", 0)
                .attribute("applyNumberFormat", "1")
                .attribute("applyFont", "1")
                .attribute("applyBorder", "1")
                .attribute("applyAlignment", "1")
                .attribute("applyProtection", "1");
        var horizontal = switch (style.alignment()) {
            case LEFT, JUSTIFY -> "left";
            case CENTER -> "center";
            case RIGHT -> "right";
        };
        var vertical = component == Component.FORM_TEXT
                        || component == Component.FORM_VALUE
                        || component == Component.FORM_NUMBER
                        || component == Component.FORM_MARK
                        || component == Component.POSITION
                ? "top"
                : "center";
        xml.start("alignment")
                .attribute("horizontal", horizontal)
                .attribute("vertical", vertical)
                .attribute("wrapText", "1")
                .end();
        xml.empty("protection", "locked", "0");
        xml.end();
    }

    /**
     * Writes a font.
     *
     * @param element <code>font</code> for a cell format, <code>rPr</code> for a text run
     * @param span supplies the emphasis in addition to the style
     */
    void font(XmlWriter xml, String element, Look style, Span span) throws IOException {
        var run = element.equals("rPr");
        xml.start(element);
        if (run) {
            xml.empty("rFont", "val", style.typeface());
        }
        if (style.bold() || span.bold()) {
            xml.empty("b");
        }
        if (style.italic() || span.italic()) {
            xml.empty("i");
        }
        if (run && span.superscript()) {
            xml.empty("vertAlign", "val", "superscript");
        }
        xml.empty("sz", "val", Double.toString(style.size()).replaceFirst("\\.0$", ""));
        if (!run) {
            xml.empty("name", "val", style.typeface()).empty("family", "val", "1");
        }
        xml.end();
    }
}
