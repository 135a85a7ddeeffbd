/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A folder in the cache of a campaign for copies of returns while they are read, which only its owner can read. It is
 * deleted when it is closed. If the program is killed before, the next run deletes it: the lock of a killed program is
 * free.
 */
public final class TemporaryFolder implements Closeable {

    private static final String PREFIX = "bieumau-tam-";
    private static final String LOCK = ".khoa";

    private final Path cache;
    private @Nullable Path folder;
    private @Nullable FileChannel lock;

    /** @param cache folder of the cache, which exists when the first file is created */
    public TemporaryFolder(Path cache) {
        this.cache = cache;
    }

    /** Creates an empty file. */
    public Path create(String extension) throws IOException {
        return Files.createTempFile(open(), "", extension);
    }

    /** Nothing is created for runs that need no copies. */
    private synchronized Path open() throws IOException {
        var known = folder;
        if (known == null) {
            known = cache.resolve(PREFIX + UUID.randomUUID());
            // The lock comes first, so that no other run takes the folder for an old one.
            lock = FileChannel.open(lock(known), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            lock.lock();
            ResultStore.createPrivate(known);
            folder = known;
        }
        return known;
    }

    private static Path lock(Path folder) {
        return folder.resolveSibling(folder.getFileName() + LOCK);
    }

    /** Deletes the folders of programs that were killed. */
    public static void deleteOld(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return;
        }
        try (var files = Files.newDirectoryStream(cache, PREFIX + "*" + LOCK)) {
            for (var file : files) {
                deleteIfFree(file);
            }
        }
    }

    private static void deleteIfFree(Path lock) throws IOException {
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var free = channel.tryLock()) {
            if (free == null) {
                return;
            }
            var name = lock.getFileName().toString();
            ResultStore.delete(lock.resolveSibling(name.substring(0, name.length() - LOCK.length())));
        } catch (OverlappingFileLockException | NoSuchFileException | AccessDeniedException e) {
            // Another run of this program uses it, or has just deleted it; or it belongs to another user.
            return;
        }
        Files.deleteIfExists(lock);
    }

    @Override
    public synchronized void close() throws IOException {
        var known = folder;
        var channel = lock;
        folder = null;
        lock = null;
        if (known != null) {
            ResultStore.delete(known);
        }
        if (channel != null) {
            channel.close();
        }
        if (known != null) {
            Files.deleteIfExists(lock(known));
        }
    }
}
