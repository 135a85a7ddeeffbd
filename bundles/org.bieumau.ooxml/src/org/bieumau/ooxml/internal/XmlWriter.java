/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Streams XML in UTF-8 without building a tree. A character that XML 1.0 does not allow becomes a space, so that no
 * words are joined.
 */
public final class XmlWriter {

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 15];
    private final Deque<String> open = new ArrayDeque<>();
    private int used;
    private boolean inTag;

    /** Writes the XML declaration. The stream is never closed by this writer. */
    public XmlWriter(OutputStream out) throws IOException {
        this.out = out;
        raw("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    }

    /** Starts an element. */
    public XmlWriter start(String name) throws IOException {
        closeTag();
        put('<');
        raw(name);
        inTag = true;
        open.push(name);
        return this;
    }

    /** Adds an attribute to the element just started. */
    public XmlWriter attribute(String name, String value) throws IOException {
        put(' ');
        raw(name);
        raw("=\"");
        escaped(value, true);
        put('"');
        return this;
    }

    /** Adds an attribute to the element just started. */
    public XmlWriter attribute(String name, long value) throws IOException {
        return attribute(name, Long.toString(value));
    }

    /** Adds escaped text. */
    public XmlWriter text(String text) throws IOException {
        closeTag();
        escaped(text, false);
        return this;
    }

    /** Ends the innermost element. */
    public XmlWriter end() throws IOException {
        var name = open.pop();
        if (inTag) {
            raw("/>");
            inTag = false;
        } else {
            raw("</");
            raw(name);
            put('>');
        }
        return this;
    }

    /** Writes an element without attributes or content. */
    public XmlWriter empty(String name) throws IOException {
        return start(name).end();
    }

    /** Writes an element without content and with one attribute. */
    public XmlWriter empty(String name, String attribute, String value) throws IOException {
        return start(name).attribute(attribute, value).end();
    }

    /** Ends all open elements and writes the buffer to the stream. */
    public void finish() throws IOException {
        while (!open.isEmpty()) {
            end();
        }
        flush();
    }

    private void closeTag() throws IOException {
        if (inTag) {
            put('>');
            inTag = false;
        }
    }

    private void escaped(String text, boolean inAttribute) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            switch (c) {
                case '&' -> raw("&amp;");
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '"' -> raw(inAttribute ? "&quot;" : "\"");
                case '\t', '\n' -> raw(inAttribute ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> {
                    if (Character.isHighSurrogate(c)
                            && i + 1 < text.length()
                            && Character.isLowSurrogate(text.charAt(i + 1))) {
                        encode(Character.toCodePoint(c, text.charAt(++i)));
                    } else if (c >= ' ' && !Character.isSurrogate(c) && c != '\uFFFE' && c != '\uFFFF') {
                        encode(c);
                    } else {
                        put(' ');
                    }
                }
            }
        }
    }

    private void encode(int c) throws IOException {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xC0 | c >> 6);
            put(0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            put(0xE0 | c >> 12);
            put(0x80 | c >> 6 & 0x3F);
            put(0x80 | c & 0x3F);
        } else {
            put(0xF0 | c >> 18);
            put(0x80 | c >> 12 & 0x3F);
            put(0x80 | c >> 6 & 0x3F);
            put(0x80 | c & 0x3F);
        }
    }

    /** @param markup ASCII only */
    private void raw(String markup) throws IOException {
        for (int i = 0; i < markup.length(); i++) {
            put(markup.charAt(i));
        }
    }

    private void put(int b) throws IOException {
        if (used == buffer.length) {
            flush();
        }
        buffer[used++] = (byte) b;
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
