/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Counts the quotation marks of a text. If their number is odd, a quotation is not closed. */
final class QuoteCount extends FilterReader {

    private long count;

    QuoteCount(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count += one == '"' ? 1 : 0;
        return one;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) {
            count += buffer[i] == '"' ? 1 : 0;
        }
        return read;
    }

    boolean isOdd() {
        return count % 2 != 0;
    }
}
