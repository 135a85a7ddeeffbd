/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * ZIP archives that stay open while their entries are read. To open an archive takes time that grows with the number of
 * its entries. Several threads may use it.
 */
public final class OpenArchives implements Closeable {

    private record Archive(ZipFile zip, List<? extends ZipEntry> entries) {}

    private final Map<String, Archive> archives = new HashMap<>();

    /**
     * Returns the content of an entry.
     *
     * @throws IOException if it cannot be read, or is larger than its archive says
     */
    public byte[] bytes(ReturnFile file) throws IOException {
        var archive = archive(file);
        if (file.entry() >= archive.entries().size()) {
            throw new IOException(file.name());
        }
        try (var in = archive.zip().getInputStream(archive.entries().get(file.entry()))) {
            return ReturnFiles.limited(in);
        }
    }

    private synchronized Archive archive(ReturnFile file) throws IOException {
        var known = archives.get(file.file());
        if (known == null) {
            var zip = ReturnFiles.open(file.path());
            known = new Archive(zip, zip.stream().toList());
            archives.put(file.file(), known);
        }
        return known;
    }

    /** Closes all archives. They are opened again if entries are read afterwards. */
    @Override
    public synchronized void close() throws IOException {
        for (var archive : archives.values()) {
            archive.zip().close();
        }
        archives.clear();
    }
}
