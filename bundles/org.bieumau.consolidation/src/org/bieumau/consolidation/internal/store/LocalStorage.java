/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.bieumau.consolidation.internal.file.OpenArchives;
import org.bieumau.consolidation.internal.file.ReturnFile;
import org.bieumau.consolidation.internal.file.ReturnFiles;

/** Folders of this machine. */
public final class LocalStorage implements Storage {

    private static final long serialVersionUID = 1L;

    // Paths cannot be serialised.
    private final List<String> roots;
    private final List<String> ignored;
    private final String folder;
    private transient OpenArchives archives = new OpenArchives();

    /**
     * @param roots folders, archives and files with returns
     * @param ignored folders that contain no returns, such as that of the results
     * @param folder folder for what was read; it is created, and only its owner can read it
     */
    public LocalStorage(List<Path> roots, List<Path> ignored, Path folder) throws IOException {
        this.roots = texts(roots);
        this.ignored = texts(ignored);
        this.folder = text(folder);
        ResultStore.createPrivate(folder);
    }

    private static String text(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private static List<String> texts(List<Path> paths) {
        return paths.stream().map(LocalStorage::text).toList();
    }

    @Override
    public List<ReturnFile> find() throws IOException {
        return ReturnFiles.find(roots.stream().map(Path::of).toList(), each -> ignored.contains(text(each)));
    }

    @Override
    public byte[] bytes(ReturnFile file) throws IOException {
        return file.isInArchive() ? archives.bytes(file) : file.bytes();
    }

    @Override
    public void close() throws IOException {
        archives.close();
    }

    /** Called on another machine, where no archive is open. */
    private Object readResolve() {
        archives = new OpenArchives();
        return this;
    }

    @Override
    public Optional<Path> original(ReturnFile file) {
        return file.isInArchive() ? Optional.empty() : Optional.of(file.path());
    }

    private Path file(String key) {
        return Path.of(folder, key.substring(0, 2), key.substring(2));
    }

    @Override
    public Optional<InputStream> open(String key) throws IOException {
        var file = file(key);
        return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    }

    /** The content is not forced to the disk, since a damaged one is only read again. */
    @Override
    public void put(String key, Content content) throws IOException {
        var file = file(key);
        if (!Files.isDirectory(file.getParent())) {
            ResultStore.createPrivate(file.getParent());
        }
        // A temporary file is readable by its owner alone.
        var partial = Files.createTempFile(file.getParent(), "", ".tmp");
        try {
            try (var out = Files.newOutputStream(partial)) {
                content.writeTo(out);
            }
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(partial);
        }
    }
}
