/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.examples.tests;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The text of an HTML page as displayed: in capitals where a style has them. */
final class HtmlText {

    private static final Pattern CAPITALS = Pattern.compile("\\.([a-z-]+) \\{[^}]*text-transform: uppercase");

    private HtmlText() {}

    /** Returns the elements h1 to h6, in order. */
    static List<OutlineEntry> headings(byte[] file) throws Exception {
        var headings = new ArrayList<OutlineEntry>();
        var elements = root(html(file)).getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            var element = (Element) elements.item(i);
            if (element.getTagName().matches("h[1-6]")) {
                headings.add(OutlineEntry.of(element.getTagName().charAt(1) - '0', element.getTextContent()));
            }
        }
        return headings;
    }

    private static String html(byte[] file) {
        return new String(file, StandardCharsets.UTF_8).replaceFirst("<!DOCTYPE html>\n", "");
    }

    private static Element root(String html) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    static List<String> words(byte[] file) throws Exception {
        var html = html(file);
        var root = root(html);
        var capitals =
                CAPITALS.matcher(html).results().map(found -> found.group(1)).toList();
        var text = new StringBuilder();
        read((Element) root.getElementsByTagName("main").item(0), capitals, false, text);
        return Words.of(text.toString());
    }

    private static void read(Element element, List<String> capitals, boolean inCapitals, StringBuilder text) {
        var shown = inCapitals
                || new ArrayList<>(List.of(element.getAttribute("class").split(" "))).removeAll(capitals);
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                read(child, capitals, shown, text);
                text.append(List.of("strong", "em", "sup").contains(child.getTagName()) ? "" : "\n");
            } else {
                text.append(shown ? node.getTextContent().toUpperCase(Locale.of("vi")) : node.getTextContent());
            }
        }
    }
}
