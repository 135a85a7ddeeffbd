/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.Collection;
import java.util.Optional;

/** Suggests corrections for misspelled words. A wrong diacritic weighs less than a wrong letter. */
public final class Similar {

    private Similar() {}

    /** Returns the candidate most similar to a word, other than the word itself; empty if none is similar enough. */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() < 2) {
            return Optional.empty();
        }
        String nearest = null;
        var least = Integer.MAX_VALUE;
        for (var candidate : candidates) {
            var distance =
                    3 * distance(VietnameseText.fold(word), VietnameseText.fold(candidate)) + distance(word, candidate);
            if (distance < least && distance > 0) {
                least = distance;
                nearest = candidate;
            }
        }
        return least <= 3 + Math.min(word.length(), 8) ? Optional.ofNullable(nearest) : Optional.empty();
    }

    /** Returns the edit distance (Levenshtein distance) of two words, in UTF-16 code units. */
    public static int distance(String a, String b) {
        var previous = new int[b.length() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            var current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
