/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import org.bieumau.consolidation.internal.status.ReturnSummary;

/** Receives what a run does; called by several threads. */
public interface RunProgress {

    RunProgress NONE = new RunProgress() {};

    /** Called when the files have been found. */
    default void found(int files) {}

    /**
     * Called when a file has been read.
     *
     * @param done number of files done so far
     * @param file name of the file
     * @param cached whether an earlier run had read it
     * @param errors number of errors in it
     * @return whether to continue
     */
    default boolean read(int done, String file, boolean cached, int errors) {
        return true;
    }

    /** Called with what counts about each file before returns are merged, after {@link #read}. */
    default void summarized(ReturnSummary summary) {}
}
