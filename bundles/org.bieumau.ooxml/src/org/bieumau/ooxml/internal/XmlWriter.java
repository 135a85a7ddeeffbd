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

    private static final int BUFFER = 1 << 15;
    /** Number of characters that are escaped at once. */
    private static final int CHUNK = 1 << 12;
    /** The longest form of a character: <code>&amp;quot;</code>. */
    private static final int LONGEST = 6;
    /** The most digits of a number, with its sign. */
    private static final int DIGITS = 20;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
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
        return attribute(name, "", value);
    }

    /**
     * Adds an attribute to the element just started, whose value is a prefix and a number, such as a cell reference.
     *
     * @param prefix ASCII only, without characters that XML escapes
     */
    public XmlWriter attribute(String name, String prefix, long number) throws IOException {
        put(' ');
        raw(name);
        raw("=\"");
        raw(prefix);
        number(number);
        put('"');
        return this;
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
        for (int from = 0, to; from < text.length(); from = to) {
            to = Math.min(from + CHUNK, text.length());
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
                to++;
            }
            reserve((to - from) * LONGEST);
            escaped(text, from, to, inAttribute);
        }
    }

    private void escaped(String text, int from, int to, boolean inAttribute) {
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c < 0x80) {
                ascii(c, inAttribute);
            } else if (c < 0x800) {
                buffer[used++] = (byte) (0xC0 | c >> 6);
                continued(c, 0);
            } else if (!Character.isSurrogate(c)) {
                if (c < 0xFFFE) {
                    buffer[used++] = (byte) (0xE0 | c >> 12);
                    continued(c, 6);
                    continued(c, 0);
                } else {
                    buffer[used++] = ' ';
                }
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                var point = Character.toCodePoint(c, text.charAt(++i));
                buffer[used++] = (byte) (0xF0 | point >> 18);
                continued(point, 12);
                continued(point, 6);
                continued(point, 0);
            } else {
                buffer[used++] = ' ';
            }
        }
    }

    private void ascii(char c, boolean inAttribute) {
        switch (c) {
            case '&' -> reserved("&amp;");
            case '<' -> reserved("&lt;");
            case '>' -> reserved("&gt;");
            case '"' -> reserved(inAttribute ? "&quot;" : "\"");
            case '\t' -> reserved(inAttribute ? "&#9;" : "\t");
            case '\n' -> reserved(inAttribute ? "&#10;" : "\n");
            default -> buffer[used++] = (byte) (c < ' ' ? ' ' : c);
        }
    }

    /** Adds a further byte of a character: six of its bits. */
    private void continued(int c, int shift) {
        buffer[used++] = (byte) (0x80 | c >> shift & 0x3F);
    }

    private void number(long value) throws IOException {
        if (value < 0) {
            raw(Long.toString(value));
            return;
        }
        reserve(DIGITS);
        var digits = 1;
        for (var more = value / 10; more > 0; more /= 10) {
            digits++;
        }
        used += digits;
        var rest = value;
        for (int i = 1; i <= digits; i++) {
            buffer[used - i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    /** @param markup ASCII only */
    private void raw(String markup) throws IOException {
        reserve(markup.length());
        reserved(markup);
    }

    /** Adds markup for which there is room. */
    private void reserved(String markup) {
        for (int i = 0; i < markup.length(); i++) {
            buffer[used++] = (byte) markup.charAt(i);
        }
    }

    private void put(int b) throws IOException {
        reserve(1);
        buffer[used++] = (byte) b;
    }

    /** Makes room for some bytes: at most the size of the buffer. */
    private void reserve(int bytes) throws IOException {
        if (used + bytes > buffer.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }
}
