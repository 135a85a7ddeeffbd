/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bieumau.core.problem.ProblemException;

/** Finds out from the first and last bytes of a file why it is not a package, before its directory is read. */
final class FileSniffer {

    private static final byte[] ZIP = {'P', 'K'};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};
    /** The signature of a compound file ([MS-CFB] 2.2): an old Office file, or an encrypted new one. */
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    /** Name of the stream of an encrypted package ([MS-OFFCRYPTO] 2.3.4.4). */
    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    /** Size of the end of the directory of a ZIP file, and of the longest comment after it (APPNOTE 4.3.16). */
    private static final int END = 22;

    private static final int LONGEST_COMMENT = 0xFFFF;

    private final Path file;
    private final Limits limits;

    FileSniffer(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    /** @throws ProblemException if the file is not a ZIP file or has too many entries */
    void check() throws IOException, ProblemException {
        var size = Files.size(file);
        if (file.getFileName().toString().startsWith("~$")) {
            throw problem("FILE-LOCK");
        }
        if (size == 0) {
            throw problem("FILE-EMPTY");
        }
        if (size > limits.fileSize()) {
            throw tooLarge("limit.fileSize", limits.fileSize() >> 20);
        }
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(COMPOUND.length);
        }
        if (Arrays.equals(first, COMPOUND)) {
            throw problem(isEncrypted() ? "FILE-ENCRYPTED" : "FILE-OLD-FORMAT", extension());
        }
        if (!startsWith(first, ZIP)) {
            throw problem("FILE-NOT-OFFICE", extension());
        }
        checkDirectory();
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    private String extension() {
        var name = file.getFileName().toString();
        return name.substring(Math.max(0, name.lastIndexOf('.')));
    }

    private boolean isEncrypted() throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = b == ENCRYPTED[matched] ? matched + 1 : b == ENCRYPTED[0] ? 1 : 0;
                if (matched == ENCRYPTED.length) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Checks the number of entries, since the JDK reads the directory of a ZIP file as a whole. */
    private void checkDirectory() throws IOException, ProblemException {
        try (var in = new RandomAccessFile(file.toFile(), "r")) {
            var tail = new byte[(int) Math.min(in.length(), END + LONGEST_COMMENT)];
            in.seek(in.length() - tail.length);
            in.readFully(tail);
            for (int i = tail.length - END; i >= 0; i--) {
                if (Arrays.equals(tail, i, i + EMPTY_ZIP.length, EMPTY_ZIP, 0, EMPTY_ZIP.length)) {
                    if ((tail[i + 10] & 0xFF | (tail[i + 11] & 0xFF) << 8) > limits.entries()) {
                        throw tooLarge("limit.entries", limits.entries());
                    }
                    return;
                }
            }
        }
        throw problem("FILE-DAMAGED", ReadingMessages.ALL.text("damaged.directory"));
    }

    private ProblemException tooLarge(String limit, long value) {
        return problem("FILE-LIMIT", ReadingMessages.ALL.text(limit, value));
    }

    private ProblemException problem(String code, Object... arguments) {
        return ReadingMessages.problem(file.toString(), code, arguments);
    }
}
