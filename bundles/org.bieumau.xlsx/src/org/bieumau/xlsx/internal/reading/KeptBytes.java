/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Keeps the bytes that are read from a stream, so that a sheet that is read twice is unpacked once. */
final class KeptBytes extends FilterInputStream {

    /**
     * Divisor of the memory that gives the part available for the bytes of a sheet. Larger sheets are unpacked twice.
     */
    private static final int SHARE = 8;

    private final List<byte[]> kept = new ArrayList<>();
    private long room = Runtime.getRuntime().maxMemory() / SHARE;
    private boolean isComplete;

    KeptBytes(InputStream in) {
        super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = super.read(bytes, offset, length);
        room -= Math.max(0, count);
        if (room < 0) {
            kept.clear();
        } else if (count > 0) {
            kept.add(Arrays.copyOfRange(bytes, offset, offset + count));
        }
        isComplete |= count < 0 && room >= 0;
        return count;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    /** Returns a stream of the kept bytes, or a second stream of the file if there were too many to keep. */
    InputStream or(InputStream same) throws IOException {
        if (!isComplete) {
            return same;
        }
        same.close();
        return new SequenceInputStream(Collections.enumeration(
                kept.stream().map(ByteArrayInputStream::new).toList()));
    }
}
