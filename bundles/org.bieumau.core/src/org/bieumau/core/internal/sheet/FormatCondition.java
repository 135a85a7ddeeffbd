/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The numbers that a section of a number format is for.
 *
 * @param operator the comparison, such as <code>&gt;=</code>
 */
record FormatCondition(String operator, BigDecimal limit) {

    /** Reads a condition such as <code>&gt;=100</code>. Returns null if it is not understood. */
    static @Nullable FormatCondition of(String text) {
        var end = 1;
        while (end < text.length() && "<>=".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        var limit = SheetNumber.parse(text.substring(end).trim());
        return limit == null ? null : new FormatCondition(text.substring(0, end), limit);
    }

    boolean accepts(BigDecimal number) {
        var order = number.compareTo(limit);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<>" -> order != 0;
            default -> order == 0;
        };
    }

    /** Returns whether no positive number satisfies the condition. */
    boolean acceptsNegativesOnly() {
        return (operator.equals("<") || operator.equals("<=")) && limit.signum() <= 0;
    }

    /** Returns whether the condition leaves negative numbers to the next section. */
    boolean leavesNegatives() {
        return (operator.equals(">") || operator.equals(">=")) && limit.signum() <= 0;
    }
}
