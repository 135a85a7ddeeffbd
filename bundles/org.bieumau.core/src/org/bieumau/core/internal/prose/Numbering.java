/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;

/**
 * Numbers the divisions of a text in the order they come. The first of a run keeps the number that was typed, so a text
 * may go on where another ended; those after it count on from there. A division begins the numbers below it anew, but
 * điều run on through the chapters.
 */
public final class Numbering {

    private final Map<DivisionLevel, Integer> last = new EnumMap<>(DivisionLevel.class);

    /**
     * The marker of the next division.
     *
     * @param level its level
     * @param typed the number that was typed, from 1; 0 for dash and plus
     */
    public String next(DivisionLevel level, int typed) {
        for (var below : DivisionLevel.values()) {
            if (below.compareTo(level) > 0 && below != DivisionLevel.ARTICLE) {
                last.remove(below);
            }
        }
        if (level == DivisionLevel.DASH || level == DivisionLevel.PLUS) {
            return MarkerText.of(level, 0);
        }
        var number = expected(level).orElse(Math.max(typed, 1));
        last.put(level, number);
        try {
            return MarkerText.of(level, number);
        } catch (IllegalArgumentException e) {
            return number + ".";
        }
    }

    /** The number that the next division of a level gets, empty where it begins a run. */
    public Optional<Integer> expected(DivisionLevel level) {
        return Optional.ofNullable(last.get(level)).map(number -> number + 1);
    }
}
