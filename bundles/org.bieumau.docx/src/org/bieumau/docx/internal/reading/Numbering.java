/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.IOException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.model.MarkerText;
import org.bieumau.ooxml.internal.reading.OpcPackage;
import org.bieumau.ooxml.internal.reading.XmlReader;

/**
 * Computes automatic numbers (ECMA-376, part 1, 17.9). Lists with the same abstract definition share one count, unless
 * a list overrides its start number.
 */
final class Numbering {

    static final int LEVELS = 9;

    private static final int LARGEST = 30_000;
    private static final int LETTERS = 26;

    /** A counter whose level has not been used since its last restart. */
    private static final int UNUSED = Integer.MIN_VALUE;

    /**
     * A level of a list.
     *
     * @param text the label, where <code>%1</code> is the placeholder for the number of level 1
     * @param restart the level, from 1, after which the count restarts; 0 for never, -1 for each higher level
     * @param isLegal whether all numbers of the label are decimal
     * @param style the paragraph style that is numbered with this level; may be null
     */
    record Level(
            int start,
            String format,
            String text,
            int restart,
            boolean isLegal,
            String style,
            ParagraphFormat paragraph,
            CharacterFormat characters) {}

    /** A list: its definition and its overrides. */
    private record List(int definition, Level[] levels, Integer[] starts) {}

    private final Map<Integer, Level[]> definitions = new HashMap<>();
    private final Map<String, Integer> byStyle = new HashMap<>();
    private final Map<Integer, String> linked = new HashMap<>();
    private final Map<Integer, List> lists = new HashMap<>();
    private final Map<Integer, int[]> counters = new HashMap<>();
    private final Set<java.util.List<Integer>> started = new HashSet<>();

    /** Reads the numbering part, if there is one. */
    Numbering(OpcPackage opc, String part, FormatReader formats) throws IOException, ProblemException {
        if (part == null || !opc.has(part)) {
            return;
        }
        try (var xml = opc.read(part)) {
            xml.root();
            while (xml.nextChild(1)) {
                if (xml.name().equals("abstractNum")) {
                    readDefinition(xml, formats);
                } else if (xml.name().equals("num")) {
                    readList(xml, formats);
                }
            }
        }
    }

    private void readDefinition(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        var id = number(xml.attribute("abstractNumId"));
        var levels = new Level[LEVELS];
        while (xml.nextChild(2)) {
            switch (xml.name()) {
                case "lvl" -> {
                    var at = number(xml.attribute("ilvl"));
                    var level = level(xml, formats);
                    if (at < LEVELS) {
                        levels[at] = level;
                    }
                }
                case "styleLink" -> byStyle.put(xml.attribute("val"), id);
                case "numStyleLink" -> linked.put(id, xml.attribute("val"));
                default -> {}
            }
        }
        definitions.put(id, levels);
    }

    private static int number(String value) {
        return Measures.number(value, Integer.MAX_VALUE, 0);
    }

    private static Level level(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        var start = 0;
        var format = "decimal";
        var text = "";
        var restart = -1;
        var isLegal = false;
        String style = null;
        var paragraph = ParagraphFormat.NONE;
        var characters = CharacterFormat.NONE;
        var level = xml.depth();
        while (xml.nextChild(level)) {
            var value = xml.attribute("val");
            switch (xml.name()) {
                case "start" -> start = Measures.number(value, LARGEST, 0);
                case "numFmt" -> format = CharacterFormat.first(value, format);
                case "lvlText" -> text = Normalizer.normalize(CharacterFormat.first(value, ""), Normalizer.Form.NFC);
                case "lvlRestart" -> restart = Measures.number(value, LEVELS, -1);
                case "isLgl" -> isLegal = Measures.isOn(value);
                case "pStyle" -> style = value;
                case "pPr" -> paragraph = formats.paragraph(xml);
                case "rPr" -> characters = formats.characters(xml);
                default -> {}
            }
        }
        return new Level(start, format, text, restart, isLegal, style, paragraph, characters);
    }

    private void readList(XmlReader xml, FormatReader formats) throws IOException, ProblemException {
        var id = number(xml.attribute("numId"));
        var definition = 0;
        var levels = new Level[LEVELS];
        var starts = new Integer[LEVELS];
        while (xml.nextChild(2)) {
            if (xml.name().equals("abstractNumId")) {
                definition = number(xml.attribute("val"));
            } else if (xml.name().equals("lvlOverride")) {
                var at = Math.min(LEVELS - 1, number(xml.attribute("ilvl")));
                while (xml.nextChild(3)) {
                    if (xml.name().equals("startOverride")) {
                        starts[at] = Measures.number(xml.attribute("val"), LARGEST, 0);
                    } else if (xml.name().equals("lvl")) {
                        levels[at] = level(xml, formats);
                    }
                }
            }
        }
        lists.put(id, new List(definition, levels, starts));
    }

    /** Returns a level of a list; null if there is none. */
    Level level(int list, int level) {
        var of = lists.get(list);
        if (of == null) {
            return null;
        }
        var levels = definitions.get(definition(of));
        return of.levels()[level] != null ? of.levels()[level] : levels == null ? null : levels[level];
    }

    private int definition(List list) {
        var link = linked.get(list.definition());
        return link == null ? list.definition() : byStyle.getOrDefault(link, list.definition());
    }

    /** Returns the level of a list that numbers a paragraph style; 0 if none names the style. */
    int level(int list, String style) {
        for (int i = 0; i < LEVELS; i++) {
            var level = level(list, i);
            if (level != null && style != null && style.equals(level.style())) {
                return i;
            }
        }
        return 0;
    }

    /** Counts a paragraph and returns its label; an empty string if the level has none. */
    String next(int list, int at) {
        var level = level(list, at);
        if (level == null) {
            return "";
        }
        var of = lists.get(list);
        var counts = counters.computeIfAbsent(definition(of), id -> {
            var none = new int[LEVELS];
            Arrays.fill(none, UNUSED);
            return none;
        });
        if (of.starts()[at] != null && started.add(java.util.List.of(list, at))) {
            counts[at] = UNUSED;
        }
        counts[at] = counts[at] == UNUSED ? start(list, at) : counts[at] + 1;
        for (int below = at + 1; below < LEVELS; below++) {
            var lower = level(list, below);
            if (lower == null || lower.restart() < 0 || at < lower.restart()) {
                counts[below] = UNUSED;
            }
        }
        return label(list, level, counts);
    }

    private int start(int list, int at) {
        var override = lists.get(list).starts()[at];
        var level = level(list, at);
        return override != null ? override : level == null ? 1 : level.start();
    }

    private String label(int list, Level level, int[] counts) {
        if (level.format().equals("bullet")) {
            return Symbols.shown(
                    level.text(), CharacterFormat.first(level.characters().font(), ""));
        }
        var label = new StringBuilder();
        for (int i = 0; i < level.text().length(); i++) {
            var c = level.text().charAt(i);
            var at = c == '%' && i + 1 < level.text().length() ? level.text().charAt(i + 1) - '1' : -1;
            if (at < 0 || at >= LEVELS) {
                label.append(c);
                continue;
            }
            var number = counts[at] == UNUSED ? start(list, at) : counts[at];
            var of = level(list, at);
            label.append(shown(number, level.isLegal() || of == null ? "decimal" : of.format()));
            i++;
        }
        return label.toString();
    }

    private static String shown(int number, String format) {
        return switch (format) {
            case "upperRoman" -> number > 0 ? MarkerText.roman(number) : "";
            case "lowerRoman" -> number > 0 ? MarkerText.roman(number).toLowerCase(Locale.ROOT) : "";
            case "upperLetter" -> letters(number, 'A');
            case "lowerLetter" -> letters(number, 'a');
            case "decimalZero" -> number < 10 ? "0" + number : "" + number;
            case "none", "bullet" -> "";
            default -> "" + number;
        };
    }

    /** Returns a letter, doubled after z, and so on. */
    private static String letters(int number, char first) {
        return number <= 0
                ? ""
                : Character.toString((char) (first + (number - 1) % LETTERS)).repeat((number - 1) / LETTERS + 1);
    }
}
