/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.Closeable;
import java.io.IOException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** The tags and texts of an XML part, in order. Events are those of {@link XMLStreamConstants}. */
sealed interface XmlTokens extends Closeable permits PlainXml, FullXml {

    /** The event of a reader that does not understand what follows; it has not moved. */
    int UNSURE = -1;

    /** Moves to the next event and returns it. */
    int next() throws IOException, XMLStreamException;

    /** Returns the local name of the current tag. */
    String name();

    /** Returns the namespace of the current tag; null or an empty string if it has none. */
    String namespace();

    /** Returns the number of attributes of the current start tag, without declarations of namespaces. */
    int attributes();

    String attributeName(int index);

    /** Returns the namespace of an attribute; null or an empty string if it has no prefix. */
    String attributeNamespace(int index);

    String attributeValue(int index);

    /** Returns the current text, which may be a part of the text between two tags. */
    String text();
}
