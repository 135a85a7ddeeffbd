/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.time.LocalDate;
import java.util.Optional;
import org.bieumau.consolidation.internal.unit.Sender;
import org.bieumau.consolidation.internal.unit.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What became of a file.
 *
 * @param received day on which it was received; null if unknown
 * @param isDecided whether the day is in the text of the campaign, rather than that of the file
 * @param same for {@link State#SAME} the file with the same content
 */
public record FileStatus(
        ReturnSummary file,
        State state,
        Sender sender,
        @Nullable LocalDate received,
        boolean isDecided,
        String same) {

    /** What becomes of a file. */
    public enum State {
        /** The return of its unit. */
        TAKEN,
        /** Equal to the return that is taken. */
        SAME,
        /** Another return of the unit is taken. */
        REPLACED,
        /** One of several different returns, none of which is taken before somebody decides. */
        UNDECIDED,
        /** Its figures are of another period than the campaign, and nobody has decided that it counts. */
        OTHER_PERIOD,
        /** The campaign says that it is no return. */
        IGNORED,
        /** A lock file, stub or the like, which can be no return. */
        NO_RETURN,
        /** It could not be read. */
        UNREADABLE,
        /** Nobody knows who sent it. */
        UNKNOWN_UNIT
    }

    public Optional<Unit> unit() {
        return sender.unit();
    }
}
