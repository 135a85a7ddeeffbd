/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/** The bytes of a part. It ends with a {@link LimitException} at a limit, or if the part is damaged. */
final class PartStream extends FilterInputStream {

    private final String file;
    private final String part;
    private final ZipEntry entry;
    private final Limits limits;
    private final CRC32 sum = new CRC32();
    private long size;

    PartStream(InputStream in, String file, String part, ZipEntry entry, Limits limits) {
        super(in);
        this.file = file;
        this.part = part;
        this.entry = entry;
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged();
        }
        if (count < 0) {
            if (entry.getCrc() >= 0 && entry.getCrc() != sum.getValue()) {
                throw damaged();
            }
            return count;
        }
        sum.update(bytes, offset, count);
        size += count;
        if (size > limits.partSize()) {
            throw tooLarge("limit.partSize", limits.partSize() >> 20);
        }
        if (size > limits.smallPart() && size / limits.ratio() > entry.getCompressedSize()) {
            throw tooLarge("limit.ratio", limits.ratio());
        }
        return count;
    }

    private LimitException damaged() {
        return new LimitException(
                ReadingMessages.problem(file, "FILE-DAMAGED", ReadingMessages.ALL.text("damaged.part", part)));
    }

    private LimitException tooLarge(String limit, long value) {
        return new LimitException(
                ReadingMessages.problem(file, "FILE-LIMIT", ReadingMessages.ALL.text(limit, part, value)));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
