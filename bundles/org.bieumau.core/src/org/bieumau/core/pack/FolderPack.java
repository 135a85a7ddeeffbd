/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A pack without Java: a folder with a header, all of whose .bieu files belong to the pack. */
public final class FolderPack extends PackFiles {

    private final PackHeader header;
    private final Path folder;

    /**
     * Reads a folder that has a header.
     *
     * @throws IOException if the header or the folder cannot be read, or the layout file named in the header is missing
     */
    public FolderPack(Path folder) throws IOException {
        this.folder = folder;
        try (var in = Files.newInputStream(folder.resolve(PackHeader.FILE));
                var files = Files.list(folder)) {
            header = PackHeader.read(in)
                    .withFiles(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".bieu"))
                            .sorted()
                            .toList());
        }
        checkFiles();
    }

    /** Returns the folder of the pack. */
    public Path folder() {
        return folder;
    }

    @Override
    PackHeader header() {
        return header;
    }

    @Override
    @Nullable
    URL file(String name) {
        var file = folder.resolve(name);
        try {
            return Files.isRegularFile(file) ? file.toUri().toURL() : null;
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
