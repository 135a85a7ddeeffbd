/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.core.internal.export.WholeFile;

/**
 * What was read from the files of a campaign, one file each, so that a later run reads only what is new. The folder is
 * readable by its owner alone, since returns may contain personal data.
 */
public final class ResultStore {

    /** Only the records of this bundle and values of the JDK are read, so that a foreign file can do no harm. */
    private static final ObjectInputFilter FILTER = ObjectInputFilter.Config.createFilter(
            "maxdepth=40;org.bieumau.consolidation.internal.record.*;java.util.*;java.lang.*;!*");

    private final Path folder;

    public ResultStore(Path folder) throws IOException {
        this.folder = folder;
        createPrivate(folder);
    }

    /** Creates a folder that only its owner can read, where the file system supports it. */
    public static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    /** Makes a file readable by its owner alone, where the file system supports it. */
    public static void restrict(Path file, String permissions) throws IOException {
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
        }
    }

    private Path file(String key) {
        return folder.resolve(key.substring(0, 2)).resolve(key.substring(2));
    }

    /** Returns a stored result; empty if there is none, or it is damaged. */
    public Optional<ReturnContent> get(String key) {
        var file = file(key);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var in = new ObjectInputStream(new InflaterInputStream(Files.newInputStream(file)))) {
            in.setObjectInputFilter(FILTER);
            return Optional.of((ReturnContent) in.readObject());
        } catch (IOException | ClassNotFoundException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Stores a result, completely or not at all. */
    public void put(String key, ReturnContent content) throws IOException {
        var file = file(key);
        createPrivate(file.getParent());
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeObject(content);
        }
        WholeFile.write(file, bytes::writeTo);
        restrict(file, "rw-------");
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
