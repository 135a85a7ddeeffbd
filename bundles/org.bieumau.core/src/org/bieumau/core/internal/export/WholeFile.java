/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes files whole or not at all: beside their place first, then moved into it. Whatever happens, the old file or the
 * new one is there.
 */
public final class WholeFile {

    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");

    /** What is written. */
    @FunctionalInterface
    public interface Content {

        /** Writes all of it. The stream is left open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes a file, or replaces it. Where the place is a link, the file that it leads to is replaced; a file keeps its
     * rights.
     *
     * @throws IOException if it cannot be written: then everything is as it was
     */
    public static void write(Path file, Content content) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var partial = Files.createTempFile(target.getParent(), ".bieumau", ".tmp");
        partial.toFile().deleteOnExit();
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.WRITE)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            keepRights(target, partial);
            try {
                Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            delete(partial);
        }
    }

    /**
     * Writes a text file in UTF-8, or replaces it.
     *
     * @throws IOException if it cannot be written: then everything is as it was
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A temporary file is its owner's alone; what comes of it is to have the rights of the file before, or of any new
     * file.
     */
    private static void keepRights(Path target, Path partial) throws IOException {
        try {
            Files.setPosixFilePermissions(
                    partial, Files.exists(target) ? Files.getPosixFilePermissions(target) : USUAL);
        } catch (UnsupportedOperationException e) {
            // Rights are inherited from the folder there.
        }
    }

    private static void delete(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            partial.toFile().deleteOnExit();
        }
    }
}
