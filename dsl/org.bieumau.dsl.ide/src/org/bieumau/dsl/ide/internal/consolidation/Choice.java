/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.time.LocalDate;
import org.bieumau.dsl.ide.internal.consolidation.Verdict.DecidedCell;
import org.jspecify.annotations.Nullable;

/** What the office can decide about a difference. */
public sealed interface Choice {

    /** A decision that needs nothing but a click. */
    record Ready(String label, Verdict verdict) implements Choice {}

    /**
     * Another value holds, which the user writes.
     *
     * @param label the row and column, for the user
     * @param proposed the value of the return; an empty string for none
     */
    record OtherValue(DecidedCell cell, String label, String proposed) implements Choice {}

    /** The file is that of a unit, which the user chooses among all. */
    record OtherUnit(String file) implements Choice {}

    /** The file was received on a day, which the user writes. */
    record OtherDay(String file, @Nullable LocalDate proposed) implements Choice {}
}
