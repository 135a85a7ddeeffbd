/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.values;

import java.util.Map;
import java.util.Set;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.reading.internal.grid.GridCell;

/** Evidence for the styles of numbers beside the numbers of each column, such as formulas. */
@FunctionalInterface
public interface StyleEvidence {

    /**
     * Returns the styles of the open columns for which the evidence suffices.
     *
     * @param known styles of other columns with numbers
     * @param open columns with numbers that can be read in both styles
     */
    Map<Leaf, NumberStyle> decide(Map<Leaf, NumberStyle> known, Set<Leaf> open);

    /**
     * Returns whether the evidence was found in the row of a cell, too, rather than in other rows of its column only.
     */
    default boolean shows(Leaf leaf, GridCell cell) {
        return false;
    }

    /**
     * Returns whether a column cannot be written in a style, because a formula does not hold in some row. Columns
     * without a known style are assumed to be in the same style.
     */
    default boolean contradicts(Leaf leaf, NumberStyle style) {
        return false;
    }
}
