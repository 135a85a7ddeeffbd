/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads any XML with a parser, which also finds where XML is damaged. */
final class FullXml implements XmlTokens {

    /** A factory shares its table of names with the readers it makes, and is not thread-safe. */
    private static final ThreadLocal<XMLInputFactory> FACTORY = ThreadLocal.withInitial(FullXml::factory);

    private final InputStream in;
    private final XMLStreamReader xml;
    /** Number of characters of the current text that were read before. */
    private int skipped;

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    FullXml(InputStream in) throws XMLStreamException {
        this.in = in;
        xml = FACTORY.get().createXMLStreamReader(in);
    }

    /**
     * Moves to a place that another reader reached.
     *
     * @param tags number of start and end tags before the place
     * @param characters number of characters between the last of these tags and the place
     * @return the event after the place
     */
    int skip(long tags, int characters) throws XMLStreamException {
        for (long passed = 0; passed < tags; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT, XMLStreamConstants.END_ELEMENT -> passed++;
                case XMLStreamConstants.DTD -> {
                    return XMLStreamConstants.DTD;
                }
                default -> {
                    // Text, comments and the like are not counted.
                }
            }
        }
        var rest = characters;
        while (true) {
            var event = next();
            if (rest == 0 || event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                return event;
            }
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                var length = xml.getTextLength();
                if (length > rest) {
                    skipped = rest;
                    return event;
                }
                rest -= length;
            }
        }
    }

    @Override
    public int next() throws XMLStreamException {
        skipped = 0;
        return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
    }

    @Override
    public String name() {
        return xml.getLocalName();
    }

    @Override
    public String namespace() {
        return xml.getNamespaceURI();
    }

    @Override
    public int attributes() {
        return xml.getAttributeCount();
    }

    @Override
    public String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    @Override
    public String attributeNamespace(int index) {
        return xml.getAttributeNamespace(index);
    }

    @Override
    public String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    @Override
    public String text() {
        var text = xml.getText();
        return skipped == 0 ? text : text.substring(skipped);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } finally {
            in.close();
        }
    }
}
