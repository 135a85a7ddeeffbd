/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.Amender;
import org.bieumau.core.source.SourceItems;

/**
 * Reads a file format as one stream of paragraphs, with their effective looks, and tables. An importer interprets
 * nothing: which table is a form and which paragraph is a subject is decided by those who use the stream.
 */
public interface Importer extends Contribution {

    /** Returns the file extensions that it reads, in lower case and without a dot. */
    Set<String> extensions();

    /**
     * Starts reading a file. Limits of size, nesting and compression ratio protect against hostile files.
     *
     * @param progress receives the number of rows and paragraphs read, and can cancel
     * @throws ProblemException if the file is encrypted, damaged, or not of the format; the problem says what to do
     * @throws IOException if the file cannot be read
     */
    SourceItems open(Path file, Progress progress) throws IOException, ProblemException;

    /** Returns what amends files of this format in place; empty if they can only be read. */
    default Optional<Amender> amender() {
        return Optional.empty();
    }
}
