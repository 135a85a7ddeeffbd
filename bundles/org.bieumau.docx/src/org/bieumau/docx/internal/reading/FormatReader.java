/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** Reads the elements with properties of characters and paragraphs (ECMA-376, part 1, 17.3). */
final class FormatReader {

    /** Space that Word uses before and after a paragraph with automatic spacing, in twips. */
    private static final int AUTOMATIC_SPACE = 280;

    /** Height of a line, in twips. Some properties give spacing in hundredths of it. */
    private static final int LINE = 240;

    private final Map<String, String> themeFonts;
    /** The distinct run formats read so far, so that equal formats share one object. */
    private final Map<CharacterFormat, CharacterFormat> known = new HashMap<>();

    /** Whether the mark of the paragraph read last was deleted or inserted as a tracked change. */
    private boolean markDeleted;

    private boolean markInserted;
    private boolean hasSection;
    private CharacterFormat mark = CharacterFormat.NONE;

    /** @param themeFonts font names by theme font, such as <code>minorHAnsi</code> */
    FormatReader(Map<String, String> themeFonts) {
        this.themeFonts = themeFonts;
    }

    /**
     * Returns whether the paragraph whose properties were read last was joined with the next one by a tracked deletion.
     */
    boolean isMarkDeleted() {
        return markDeleted;
    }

    boolean isMarkInserted() {
        return markInserted;
    }

    /** Returns whether a section ends with the paragraph whose properties were read last. */
    boolean hasSection() {
        return hasSection;
    }

    /** Returns the format of the mark at the end of the paragraph whose properties were read last. */
    CharacterFormat mark() {
        return mark;
    }

    /** Reads <code>w:rPr</code>. */
    CharacterFormat characters(XmlReader xml) throws IOException, ProblemException {
        String style = null;
        String font = null;
        String otherFont = null;
        Integer size = null;
        Boolean bold = null;
        Boolean italic = null;
        Boolean underlined = null;
        Boolean capitals = null;
        Integer colour = null;
        Boolean struck = null;
        Boolean hidden = null;
        String position = null;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            switch (xml.name()) {
                case "rStyle" -> style = xml.attribute("val");
                case "rFonts" -> {
                    font = font(xml, "ascii", "asciiTheme");
                    otherFont = font(xml, "hAnsi", "hAnsiTheme");
                }
                case "sz" -> size = Measures.halfPoints(xml.attribute("val"));
                case "b" -> bold = isOn(xml);
                case "i" -> italic = isOn(xml);
                case "u" -> underlined = !"none".equals(xml.attribute("val"));
                case "caps" -> capitals = isOn(xml);
                case "color" -> colour = colour(xml.attribute("val"));
                case "strike", "dstrike" -> struck = isOn(xml) || struck != null && struck;
                case "vanish" -> hidden = isOn(xml);
                case "vertAlign" -> position = xml.attribute("val");
                case "ins", "moveTo" -> markInserted = true;
                case "del", "moveFrom" -> markDeleted = true;
                default -> {}
            }
        }
        var format = new CharacterFormat(
                style, font, otherFont, size, bold, italic, underlined, capitals, colour, struck, hidden, position);
        var same = known.putIfAbsent(format, format);
        return same == null ? format : same;
    }

    private String font(XmlReader xml, String name, String themeName) {
        var theme = xml.attribute(themeName);
        return theme != null && themeFonts.containsKey(theme) ? themeFonts.get(theme) : xml.attribute(name);
    }

    private static boolean isOn(XmlReader xml) {
        return Measures.isOn(xml.attribute("val"));
    }

    private static Integer colour(String value) {
        if (value == null || !value.matches("[0-9A-Fa-f]{6}")) {
            return Look.BLACK;
        }
        return Integer.parseInt(value, 16);
    }

    /** Reads <code>w:pPr</code>. */
    ParagraphFormat paragraph(XmlReader xml) throws IOException, ProblemException {
        String style = null;
        Integer list = null;
        Integer listLevel = null;
        Alignment alignment = null;
        Integer left = null;
        Integer right = null;
        Integer firstLine = null;
        Integer before = null;
        Integer after = null;
        Integer line = null;
        String lineRule = null;
        Boolean closesUp = null;
        Boolean keepWithNext = null;
        Boolean newPage = null;
        Integer outline = null;
        Boolean ruleAbove = null;
        Boolean ruleBelow = null;
        var tabs = List.<ParagraphFormat.Tab>of();
        reset();
        var level = xml.depth();
        while (xml.nextChild(level)) {
            switch (xml.name()) {
                case "pStyle" -> style = xml.attribute("val");
                case "numPr" -> {
                    while (xml.nextChild(level + 1)) {
                        var value = Measures.number(xml.attribute("val"), Integer.MAX_VALUE, 0);
                        if (xml.name().equals("ilvl")) {
                            listLevel = Math.min(value, Numbering.LEVELS - 1);
                        } else if (xml.name().equals("numId")) {
                            list = value;
                        }
                    }
                }
                case "jc" -> alignment = alignment(xml.attribute("val"));
                case "ind" -> {
                    left = twips(xml, "left", "start");
                    right = twips(xml, "right", "end");
                    var hanging = twips(xml, "hanging", "hanging");
                    firstLine = hanging != null ? Integer.valueOf(-hanging) : twips(xml, "firstLine", "firstLine");
                }
                case "spacing" -> {
                    before = space(xml, "before");
                    after = space(xml, "after");
                    line = Measures.twips(xml.attribute("line"));
                    lineRule = line == null ? null : CharacterFormat.first(xml.attribute("lineRule"), "auto");
                }
                case "contextualSpacing" -> closesUp = isOn(xml);
                case "keepNext" -> keepWithNext = isOn(xml);
                case "pageBreakBefore" -> newPage = isOn(xml);
                case "outlineLvl" -> outline = Measures.number(xml.attribute("val"), 9, 9);
                case "pBdr" -> {
                    while (xml.nextChild(level + 1)) {
                        if (xml.name().equals("top")) {
                            ruleAbove = isVisible(xml.attribute("val"));
                        } else if (xml.name().equals("bottom")) {
                            ruleBelow = isVisible(xml.attribute("val"));
                        }
                    }
                }
                case "tabs" -> tabs = tabs(xml);
                case "rPr" -> mark = characters(xml);
                case "sectPr" -> hasSection = true;
                default -> {}
            }
        }
        return new ParagraphFormat(
                style,
                list,
                listLevel,
                alignment,
                left,
                right,
                firstLine,
                before,
                after,
                line,
                lineRule,
                closesUp,
                keepWithNext,
                newPage,
                outline,
                ruleAbove,
                ruleBelow,
                tabs);
    }

    /** Forgets the paragraph properties that were read last. */
    void reset() {
        markDeleted = false;
        markInserted = false;
        hasSection = false;
        mark = CharacterFormat.NONE;
    }

    /** Returns whether a border of a style is visible. */
    static boolean isVisible(String border) {
        return border != null && !border.equals("nil") && !border.equals("none");
    }

    private static Integer twips(XmlReader xml, String name, String strictName) {
        return Measures.twips(CharacterFormat.first(xml.attribute(name), xml.attribute(strictName)));
    }

    private static Integer space(XmlReader xml, String side) {
        var automatic = xml.attribute(side + "Autospacing");
        if (automatic != null && Measures.isOn(automatic)) {
            return AUTOMATIC_SPACE;
        }
        var lines = Measures.twips(xml.attribute(side + "Lines"));
        return lines != null && lines > 0 ? Integer.valueOf(lines * LINE / 100) : Measures.twips(xml.attribute(side));
    }

    private static Alignment alignment(String value) {
        return switch (value) {
            case "center" -> Alignment.CENTER;
            case "right", "end" -> Alignment.RIGHT;
            case "both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida" ->
                Alignment.JUSTIFY;
            case null, default -> Alignment.LEFT;
        };
    }

    private static List<ParagraphFormat.Tab> tabs(XmlReader xml) throws IOException, ProblemException {
        var tabs = new ArrayList<ParagraphFormat.Tab>();
        var level = xml.depth();
        while (xml.nextChild(level)) {
            var position = Measures.twips(xml.attribute("pos"));
            if (position != null) {
                tabs.add(new ParagraphFormat.Tab(
                        position,
                        switch (xml.attribute("val")) {
                            case "clear" -> null;
                            case "center" -> Alignment.CENTER;
                            case "right", "end", "decimal" -> Alignment.RIGHT;
                            case null, default -> Alignment.LEFT;
                        }));
            }
        }
        return tabs;
    }
}
