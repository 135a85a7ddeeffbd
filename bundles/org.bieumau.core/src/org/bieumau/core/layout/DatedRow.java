/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import java.time.LocalDate;

/** A row of a profile that holds for a time. */
interface DatedRow {

    LocalDate validFrom();

    LocalDate validTo();

    /** Whether the rule holds on a day. */
    default boolean holdsOn(LocalDate day) {
        return !day.isBefore(validFrom()) && (validTo() == null || !day.isAfter(validTo()));
    }
}
