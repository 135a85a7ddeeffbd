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
 * Writes files completely or not at all: a temporary file in the same folder replaces the target when it is complete.
 * Whatever happens, either the old or the new file exists.
 */
public final class WholeFile {

    private static final Set<PosixFilePermission> DEFAULT_PERMISSIONS = PosixFilePermissions.fromString("rw-r--r--");

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes the content. The stream is left open. */
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Creates or replaces a file. If the path is a symbolic link, the file it points to is replaced. A replaced file
     * keeps its permissions.
     *
     * @throws IOException if the file cannot be written; then the old file is unchanged
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
            copyPermissions(target, partial);
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
     * Creates or replaces a text file in UTF-8.
     *
     * @throws IOException if the file cannot be written; then the old file is unchanged
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Gives the temporary file, which only its owner can access, the permissions of the file that it replaces, or the
     * default permissions of a new file.
     */
    private static void copyPermissions(Path target, Path partial) throws IOException {
        try {
            Files.setPosixFilePermissions(
                    partial, Files.exists(target) ? Files.getPosixFilePermissions(target) : DEFAULT_PERMISSIONS);
        } catch (UnsupportedOperationException e) {
            // The file system has no POSIX permissions: the file inherits those of its folder.
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
