/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.spelling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Divides words that are written without the space between them. */
final class Joined {

    /** Vowels alone may be parts of foreign words. */
    private static final int SHORTEST = 2;

    private Joined() {}

    /**
     * Returns the syllables of a word; of several ways, the one with the most frequent ones; an empty list for none.
     */
    static List<String> parts(String word) {
        var ways = new ArrayList<List<String>>();
        divide(word, 0, List.of(), ways);
        return ways.stream()
                .max(Comparator.<List<String>>comparingDouble(parts -> (double) parts.stream()
                                        .filter(Syllables::isCommon)
                                        .count()
                                / parts.size())
                        .thenComparing(parts -> -parts.size()))
                .orElse(List.of());
    }

    private static void divide(String word, int start, List<String> before, List<List<String>> ways) {
        if (start == word.length() && before.size() > 1) {
            ways.add(before);
        }
        for (int end = start + SHORTEST; end <= Math.min(word.length(), start + SyllableSet.LONGEST); end++) {
            var part = word.substring(start, end);
            if (Syllables.isPossible(part)) {
                var parts = new ArrayList<>(before);
                parts.add(part);
                divide(word, end, parts, ways);
            }
        }
    }
}
