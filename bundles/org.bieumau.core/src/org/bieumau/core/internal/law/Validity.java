/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import org.bieumau.model.Dated;
import org.bieumau.model.PartialDate;

/** Decides whether an element with a period of validity is valid on a day. */
public final class Validity {

    private Validity() {}

    /**
     * Returns whether an element is valid on a date, or may be if day or month of the date are open.
     *
     * @param date the date; null if unknown, which counts as valid
     */
    public static boolean holds(Dated dated, PartialDate date) {
        return date == null
                || !(dated.getValidFrom() != null
                                && date.latest().isBefore(dated.getValidFrom().earliest())
                        || dated.getValidTo() != null
                                && date.earliest().isAfter(dated.getValidTo().latest()));
    }

    /** Returns one end of a period of validity for a message: «…» if it is open. */
    public static Object written(PartialDate end) {
        return end == null ? "…" : end;
    }
}
