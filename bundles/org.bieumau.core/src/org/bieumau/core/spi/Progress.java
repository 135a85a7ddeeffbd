/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.concurrent.CancellationException;

/** Receives the progress of a long operation, and can cancel it. */
@FunctionalInterface
public interface Progress {

    /** A progress that ignores all reports and never cancels. */
    Progress NONE = rows -> true;

    /**
     * Reports the number of rows done so far.
     *
     * @return whether to continue
     */
    boolean goesOn(long rows);

    /**
     * Reports the number of rows done so far.
     *
     * @throws CancellationException if the operation was cancelled
     */
    default void done(long rows) {
        if (!goesOn(rows)) {
            throw new CancellationException();
        }
    }
}
