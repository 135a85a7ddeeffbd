/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import org.bieumau.core.text.Messages;

/** Limits the length of a token, which a parser keeps in memory. */
final class BoundedReader extends FilterReader {

    /** Maximum length of a token, in characters. */
    static final int LONGEST = 1 << 20;

    private static final Messages TEXTS = DataMessages.ALL;

    private long read;

    BoundedReader(Reader in) {
        super(in);
    }

    /** Starts counting the characters of a new token. */
    void begin() {
        read = 0;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (read > LONGEST) {
            throw new IOException(TEXTS.text("tooLong", LONGEST));
        }
        var count = super.read(buffer, offset, length);
        read += Math.max(count, 0);
        return count;
    }
}
