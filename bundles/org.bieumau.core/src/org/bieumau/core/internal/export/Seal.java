/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A mark in an exported file that shows whether somebody has edited the file since: the hash of its content, at a place
 * that readers of the format ignore. It is the comment of a ZIP archive (DOCX, XLSX), a comment before the last lines
 * of a PDF, or a comment at the end of HTML and XML. Files of other formats have no seal.
 *
 * <p>The mark also has a hash of the origin, so that the export of one element does not replace that of another.
 */
public final class Seal {

    /** State of an existing file. */
    public enum State {
        /** The file is as it was written for the same origin. */
        INTACT,
        /** The file is as it was written, but for another origin. */
        OTHER_ORIGIN,
        /** The file was edited, or was not written by an export. */
        UNKNOWN
    }

    private static final String PREFIX = "bieumau-sha256:";
    private static final Pattern MARK = Pattern.compile(PREFIX + "([0-9a-f]{64})\\.([0-9a-f]{16})");
    private static final int MARK_LENGTH = PREFIX.length() + 64 + 1 + 16;

    /** Number of bytes at the end of a file in which the mark is inserted. */
    private static final int TAIL = 64;

    /**
     * Size of the record at the end of a ZIP archive without a comment; its last two bytes are the size of the comment.
     */
    private static final int ZIP_END = 22;

    private static final byte[] ZIP_END_SIGNATURE = {'P', 'K', 5, 6};
    private static final String PDF_END = "startxref";

    private Seal() {}

    /** Returns the state of a file that an export with this origin is about to replace. */
    public static State of(Path file, String origin) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var length = (int) Math.min(channel.size(), TAIL + MARK_LENGTH + 16);
            var head = channel.size() - length;
            channel.position(head);
            var tail = latin(Channels.newInputStream(channel).readNBytes(length));
            var mark = MARK.matcher(tail);
            if (!mark.find()) {
                return State.UNKNOWN;
            }
            var content = unsealed(tail, mark.start(), mark.end());
            channel.position(0);
            return !mark.group(1).equals(hash(channel, head, content))
                    ? State.UNKNOWN
                    : mark.group(2).equals(originHash(origin)) ? State.INTACT : State.OTHER_ORIGIN;
        }
    }

    /** Returns the end of a file without its mark, which reaches from <code>start</code> to <code>end</code>. */
    private static String unsealed(String tail, int start, int end) {
        if (end == tail.length()) {
            return tail.substring(0, Math.max(start - 2, 0)) + "\0\0";
        }
        var before = tail.startsWith("%", start - 1) ? 1 : "<!-- ".length();
        var after = tail.startsWith("\n", end) ? 1 : " -->\n".length();
        return tail.substring(0, Math.max(start - before, 0)) + tail.substring(Math.min(end + after, tail.length()));
    }

    private static String hash(FileChannel channel, long head, String tail) throws IOException {
        var digest = digest();
        try (var in = new DigestInputStream(Channels.newInputStream(channel), digest)) {
            skip(in, head);
        }
        digest.update(tail.getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void skip(InputStream in, long length) throws IOException {
        var buffer = new byte[1 << 16];
        for (long left = length; left > 0; ) {
            var read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static String originHash(String origin) {
        return HexFormat.of()
                .formatHex(digest().digest(origin.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    /** Writes content with a seal, which {@link #finish} adds. */
    static final class Sealing extends FilterOutputStream {

        private final MessageDigest digest = digest();
        private final String origin;
        private byte[] tail = {};
        private boolean markup;
        private boolean begun;

        Sealing(OutputStream out, String origin) {
            super(out);
            this.origin = origin;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) {
                return;
            }
            if (!begun) {
                begun = true;
                markup = bytes[offset] == '<';
            }
            digest.update(bytes, offset, length);
            if (length >= TAIL) {
                out.write(tail);
                out.write(bytes, offset, length - TAIL);
                tail = Arrays.copyOfRange(bytes, offset + length - TAIL, offset + length);
            } else {
                var known = Arrays.copyOf(tail, tail.length + length);
                System.arraycopy(bytes, offset, known, tail.length, length);
                var excess = Math.max(0, known.length - TAIL);
                out.write(known, 0, excess);
                tail = Arrays.copyOfRange(known, excess, known.length);
            }
        }

        /** The rest of the content is written by {@link #finish}. */
        @Override
        public void flush() throws IOException {
            out.flush();
        }

        /** Writes the rest of the content, with the seal. */
        void finish() throws IOException {
            var mark = PREFIX + HexFormat.of().formatHex(digest.digest()) + "." + originHash(origin);
            var end = latin(tail);
            var pdfEnd = end.lastIndexOf(PDF_END);
            var zipEnd = tail.length - ZIP_END;
            String sealed;
            if (zipEnd >= 0 && Arrays.equals(ZIP_END_SIGNATURE, Arrays.copyOfRange(tail, zipEnd, zipEnd + 4))) {
                sealed = end.substring(0, tail.length - 2) + (char) MARK_LENGTH + '\0' + mark;
            } else if (pdfEnd >= 0 && end.contains("%%EOF")) {
                sealed = end.substring(0, pdfEnd) + "%" + mark + "\n" + end.substring(pdfEnd);
            } else {
                sealed = markup ? end + "<!-- " + mark + " -->\n" : end;
            }
            out.write(sealed.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
    }
}
