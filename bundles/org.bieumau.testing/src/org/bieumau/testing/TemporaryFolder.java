/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A folder for the profile of a program. Programs that share a profile refuse to run at the same time. */
final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    TemporaryFolder(String prefix) throws IOException {
        path = Files.createTempDirectory(prefix);
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (var files = Files.walk(path)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
