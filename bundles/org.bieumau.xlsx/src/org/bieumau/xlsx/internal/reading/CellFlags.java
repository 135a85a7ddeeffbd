/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import java.util.EnumSet;
import java.util.Set;
import org.bieumau.core.source.SourceItem.Flag;

/** Flags of a cell. */
record CellFlags(boolean isFormula, boolean isHidden) {

    private static final Set<Flag> FORMULA = Set.of(Flag.FORMULA);
    private static final Set<Flag> HIDDEN = Set.of(Flag.HIDDEN);
    private static final Set<Flag> BOTH = Set.of(Flag.FORMULA, Flag.HIDDEN);

    CellFlags hidden() {
        return new CellFlags(isFormula, true);
    }

    /** Returns the flags together with those of the text. */
    Set<Flag> with(Set<Flag> others) {
        if (!isFormula && !isHidden) {
            return others;
        }
        var own = isFormula ? isHidden ? BOTH : FORMULA : HIDDEN;
        if (others.isEmpty()) {
            return own;
        }
        var all = EnumSet.copyOf(own);
        all.addAll(others);
        return all;
    }
}
