/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a profile for the look of a component.
 *
 * @param id id that reports use, such as <code>ND30-V.5a</code>
 * @param source legal text that contains the rule
 * @param validFrom first day of validity
 * @param validTo last day of validity; null if the rule is still valid
 * @param evidence how well the rule is confirmed
 * @param sizeFrom smallest size allowed, in pt
 * @param sizeTo largest size allowed, in pt
 * @param look look of the component in the layout
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

    /** Returns whether a size in pt is allowed. */
    public boolean allowsSize(double size) {
        return size >= sizeFrom && size <= sizeTo;
    }
}
