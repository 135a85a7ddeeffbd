/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A pack without Java: a folder with a header and .bieu files. */
public final class FolderPack implements ProvincePack {

    private final PackHeader header;
    private final Map<String, URL> libraries = new LinkedHashMap<>();

    /**
     * Reads a folder that has a header.
     *
     * @throws IOException if the header or the folder cannot be read
     */
    public FolderPack(Path folder) throws IOException {
        try (var in = Files.newInputStream(folder.resolve(PackHeader.FILE))) {
            header = PackHeader.read(in);
        }
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.toString().endsWith(".bieu")).sorted().toList()) {
                libraries.put(file.getFileName().toString(), file.toUri().toURL());
            }
        }
    }

    @Override
    public String id() {
        return header.id();
    }

    @Override
    public String title() {
        return header.title();
    }

    @Override
    public String version() {
        return header.version();
    }

    @Override
    public String requires() {
        return header.requires();
    }

    @Override
    public Map<String, URL> libraries() {
        return Map.copyOf(libraries);
    }
}
