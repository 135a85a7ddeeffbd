/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The XML of a sheet without its rows: the bytes before the element <code>sheetData</code> and those after it. Merged
 * ranges follow the rows, and finding them in this way takes a fraction of the time of parsing the rows. XML in an
 * encoding other than UTF-8 does not match and passes unchanged. A tag in a comment, a CDATA section or a processing
 * instruction is taken for one of the element; the result is then {@linkplain #isUnsure() unsure}.
 */
final class WithoutRows extends InputStream {

    private static final byte[] NAME = "sheetData".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DECLARATION = "<?xml ".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;
    /** Number of bytes searched for the beginning of a tag, before and after its name. */
    private static final int MARGIN = 100;
    /** Shift table of the search: how far it advances for each last byte of the window (Boyer–Moore–Horspool). */
    private static final int[] STEPS = new int[256];

    static {
        Arrays.fill(STEPS, NAME.length);
        for (int i = 0; i < NAME.length - 1; i++) {
            STEPS[NAME[i]] = NAME.length - 1 - i;
        }
    }

    private enum State {
        BEFORE,
        WITHIN,
        AFTER
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private State state = State.BEFORE;
    /** The bytes not delivered or skipped yet. */
    private int from;

    private int to;
    /** End of the bytes to deliver next, position from which reading continues, and state at that position. */
    private int ready;

    private int resume;
    private State next = State.BEFORE;

    private boolean isUnsure;

    WithoutRows(InputStream in) {
        this.in = in;
    }

    /**
     * Returns whether what was taken for the rows may be something else: there are marks other than tags before it, or
     * the name occurs after it. If the end was not that of the rows, the true one follows.
     */
    boolean isUnsure() {
        return isUnsure;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (from == ready) {
            from = resume;
            state = next;
            if (!search()) {
                return -1;
            }
        }
        var count = Math.min(length, ready - from);
        System.arraycopy(buffer, from, bytes, offset, count);
        from += count;
        return count;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    /** Finds the next bytes to deliver. Returns false at the end of the file. */
    private boolean search() throws IOException {
        switch (state) {
            case BEFORE -> searchStart();
            case WITHIN -> searchEnd();
            case AFTER -> {}
        }
        return state != State.AFTER || searchRest();
    }

    private void deliver(int end, int resumeAt, State then) {
        ready = end;
        resume = resumeAt;
        next = then;
    }

    /** Delivers the bytes before the tag <code>sheetData</code>. */
    private void searchStart() throws IOException {
        if (!fill()) {
            state = State.AFTER;
            return;
        }
        for (int at = find(from); at >= 0; at = find(at + 1)) {
            var open = open(at);
            var close = close(at);
            if (open >= 0 && buffer[open + 1] != '/' && close >= 0) {
                isUnsure |= hasMarks(open);
                deliver(open, close + 1, buffer[close - 1] == '/' ? State.AFTER : State.WITHIN);
                return;
            }
        }
        var end = Math.max(from, to - MARGIN);
        isUnsure |= hasMarks(end);
        deliver(end, end, State.BEFORE);
    }

    /** Returns whether a comment, a CDATA section or a processing instruction begins before a place. */
    private boolean hasMarks(int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '<' && (buffer[i + 1] == '!' || buffer[i + 1] == '?' && !isAt(DECLARATION, i))) {
                return true;
            }
        }
        return false;
    }

    /** Skips the bytes before the end tag. */
    private void searchEnd() throws IOException {
        var hasMore = true;
        while (hasMore) {
            for (int at = find(from); at >= 0; at = find(at + 1)) {
                var open = open(at);
                var close = close(at);
                if (open >= 0 && buffer[open + 1] == '/' && close >= 0) {
                    from = close + 1;
                    state = State.AFTER;
                    return;
                }
            }
            from = Math.max(from, to - MARGIN);
            hasMore = fill();
        }
        from = to;
        state = State.AFTER;
    }

    /** Delivers the bytes after the rows. Returns false if there are none. */
    private boolean searchRest() throws IOException {
        var hasMore = fill();
        isUnsure |= find(from) >= 0;
        var end = hasMore ? Math.max(from, to - NAME.length) : to;
        deliver(end, end, State.AFTER);
        return hasMore || from < to;
    }

    /** Returns where the tag with the name begins; -1 if the name is not that of a tag. */
    private int open(int name) {
        var at = name - 1;
        while (at > from && name - at < MARGIN && buffer[at] != '<' && buffer[at] != '>') {
            at--;
        }
        var prefix = at + (at + 1 < name && buffer[at + 1] == '/' ? 2 : 1);
        return at >= from && buffer[at] == '<' && (prefix == name || buffer[name - 1] == ':') ? at : -1;
    }

    /** Returns where the tag ends; -1 if it does not end within the buffer, or its name is longer. */
    private int close(int name) {
        var at = name + NAME.length;
        if (at < to && (Character.isLetterOrDigit(buffer[at]) || buffer[at] == '-')) {
            return -1;
        }
        while (at < to && buffer[at] != '>') {
            at++;
        }
        return at < to ? at : -1;
    }

    /** Returns the next place of the name; -1 if it is not in the buffer. */
    private int find(int start) {
        var last = NAME.length - 1;
        for (int i = start + last; i < to; i += STEPS[buffer[i] & 0xFF]) {
            if (buffer[i] == NAME[last] && isAt(NAME, i - last)) {
                return i - last;
            }
        }
        return -1;
    }

    private boolean isAt(byte[] token, int at) {
        return to - at >= token.length && Arrays.equals(buffer, at, at + token.length, token, 0, token.length);
    }

    /** Appends bytes to the buffer. Returns false if there are no more. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        var before = to;
        while (to < buffer.length) {
            var count = in.read(buffer, to, buffer.length - to);
            if (count < 0) {
                break;
            }
            to += count;
        }
        return to > before;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
