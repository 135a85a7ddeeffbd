/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are printed with a form, one below the other.
 *
 * @param section heading of the section that contains them; null if they are in no section
 * @param isNumbered whether the file shows a number before the heading of the section
 */
record GivenRowList(@Nullable String section, boolean isNumbered, List<GivenRow> rows) {

    /**
     * A row.
     *
     * @param level number of rows above it in the hierarchy
     * @param isHeading whether it only names the rows below it
     * @param isGuess whether it could as well be on another level
     */
    record GivenRow(
            String ordinal, String title, String unit, String code, int level, boolean isHeading, boolean isGuess) {

        GivenRow asHeading() {
            return new GivenRow(ordinal, title, unit, code, level, true, isGuess);
        }
    }

    GivenRowList {
        rows = List.copyOf(rows);
    }

    /** Returns the level of the row after one; 0 for the last one. */
    int levelAfter(int index) {
        return index + 1 < rows.size() ? rows.get(index + 1).level() : 0;
    }
}
