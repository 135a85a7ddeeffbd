/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.bieumau.core.internal.sheet.CellLook;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.text.LegacyEncoding;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * A font of a cell or of a run of its text.
 *
 * @param size in pt
 * @param colour as 0xRRGGBB; -1 if it is not known
 * @param isLegacy whether the font has an encoding from before Unicode
 * @param flags the marks of the text, such as bold
 */
record Font(
        String name,
        double size,
        boolean bold,
        boolean italic,
        boolean underlined,
        int colour,
        boolean isLegacy,
        Set<Flag> flags) {

    static final Font NONE = new Font("", 0, false, false, false, Look.BLACK, false, Set.of());

    /** Reads the children of the current element, <code>font</code> or <code>rPr</code>. */
    static Font read(XmlReader xml) throws IOException, ProblemException {
        var name = "";
        var size = 0.0;
        var bold = false;
        var italic = false;
        var underlined = false;
        var colour = Look.BLACK;
        var flags = EnumSet.noneOf(Flag.class);
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            var value = xml.attribute("val");
            switch (xml.name()) {
                case "name", "rFont" -> name = value == null ? "" : value;
                case "sz" -> size = XmlValues.decimal(value, 0);
                case "b" -> bold = XmlValues.isOn(value);
                case "i" -> italic = XmlValues.isOn(value);
                case "u" -> underlined = !"none".equals(value);
                case "color" -> colour = colour(xml.attribute("rgb"));
                case "strike" -> set(flags, Flag.STRUCK_OUT, XmlValues.isOn(value));
                case "vertAlign" -> {
                    set(flags, Flag.SUPERSCRIPT, "superscript".equals(value));
                    set(flags, Flag.SUBSCRIPT, "subscript".equals(value));
                }
                default -> {
                    // Other children do not affect the text.
                }
            }
        }
        var isLegacy = LegacyEncoding.ofFont(name).isPresent();
        return new Font(name, size, bold, italic, underlined, colour, isLegacy, Set.copyOf(flags));
    }

    private static void set(Set<Flag> flags, Flag flag, boolean isSet) {
        if (isSet) {
            flags.add(flag);
        }
    }

    /** Returns the colour of a value such as <code>FFFF0000</code>; -1 for a colour of the theme. */
    private static int colour(String argb) {
        try {
            return argb == null ? -1 : (int) (Long.parseLong(argb, 16) & 0xFFFFFF);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /**
     * Returns the look of text in this font.
     *
     * @param alignment null if it depends on the kind of value
     */
    Look look(Alignment alignment) {
        return CellLook.of(name, size, bold, italic, underlined, colour, alignment);
    }
}
