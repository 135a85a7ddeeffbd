/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.util.List;
import java.util.Optional;
import org.bieumau.consolidation.internal.unit.Unit;

/**
 * The state of a unit.
 *
 * @param files its files, in the order of their names
 */
public record UnitStatus(Unit unit, State state, List<FileStatus> files) {

    /** States of a unit. */
    public enum State {
        ON_TIME,
        LATE,
        /** It has sent a return, but it is not known when. */
        SENT,
        /** It has sent nothing and the deadline has passed, or no deadline or day is known. */
        MISSING,
        /** It has sent nothing, but need not yet. */
        NOT_DUE,
        /** None of its files could be read. */
        UNREADABLE,
        /** It has sent figures of another period only, which do not count before somebody decides so. */
        OTHER_PERIOD,
        /** It has sent several returns, and nobody has decided which one holds. */
        UNDECIDED,
        EXEMPT
    }

    /** Returns whether the unit still has to send a return that counts. */
    public boolean isToSend() {
        return switch (state) {
            case MISSING, NOT_DUE, OTHER_PERIOD, UNREADABLE -> true;
            case ON_TIME, LATE, SENT, UNDECIDED, EXEMPT -> false;
        };
    }

    /** Returns the return that is merged. */
    public Optional<FileStatus> taken() {
        return files.stream()
                .filter(file -> file.state() == FileStatus.State.TAKEN)
                .findFirst();
    }

    /** Returns whether the return that is merged follows an older edition of the form. */
    public boolean isOldEdition() {
        return taken().filter(file -> file.file().edition() > 0).isPresent();
    }

    /** Returns whether parts of the return that is merged could not be read. */
    public boolean isPartial() {
        return taken().filter(file -> file.file().errors() > 0 || file.file().leftovers() > 0)
                .isPresent();
    }
}
