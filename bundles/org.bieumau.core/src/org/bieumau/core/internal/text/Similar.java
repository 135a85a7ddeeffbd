/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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

    /**
     * Returns the candidates most similar to a word, the nearest first. A name that contains the word, or a part of it,
     * is near.
     *
     * @param names all names of a candidate
     * @param limit maximum number of candidates
     */
    public static <T> List<T> nearest(
            String word, Collection<T> candidates, Function<T, Collection<String>> names, int limit) {
        var distances = new IdentityHashMap<T, Double>();
        for (var candidate : candidates) {
            distances.put(
                    candidate,
                    names.apply(candidate).stream()
                            .mapToDouble(name -> remoteness(VietnameseText.fold(word), VietnameseText.fold(name)))
                            .min()
                            .orElse(1));
        }
        return candidates.stream()
                .sorted(Comparator.comparingDouble(distances::get))
                .limit(limit)
                .toList();
    }

    /** Returns how different two words are: 0 for the same word, 1 for two that share no letter in place. */
    private static double remoteness(String word, String name) {
        var longest = Math.max(word.length(), name.length());
        if (longest == 0) {
            return 1;
        }
        var isPart = Math.min(word.length(), name.length()) > 1 && (name.contains(word) || word.contains(name));
        return (double) distance(word, name) / longest / (isPart ? 2 : 1);
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
