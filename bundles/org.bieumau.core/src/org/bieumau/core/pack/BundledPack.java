/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;

/**
 * A pack whose files lie in its jar, in the folder <code>goi</code> beside the class, with their header. A subclass
 * says nothing more.
 */
public abstract class BundledPack extends PackFiles {

    private final PackHeader header;

    /** @throws UncheckedIOException if the header is not there or not whole */
    protected BundledPack() {
        try (var in = getClass().getResourceAsStream("goi/" + PackHeader.FILE)) {
            if (in == null) {
                throw new IOException("goi/" + PackHeader.FILE);
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
    final URL file(String name) {
        return getClass().getResource("goi/" + name);
    }
}
