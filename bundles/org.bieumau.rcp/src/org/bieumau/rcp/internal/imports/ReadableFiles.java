/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bieumau.core.registry.Registry;

/** The files that can be imported. */
public final class ReadableFiles {

    private ReadableFiles() {}

    /** Returns the extensions of the files that the importers read, in lower case. */
    static Set<String> extensions(Registry registry) {
        var extensions = new TreeSet<String>();
        for (var importer : registry.importers()) {
            registry.call(importer, () -> Set.copyOf(importer.extensions())).ifPresent(extensions::addAll);
        }
        return extensions;
    }

    /** Returns whether an importer reads a file, by its name. */
    public static boolean isReadable(Path file) {
        var name = file.getFileName().toString();
        return extensions(Registry.installed())
                .contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
