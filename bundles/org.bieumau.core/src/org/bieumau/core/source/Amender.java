/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.source;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;

/** Changes files that an importer has read, and nothing in them but what is asked for. */
public interface Amender {

    /**
     * Returns why a file is left alone: it is signed or protected, or its changes are tracked. Empty if it may be
     * changed.
     *
     * @throws ProblemException if the file is damaged
     * @throws IOException if it cannot be read
     */
    Optional<Problem> refusal(Path file) throws IOException, ProblemException;

    /**
     * Writes an amended copy. All else in the file stays, byte for byte.
     *
     * @param amendments changes whose anchors are those of the same file
     * @param out receives the copy; this method does not close it
     * @return the amendments that could not be made, such as those of texts that the file does not store as text
     * @throws ProblemException if the file is damaged
     * @throws IOException if the file cannot be read or the copy not be written
     */
    List<Amendment> amend(Path file, List<? extends Amendment> amendments, OutputStream out)
            throws IOException, ProblemException;
}
