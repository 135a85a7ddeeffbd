/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private static final NumberFormat[] FORMATS = NumberFormat.values();
    /** Components that show values. */
    private static final List<Component> VALUES =
            List.of(Component.FORM_NUMBER, Component.FORM_VALUE, Component.FORM_MARK, Component.FORM_COLUMN_NUMBER);
    /** Combinations of bold and italic. */
    private static final List<Span> EMPHASES = List.of(
            Span.of(""),
            new Span("", true, false, false),
            new Span("", false, true, false),
            new Span("", true, true, false));

    /** Indexes of the differential formats after those of {@link #highlight}. */
    private static final List<NumberFormat> SWITCHED = List.of(NumberFormat.WHOLE, NumberFormat.DECIMALS);

    private final Map<Component, Look> looks = new EnumMap<>(Component.class);

    CellStyles(Layout layout) {
        for (var component : COMPONENTS) {
            looks.put(component, layout.style(component));
        }
    }

    /** Returns the index of the format of a component. Index 0 is the default format of empty cells. */
    int index(Component component, Border border) {
        return 1 + component.ordinal() * BORDERS.length + border.ordinal();
    }

    /**
     * Returns the index of the format of a value.
     *
     * @param component one of {@link #VALUES}
     * @param emphasis supplies the emphasis in addition to that of the component
     */
    int index(Component component, NumberFormat format, Span emphasis) {
        var value = VALUES.indexOf(component) * FORMATS.length + format.ordinal();
        return 1
                + COMPONENTS.length * BORDERS.length
                + value * EMPHASES.size()
                + (emphasis.bold() ? 1 : 0)
                + (emphasis.italic() ? 2 : 0);
    }

    /** Returns whether there are formats for values of a component. */
    static boolean isValue(Component component) {
        return VALUES.contains(component);
    }

    /** Returns the index of the differential format that highlights cells that break a rule. */
    static int highlight(Severity severity) {
        return severity == Severity.ERROR ? 0 : 1;
    }

    /** Returns the index of the differential format that switches to another number format. */
    static int switched(NumberFormat format) {
        return 2 + SWITCHED.indexOf(format);
    }

    Look style(Component component) {
        return looks.get(component);
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("styleSheet").attribute("xmlns", MAIN);
        var own = List.of(FORMATS).stream().filter(NumberFormat::isOwn).toList();
        xml.start("numFmts").attribute("count", own.size());
        for (var format : own) {
            numberFormat(xml, format);
        }
        xml.end();
        xml.start("fonts").attribute("count", 1L + COMPONENTS.length + VALUES.size() * EMPHASES.size());
        font(xml, "font", style(Component.FORM_TEXT), Span.of(""));
        for (var component : COMPONENTS) {
            font(xml, "font", style(component), Span.of(""));
        }
        for (var component : VALUES) {
            for (var emphasis : EMPHASES) {
                font(xml, "font", style(component), emphasis);
            }
        }
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
        xml.start("cellXfs")
                .attribute(
                        "count",
                        1L + BORDERS.length * COMPONENTS.length + VALUES.size() * FORMATS.length * EMPHASES.size());
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
        for (int value = 0; value < VALUES.size(); value++) {
            for (var format : FORMATS) {
                for (int emphasis = 0; emphasis < EMPHASES.size(); emphasis++) {
                    var font = 1 + COMPONENTS.length + value * EMPHASES.size() + emphasis;
                    format(xml, VALUES.get(value), format.id(), font, Border.ALL);
                }
            }
        }
        xml.end();
        xml.start("cellStyles")
                .attribute("count", 1)
                .start("cellStyle")
                .attribute("name", "Normal")
                .attribute("xfId", 0)
                .attribute("builtinId", 0)
                .end()
                .end();
        xml.start("dxfs").attribute("count", 2L + SWITCHED.size());
        for (var colour : new String[] {"FFFFC7CE", "FFFFEB9C"}) {
            xml.start("dxf")
                    .start("fill")
                    .start("patternFill")
                    .empty("bgColor", "rgb", colour)
                    .end()
                    .end()
                    .end();
        }
        for (var format : SWITCHED) {
            xml.start("dxf");
            numberFormat(xml, format);
            xml.end();
        }
        xml.end();
        xml.end();
    }

    private static void numberFormat(XmlWriter xml, NumberFormat format) throws IOException {
        xml.start("numFmt")
                .attribute("numFmtId", format.id())
                .attribute("formatCode", format.code())
                .end();
    }

    private void format(XmlWriter xml, Component component, int numberFormat, int font, Border border)
            throws IOException {
        var style = style(component);
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
                // Excel cannot wrap a number. If it does not fit, Excel would show «###» in its place.
                .attribute(isText(numberFormat) ? "wrapText" : "shrinkToFit", "1")
                .end();
        xml.empty("protection", "locked", "0");
        xml.end();
    }

    private static boolean isText(int numberFormat) {
        return numberFormat == TEXT_FORMAT || numberFormat == NumberFormat.GENERAL.id();
    }

    private static String size(Look style) {
        var whole = (int) style.size();
        return whole == style.size() ? Integer.toString(whole) : Double.toString(style.size());
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
        xml.empty("sz", "val", size(style));
        if (!run) {
            xml.empty("name", "val", style.typeface()).empty("family", "val", "1");
        }
        xml.end();
    }
}
