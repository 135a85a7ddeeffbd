/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.source;

import java.io.Closeable;
import java.io.IOException;
import org.bieumau.core.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A file being read, item by item. */
public interface SourceItems extends Closeable {

    /**
     * Returns the next item, or null after the last one.
     *
     * @throws ProblemException if the rest of the file is damaged or beyond a limit; the problem says what to do
     * @throws IOException if the file cannot be read further
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    @Nullable
    SourceItem next() throws IOException, ProblemException;
}
