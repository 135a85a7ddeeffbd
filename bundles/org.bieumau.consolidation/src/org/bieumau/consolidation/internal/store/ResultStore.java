/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bieumau.consolidation.internal.record.ReturnContent;

/**
 * What was read from the files of a campaign, one file each, so that a later run reads only what is new. The folder is
 * readable by its owner alone, since returns may contain personal data.
 */
public final class ResultStore {

    private static final int BUFFER = 1 << 14;

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private final Storage storage;

    /** Creates a store of a folder of this machine, which is created if missing. */
    public ResultStore(Path folder) throws IOException {
        this(new LocalStorage(List.of(), List.of(), folder));
    }

    public ResultStore(Storage storage) {
        this.storage = storage;
    }

    /** Creates a folder that only its owner can read, where the file system supports it. */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    /** Makes a file readable by its owner alone, where the file system supports it. */
    public static void restrict(Path file, String permissions) throws IOException {
        // Asking the store of the file would read the list of all mounted file systems each time.
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Returns a stored result; empty if there is none, or it is damaged. */
    public Optional<ReturnContent> get(String key) {
        try {
            var found = storage.open(key);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            try (var in = new BufferedInputStream(new InflaterInputStream(found.get()), BUFFER)) {
                return Optional.of(ContentFormat.read(in));
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Stores a result, completely or not at all. */
    public void put(String key, ReturnContent content) throws IOException {
        storage.put(key, stream -> {
            var deflater = new Deflater(Deflater.BEST_SPEED);
            try {
                var packed = new DeflaterOutputStream(stream, deflater, BUFFER);
                var out = new BufferedOutputStream(packed, BUFFER);
                ContentFormat.write(content, out);
                out.flush();
                packed.finish();
            } finally {
                deflater.end();
            }
        });
    }

    /** Deletes a folder with all that it contains. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
