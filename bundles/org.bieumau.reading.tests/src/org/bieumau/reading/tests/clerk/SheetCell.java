/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A cell of a sheet. */
final class SheetCell extends Cell {

    private final Workbook workbook;
    /** The element of the file, with its style and content. */
    private Element element;

    SheetCell(Workbook workbook, Element element) {
        this.workbook = workbook;
        this.element = element;
    }

    Element element() {
        return element;
    }

    private Document document() {
        return element.getOwnerDocument();
    }

    /** Whether the cell has a number or date, not a text. */
    boolean isNumber() {
        return element.getAttribute("t").isEmpty() && Xml.child(element, "v").isPresent();
    }

    /** Returns the stored number. */
    String number() {
        return Xml.child(element, "v").orElseThrow().getTextContent();
    }

    void number(String number) {
        clear();
        add("v", number);
    }

    /** Adds a formula, whose value is the present content. */
    void formula(String formula) {
        Xml.removeChildren(element, "f");
        var added = document().createElement("f");
        added.setTextContent(formula);
        element.insertBefore(added, element.getFirstChild());
    }

    /** Makes the text the result of a formula. */
    void textFormula(String formula) {
        var text = text();
        clear();
        element.setAttribute("t", "str");
        add("f", formula);
        add("v", text);
    }

    void error(String error) {
        clear();
        element.setAttribute("t", "e");
        add("v", error);
    }

    int style() {
        return element.getAttribute("s").isEmpty() ? 0 : Integer.parseInt(element.getAttribute("s"));
    }

    void style(int style) {
        element.setAttribute("s", Integer.toString(style));
    }

    private void clear() {
        while (element.getFirstChild() != null) {
            element.removeChild(element.getFirstChild());
        }
        element.removeAttribute("t");
    }

    private void add(String name, String content) {
        var added = document().createElement(name);
        added.setTextContent(content);
        element.appendChild(added);
    }

    @Override
    String text() {
        return element.getAttribute("t").equals("inlineStr")
                ? Xml.all(element, "t").stream().map(Element::getTextContent).collect(Collectors.joining())
                : Xml.child(element, "v").map(Element::getTextContent).orElse("");
    }

    @Override
    void text(String text) {
        clear();
        if (!text.isEmpty()) {
            element.setAttribute("t", "inlineStr");
            element.appendChild(
                    Xml.element(document(), "<is><t xml:space=\"preserve\">" + Xml.escaped(text) + "</t></is>"));
        }
    }

    @Override
    void replace(UnaryOperator<String> change) {
        Xml.all(element, "t").forEach(text -> {
            text.setAttribute("xml:space", "preserve");
            text.setTextContent(change.apply(text.getTextContent()));
        });
    }

    @Override
    void font(String name) {
        style(workbook.styleWithFont(style(), name));
        Xml.all(element, "rFont").forEach(font -> font.setAttribute("val", name));
    }

    @Override
    Cell duplicate() {
        return new SheetCell(workbook, (Element) element.cloneNode(true));
    }
}
