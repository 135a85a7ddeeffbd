/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import com.fasterxml.aalto.UncheckedStreamException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.bieumau.core.problem.ProblemException;

/**
 * Streams the elements of a part. Elements and attributes are identified by their local names and {@link Vocabulary},
 * so that transitional and strict files read the same. Damaged XML and XML beyond the {@link Limits} ends with a
 * problem.
 */
public final class XmlReader implements Closeable {

    /** Size of the cache of counted names; a power of two. */
    private static final int CACHE = 1 << 8;

    private final Opening opening;
    private XmlTokens xml;
    private final String file;
    private final String part;
    private final Limits limits;
    private final Set<String> names = new HashSet<>();
    private final String[] counted = new String[CACHE];
    private int depth;
    private int elements;
    private String namespace;
    private Vocabulary vocabulary = Vocabulary.OTHER;

    /** Opens the bytes of the part; a second time only if they are no plain XML. */
    interface Opening {

        InputStream open() throws IOException, ProblemException;
    }

    XmlReader(Opening opening, String file, String part, Limits limits) throws ProblemException, IOException {
        this.opening = opening;
        this.file = file;
        this.part = part;
        this.limits = limits;
        xml = new PlainXml(opening.open(), limits.tokenSize(), limits.names());
    }

    /** Returns the number of open elements, including the current one at its start. */
    public int depth() {
        return depth;
    }

    /** Returns the number of the current element in the part, from 1, in the order of the start tags. */
    public int elements() {
        return elements;
    }

    /** Returns the local name of the current element. */
    public String name() {
        return xml.name();
    }

    /** Returns the vocabulary of the current element. */
    public Vocabulary vocabulary() {
        var current = xml.namespace();
        if (current != namespace) {
            namespace = current;
            vocabulary = Vocabulary.of(current);
        }
        return vocabulary;
    }

    /** Returns whether the current element has this vocabulary and name. */
    public boolean is(Vocabulary expected, String name) {
        return xml.name().equals(name) && vocabulary() == expected;
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

    /**
     * Reads the next child of the current element if it is a leaf of a kind. Files may write the same element in other
     * ways, which {@link #nextChild} and {@link #text} read; this one takes less time.
     *
     * @return the text; null if something else follows, and nothing was read
     */
    public String leaf(XmlLeaf leaf) throws ProblemException {
        if (depth >= limits.depth() || !(xml instanceof PlainXml plain)) {
            return null;
        }
        var text = plain.leaf(leaf);
        if (text != null) {
            count(leaf.name());
        }
        return text;
    }

    private void check(int length) throws ProblemException {
        if (length > limits.tokenSize()) {
            throw problem("FILE-LIMIT", "limit.tokenSize", limits.tokenSize() >> 20);
        }
    }

    private String characters() throws IOException, ProblemException {
        try {
            return xml.text();
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
        for (int i = 0, count = xml.attributes(); i < count; i++) {
            if (xml.attributeName(i).equals(name)) {
                var of = xml.attributeNamespace(i);
                if (of == null || of.isEmpty() || of.equals(xml.namespace())) {
                    return xml.attributeValue(i);
                }
            }
        }
        return null;
    }

    /** Returns the value of an attribute of another vocabulary, such as <code>r:id</code>; null if there is none. */
    public String attribute(Vocabulary of, String name) {
        for (int i = 0, count = xml.attributes(); i < count; i++) {
            if (xml.attributeName(i).equals(name) && Vocabulary.of(xml.attributeNamespace(i)) == of) {
                return xml.attributeValue(i);
            }
        }
        return null;
    }

    /** Returns whether the current element has <code>xml:space="preserve"</code>. */
    public boolean preservesSpace() {
        for (int i = 0, count = xml.attributes(); i < count; i++) {
            if (xml.attributeName(i).equals("space")) {
                return xml.attributeValue(i).equals("preserve");
            }
        }
        return false;
    }

    /** Returns the number of attributes of the current element. */
    public int attributeCount() {
        return xml.attributes();
    }

    /** Returns the local name of an attribute of the current element, in whatever vocabulary it is. */
    public String attributeName(int index) {
        return xml.attributeName(index);
    }

    public String attributeValue(int index) {
        return xml.attributeValue(index);
    }

    /**
     * Returns the next event and updates the depth. At the end of an element, it is the depth of the enclosing element.
     */
    private int advance() throws IOException, ProblemException {
        var event = token();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                elements++;
                if (++depth > limits.depth()) {
                    throw problem("FILE-LIMIT", "limit.depth", limits.depth());
                }
                count(xml.name());
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

    private int token() throws IOException, ProblemException {
        try {
            var event = xml.next();
            return event == XmlTokens.UNSURE && xml instanceof PlainXml plain ? readFully(plain) : event;
        } catch (XMLStreamException | UncheckedStreamException | LimitException e) {
            throw failure(e);
        }
    }

    /** Opens the part again for the parser, and returns the event at the place where the other reader stopped. */
    private int readFully(PlainXml plain) throws IOException, ProblemException, XMLStreamException {
        plain.close();
        var in = new TokenGuard(
                opening.open(),
                limits.tokenSize(),
                () -> problem("FILE-LIMIT", "limit.tokenSize", limits.tokenSize() >> 20));
        var full = new FullXml(in);
        xml = full;
        return full.skip(plain.tags(), plain.characters());
    }

    /** Reads what follows the root element, so that damage at the end of the part is noticed. */
    private void finish() throws IOException, ProblemException {
        while (token() != XMLStreamConstants.END_DOCUMENT) {
            // Comments and space have no content.
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
        xml.close();
    }
}
