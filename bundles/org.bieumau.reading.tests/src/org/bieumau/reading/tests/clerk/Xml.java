/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Parts of Office files as trees. Names are compared with their prefixes, as the exporters write them. */
final class Xml {

    private static final DocumentBuilder BUILDER = builder();

    private Xml() {}

    private static DocumentBuilder builder() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    static Document parse(byte[] xml) {
        try {
            return BUILDER.parse(new ByteArrayInputStream(xml));
        } catch (IOException | SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Returns a new element that has no parent yet. */
    static Element element(Document owner, String xml) {
        var root = parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
        return (Element) owner.adoptNode(root);
    }

    static byte[] bytes(Document document) {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
        write(document.getDocumentElement(), xml);
        return xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Node node, StringBuilder xml) {
        if (node instanceof Element element) {
            xml.append('<').append(element.getTagName());
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.item(i);
                xml.append(' ').append(attribute.getNodeName()).append("=\"");
                xml.append(escaped(attribute.getNodeValue())).append('"');
            }
            xml.append('>');
            for (var child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                write(child, xml);
            }
            xml.append("</").append(element.getTagName()).append('>');
        } else if (node.getNodeType() == Node.TEXT_NODE) {
            xml.append(escaped(node.getNodeValue()));
        }
    }

    /** Returns a text for the content of an element or attribute. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** Returns the children with a name. */
    static List<Element> children(Element parent, String name) {
        var children = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getTagName().equals(name)) {
                children.add(element);
            }
        }
        return children;
    }

    static Optional<Element> child(Element parent, String name) {
        return children(parent, name).stream().findFirst();
    }

    /** Returns all elements with a name within an element, in order. */
    static List<Element> all(Element root, String name) {
        var nodes = root.getElementsByTagName(name);
        var all = new ArrayList<Element>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add((Element) nodes.item(i));
        }
        return all;
    }

    static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    static void removeChildren(Element parent, String name) {
        children(parent, name).forEach(Xml::remove);
    }

    static void after(Node added, Node sibling) {
        sibling.getParentNode().insertBefore(added, sibling.getNextSibling());
    }

    static void before(Node added, Node sibling) {
        sibling.getParentNode().insertBefore(added, sibling);
    }
}
