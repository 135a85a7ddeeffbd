/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;

/**
 * Numbers the divisions of a text in order. The first division of a run keeps its typed number, so that a text can
 * continue where another one ended; the following divisions count on from there. A division restarts the numbering of
 * the levels below it, except for articles (điều), which are numbered across chapters.
 */
public final class Numbering {

    private final Map<DivisionLevel, Integer> last = new EnumMap<>(DivisionLevel.class);

    /**
     * Returns the marker of the next division.
     *
     * @param level the level of the division
     * @param typed the typed number, from 1; 0 for dash and plus
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

    /** Returns the number of the next division of a level; empty if it begins a run. */
    public Optional<Integer> expected(DivisionLevel level) {
        return Optional.ofNullable(last.get(level)).map(number -> number + 1);
    }
}
