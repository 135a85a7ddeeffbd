/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.unit;

import java.util.List;
import java.util.Optional;

/**
 * Who sent a return.
 *
 * @param unit the unit; empty if unknown
 * @param evidence what the unit was known by
 * @param candidates units that it may be of if it is unknown
 * @param contrary the unit that the form itself names, if it is another one
 */
public record Sender(Optional<Unit> unit, Evidence evidence, List<Unit> candidates, Optional<Unit> contrary) {

    /** What a unit is known by, in the order in which it counts. */
    public enum Evidence {
        DECISION,
        FOLDER,
        FORM,
        LETTERHEAD,
        FILE,
        NONE
    }
}
