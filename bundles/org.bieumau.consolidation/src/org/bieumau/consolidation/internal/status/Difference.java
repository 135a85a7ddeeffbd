/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.io.Serializable;
import java.util.Comparator;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A finding that the office must decide or know of, with its place.
 *
 * @param unit index of the unit; -1 for none
 * @param file name of the file; an empty string for none
 * @param row index of the row in the return, from 0; -1 for none
 * @param rowLabel label of the row; an empty string for none
 * @param column name of the column; an empty string for none
 * @param value value that the return has; an empty string for none
 * @param decided how it was decided; null if it is open
 */
public record Difference(
        String code,
        Severity severity,
        String message,
        int unit,
        String file,
        Spot place,
        int row,
        String rowLabel,
        String column,
        String value,
        @Nullable String decided)
        implements Serializable {

    /** The order of what a unit has, and of units: unit, file, row, column, code. */
    public static final Comparator<Difference> ORDER = Comparator.comparingInt(
                    (Difference each) -> each.unit() < 0 ? Integer.MAX_VALUE : each.unit())
            .thenComparing(Difference::file)
            .thenComparingInt(Difference::row)
            .thenComparing(Difference::column)
            .thenComparing(Difference::code)
            .thenComparing(Difference::message);

    /** Creates a difference of a whole file, or of none. */
    public static Difference of(String code, Severity severity, String message, int unit, String file) {
        return new Difference(code, severity, message, unit, file, Spot.NONE, -1, "", "", "", null);
    }

    public Difference decided(String how) {
        return new Difference(code, severity, message, unit, file, place, row, rowLabel, column, value, how);
    }

    /** Returns whether nobody has decided it yet. */
    public boolean isOpen() {
        return decided == null;
    }

    /** Returns the problem for users. */
    public Problem problem() {
        return new Problem(code, severity, message, file.isEmpty() ? null : place.in(file));
    }
}
