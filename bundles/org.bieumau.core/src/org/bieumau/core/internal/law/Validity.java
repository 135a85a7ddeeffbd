/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.law;

import org.bieumau.model.Dated;
import org.bieumau.model.PartialDate;

/** Whether what holds for a time holds on a day. */
public final class Validity {

    private Validity() {}

    /**
     * Whether something may hold on a date, of which day and month may be blank.
     *
     * @param date null where no day is known: then it holds
     */
    public static boolean holds(Dated dated, PartialDate date) {
        return date == null
                || !(dated.getValidFrom() != null
                                && date.latest().isBefore(dated.getValidFrom().earliest())
                        || dated.getValidTo() != null
                                && date.earliest().isAfter(dated.getValidTo().latest()));
    }

    /** One end of a validity as a message names it. */
    public static Object written(PartialDate end) {
        return end == null ? "…" : end;
    }
}
