/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a profile with a period of validity. */
public interface DatedRow {

    /** Returns the first day of validity. */
    LocalDate validFrom();

    /** Returns the last day of validity; null if the row is still valid. */
    @Nullable
    LocalDate validTo();

    /** Returns whether the row is valid on a day. */
    default boolean holdsOn(LocalDate day) {
        var last = validTo();
        return !day.isBefore(validFrom()) && (last == null || !day.isAfter(last));
    }
}
