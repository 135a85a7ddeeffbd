/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import org.jspecify.annotations.Nullable;
import java.time.LocalDate;

/** A row of a profile that holds for a time. */
public interface DatedRow {

    /** The first day on which it holds. */
    LocalDate validFrom();

    /** The last day, or null while it holds. */
    @Nullable LocalDate validTo();

    /** Whether the rule holds on a day. */
    default boolean holdsOn(LocalDate day) {
        var last = validTo();
        return !day.isBefore(validFrom()) && (last == null || !day.isAfter(last));
    }
}
