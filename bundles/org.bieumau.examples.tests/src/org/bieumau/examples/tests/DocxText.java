/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of a Word file as displayed: with list numbers, and in capitals where a style has them. */
final class DocxText {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final List<List<String>> ROMAN = List.of(
            List.of("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"),
            List.of("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"),
            List.of("", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"),
            List.of("", "M", "MM", "MMM"));

    private final Map<String, byte[]> parts = new HashMap<>();
    private final Map<String, Element> styles = new HashMap<>();
    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, int[]> counters = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private final List<String> italic = new ArrayList<>();
    private final List<String> bold = new ArrayList<>();
    private final List<OutlineEntry> headings = new ArrayList<>();
    private boolean headRead;

    DocxText(byte[] file) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        all(parse("word/styles.xml").getDocumentElement(), "style")
                .forEach(style -> styles.put(value(style, "styleId"), style));
        var numbering = parse("word/numbering.xml").getDocumentElement();
        for (var list : all(numbering, "num")) {
            var id = value(all(list, "abstractNumId").getFirst(), "val");
            lists.put(
                    value(list, "numId"),
                    all(numbering, "abstractNum").stream()
                            .filter(abstractNum ->
                                    value(abstractNum, "abstractNumId").equals(id))
                            .findFirst()
                            .orElseThrow());
        }
        read(all(parse("word/document.xml").getDocumentElement(), "body").getFirst());
    }

    List<String> words() {
        return Words.of(text.toString());
    }

    /** Returns the headings that the navigation pane of Word shows. */
    List<OutlineEntry> headings() {
        return headings;
    }

    /** Returns the phrases whose runs are bold or italic by direct formatting, not by their style. */
    List<String> emphasised(boolean inBold) {
        return inBold ? bold : italic;
    }

    private Document parse(String part) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(parts.get(part)));
    }

    private static List<Element> all(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(W, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    private static List<Element> children(Element parent) {
        var found = new ArrayList<Element>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    private static String value(Element element, String name) {
        return element.getAttributeNS(W, name);
    }

    private void read(Element container) {
        for (var child : children(container)) {
            switch (child.getLocalName()) {
                case "p" -> text.append(paragraph(child)).append('\n');
                case "tbl" -> {
                    if (headRead) {
                        all(child, "tr").stream()
                                .filter(row -> row.getParentNode() == child)
                                .forEach(row -> children(row).stream()
                                        .filter(cell -> cell.getLocalName().equals("tc"))
                                        .forEach(this::read));
                    } else {
                        readHead(child);
                        headRead = true;
                    }
                }
                default -> {}
            }
        }
    }

    /**
     * Reads the letterhead in the order in which the decree numbers its components: agencies, national title, number,
     * place and date, subject of a letter.
     */
    private void readHead(Element table) {
        var sides = all(table, "tc").stream()
                .map(cell -> children(cell).stream()
                        .filter(p -> p.getLocalName().equals("p"))
                        .map(this::paragraph)
                        .filter(line -> !line.isBlank())
                        .toList())
                .toList();
        var left = new ArrayList<>(sides.get(0));
        left.addAll(sides.get(2));
        var right = new ArrayList<>(sides.get(1));
        right.addAll(sides.get(3));
        var number = 0;
        while (!left.get(number).startsWith("Số")) {
            number++;
        }
        var order = new ArrayList<>(left.subList(0, number));
        order.addAll(right.subList(0, 2));
        order.add(left.get(number));
        order.addAll(right.subList(2, right.size()));
        order.addAll(left.subList(number + 1, left.size()));
        order.forEach(line -> text.append(line).append('\n'));
    }

    private String paragraph(Element paragraph) {
        var line = new StringBuilder();
        var style = all(paragraph, "pStyle").stream()
                .map(each -> styles.get(value(each, "val")))
                .findFirst()
                .orElse(null);
        var numbers = all(paragraph, "numPr");
        if (!numbers.isEmpty()) {
            line.append(number(numbers.getFirst())).append(' ');
        }
        var capitals = style != null && !all(style, "caps").isEmpty();
        collect(paragraph, "i", italic);
        collect(paragraph, "b", bold);
        all(paragraph, "t")
                .forEach(t ->
                        line.append(capitals ? t.getTextContent().toUpperCase(Locale.of("vi")) : t.getTextContent()));
        var level = style == null ? List.<Element>of() : all(style, "outlineLvl");
        if (!level.isEmpty()) {
            headings.add(OutlineEntry.of(Integer.parseInt(value(level.getFirst(), "val")) + 1, line.toString()));
        }
        return line.toString();
    }

    private static void collect(Element paragraph, String property, List<String> found) {
        var stretch = new StringBuilder();
        for (var run : all(paragraph, "r")) {
            if (all(run, property).isEmpty()) {
                stretch.append('\n');
            } else {
                all(run, "t").forEach(t -> stretch.append(t.getTextContent()));
            }
        }
        stretch.toString()
                .lines()
                .filter(each -> !each.isBlank())
                .map(each -> String.join(" ", Words.of(each)))
                .forEach(found::add);
    }

    /** Returns the number that Word displays for a list paragraph. */
    private String number(Element properties) {
        var id = value(all(properties, "numId").getFirst(), "val");
        var level = Integer.parseInt(value(all(properties, "ilvl").getFirst(), "val"));
        var levels = all(lists.get(id), "lvl");
        var counter = counters.computeIfAbsent(
                id,
                key -> levels.stream()
                        .mapToInt(each ->
                                Integer.parseInt(value(all(each, "start").getFirst(), "val")) - 1)
                        .toArray());
        counter[level]++;
        for (int below = level + 1; below < counter.length; below++) {
            counter[below] =
                    Integer.parseInt(value(all(levels.get(below), "start").getFirst(), "val")) - 1;
        }
        var format = value(all(levels.get(level), "numFmt").getFirst(), "val");
        var shown = format.equals("upperRoman") ? roman(counter[level]) : Integer.toString(counter[level]);
        return value(all(levels.get(level), "lvlText").getFirst(), "val").replace("%" + (level + 1), shown);
    }

    private static String roman(int number) {
        return ROMAN.get(3).get(number / 1000)
                + ROMAN.get(2).get(number / 100 % 10)
                + ROMAN.get(1).get(number / 10 % 10)
                + ROMAN.get(0).get(number % 10);
    }
}
