/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * The styles of a document and its defaults (ECMA-376, part 1, 17.7). A style that is based on itself ends the chain of
 * base styles.
 */
final class Styles {

    /** A style with the properties of those that it is based on. */
    record Style(String name, ParagraphFormat paragraph, CharacterFormat characters, TableStyle table) {

        static final Style NONE = new Style("", ParagraphFormat.NONE, CharacterFormat.NONE, TableStyle.NONE);
    }

    private record Definition(
            String id,
            String name,
            String base,
            ParagraphFormat paragraph,
            CharacterFormat characters,
            TableStyle table) {}

    private final Numbering numbering;
    private final Map<String, Definition> definitions = new HashMap<>();
    private final Map<String, Style> resolved = new HashMap<>();
    private final Map<String, String> defaultIds = new HashMap<>();
    private CharacterFormat defaultCharacters = CharacterFormat.NONE;
    private ParagraphFormat defaultParagraph = ParagraphFormat.NONE;

    /** Reads the styles part, if there is one. */
    Styles(OpcPackage opc, String part, FormatReader formats, Numbering numbering)
            throws IOException, ProblemException {
        this.numbering = numbering;
        if (part == null || !opc.has(part)) {
            return;
        }
        try (var xml = opc.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.name().equals("docDefaults")) {
                    readDefaults(xml, formats);
                } else if (xml.name().equals("style")) {
                    readStyle(xml, formats);
                }
            }
        }
    }

    private void readDefaults(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        while (xml.nextChild(2)) {
            while (xml.nextChild(3)) {
                if (xml.name().equals("rPr")) {
                    defaultCharacters = formats.characters(xml);
                } else if (xml.name().equals("pPr")) {
                    defaultParagraph = formats.paragraph(xml);
                }
            }
        }
    }

    private void readStyle(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        var id = CharacterFormat.first(xml.attribute("styleId"), "");
        var type = CharacterFormat.first(xml.attribute("type"), "paragraph");
        var isDefault = xml.attribute("default");
        if (isDefault != null && Measures.isOn(isDefault)) {
            defaultIds.put(type, id);
        }
        var name = id;
        String base = null;
        var paragraph = ParagraphFormat.NONE;
        var characters = CharacterFormat.NONE;
        var borders = 0;
        var parts = new LinkedHashMap<String, TableStyle.Part>();
        var bands = 1;
        while (xml.nextChild(2)) {
            switch (xml.name()) {
                case "name" -> name = CharacterFormat.first(xml.attribute("val"), id);
                case "basedOn" -> base = xml.attribute("val");
                case "pPr" -> paragraph = formats.paragraph(xml);
                case "rPr" -> characters = formats.characters(xml);
                case "tblPr" -> {
                    while (xml.nextChild(3)) {
                        if (xml.name().equals("tblBorders")) {
                            borders = Borders.read(xml);
                        } else if (xml.name().equals("tblStyleRowBandSize")) {
                            bands = Math.max(1, Measures.number(xml.attribute("val"), 100, 1));
                        }
                    }
                }
                case "tblStylePr" -> parts.put(xml.attribute("type"), readPart(xml, formats));
                default -> {}
            }
        }
        definitions.put(
                id, new Definition(id, name, base, paragraph, characters, new TableStyle(borders, bands, parts)));
    }

    private static TableStyle.Part readPart(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        var paragraph = ParagraphFormat.NONE;
        var characters = CharacterFormat.NONE;
        while (xml.nextChild(3)) {
            if (xml.name().equals("pPr")) {
                paragraph = formats.paragraph(xml);
            } else if (xml.name().equals("rPr")) {
                characters = formats.characters(xml);
            }
        }
        return new TableStyle.Part(paragraph, characters);
    }

    CharacterFormat defaultCharacters() {
        return defaultCharacters;
    }

    ParagraphFormat defaultParagraph() {
        return defaultParagraph;
    }

    /** Returns the paragraph style with an id; the default style if there is none. */
    Style paragraph(String id) {
        return style(id, "paragraph");
    }

    /** Returns the table style with an id; the default style if there is none. */
    Style table(String id) {
        return style(id, "table");
    }

    /** Returns the character style with an id; a style without properties if there is none. */
    Style characters(String id) {
        return id == null ? Style.NONE : style(id, "");
    }

    private Style style(String id, String type) {
        var known = id != null && definitions.containsKey(id) ? id : defaultIds.get(type);
        return known == null ? Style.NONE : resolved.computeIfAbsent(known, this::resolve);
    }

    private Style resolve(String id) {
        var chain = new LinkedHashSet<Definition>();
        for (var at = definitions.get(id); at != null && chain.add(at); at = definitions.get(at.base())) {
            // Collects the styles up to the one without a base, or one that is already in the chain.
        }
        var fromBase = new ArrayList<>(chain).reversed();
        var style = new Style(definitions.get(id).name(), ParagraphFormat.NONE, CharacterFormat.NONE, TableStyle.NONE);
        for (var each : fromBase) {
            style = new Style(
                    style.name(),
                    numbered(each).over(style.paragraph()),
                    each.characters().over(style.characters()),
                    each.table().over(style.table()));
        }
        return style;
    }

    /** Returns the properties of a style, with the indents of the list to which it refers. */
    private ParagraphFormat numbered(Definition style) {
        var format = style.paragraph();
        if (format.list() == null || format.list() == 0) {
            return format;
        }
        var level = numbering.level(
                format.list(), format.level() != null ? format.level() : numbering.level(format.list(), style.id()));
        return level == null ? format : format.indentedBy(level.paragraph());
    }

    /** Returns the level that numbers a paragraph of a style: that of the paragraph, or else the one for the style. */
    int level(ParagraphFormat direct, Style style, int list) {
        if (direct.level() != null) {
            return direct.level();
        }
        if (direct.list() != null) {
            return 0;
        }
        return style.paragraph().level() != null
                ? style.paragraph().level()
                : numbering.level(list, CharacterFormat.first(direct.style(), defaultIds.get("paragraph")));
    }

    /** Returns the parts of a table style that apply to a cell, from the most general to the most specific. */
    static List<TableStyle.Part> parts(Style style, int conditions) {
        var parts = new ArrayList<TableStyle.Part>();
        parts.add(new TableStyle.Part(style.paragraph(), style.characters()));
        for (int i = 0; i < TableStyle.CONDITIONS.size(); i++) {
            var part = style.table().parts().get(TableStyle.CONDITIONS.get(i));
            if (part != null && (conditions >> i & 1) != 0) {
                parts.add(part);
            }
        }
        return parts;
    }
}
