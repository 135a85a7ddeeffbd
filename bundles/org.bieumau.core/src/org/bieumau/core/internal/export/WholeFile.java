/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes files completely or not at all: a temporary file in the same folder replaces the target when it is complete.
 * Whatever happens, either the old or the new file exists. Temporary files of processes that were killed are deleted
 * when a file is written to their folder later.
 */
public final class WholeFile {

    private static final String TEMPORARY_PREFIX = ".bieumau";
    private static final String TEMPORARY_SUFFIX = ".tmp";

    /** The folders in which old temporary files were deleted. */
    private static final Set<Path> CLEANED = ConcurrentHashMap.newKeySet();

    /** The content of a file. */
    @FunctionalInterface
    public interface Content {

        /** Writes the content. The stream is left open. */
        void writeTo(OutputStream out) throws IOException;
    }

    /** Thrown when a file cannot be replaced, since another program has opened it or it is protected. */
    public static final class LockedException extends IOException {

        private static final long serialVersionUID = 1L;

        LockedException(FileSystemException cause) {
            super(cause);
        }
    }

    private WholeFile() {}

    /**
     * Creates or replaces a file. If the path is a symbolic link, the file it points to is replaced. A replaced file
     * keeps its permissions; a new one has those that the system gives to new files.
     *
     * @throws LockedException if the file exists and cannot be replaced
     * @throws IOException if the file cannot be written; then the old file is unchanged
     */
    public static void write(Path file, Content content) throws IOException {
        var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        var folder = target.getParent();
        if (CLEANED.add(folder)) {
            deleteAbandoned(folder);
        }
        var partial = folder.resolve(TEMPORARY_PREFIX + UUID.randomUUID() + TEMPORARY_SUFFIX);
        try {
            try (var channel = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                lock(channel);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            if (Files.exists(target)) {
                copyPermissions(target, partial);
            }
            replace(target, partial);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /**
     * Creates or replaces a text file in UTF-8.
     *
     * @throws LockedException if the file exists and cannot be replaced
     * @throws IOException if the file cannot be written; then the old file is unchanged
     */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void replace(Path target, Path partial) throws IOException {
        try {
            try {
                Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (FileSystemException e) {
            if (Files.isRegularFile(target)) {
                throw new LockedException(e);
            }
            throw e;
        }
    }

    private static void copyPermissions(Path target, Path partial) throws IOException {
        try {
            Files.setPosixFilePermissions(partial, Files.getPosixFilePermissions(target));
        } catch (UnsupportedOperationException e) {
            // The file system has no POSIX permissions: the file inherits those of its folder.
        }
    }

    /** Marks a temporary file as being written. The system removes the lock when the process ends in any way. */
    private static void lock(FileChannel channel) {
        try {
            channel.tryLock();
        } catch (IOException | UnsupportedOperationException e) {
            // The file system has no locks: it cannot be cleaned either.
        }
    }

    /** Deletes the temporary files that no process is writing. */
    private static void deleteAbandoned(Path folder) {
        try (var files = Files.newDirectoryStream(folder, TEMPORARY_PREFIX + "*" + TEMPORARY_SUFFIX)) {
            for (var file : files) {
                if (isAbandoned(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            // What cannot be deleted remains.
        }
    }

    /**
     * Copies a file beside itself as <code>a.bieu.bak</code>, or <code>a.bieu.2.bak</code> and so on, since no file is
     * replaced.
     *
     * @return the copy
     * @throws IOException if the file cannot be copied
     */
    public static Path backUp(Path file) throws IOException {
        for (int i = 1; ; i++) {
            var copy = file.resolveSibling(file.getFileName() + (i == 1 ? ".bak" : "." + i + ".bak"));
            try {
                return Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (FileAlreadyExistsException e) {
                // The next number is tried.
            }
        }
    }

    private static boolean isAbandoned(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock != null;
        } catch (IOException | OverlappingFileLockException | UnsupportedOperationException e) {
            return false;
        }
    }
}
