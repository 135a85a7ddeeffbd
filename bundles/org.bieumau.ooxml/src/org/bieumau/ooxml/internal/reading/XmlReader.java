/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.bieumau.core.problem.ProblemException;

/**
 * Streams the elements of a part. Elements and attributes are identified by their local names and {@link Vocabulary},
 * so that transitional and strict files read the same. Damaged XML and XML beyond the {@link Limits} ends with a
 * problem.
 */
public final class XmlReader implements Closeable {

    /** A factory shares its table of names with the readers it makes, and is not thread-safe. */
    private static final ThreadLocal<XMLInputFactory> FACTORY = ThreadLocal.withInitial(XmlReader::factory);

    /** Size of the cache of counted names; a power of two. */
    private static final int CACHE = 1 << 8;

    private final InputStream in;
    private final XMLStreamReader xml;
    private final String file;
    private final String part;
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final String[] counted = new String[CACHE];
    private int depth;
    private String namespace;
    private Vocabulary vocabulary = Vocabulary.OTHER;

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    XmlReader(InputStream in, String file, String part, Limits limits) throws ProblemException, IOException {
        this.file = file;
        this.part = part;
        this.limits = limits;
        this.in = new TokenGuard(
                in, limits.tokenSize(), () -> problem("FILE-LIMIT", "limit.tokenSize", limits.tokenSize() >> 20));
        try {
            xml = FACTORY.get().createXMLStreamReader(this.in);
        } catch (XMLStreamException e) {
            throw failure(e);
        }
    }

    /** Returns the number of open elements, including the current one at its start. */
    public int depth() {
        return depth;
    }

    /** Returns the local name of the current element. */
    public String name() {
        return xml.getLocalName();
    }

    /** Returns the vocabulary of the current element. */
    public Vocabulary vocabulary() {
        var current = xml.getNamespaceURI();
        if (current != namespace) {
            namespace = current;
            vocabulary = Vocabulary.of(current);
        }
        return vocabulary;
    }

    /** Returns whether the current element has this vocabulary and name. */
    public boolean is(Vocabulary expected, String name) {
        return xml.getLocalName().equals(name) && vocabulary() == expected;
    }

    /**
     * Moves to the next child of an open element, skipping the rest of the child before it.
     *
     * @param parent the {@link #depth} of the open element at its start
     * @return false at the end of the element
     */
    public boolean nextChild(int parent) throws IOException, ProblemException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth == parent + 1) {
                        return true;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth < parent) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Moves to the next element at any depth; returns false at the end of the part. */
    public boolean nextElement() throws IOException, ProblemException {
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    return true;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == 0) {
                        return false;
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return false;
                }
                default -> {}
            }
        }
    }

    /** Moves to the root element. */
    public void root() throws IOException, ProblemException {
        nextChild(0);
    }

    /**
     * Returns the text of the current element up to its end, without the texts of elements in it.
     *
     * @return the text, at most as long as the limits allow
     */
    public String text() throws IOException, ProblemException {
        var end = depth - 1;
        String text = "";
        StringBuilder several = null;
        while (true) {
            switch (advance()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (depth == end + 1) {
                        if (several == null && text.isEmpty()) {
                            text = characters();
                        } else {
                            several = several == null ? new StringBuilder(text) : several;
                            several.append(characters());
                            check(several.length());
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (depth == end) {
                        return several == null ? text : several.toString();
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> {
                    return several == null ? text : several.toString();
                }
                default -> {}
            }
        }
    }

    private void check(int length) throws ProblemException {
        if (length > limits.tokenSize()) {
            throw problem("FILE-LIMIT", "limit.tokenSize", limits.tokenSize() >> 20);
        }
    }

    private String characters() throws IOException, ProblemException {
        try {
            return xml.getText();
        } catch (UncheckedStreamException e) {
            throw failure(e);
        }
    }

    /**
     * Returns the value of an attribute of the current element, which has the vocabulary of the element or none.
     *
     * @return the value, or null if there is no such attribute
     */
    public String attribute(String name) {
        for (int i = 0, count = xml.getAttributeCount(); i < count; i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                var of = xml.getAttributeNamespace(i);
                if (of == null || of.isEmpty() || of.equals(xml.getNamespaceURI())) {
                    return xml.getAttributeValue(i);
                }
            }
        }
        return null;
    }

    /** Returns the value of an attribute of another vocabulary, such as <code>r:id</code>; null if there is none. */
    public String attribute(Vocabulary of, String name) {
        for (int i = 0, count = xml.getAttributeCount(); i < count; i++) {
            if (xml.getAttributeLocalName(i).equals(name) && Vocabulary.of(xml.getAttributeNamespace(i)) == of) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Returns whether the current element has <code>xml:space="preserve"</code>. */
    public boolean preservesSpace() {
        for (int i = 0, count = xml.getAttributeCount(); i < count; i++) {
            if (xml.getAttributeLocalName(i).equals("space")) {
                return xml.getAttributeValue(i).equals("preserve");
            }
        }
        return false;
    }

    /** Returns the number of attributes of the current element. */
    public int attributeCount() {
        return xml.getAttributeCount();
    }

    /** Returns the local name of an attribute of the current element, in whatever vocabulary it is. */
    public String attributeName(int index) {
        return xml.getAttributeLocalName(index);
    }

    public String attributeValue(int index) {
        return xml.getAttributeValue(index);
    }

    /**
     * Returns the next event and updates the depth. At the end of an element, it is the depth of the enclosing element.
     */
    private int advance() throws IOException, ProblemException {
        int event;
        try {
            event = xml.next();
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw failure(e);
        }
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                if (++depth > limits.depth()) {
                    throw problem("FILE-LIMIT", "limit.depth", limits.depth());
                }
                count(xml.getLocalName());
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (--depth == 0) {
                    finish();
                }
            }
            case XMLStreamConstants.DTD -> throw problem("FILE-UNSAFE", "unsafe.doctype", 0);
            default -> {}
        }
        return event;
    }

    /** Reads what follows the root element, so that damage at the end of the part is noticed. */
    private void finish() throws IOException, ProblemException {
        try {
            while (xml.hasNext()) {
                xml.next();
            }
        } catch (XMLStreamException | UncheckedStreamException e) {
            throw failure(e);
        }
    }

    /** Counts a name, since the parser holds each different one. */
    private void count(String name) throws ProblemException {
        var at = name.hashCode() & CACHE - 1;
        if (counted[at] != name) {
            counted[at] = name;
            names.add(name);
            if (names.size() > limits.names()) {
                throw problem("FILE-LIMIT", "limit.names", limits.names());
            }
        }
    }

    private ProblemException problem(String code, String what, int limit) {
        return ReadingMessages.problem(file, code, ReadingMessages.ALL.text(what, part, limit));
    }

    /**
     * Returns the problem for an exception of the parser. An exception that the file does not cause is thrown again.
     */
    private ProblemException failure(Exception e) throws IOException {
        for (Throwable cause = e; cause != null; cause = cause(cause)) {
            if (cause instanceof LimitException limit) {
                return limit.problem();
            }
            if (cause instanceof XMLStreamException at && at.getLocation() != null) {
                var place = at.getLocation();
                return ReadingMessages.problem(file, "FILE-XML", part, place.getLineNumber(), place.getColumnNumber());
            }
            if (cause instanceof IOException io) {
                throw io;
            }
        }
        return ReadingMessages.problem(file, "FILE-XML", part, 1, 1);
    }

    private static Throwable cause(Throwable of) {
        return of instanceof XMLStreamException e && e.getNestedException() != null
                ? e.getNestedException()
                : of.getCause();
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
