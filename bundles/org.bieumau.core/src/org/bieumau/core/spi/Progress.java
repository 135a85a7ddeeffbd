/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.util.concurrent.CancellationException;

/** Who waits for long work: is told how far it is, and may want it to stop. */
@FunctionalInterface
public interface Progress {

    /** Nobody waits. */
    Progress NONE = rows -> true;

    /**
     * Tells how many rows are done.
     *
     * @return whether to go on
     */
    boolean goesOn(long rows);

    /** Tells how many rows are done. @throws CancellationException if the work is to stop */
    default void done(long rows) {
        if (!goesOn(rows)) {
            throw new CancellationException();
        }
    }
}
