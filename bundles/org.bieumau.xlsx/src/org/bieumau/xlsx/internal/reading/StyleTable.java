/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.sheet.BuiltInFormats;
import org.bieumau.core.internal.sheet.NumberFormat;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.profile.Look.Alignment;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.Vocabulary;
import org.bieumau.ooxml.internal.reading.XmlReader;

/** The formats of the cells of a workbook. A cell names its format by a number. */
final class StyleTable {

    private final Map<Integer, String> codes = new HashMap<>();
    private final Map<Integer, NumberFormat> formats = new HashMap<>();
    private final List<Font> fonts = new ArrayList<>();
    private final List<CellStyle> styles = new ArrayList<>();

    private StyleTable() {}

    /** @param part the part with the styles; null if there is none */
    static StyleTable read(OpcPackage parts, String part) throws IOException, ProblemException {
        var table = new StyleTable();
        if (part != null && parts.has(part)) {
            try (var xml = parts.read(part)) {
                xml.root();
                table.read(xml);
            }
        }
        return table;
    }

    private void read(XmlReader xml) throws IOException, ProblemException {
        while (xml.nextChild(1)) {
            if (xml.is(Vocabulary.SHEET, "numFmts")) {
                while (xml.nextChild(2)) {
                    var code = xml.attribute("formatCode");
                    codes.put(XmlValues.number(xml.attribute("numFmtId"), -1), code == null ? "" : code);
                }
            } else if (xml.is(Vocabulary.SHEET, "fonts")) {
                while (xml.nextChild(2)) {
                    fonts.add(Font.read(xml));
                }
            } else if (xml.is(Vocabulary.SHEET, "cellXfs")) {
                while (xml.nextChild(2)) {
                    styles.add(style(xml));
                }
            }
        }
    }

    private CellStyle style(XmlReader xml) throws IOException, ProblemException {
        var format = format(XmlValues.number(xml.attribute("numFmtId"), 0));
        var number = XmlValues.number(xml.attribute("fontId"), 0);
        var font = number < fonts.size() ? fonts.get(number) : Font.NONE;
        Alignment alignment = null;
        var depth = xml.depth();
        while (xml.nextChild(depth)) {
            if (xml.name().equals("alignment")) {
                alignment = alignment(xml.attribute("horizontal"));
            }
        }
        return new CellStyle(format, font, font.look(alignment), alignment);
    }

    /**
     * A format of the file takes precedence over the built-in one with the same id, since some programs redefine
     * built-in formats.
     */
    private NumberFormat format(int id) {
        return formats.computeIfAbsent(id, key -> {
            var code = codes.getOrDefault(key, BuiltInFormats.code(key));
            return code == null || code.equals("General") ? NumberFormat.GENERAL : NumberFormat.of(code);
        });
    }

    private static Alignment alignment(String value) {
        return switch (value) {
            case "left" -> Alignment.LEFT;
            case "center", "centerContinuous", "distributed" -> Alignment.CENTER;
            case "right" -> Alignment.RIGHT;
            case "justify" -> Alignment.JUSTIFY;
            case null, default -> null;
        };
    }

    /** Returns the format with a number; a plain one if there is none. */
    CellStyle get(int number) {
        return number >= 0 && number < styles.size() ? styles.get(number) : CellStyle.NONE;
    }
}
