/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * A pack whose header and files are in its jar, in the folder <code>goi</code> next to the class. A subclass needs no
 * code of its own.
 */
public abstract class BundledPack extends PackFiles {

    private final PackHeader header;

    /** @throws UncheckedIOException if the header is missing or incomplete, or names a file that is missing */
    protected BundledPack() {
        try (var in = getClass().getResourceAsStream("goi/" + PackHeader.FILE)) {
            if (in == null) {
                throw new FileNotFoundException("goi/" + PackHeader.FILE);
            }
            header = PackHeader.read(in);
            checkFiles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    final PackHeader header() {
        return header;
    }

    @Override
    final @Nullable URL file(String name) {
        return getClass().getResource("goi/" + name);
    }
}
