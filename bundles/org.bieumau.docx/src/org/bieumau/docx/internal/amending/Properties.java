/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.amending;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Property;
import org.bieumau.ooxml.internal.amending.XmlElement;

/** Sets the properties of runs and paragraphs directly, in the order of the schema (ECMA-376, part 1, 17.3). */
final class Properties {

    private static final double TWIPS_PER_POINT = 20;
    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final int TWIPS_PER_LINE = 240;

    private static final Set<Property> OF_PARAGRAPHS = Set.of(
            Property.ALIGNMENT,
            Property.FIRST_INDENT,
            Property.SPACE_BEFORE,
            Property.SPACE_AFTER,
            Property.LINE_SPACING,
            Property.LEADING);

    private final String w;
    private final List<String> run;
    private final List<String> paragraph;

    /** @param w prefix of the names of WordprocessingML */
    Properties(String w) {
        this.w = w;
        run = names("rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof"
                + " snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd"
                + " fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange");
        paragraph = names("pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers"
                + " pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE"
                + " autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents"
                + " suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr"
                + " sectPr pPrChange");
    }

    List<String> names(String all) {
        return Stream.of(all.split(" ")).map(name -> w + name).toList();
    }

    /** Returns whether a property belongs to the paragraph as a whole. */
    static boolean isOfParagraph(Property property) {
        return OF_PARAGRAPHS.contains(property);
    }

    private XmlElement first(XmlElement parent, String name) {
        var present = parent.child(w + name);
        return present != null
                ? present
                : parent.insert(w + name, parent.children().stream().findFirst().orElse(null));
    }

    private XmlElement set(XmlElement properties, List<String> order, String name, String value) {
        var element = properties.obtain(w + name, order);
        element.set(w + "val", value);
        return element;
    }

    private void toggle(XmlElement properties, boolean isOn, String... names) {
        for (var name : names) {
            var element = properties.obtain(w + name, run);
            if (isOn) {
                element.remove(w + "val");
            } else {
                element.set(w + "val", "0");
            }
        }
    }

    /** Sets a property of the characters of a run. */
    void setRun(XmlElement element, Property property, Look look) {
        var properties = first(element, "rPr");
        switch (property) {
            case TYPEFACE -> {
                var fonts = properties.obtain(w + "rFonts", run);
                for (var script : List.of("ascii", "hAnsi", "cs")) {
                    fonts.set(w + script, look.typeface());
                }
                for (var theme : List.of("asciiTheme", "hAnsiTheme", "cstheme")) {
                    fonts.remove(w + theme);
                }
            }
            case SIZE -> {
                var halves = Long.toString(Math.round(look.size() * 2));
                set(properties, run, "sz", halves);
                set(properties, run, "szCs", halves);
            }
            case BOLD -> toggle(properties, look.bold(), "b", "bCs");
            case ITALIC -> toggle(properties, look.italic(), "i", "iCs");
            case UNDERLINED -> set(properties, run, "u", look.underlined() ? "single" : "none");
            case CAPITALS -> toggle(properties, look.capitals(), "caps");
            case COLOUR -> {
                var colour = set(properties, run, "color", String.format("%06X", look.colour()));
                List.of("themeColor", "themeTint", "themeShade").forEach(theme -> colour.remove(w + theme));
            }
            default -> throw new IllegalArgumentException(property.toString());
        }
    }

    /** Sets a property of a paragraph. */
    void setParagraph(XmlElement element, Property property, Look look) {
        var properties = first(element, "pPr");
        switch (property) {
            case ALIGNMENT ->
                set(
                        properties,
                        paragraph,
                        "jc",
                        switch (look.alignment()) {
                            case LEFT -> "left";
                            case CENTER -> "center";
                            case RIGHT -> "right";
                            case JUSTIFY -> "both";
                        });
            case FIRST_INDENT -> {
                var indent = properties.obtain(w + "ind", paragraph);
                List.of("hanging", "hangingChars", "firstLineChars", "leftChars", "startChars")
                        .forEach(name -> indent.remove(w + name));
                indent.remove(w + "start");
                indent.set(w + "left", "0");
                indent.set(w + "firstLine", twips(look.firstIndent() * TWIPS_PER_MILLIMETRE));
            }
            case SPACE_BEFORE -> space(properties, "before", look.spaceBefore());
            case SPACE_AFTER -> space(properties, "after", look.spaceAfter());
            case LINE_SPACING, LEADING -> {
                var spacing = properties.obtain(w + "spacing", paragraph);
                var isExact = look.leading() > 0;
                spacing.set(
                        w + "line",
                        twips(isExact ? look.leading() * TWIPS_PER_POINT : look.lineSpacing() * TWIPS_PER_LINE));
                spacing.set(w + "lineRule", isExact ? "exact" : "auto");
            }
            default -> throw new IllegalArgumentException(property.toString());
        }
    }

    private void space(XmlElement properties, String side, double points) {
        var spacing = properties.obtain(w + "spacing", paragraph);
        List.of("Lines", "Autospacing").forEach(other -> spacing.remove(w + side + other));
        spacing.set(w + side, twips(points * TWIPS_PER_POINT));
        var contextual = properties.child(w + "contextualSpacing");
        if (contextual != null) {
            contextual.set(w + "val", "0");
        }
    }

    static String twips(double value) {
        return Long.toString(Math.round(value));
    }
}
