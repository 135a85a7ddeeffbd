/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The XML of a sheet without its rows: the bytes before the element <code>sheetData</code> and those behind it. Merged
 * ranges stand behind the rows, and finding them in this way takes a fraction of the time of parsing the rows. The XML
 * of another encoding than UTF-8 has no such bytes and passes as a whole.
 */
final class WithoutRows extends InputStream {

    private static final byte[] NAME = "sheetData".getBytes(StandardCharsets.US_ASCII);
    private static final int BUFFER = 1 << 16;
    /** Bytes in which the begin of a tag is searched, before and behind its name. */
    private static final int MARGIN = 100;
    /** How far the search goes on when the last of some bytes is not the last of the name. */
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
        BEHIND
    }

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private State state = State.BEFORE;
    /** The bytes that are not given out or skipped yet. */
    private int from;

    private int to;
    /** The end of the bytes that are given out next, where they go on, and what they are there. */
    private int ready;

    private int resume;
    private State next = State.BEFORE;

    WithoutRows(InputStream in) {
        this.in = in;
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

    /** Finds the next bytes to give out. Returns false at the end of the file. */
    private boolean search() throws IOException {
        switch (state) {
            case BEFORE -> searchStart();
            case WITHIN -> searchEnd();
            case BEHIND -> {}
        }
        if (state == State.BEHIND) {
            if (from == to && !fill()) {
                give(from, from, State.BEHIND);
                return false;
            }
            give(to, to, State.BEHIND);
        }
        return true;
    }

    private void give(int end, int goOn, State then) {
        ready = end;
        resume = goOn;
        next = then;
    }

    /** Gives out what stands before the tag <code>sheetData</code>. */
    private void searchStart() throws IOException {
        if (!fill()) {
            state = State.BEHIND;
            return;
        }
        for (int at = find(from); at >= 0; at = find(at + 1)) {
            var open = open(at);
            var close = close(at);
            if (open >= 0 && buffer[open + 1] != '/' && close >= 0) {
                give(open, close + 1, buffer[close - 1] == '/' ? State.BEHIND : State.WITHIN);
                return;
            }
        }
        var end = Math.max(from, to - MARGIN);
        give(end, end, State.BEFORE);
    }

    /** Skips what stands before the end tag. */
    private void searchEnd() throws IOException {
        var hasMore = true;
        while (hasMore) {
            for (int at = find(from); at >= 0; at = find(at + 1)) {
                var open = open(at);
                var close = close(at);
                if (open >= 0 && buffer[open + 1] == '/' && close >= 0) {
                    from = close + 1;
                    state = State.BEHIND;
                    return;
                }
            }
            from = Math.max(from, to - MARGIN);
            hasMore = fill();
        }
        from = to;
        state = State.BEHIND;
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

    /** Returns where the tag ends; -1 if it does not end within the buffer, or its name goes on. */
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
            if (buffer[i] == NAME[last] && Arrays.equals(buffer, i - last, i + 1, NAME, 0, NAME.length)) {
                return i - last;
            }
        }
        return -1;
    }

    /** Adds bytes behind those in the buffer. Returns false if there are no more. */
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
