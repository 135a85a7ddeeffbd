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
    /** The most digits of an <code>int</code>. */
    private static final int DIGITS = 10;

    /** The ASCII characters that are written as they are, in text and in attributes. */
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char c = ' '; c < PLAIN.length; c++) {
            PLAIN[c] = "&<>\"".indexOf(c) < 0;
        }
    }

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private final byte[] digits = new byte[DIGITS];
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
        var at = used;
        for (int i = from; i < to; i++) {
            var c = text.charAt(i);
            if (c < PLAIN.length && PLAIN[c]) {
                buffer[at++] = (byte) c;
            } else if (c < 0x80) {
                used = at;
                reserved(escape(c, inAttribute));
                at = used;
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xC0 | c >> 6);
                buffer[at++] = (byte) (0x80 | c & 0x3F);
            } else if (!Character.isSurrogate(c) && c < 0xFFFE) {
                buffer[at++] = (byte) (0xE0 | c >> 12);
                buffer[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                buffer[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLowSurrogate(text.charAt(i + 1))) {
                var point = Character.toCodePoint(c, text.charAt(++i));
                buffer[at++] = (byte) (0xF0 | point >> 18);
                buffer[at++] = (byte) (0x80 | point >> 12 & 0x3F);
                buffer[at++] = (byte) (0x80 | point >> 6 & 0x3F);
                buffer[at++] = (byte) (0x80 | point & 0x3F);
            } else {
                buffer[at++] = ' ';
            }
        }
        used = at;
    }

    /** Returns the form of an ASCII character that is not plain. */
    private static String escape(char c, boolean inAttribute) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> inAttribute ? "&quot;" : "\"";
            case '\t' -> inAttribute ? "&#9;" : "\t";
            case '\n' -> inAttribute ? "&#10;" : "\n";
            default -> " ";
        };
    }

    private void number(long value) throws IOException {
        if (value < 0 || value > Integer.MAX_VALUE) {
            raw(Long.toString(value));
            return;
        }
        reserve(DIGITS);
        var first = DIGITS;
        for (int rest = (int) value; rest > 0 || first == DIGITS; rest /= 10) {
            digits[--first] = (byte) ('0' + rest % 10);
        }
        System.arraycopy(digits, first, buffer, used, DIGITS - first);
        used += DIGITS - first;
    }

    /** @param markup ASCII only */
    private void raw(String markup) throws IOException {
        reserve(markup.length());
        reserved(markup);
    }

    /** Adds markup for which there is room. */
    private void reserved(String markup) {
        var length = markup.length();
        for (int i = 0; i < length; i++) {
            buffer[used + i] = (byte) markup.charAt(i);
        }
        used += length;
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
