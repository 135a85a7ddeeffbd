/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.text.LegacyEncoding;
import org.bieumau.model.Severity;

/**
 * The encoding of a data file: that of its byte order mark, UTF-8 if the whole file is valid UTF-8, or else a
 * single-byte encoding of Vietnamese.
 *
 * @param file the file
 * @param charset the character set
 * @param mark length of the byte order mark, in bytes
 * @param legacy the encoding of the old fonts for which the text was typed; empty if the text is Unicode
 */
record DataText(Path file, Charset charset, int mark, Optional<LegacyEncoding> legacy) {

    /** Number of bytes at the beginning of a file from which the encoding is recognised. */
    static final int SAMPLE = 1 << 18;

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset VIETNAMESE = Charset.forName("windows-1258");

    /**
     * Recognises the encoding of a file. The file is read up to the first byte that is not valid in UTF-8.
     *
     * @throws IOException if the file cannot be read
     */
    static DataText of(Path file) throws IOException {
        byte[] start;
        try (var in = Files.newInputStream(file)) {
            start = in.readNBytes(SAMPLE);
        }
        var marked = marked(file, start);
        if (marked != null) {
            return marked.recognized(start);
        }
        return isUtf8(file)
                ? new DataText(file, StandardCharsets.UTF_8, 0, Optional.empty()).recognized(start)
                : eightBit(file, start);
    }

    private static DataText marked(Path file, byte[] start) {
        if (begins(start, 0xEF, 0xBB, 0xBF)) {
            return new DataText(file, StandardCharsets.UTF_8, 3, Optional.empty());
        }
        if (begins(start, 0xFF, 0xFE)) {
            return new DataText(file, StandardCharsets.UTF_16LE, 2, Optional.empty());
        }
        if (begins(start, 0xFE, 0xFF)) {
            return new DataText(file, StandardCharsets.UTF_16BE, 2, Optional.empty());
        }
        // Most first letters of labels have a zero byte in UTF-16.
        if (start.length >= 4 && start[1] == 0 && start[3] == 0) {
            return new DataText(file, StandardCharsets.UTF_16LE, 0, Optional.empty());
        }
        return start.length >= 4 && start[0] == 0 && start[2] == 0
                ? new DataText(file, StandardCharsets.UTF_16BE, 0, Optional.empty())
                : null;
    }

    private static boolean begins(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUtf8(Path file) throws IOException {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var letters = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            for (var ended = false; !ended; ) {
                ended = channel.read(bytes) < 0;
                bytes.flip();
                if (decoder.decode(bytes, letters, ended).isError()) {
                    return false;
                }
                letters.clear();
                bytes.compact();
            }
        }
        return true;
    }

    /** Text in old fonts was stored as characters of Western European code pages. */
    private static DataText eightBit(Path file, byte[] start) {
        var legacy = LegacyEncoding.of(new String(start, WESTERN));
        return new DataText(file, legacy.isPresent() ? WESTERN : VIETNAMESE, 0, legacy);
    }

    private DataText recognized(byte[] start) {
        var text = new String(start, mark, start.length - mark, charset);
        return new DataText(file, charset, mark, LegacyEncoding.of(text));
    }

    /** Opens the text after its byte order mark. Invalid bytes become U+FFFD. */
    Reader open() throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(mark);
            return new BufferedReader(new InputStreamReader(in, charset), 1 << 16);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Returns a cell in Unicode. */
    String decoded(String cell) {
        return legacy.map(each -> each.decode(cell)).orElse(cell);
    }

    /** Returns the warning that letters were converted; none if the file is Unicode. */
    List<Problem> problems() {
        if (legacy.isEmpty() && charset != VIETNAMESE) {
            return List.of();
        }
        var name = legacy.map(LegacyEncoding::name).orElse(charset.name());
        return List.of(new Problem(
                "DATA-LEGACY",
                Severity.WARNING,
                DataMessages.ALL.text("DATA-LEGACY", name),
                Place.of(file.toString())));
    }
}
