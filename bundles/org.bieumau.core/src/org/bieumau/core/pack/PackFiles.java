/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.spi.ProvincePack;
import org.jspecify.annotations.Nullable;

/** A pack that consists of a header and the files next to it. */
abstract class PackFiles implements ProvincePack {

    abstract PackHeader header();

    /** Returns the URL of a file of the pack; null if the pack has no such file. */
    abstract @Nullable URL file(String name);

    /**
     * Checks that all files named in the header exist.
     *
     * @throws IOException if one is missing
     */
    final void checkFiles() throws IOException {
        for (var name : header().files()) {
            checkFile(name);
        }
        if (!header().layout().isEmpty()) {
            checkFile(header().layout());
        }
    }

    private void checkFile(String name) throws IOException {
        if (file(name) == null) {
            throw new FileNotFoundException(CoreMessages.ALL.text("pack.file", name));
        }
    }

    @Override
    public final String id() {
        return header().id();
    }

    @Override
    public final String title() {
        return header().title();
    }

    @Override
    public final String version() {
        return header().version();
    }

    @Override
    public final String requires() {
        return header().requires();
    }

    @Override
    public final String province() {
        return header().province();
    }

    @Override
    public final Optional<URL> layout() {
        return header().layout().isEmpty() ? Optional.empty() : Optional.ofNullable(file(header().layout()));
    }

    @Override
    public final boolean strict() {
        return header().strict();
    }

    @Override
    public final Map<String, URL> libraries() {
        var libraries = new LinkedHashMap<String, URL>();
        for (var name : header().files()) {
            var file = file(name);
            if (file != null) {
                libraries.put(name, file);
            }
        }
        return libraries;
    }
}
