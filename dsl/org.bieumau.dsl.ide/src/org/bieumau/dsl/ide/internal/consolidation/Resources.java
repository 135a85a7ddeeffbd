/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.LibraryElement;

/** The built-in templates of results, letters and reports. */
final class Resources {

    private Resources() {}

    /** Reads a file of this package. */
    static BieuFile read(BieuReader reader, String name) throws ProblemException {
        try (var in = Resources.class.getResourceAsStream(name)) {
            return reader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads an element of a file of this package. */
    static <T extends LibraryElement> T element(BieuReader reader, String name, Class<T> type, String element)
            throws ProblemException {
        return read(reader, name).element(type, element).orElseThrow();
    }
}
