/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The formatting of a Word file as Word resolves it: from the document defaults, the styles and their base styles, the
 * paragraph and the run.
 */
final class WordFile {

    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /**
     * A paragraph with text, or an empty paragraph that draws a line.
     *
     * @param table the 0-based index of its table; -1 outside tables
     * @param column the 0-based column in the table; -1 outside tables
     * @param row the 0-based row in the table; -1 outside tables
     * @param runs its text, split by formatting
     * @param before the space before, in pt
     * @param after the space after, in pt
     * @param spacing the line spacing in lines; 0 if the line height is exact
     * @param leading the exact line height, in pt; 0 if it is not exact
     * @param first the indent of the first line, in mm
     * @param width the available width between the indents, in mm
     * @param line whether it is an empty paragraph with a border
     * @param numbered whether it is numbered by Word
     */
    record Para(
            int table,
            int column,
            int row,
            String text,
            List<Run> runs,
            String alignment,
            double before,
            double after,
            double spacing,
            double leading,
            double first,
            double width,
            boolean keepNext,
            boolean line,
            boolean numbered) {

        Run main() {
            return runs.stream()
                    .filter(run -> !run.text().isBlank())
                    .findFirst()
                    .orElseThrow();
        }

        boolean all(Predicate<Run> property) {
            return runs.stream().filter(run -> !run.text().isBlank()).allMatch(property);
        }

        boolean isUpperCase() {
            return text.equals(text.toUpperCase(Locale.of("vi"))) || all(Run::capitals);
        }
    }

    /**
     * A run.
     *
     * @param size the font size in pt
     * @param color the colour as six hexadecimal digits
     */
    record Run(
            String text,
            String font,
            double size,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean capitals,
            String color) {}

    private final Map<String, byte[]> parts = new HashMap<>();
    private final Map<String, Element> styles = new HashMap<>();
    private final Element styleSheet;
    private final Element body;

    WordFile(byte[] file) throws Exception {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        styleSheet = part("word/styles.xml");
        all(styleSheet, "style").forEach(style -> styles.put(value(style, "styleId"), style));
        body = all(part("word/document.xml"), "body").getFirst();
    }

    Element part(String name) throws Exception {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(parts.get(name)))
                .getDocumentElement();
    }

    /** Returns the element of a style, by its id. */
    Element style(String id) {
        return styles.get(id);
    }

    static List<Element> all(Element parent, String name) {
        var found = new ArrayList<Element>();
        var nodes = parent.getElementsByTagNameNS(W, name);
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static String value(Element element, String name) {
        return element.getAttributeNS(W, name);
    }

    static double mm(String twips) {
        return Double.parseDouble(twips) * 25.4 / 1440;
    }

    /** Returns the properties of the sections, in order. */
    List<Element> sections() {
        return all(body, "sectPr");
    }

    /** Returns the paragraphs of the first section, from the letterhead to the signature. */
    List<Para> paragraphs() {
        var section = sections().getFirst();
        var page = all(section, "pgSz").getFirst();
        var margins = all(section, "pgMar").getFirst();
        var width = mm(value(page, "w")) - mm(value(margins, "left")) - mm(value(margins, "right"));
        var found = new ArrayList<Para>();
        var tables = 0;
        for (Node node = body.getFirstChild(); node != null; node = node.getNextSibling()) {
            var element = (Element) node;
            if (element.getLocalName().equals("tbl")) {
                var cells = all(element, "tc").stream()
                        .filter(cell -> cell.getParentNode().getParentNode() == element)
                        .toList();
                for (var cell : cells) {
                    var column = cells.stream()
                            .filter(other -> other.getParentNode() == cell.getParentNode())
                            .toList()
                            .indexOf(cell);
                    var cellWidth = mm(value(all(cell, "tcW").getFirst(), "w")) - 2 * mm("108");
                    for (var paragraph : all(cell, "p")) {
                        if (paragraph.getParentNode() == cell) {
                            found.add(paragraph(
                                    paragraph,
                                    tables,
                                    column,
                                    all(element, "tr").indexOf(cell.getParentNode()),
                                    cellWidth));
                        }
                    }
                }
                tables++;
            } else if (element.getLocalName().equals("p")) {
                if (!all(element, "sectPr").isEmpty()) {
                    return found;
                }
                if (all(element, "txbxContent").isEmpty()) {
                    found.add(paragraph(element, -1, -1, -1, width));
                }
            }
        }
        return found;
    }

    /** Returns the paragraphs in the text boxes of the file, in order. */
    List<Para> boxes() {
        return all(body, "txbxContent").stream()
                .flatMap(box -> all(box, "p").stream())
                .map(each -> paragraph(each, -1, -1, -1, 0))
                .toList();
    }

    private Para paragraph(Element paragraph, int table, int column, int row, double width) {
        var spacing = attributes(paragraph, "spacing");
        var indents = attributes(paragraph, "ind");
        var runs = new ArrayList<Run>();
        for (var run : all(paragraph, "r")) {
            var text = String.join(
                    "", all(run, "t").stream().map(Element::getTextContent).toList());
            runs.add(new Run(
                    text,
                    property(paragraph, run, "rFonts", "ascii"),
                    Double.parseDouble(property(paragraph, run, "sz", "val")) / 2,
                    isOn(paragraph, run, "b"),
                    isOn(paragraph, run, "i"),
                    "single".equals(property(paragraph, run, "u", "val")),
                    isOn(paragraph, run, "caps"),
                    property(paragraph, run, "color", "val")));
        }
        var exact = "exact".equals(spacing.get("lineRule"));
        var left = mm(indents.getOrDefault("left", "0"));
        var right = mm(indents.getOrDefault("right", "0"));
        return new Para(
                table,
                column,
                row,
                String.join("", runs.stream().map(Run::text).toList()),
                runs,
                property(paragraph, null, "jc", "val"),
                points(spacing.get("before")),
                points(spacing.get("after")),
                exact ? 0 : points(spacing.get("line")) / 12,
                exact ? points(spacing.get("line")) : 0,
                mm(indents.getOrDefault("firstLine", "0")),
                width - left - right,
                has(paragraph, "keepNext"),
                !all(paragraph, "pBdr").isEmpty() && runs.isEmpty(),
                !all(paragraph, "numPr").isEmpty());
    }

    private static double points(String twips) {
        return twips == null ? 0 : Double.parseDouble(twips) / 20;
    }

    /**
     * Returns the property elements that apply to a paragraph, from the lowest to the highest precedence, without those
     * of the paragraph and its runs.
     *
     * @param kind <code>pPr</code> or <code>rPr</code>
     */
    private List<Element> sources(Element paragraph, String kind) {
        var sources = new ArrayList<Element>();
        all(all(styleSheet, "docDefaults").getFirst(), kind).forEach(sources::add);
        var chain = new ArrayList<Element>();
        var id = all(paragraph, "pStyle").stream()
                .map(style -> value(style, "val"))
                .findFirst()
                .orElse("Normal");
        for (var style = styles.get(id); style != null; ) {
            chain.addFirst(style);
            var base = all(style, "basedOn");
            style = base.isEmpty() ? null : styles.get(value(base.getFirst(), "val"));
        }
        chain.forEach(style -> all(style, kind).stream()
                .filter(each -> each.getParentNode() == style)
                .forEach(sources::add));
        return sources;
    }

    private Map<String, String> attributes(Element paragraph, String name) {
        var found = new HashMap<String, String>();
        var sources = sources(paragraph, "pPr");
        all(paragraph, "pPr").forEach(sources::add);
        for (var source : sources) {
            for (var element : all(source, name)) {
                for (int i = 0; i < element.getAttributes().getLength(); i++) {
                    found.put(
                            element.getAttributes().item(i).getLocalName(),
                            element.getAttributes().item(i).getNodeValue());
                }
            }
        }
        return found;
    }

    private boolean has(Element paragraph, String name) {
        var sources = sources(paragraph, "pPr");
        all(paragraph, "pPr").forEach(sources::add);
        return sources.stream().anyMatch(source -> !all(source, name).isEmpty());
    }

    private String property(Element paragraph, Element run, String name, String attribute) {
        String found = null;
        var sources = sources(paragraph, run == null ? "pPr" : "rPr");
        all(run == null ? paragraph : run, run == null ? "pPr" : "rPr").forEach(sources::add);
        for (var source : sources) {
            for (var element : all(source, name)) {
                found = value(element, attribute);
            }
        }
        return found;
    }

    private boolean isOn(Element paragraph, Element run, String name) {
        var found = false;
        var sources = sources(paragraph, "rPr");
        all(run, "rPr").forEach(sources::add);
        for (var source : sources) {
            for (var element : all(source, name)) {
                found = !value(element, "val").matches("0|false|off");
            }
        }
        return found;
    }
}
