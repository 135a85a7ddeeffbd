/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import org.jspecify.annotations.Nullable;
import java.time.LocalDate;

/**
 * The rule for the look of a component: a row of a profile's table.
 *
 * @param component the component
 * @param id the id by which reports name the rule, such as <code>ND30-V.5a</code>
 * @param source where the rule is found
 * @param validFrom the first day on which the rule holds
 * @param validTo the last day, or null while it holds
 * @param evidence how sure the row is
 * @param sizeFrom the smallest size allowed, in pt
 * @param sizeTo the largest size allowed, in pt
 * @param look the look that the layout gives the component
 */
public record StyleRule(
        Component component,
        String id,
        String source,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Evidence evidence,
        double sizeFrom,
        double sizeTo,
        Look look)
        implements DatedRow {

    /** Returns whether a size in pt is within the range allowed. */
    public boolean allowsSize(double size) {
        return size >= sizeFrom && size <= sizeTo;
    }
}
