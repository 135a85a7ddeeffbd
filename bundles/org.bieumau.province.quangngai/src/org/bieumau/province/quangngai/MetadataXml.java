/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.province.quangngai;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes values as XML, one element per line. */
final class MetadataXml {

    private final OutputStream out;

    /**
     * A value.
     *
     * @param name the name of its element, optionally with the parent element: <code>SignerInfo/FullName</code>
     * @param text the text of the element
     */
    record Value(String name, String text) {}

    MetadataXml(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes the document. Consecutive values with the same parent element share it, except that each recipient (<code>
     * To</code>) has its own.
     *
     * @throws IOException if the stream cannot be written
     */
    void write(List<Value> values) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("Document");
            var open = "";
            for (var value : values) {
                var names = value.name().split("/");
                var group = names.length > 1 ? names[0] : "";
                if (!open.isEmpty() && (!open.equals(group) || group.equals("To"))) {
                    end(xml, 1);
                    open = "";
                }
                if (!group.isEmpty() && open.isEmpty()) {
                    start(xml, group, 1);
                    open = group;
                }
                start(xml, names[names.length - 1], group.isEmpty() ? 1 : 2);
                xml.writeCharacters(value.text());
                xml.writeEndElement();
            }
            if (!open.isEmpty()) {
                end(xml, 1);
            }
            end(xml, 0);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private static void start(XMLStreamWriter xml, String name, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeStartElement(name);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
        xml.writeEndElement();
    }
}
