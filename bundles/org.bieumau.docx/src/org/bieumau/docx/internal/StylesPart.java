/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.Look;
import org.bieumau.ooxml.internal.XmlWriter;

/** Writes the styles part: one style per component of the profile, so that an office can change each in one place. */
final class StylesPart {

    static final String TABLE = "FormTable";

    /** Style names that Word shows. They are part of the file and therefore the same in every locale. */
    private static final ResourceBundle NAMES = ResourceBundle.getBundle(
            "org.bieumau.docx.internal.styles",
            Locale.ROOT,
            StylesPart.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

    private static final Map<Component, String> IDS = new EnumMap<>(Component.class);

    static {
        for (var component : Component.values()) {
            IDS.put(component, derived(component));
        }
    }

    private final Layout layout;

    StylesPart(Layout layout) {
        this.layout = layout;
    }

    /** Returns the style id of a component, such as <code>FormTitle</code>. */
    static String id(Component component) {
        return IDS.get(component);
    }

    private static String derived(Component component) {
        var id = new StringBuilder();
        for (var word : component.name().split("_")) {
            id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return id.toString();
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("w:styles").attribute("xmlns:w", Ooxml.W);
        xml.start("w:docDefaults");
        xml.start("w:rPrDefault").start("w:rPr");
        var typeface = layout.style(Component.BODY).typeface();
        xml.start("w:rFonts")
                .attribute("w:ascii", typeface)
                .attribute("w:hAnsi", typeface)
                .attribute("w:eastAsia", typeface)
                .attribute("w:cs", typeface)
                .end();
        xml.empty("w:color", "w:val", "000000");
        size(xml, layout.style(Component.BODY).size());
        xml.start("w:lang")
                .attribute("w:val", "vi-VN")
                .attribute("w:eastAsia", "vi-VN")
                .attribute("w:bidi", "ar-SA")
                .end();
        xml.end().end();
        xml.start("w:pPrDefault").start("w:pPr");
        xml.start("w:spacing")
                .attribute("w:before", "0")
                .attribute("w:after", "0")
                .attribute("w:line", "240")
                .attribute("w:lineRule", "auto")
                .end();
        xml.end().end();
        xml.end();
        xml.start("w:style")
                .attribute("w:type", "paragraph")
                .attribute("w:default", "1")
                .attribute("w:styleId", "Normal");
        xml.empty("w:name", "w:val", "Normal").empty("w:qFormat").end();
        xml.start("w:style")
                .attribute("w:type", "table")
                .attribute("w:default", "1")
                .attribute("w:styleId", "TableNormal");
        xml.empty("w:name", "w:val", "Normal Table")
                .empty("w:uiPriority", "w:val", "99")
                .empty("w:semiHidden");
        xml.start("w:tblPr");
        margins(xml, 108);
        xml.end().end();
        for (var component : Component.values()) {
            paragraphStyle(xml, component, layout.style(component));
        }
        tableStyle(xml);
        xml.end();
    }

    private void paragraphStyle(XmlWriter xml, Component component, Look style) throws IOException {
        xml.start("w:style")
                .attribute("w:type", "paragraph")
                .attribute("w:customStyle", "1")
                .attribute("w:styleId", id(component));
        xml.empty("w:name", "w:val", VietnameseText.nfc(NAMES.getString(component.name())));
        xml.empty("w:basedOn", "w:val", "Normal").empty("w:qFormat");
        xml.start("w:pPr");
        if (style.keepWithNext()) {
            xml.empty("w:keepNext");
        }
        xml.start("w:spacing")
                .attribute("w:before", Ooxml.twipsOfPoints(style.spaceBefore()))
                .attribute("w:after", Ooxml.twipsOfPoints(style.spaceAfter()))
                .attribute(
                        "w:line",
                        style.leading() > 0
                                ? Ooxml.twipsOfPoints(style.leading())
                                : Math.round(style.lineSpacing() * 240))
                .attribute("w:lineRule", style.leading() > 0 ? "exact" : "auto")
                .end();
        if (style.firstIndent() > 0) {
            xml.start("w:ind")
                    .attribute("w:firstLine", Ooxml.twips(style.firstIndent()))
                    .end();
        }
        xml.empty(
                "w:jc",
                "w:val",
                switch (style.alignment()) {
                    case LEFT -> "left";
                    case CENTER -> "center";
                    case RIGHT -> "right";
                    case JUSTIFY -> "both";
                });
        var level = layout.outlineLevel(component);
        if (level > 0) {
            xml.empty("w:outlineLvl", "w:val", Integer.toString(level - 1));
        }
        xml.end();
        xml.start("w:rPr");
        if (style.bold()) {
            xml.empty("w:b").empty("w:bCs");
        }
        if (style.italic()) {
            xml.empty("w:i").empty("w:iCs");
        }
        if (style.capitals()) {
            xml.empty("w:caps");
        }
        if (style.colour() != Look.BLACK) {
            xml.empty("w:color", "w:val", Ooxml.colour(style.colour()));
        }
        size(xml, style.size());
        if (style.underlined()) {
            xml.empty("w:u", "w:val", "single");
        }
        xml.end();
        xml.end();
    }

    private static void size(XmlWriter xml, double points) throws IOException {
        var halfPoints = Long.toString(Math.round(points * 2));
        xml.empty("w:sz", "w:val", halfPoints).empty("w:szCs", "w:val", halfPoints);
    }

    private static void tableStyle(XmlWriter xml) throws IOException {
        xml.start("w:style")
                .attribute("w:type", "table")
                .attribute("w:customStyle", "1")
                .attribute("w:styleId", TABLE);
        xml.empty("w:name", "w:val", VietnameseText.nfc(NAMES.getString("TABLE")));
        xml.empty("w:basedOn", "w:val", "TableNormal");
        xml.start("w:tblPr").start("w:tblBorders");
        for (var edge : new String[] {"top", "left", "bottom", "right", "insideH", "insideV"}) {
            xml.start("w:" + edge)
                    .attribute("w:val", "single")
                    .attribute("w:sz", "4")
                    .attribute("w:space", "0")
                    .attribute("w:color", "000000")
                    .end();
        }
        xml.end();
        margins(xml, 85);
        xml.end().end();
    }

    /** @param sides the left and the right margin, in twips */
    private static void margins(XmlWriter xml, int sides) throws IOException {
        xml.start("w:tblCellMar");
        for (var edge : new String[] {"top", "left", "bottom", "right"}) {
            var width = edge.equals("left") || edge.equals("right") ? sides : 0;
            xml.start("w:" + edge)
                    .attribute("w:w", width)
                    .attribute("w:type", "dxa")
                    .end();
        }
        xml.end();
    }
}
