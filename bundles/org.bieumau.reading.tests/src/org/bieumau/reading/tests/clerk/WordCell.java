/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A cell of a table in a Word document. */
final class WordCell extends Cell {

    /** The element of the file; spans are added when it is written. */
    private final Element element;

    WordCell(Element element) {
        this.element = element;
    }

    Element element() {
        return element;
    }

    Document document() {
        return element.getOwnerDocument();
    }

    List<Element> paragraphs() {
        return Xml.children(element, "w:p");
    }

    List<Element> runs() {
        return Xml.all(element, "w:r");
    }

    /** Returns the paragraphs as the text shows them, in lines. */
    @Override
    String text() {
        return paragraphs().stream().map(WordCell::text).collect(Collectors.joining("\n"));
    }

    private static String text(Element paragraph) {
        return Xml.all(paragraph, "w:t").stream().map(Element::getTextContent).collect(Collectors.joining());
    }

    @Override
    void text(String text) {
        var paragraphs = paragraphs();
        paragraphs.stream().skip(1).forEach(Xml::remove);
        var first = paragraphs.getFirst();
        var runs = Xml.children(first, "w:r");
        var look = runs.isEmpty() ? null : Xml.child(runs.getFirst(), "w:rPr").orElse(null);
        for (var node = first.getFirstChild(); node != null; ) {
            var next = node.getNextSibling();
            if (!node.getNodeName().equals("w:pPr")) {
                first.removeChild(node);
            }
            node = next;
        }
        if (!text.isEmpty()) {
            var run = run(document(), text);
            if (look != null) {
                run.insertBefore(look.cloneNode(true), run.getFirstChild());
            }
            first.appendChild(run);
        }
    }

    /** Returns a run of a text; lines become line breaks. */
    static Element run(Document document, String text) {
        var lines = text.split("\n", -1);
        var xml = new StringBuilder("<w:r>");
        for (int i = 0; i < lines.length; i++) {
            xml.append(i > 0 ? "<w:br/>" : "");
            xml.append("<w:t xml:space=\"preserve\">" + Xml.escaped(lines[i]) + "</w:t>");
        }
        return Xml.element(document, xml + "</w:r>");
    }

    @Override
    void replace(UnaryOperator<String> change) {
        Xml.all(element, "w:t").forEach(text -> {
            text.setAttribute("xml:space", "preserve");
            text.setTextContent(change.apply(text.getTextContent()));
        });
    }

    /** Returns the properties of a run, which are created if they are missing. */
    Element properties(Element run) {
        return Xml.child(run, "w:rPr").orElseGet(() -> {
            var properties = document().createElement("w:rPr");
            run.insertBefore(properties, run.getFirstChild());
            return properties;
        });
    }

    @Override
    void font(String name) {
        for (var run : runs()) {
            var properties = properties(run);
            var font = document().createElement("w:rFonts");
            font.setAttribute("w:ascii", name);
            font.setAttribute("w:hAnsi", name);
            properties.insertBefore(font, properties.getFirstChild());
        }
    }

    @Override
    Cell duplicate() {
        return new WordCell((Element) element.cloneNode(true));
    }
}
