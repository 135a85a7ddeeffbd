/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.bieumau.core.problem.ProblemException;

/**
 * Limits the length of texts and tags of XML, since an XML parser holds each of them in memory. The length is that of
 * the bytes between two <code>&lt;</code>; in comments and CDATA sections this character has no meaning.
 */
final class TokenGuard extends FilterInputStream {

    private enum State {
        /** Texts and tags. */
        PLAIN,
        /** After <code>&lt;</code>. */
        LESS,
        /** After <code>&lt;!</code>. */
        DECLARATION,
        COMMENT,
        CDATA
    }

    private final int limit;
    private final Supplier<ProblemException> tooLong;
    private State state = State.PLAIN;
    private int length;
    private int last;
    private int beforeLast;

    TokenGuard(InputStream in, int limit, Supplier<ProblemException> tooLong) {
        super(in);
        this.limit = limit;
        this.tooLong = tooLong;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        var end = offset + Math.max(0, count);
        for (int i = offset; i < end; i++) {
            if (state == State.PLAIN) {
                var from = i;
                while (i < end && bytes[i] != '<') {
                    i++;
                }
                this.length += i - from;
                if (i < end) {
                    check();
                    this.length = 0;
                    state = State.LESS;
                }
            } else {
                inMarkup(bytes[i]);
            }
        }
        check();
        return count;
    }

    private void inMarkup(byte next) {
        length++;
        state = switch (state) {
            case LESS -> next == '!' ? State.DECLARATION : State.PLAIN;
            case DECLARATION -> next == '[' ? State.CDATA : next == '-' ? State.COMMENT : State.PLAIN;
            case COMMENT -> next == '>' && last == '-' && beforeLast == '-' ? State.PLAIN : State.COMMENT;
            case CDATA -> next == '>' && last == ']' && beforeLast == ']' ? State.PLAIN : State.CDATA;
            case PLAIN -> State.PLAIN;
        };
        beforeLast = last;
        last = next;
    }

    private void check() throws LimitException {
        if (length > limit) {
            throw new LimitException(tooLong.get());
        }
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
