/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.ooxml.internal.reading.OpcPackage;

/**
 * Extracts the section properties of a document without parsing the rest: it looks only at the names of tags, which is
 * much faster. The result is a document with the same root and only these elements.
 */
final class SectionScan {

    private static final int BUFFER = 1 << 16;
    /** Enough for the name of any tag that is looked for. */
    private static final int LONGEST_NAME = 64;

    private static final int MOST = 1 << 22;
    private static final byte[] NAME = "sectPr".getBytes(StandardCharsets.US_ASCII);

    private final OpcPackage opc;
    private final String part;
    private final byte[] buffer = new byte[BUFFER];
    private final ByteArrayOutputStream found = new ByteArrayOutputStream();
    private InputStream in;
    private int at;
    private int end;
    private boolean isAtEnd;
    private String root;

    SectionScan(OpcPackage opc, String part) {
        this.opc = opc;
        this.part = part;
    }

    /** Returns the document with only its section properties; null if only a parser can find them. */
    byte[] run() throws IOException, ProblemException {
        try (var stream = opc.stream(part)) {
            in = stream;
            if (!need(4) || buffer[0] != '<' || buffer[1] == 0) {
                return null;
            }
            while (toTag()) {
                if (root == null && !readRoot()) {
                    return null;
                }
                if (root != null && isSection(at + 1) && !copySection()) {
                    return null;
                }
                at++;
            }
        } catch (IOException e) {
            // The parser reports the damage with its place.
            return null;
        }
        if (root == null) {
            return null;
        }
        found.write(("</" + root + ">").getBytes(StandardCharsets.UTF_8));
        return found.toByteArray();
    }

    /** Fills the buffer with at least some bytes; returns false if the part ends before. */
    private boolean need(int count) throws IOException {
        if (at + count <= end) {
            return true;
        }
        System.arraycopy(buffer, at, buffer, 0, end - at);
        end -= at;
        at = 0;
        while (!isAtEnd && end < BUFFER) {
            var read = in.read(buffer, end, BUFFER - end);
            if (read < 0) {
                isAtEnd = true;
            } else {
                end += read;
            }
        }
        return count <= end;
    }

    /** Moves to the next <code>&lt;</code>, with enough bytes after it. */
    private boolean toTag() throws IOException {
        while (true) {
            while (at < end && buffer[at] != '<') {
                at++;
            }
            if (at < end) {
                need(LONGEST_NAME);
                return true;
            }
            if (!need(1)) {
                return false;
            }
        }
    }

    /** Copies the tag of the root, unless the current tag is a declaration or comment. */
    private boolean readRoot() throws IOException {
        if (at + 1 < end && (buffer[at + 1] == '?' || buffer[at + 1] == '!')) {
            return true;
        }
        var start = found.size();
        if (!copyTag()) {
            return false;
        }
        var tag = found.toString(StandardCharsets.UTF_8).substring(start);
        root = tag.substring(1).split("[\\s/>]", 2)[0];
        return !tag.endsWith("/>");
    }

    /** Copies the bytes of the current tag except the last one, and stops there. */
    private boolean copyTag() throws IOException {
        while (need(1)) {
            found.write(buffer[at]);
            if (buffer[at] == '>') {
                return true;
            }
            if (found.size() > MOST) {
                return false;
            }
            at++;
        }
        return false;
    }

    /** Returns whether a name, with or without a prefix, is that of a section. */
    private boolean isSection(int from) {
        for (int i = from; i + NAME.length < end && i < from + LONGEST_NAME; i++) {
            var c = buffer[i];
            if (c == 's' && (i == from || buffer[i - 1] == ':') && isName(i)) {
                return true;
            }
            if (c == ' ' || c == '>' || c == '/' || c < ' ') {
                return false;
            }
        }
        return false;
    }

    private boolean isName(int from) {
        for (int i = 0; i < NAME.length; i++) {
            if (buffer[from + i] != NAME[i]) {
                return false;
            }
        }
        var after = buffer[from + NAME.length];
        return after == ' ' || after == '>' || after == '/' || after == '\n' || after == '\r' || after == '\t';
    }

    /** Copies a section, which may contain an older version of itself. */
    private boolean copySection() throws IOException {
        var depth = 0;
        while (true) {
            var isEnd = buffer[at + 1] == '/';
            var counts = isSection(at + (isEnd ? 2 : 1));
            if (!copyTag()) {
                return false;
            }
            var isEmpty = buffer[at - 1] == '/';
            depth += !counts || isEmpty && !isEnd ? 0 : isEnd ? -1 : 1;
            if (depth == 0) {
                return true;
            }
            at++;
            while (need(LONGEST_NAME) || at < end) {
                if (buffer[at] == '<') {
                    break;
                }
                at++;
            }
            if (at >= end) {
                return false;
            }
        }
    }
}
