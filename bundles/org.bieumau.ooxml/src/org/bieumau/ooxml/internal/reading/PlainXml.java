/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;

/**
 * Reads XML as Office programs write it, in less time than a parser: UTF-8, names of ASCII characters, no document type
 * and no processing instructions. At anything else, and at any violation of the rules of XML, it is {@link #UNSURE},
 * and a parser takes over at the same place and decides. A tag or text is checked as a whole before it is an event.
 */
final class PlainXml implements XmlTokens {

    /** The result of scanning a token that is not complete in the buffer. */
    private static final int INCOMPLETE = -2;
    /** The result of scanning what is no event. */
    private static final int NOTHING = -3;

    private static final int BUFFER = 1 << 14;
    private static final byte[] COMMENT = {'<', '!', '-', '-'};
    private static final byte[] CDATA = {'<', '!', '[', 'C', 'D', 'A', 'T', 'A', '['};
    private static final byte[] DECLARATION = {'<', '?', 'x', 'm', 'l', ' '};
    private static final byte[] COMMENT_END = {'-', '-'};
    private static final byte[] CDATA_END = {']', ']', '>'};
    private static final byte[] DECLARATION_END = {'?', '>'};
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final Pattern UTF_8 =
            Pattern.compile("<\\?xml\\s+version\\s*=\\s*[\"']1\\.0[\"'](\\s+encoding\\s*=\\s*[\"'](?i:utf-8)[\"'])?"
                    + "(\\s+standalone\\s*=\\s*[\"'](yes|no)[\"'])?\\s*\\?>");
    private static final String XMLNS = "xmlns";
    /** Maximum number of attributes of a tag; they are compared with each other. */
    private static final int MOST_ATTRIBUTES = 100;

    /** Maximum length of a value that is kept for the next attribute with this name. */
    private static final int SHORT = 100;

    /**
     * Kinds of bytes as bits, so that those of a text are its bytes' together. Those up to HIGH need no attention in
     * texts and values. LESS and CONTROL are in none.
     */
    private static final byte ORDINARY = 0;

    private static final byte HIGH = 1;
    private static final byte SPACE = 1 << 1;
    private static final byte RETURN = 1 << 2;
    private static final byte GREATER = 1 << 3;
    private static final byte AMPERSAND = 1 << 4;
    private static final byte QUOTE = 1 << 5;
    private static final byte LESS = 1 << 6;
    private static final byte CONTROL = LESS + 1;

    private static final byte[] IN_TEXT = new byte[256];
    private static final byte[] IN_VALUE = new byte[256];
    private static final boolean[] IN_NAME = new boolean[256];
    private static final String[] SINGLE = new String[128];

    static {
        for (int b = 0; b < 256; b++) {
            IN_TEXT[b] = switch (b) {
                case '\t', '\n' -> ORDINARY;
                case '\r' -> RETURN;
                case '<' -> LESS;
                case '>' -> GREATER;
                case '&' -> AMPERSAND;
                default -> b < ' ' ? CONTROL : b < 0x80 ? ORDINARY : HIGH;
            };
            IN_VALUE[b] = switch (b) {
                case '\t', '\n', '\r' -> SPACE;
                case '"', '\'' -> QUOTE;
                case '>' -> ORDINARY;
                default -> IN_TEXT[b];
            };
            IN_NAME[b] = b >= 'a' && b <= 'z'
                    || b >= 'A' && b <= 'Z'
                    || b >= '0' && b <= '9'
                    || b == ':'
                    || b == '_'
                    || b == '-'
                    || b == '.';
        }
        for (int c = 0; c < SINGLE.length; c++) {
            SINGLE[c] = String.valueOf((char) c);
        }
    }

    private final InputStream in;
    private final int mostBytes;
    private final XmlNames names;
    /** The element whose tag was read last. */
    private XmlName before = XmlName.none();
    /** Whether that was the start tag. */
    private boolean isWithin = true;

    /**
     * The bytes that are not read yet are from <code>at</code> to <code>end</code>, where a zero byte stands. Others
     * follow it, so that names are compared at once.
     */
    private byte[] buffer;

    private int at;
    private int end;
    private boolean isStarted;
    private boolean hasRoot;

    /** Number of tags, and of characters since the last one. */
    private long tags;

    private int characters;

    /** The open elements. */
    private XmlName[] open = new XmlName[16];

    private String[] namespaces = new String[16];
    /** Number of declarations outside of each open element. */
    private int[] declaredBefore = new int[16];

    private int depth;
    /** Whether the current start tag is also an end tag. */
    private boolean isEmpty;

    private final XmlNamespaces scope = new XmlNamespaces();
    private final Utf8 utf8 = new Utf8();
    private String name;
    private String namespace;

    /** The attributes of the current start tag; a value is in the buffer unless it was decoded. */
    private XmlName[] attributes = new XmlName[16];

    private String[] attributeNamespaces = new String[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private String[] values = new String[16];
    private int count;
    private long serial;

    /** The current text; it is in the buffer unless it was decoded. */
    private String text;

    private int textFrom;
    private int textTo;

    /** Position after the name or value that was scanned last. */
    private int next;

    /**
     * @param mostBytes maximum length of a tag or text
     * @param mostNames maximum number of different names
     */
    PlainXml(InputStream in, int mostBytes, int mostNames) {
        this.in = in;
        this.mostBytes = mostBytes;
        names = new XmlNames(mostNames);
        buffer = new byte[Math.min(BUFFER, mostBytes) + XmlName.PACKED];
    }

    /** Returns the number of start and end tags up to the current place. */
    long tags() {
        return tags;
    }

    /** Returns the number of characters between the last tag and the current place. */
    int characters() {
        return characters;
    }

    @Override
    public int next() throws IOException {
        if (isEmpty) {
            isEmpty = false;
            return leave();
        }
        while (true) {
            var event = at < end ? scan() : INCOMPLETE;
            if (event == INCOMPLETE) {
                if (!fill()) {
                    return hasRoot && depth == 0 && at == end ? XMLStreamConstants.END_DOCUMENT : UNSURE;
                }
            } else if (event != NOTHING) {
                return event;
            }
        }
    }

    /** Reads more bytes. Returns false if there are none, or if the current token is too long. */
    private boolean fill() throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        } else if (end == buffer.length - XmlName.PACKED) {
            if (end >= mostBytes) {
                return false;
            }
            buffer = Arrays.copyOf(buffer, Math.min(2 * end, mostBytes) + XmlName.PACKED);
        }
        var before = end;
        var room = buffer.length - XmlName.PACKED;
        for (int read = 0; read >= 0 && end < room; end += Math.max(0, read)) {
            read = in.read(buffer, end, room - end);
        }
        buffer[end] = 0;
        return end > before;
    }

    private int scan() {
        if (!isStarted) {
            return start();
        }
        if (buffer[at] != '<') {
            return depth > 0 ? scanText() : scanSpace();
        }
        return switch (buffer[at + 1]) {
            case '/' -> scanEnd();
            case '!' -> scanMarkup();
            default -> scanStart();
        };
    }

    /** Skips the mark of the encoding and the declaration of XML. */
    private int start() {
        var start = starts(BYTE_ORDER_MARK, at) ? at + BYTE_ORDER_MARK.length : at;
        if (starts(DECLARATION, start)) {
            var close = find(DECLARATION_END, start);
            if (close < 0) {
                return INCOMPLETE;
            }
            var declaration = ascii(start, close + DECLARATION_END.length);
            if (!UTF_8.matcher(declaration).matches()) {
                return UNSURE;
            }
            start = close + DECLARATION_END.length;
        }
        at = start;
        isStarted = true;
        return NOTHING;
    }

    private boolean starts(byte[] token, int start) {
        return end - start >= token.length
                && Arrays.equals(buffer, start, start + token.length, token, 0, token.length);
    }

    /** Returns where a mark is; -1 if it is not in the buffer. */
    private int find(byte[] mark, int start) {
        for (int i = start; i <= end - mark.length; i++) {
            if (buffer[i] == mark[0] && starts(mark, i)) {
                return i;
            }
        }
        return -1;
    }

    /** Scans the space before or after the root element. */
    private int scanSpace() {
        while (isSpace(buffer[at])) {
            at++;
        }
        return at == end ? INCOMPLETE : buffer[at] == '<' ? NOTHING : UNSURE;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\t' || b == '\r';
    }

    private int scanText() {
        var result = scanText(at);
        if (result == XMLStreamConstants.CHARACTERS) {
            characters += text == null ? textTo - textFrom : text.length();
            at = textTo;
        }
        return result;
    }

    /** Scans the text from a place up to the next tag, without moving. */
    private int scanText(int start) {
        var p = start;
        var kinds = 0;
        while (true) {
            var kind = IN_TEXT[buffer[p] & 0xFF];
            if (kind > HIGH) {
                if (kind == LESS) {
                    break;
                }
                if (kind == CONTROL) {
                    return p == end ? INCOMPLETE : UNSURE;
                }
                if (kind == GREATER && p > start + 1 && buffer[p - 1] == ']' && buffer[p - 2] == ']') {
                    return UNSURE;
                }
            }
            kinds |= kind;
            p++;
        }
        textFrom = start;
        textTo = p;
        var isPlain = (kinds & (HIGH | AMPERSAND | RETURN)) == 0;
        text = isPlain ? null : decode(start, p, kinds, '\n');
        return isPlain || text != null ? XMLStreamConstants.CHARACTERS : UNSURE;
    }

    /**
     * Reads the next child of the current element as a whole if it is a leaf of this kind, and if nothing stands before
     * it. This takes less time than its three events.
     *
     * @return the text; null if something else follows, and nothing was read
     */
    String leaf(XmlLeaf leaf) {
        if (isEmpty || !starts(leaf.start(), at)) {
            return null;
        }
        if (scanText(at + leaf.start().length) != XMLStreamConstants.CHARACTERS || !starts(leaf.end(), textTo)) {
            return null;
        }
        at = textTo + leaf.end().length;
        tags += 2;
        characters = 0;
        return text();
    }

    /** Scans a comment or a CDATA section. */
    private int scanMarkup() {
        var isData = depth > 0 && starts(CDATA, at);
        if (!isData && !starts(COMMENT, at)) {
            return end - at < CDATA.length ? INCOMPLETE : UNSURE;
        }
        var start = at + (isData ? CDATA.length : COMMENT.length);
        var close = find(isData ? CDATA_END : COMMENT_END, start);
        if (close < 0) {
            return INCOMPLETE;
        }
        for (int i = start; i < close; i++) {
            var kind = IN_TEXT[buffer[i] & 0xFF];
            if (kind == CONTROL || kind == RETURN) {
                return UNSURE;
            }
        }
        if (!isData) {
            var isSound = close + 2 < end && buffer[close + 2] == '>' && utf8.decode(buffer, start, close) != null;
            at = isSound ? close + 3 : at;
            return isSound ? NOTHING : close + 2 < end ? UNSURE : INCOMPLETE;
        }
        text = utf8.decode(buffer, start, close);
        if (text == null) {
            return UNSURE;
        }
        characters += text.length();
        at = close + CDATA_END.length;
        return XMLStreamConstants.CHARACTERS;
    }

    private int scanEnd() {
        if (depth == 0) {
            return UNSURE;
        }
        var element = open[depth - 1];
        var p = at + 2 + element.length;
        if (p >= end || !element.isAt(buffer, at + 2) || IN_NAME[buffer[p] & 0xFF]) {
            return p >= end ? INCOMPLETE : UNSURE;
        }
        while (isSpace(buffer[p])) {
            p++;
        }
        if (buffer[p] != '>') {
            return p == end ? INCOMPLETE : UNSURE;
        }
        at = p + 1;
        return leave();
    }

    /** Closes the innermost element. */
    private int leave() {
        depth--;
        before = open[depth];
        isWithin = false;
        name = before.local;
        namespace = namespaces[depth];
        scope.leave(declaredBefore[depth]);
        count = 0;
        tags++;
        characters = 0;
        return XMLStreamConstants.END_ELEMENT;
    }

    private int scanStart() {
        if (depth == 0 && hasRoot) {
            return UNSURE;
        }
        var element = isWithin ? before.child : before.sibling;
        if (element == null || !isName(element, at + 1)) {
            element = scanName(at + 1);
            if (element == null) {
                return next == end ? INCOMPLETE : UNSURE;
            }
            if (isWithin) {
                before.child = element;
            } else {
                before.sibling = element;
            }
        }
        serial++;
        count = 0;
        var outside = scope.size();
        var result = scanAttributes(element, at + 1 + element.length);
        if (result != NOTHING) {
            scope.leave(outside);
            count = 0;
            return result;
        }
        if (!resolve(element)) {
            scope.leave(outside);
            count = 0;
            return UNSURE;
        }
        push(element, outside);
        at = next;
        return XMLStreamConstants.START_ELEMENT;
    }

    private void push(XmlName element, int outside) {
        if (depth == open.length) {
            open = Arrays.copyOf(open, 2 * depth);
            namespaces = Arrays.copyOf(namespaces, 2 * depth);
            declaredBefore = Arrays.copyOf(declaredBefore, 2 * depth);
        }
        open[depth] = element;
        namespaces[depth] = namespace;
        declaredBefore[depth] = outside;
        depth++;
        before = element;
        isWithin = true;
        name = element.local;
        hasRoot = true;
        tags++;
        characters = 0;
    }

    /** Scans a name; null if there is none, or if it ends at the end of the buffer. */
    private XmlName scanName(int start) {
        var p = start;
        var hash = 0;
        while (IN_NAME[buffer[p] & 0xFF]) {
            hash = 31 * hash + buffer[p];
            p++;
        }
        next = p;
        return p == end || p == start ? null : names.get(buffer, start, p, hash);
    }

    /** Returns whether a name stands at a place. */
    private boolean isName(XmlName name, int start) {
        var p = start + name.length;
        return p < end && name.isAt(buffer, start) && !IN_NAME[buffer[p] & 0xFF];
    }

    /** Scans the attributes and the end of the start tag of an element. Returns NOTHING if they are complete. */
    private int scanAttributes(XmlName element, int start) {
        var p = start;
        var previous = element;
        while (buffer[p] != '>') {
            var attribute = previous.attribute;
            int result;
            if (attribute != null && attribute.beginsAttribute(buffer, p)) {
                result = scanValue(attribute, (byte) '"', p + XmlName.AROUND + attribute.length);
            } else {
                var isAfterSpace = isSpace(buffer[p]);
                while (isSpace(buffer[p])) {
                    p++;
                }
                if (buffer[p] == '>') {
                    break;
                }
                if (buffer[p] == '/' && buffer[p + 1] == '>') {
                    isEmpty = true;
                    next = p + 2;
                    return NOTHING;
                }
                if (p == end || p + 1 == end || !isAfterSpace) {
                    return p == end || p + 1 == end ? INCOMPLETE : UNSURE;
                }
                attribute = scanName(p);
                if (attribute == null) {
                    return next == end ? INCOMPLETE : UNSURE;
                }
                previous.attribute = attribute;
                result = scanAttribute(attribute, next);
            }
            if (result != NOTHING) {
                return result;
            }
            previous = attribute;
            p = next;
        }
        isEmpty = false;
        next = p + 1;
        return NOTHING;
    }

    private int scanAttribute(XmlName attribute, int start) {
        var p = start;
        while (isSpace(buffer[p])) {
            p++;
        }
        if (buffer[p] != '=') {
            return p == end ? INCOMPLETE : UNSURE;
        }
        p++;
        while (isSpace(buffer[p])) {
            p++;
        }
        var quote = buffer[p];
        if (quote != '"' && quote != '\'') {
            return p == end ? INCOMPLETE : UNSURE;
        }
        return scanValue(attribute, quote, p + 1);
    }

    /** Scans the value of an attribute and the quotation mark after it. */
    private int scanValue(XmlName attribute, byte quote, int first) {
        if (attribute.tag == serial) {
            return UNSURE;
        }
        attribute.tag = serial;
        var p = first;
        var kinds = 0;
        while (true) {
            var kind = IN_VALUE[buffer[p] & 0xFF];
            if (kind > HIGH) {
                if (kind == QUOTE && buffer[p] == quote) {
                    break;
                }
                if (kind == CONTROL || kind == LESS) {
                    return p == end ? INCOMPLETE : UNSURE;
                }
            }
            kinds |= kind;
            p++;
        }
        next = p + 1;
        return add(attribute, first, p, kinds);
    }

    private int add(XmlName attribute, int first, int last, int kinds) {
        var isPlain = (kinds & (HIGH | AMPERSAND | SPACE)) == 0;
        var decoded = isPlain ? null : decode(first, last, kinds, ' ');
        if (decoded == null && !isPlain) {
            return UNSURE;
        }
        if (attribute.prefix == XMLNS || attribute.prefix.isEmpty() && attribute.local == XMLNS) {
            var uri = isPlain ? ascii(first, last) : decoded;
            return scope.declare(attribute.prefix.isEmpty() ? "" : attribute.local, uri) ? NOTHING : UNSURE;
        }
        if (count == attributes.length) {
            grow();
        }
        attributes[count] = attribute;
        from[count] = first;
        to[count] = last;
        values[count++] = decoded;
        return NOTHING;
    }

    private void grow() {
        attributes = Arrays.copyOf(attributes, 2 * count);
        attributeNamespaces = Arrays.copyOf(attributeNamespaces, 2 * count);
        from = Arrays.copyOf(from, 2 * count);
        to = Arrays.copyOf(to, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
    }

    /**
     * Finds the namespaces of the current element and its attributes. Returns false if one is not declared, or if two
     * attributes have the same name.
     */
    private boolean resolve(XmlName element) {
        namespace = scope.of(element);
        if (namespace == null || count > MOST_ATTRIBUTES) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            var attribute = attributes[i];
            if (attribute.prefix.isEmpty()) {
                attributeNamespaces[i] = "";
                continue;
            }
            var of = scope.of(attribute);
            if (of == null) {
                return false;
            }
            attributeNamespaces[i] = of;
            for (int k = 0; k < i; k++) {
                if (attributes[k].local == attribute.local && attributeNamespaces[k].equals(of)) {
                    return false;
                }
            }
        }
        return true;
    }

    private String ascii(int first, int last) {
        return new String(buffer, first, last - first, StandardCharsets.ISO_8859_1);
    }

    /**
     * Decodes bytes and replaces references.
     *
     * @param kinds the kinds of the bytes, as bits
     * @param lineEnd the character for the end of a line, and for other space if it is a space
     * @return null if the text is not valid
     */
    private String decode(int first, int last, int kinds, char lineEnd) {
        var all = utf8.decode(buffer, first, last);
        return all == null || (kinds & (AMPERSAND | RETURN | SPACE)) == 0 ? all : XmlReferences.replace(all, lineEnd);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public int attributes() {
        return count;
    }

    @Override
    public String attributeName(int index) {
        return attributes[index].local;
    }

    @Override
    public String attributeNamespace(int index) {
        return attributeNamespaces[index];
    }

    @Override
    public String attributeValue(int index) {
        var value = values[index];
        if (value == null) {
            var attribute = attributes[index];
            value = isAt(attribute.value, from[index], to[index]) ? attribute.value : ascii(from[index], to[index]);
            if (value.length() <= SHORT) {
                attribute.value = value;
            }
            values[index] = value;
        }
        return value;
    }

    /** Returns whether the bytes are those of an ASCII text. */
    private boolean isAt(String ascii, int first, int last) {
        if (ascii.length() != last - first) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (ascii.charAt(i) != buffer[first + i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text() {
        if (text == null) {
            text = textTo - textFrom == 1 ? SINGLE[buffer[textFrom]] : ascii(textFrom, textTo);
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
