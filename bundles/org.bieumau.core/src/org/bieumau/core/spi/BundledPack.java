/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A pack whose files lie in its jar, in the folder <code>goi</code> beside the class, with their header. A subclass says
 * nothing more.
 */
public abstract class BundledPack implements ProvincePack {

    private final PackHeader header;

    /** @throws UncheckedIOException if the header is not there or not whole */
    protected BundledPack() {
        try (var in = getClass().getResourceAsStream("goi/" + PackHeader.FILE)) {
            if (in == null) {
                throw new IOException("goi/" + PackHeader.FILE);
            }
            header = PackHeader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final String id() {
        return header.id();
    }

    @Override
    public final String title() {
        return header.title();
    }

    @Override
    public final String version() {
        return header.version();
    }

    @Override
    public final String requires() {
        return header.requires();
    }

    @Override
    public final Map<String, URL> libraries() {
        var libraries = new LinkedHashMap<String, URL>();
        for (var file : header.files()) {
            var url = getClass().getResource("goi/" + file);
            if (url != null) {
                libraries.put(file, url);
            }
        }
        return libraries;
    }
}
