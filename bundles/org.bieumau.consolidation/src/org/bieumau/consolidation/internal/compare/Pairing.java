/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;

/** Finds for the elements of an earlier list their counterparts in a later one. */
final class Pairing {

    /** Number of pairs above which only elements with a common key are compared. */
    private static final long MOST = 1_000_000;

    private Pairing() {}

    /**
     * Returns pairs of elements: first those with equal keys, in order, then the most alike ones of the others.
     *
     * @param key elements with equal keys belong together
     * @param alike how alike two elements are, from 0 to 1
     * @param least likeness below which elements are no pair
     * @return the counterparts of elements of the earlier list
     */
    static <T> Map<T, T> of(
            List<T> earlier, List<T> later, Function<T, Object> key, ToDoubleBiFunction<T, T> alike, double least) {
        var pairs = new LinkedHashMap<T, T>();
        var byKey = new HashMap<Object, Deque<T>>();
        later.forEach(each -> byKey.computeIfAbsent(key.apply(each), none -> new ArrayDeque<>())
                .add(each));
        var open = new ArrayList<T>();
        for (var each : earlier) {
            var same = byKey.get(key.apply(each));
            if (same != null && !same.isEmpty()) {
                pairs.put(each, same.removeFirst());
            } else {
                open.add(each);
            }
        }
        var left = later.stream()
                .filter(each -> byKey.get(key.apply(each)).contains(each))
                .toList();
        addAlike(open, left, alike, least, pairs);
        return pairs;
    }

    private static <T> void addAlike(
            List<T> earlier, List<T> later, ToDoubleBiFunction<T, T> alike, double least, Map<T, T> pairs) {
        if ((long) earlier.size() * later.size() > MOST) {
            return;
        }
        record Candidate(int earlier, int later, double score) {}
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < earlier.size(); i++) {
            for (int j = 0; j < later.size(); j++) {
                var score = alike.applyAsDouble(earlier.get(i), later.get(j));
                if (score >= least) {
                    candidates.add(new Candidate(i, j, score));
                }
            }
        }
        // Of equally alike pairs, those at nearly the same position come first.
        candidates.sort(Comparator.comparingDouble((Candidate each) -> -each.score)
                .thenComparingInt(each -> Math.abs(each.earlier - each.later))
                .thenComparingInt(each -> each.earlier)
                .thenComparingInt(each -> each.later));
        var usedEarlier = new boolean[earlier.size()];
        var usedLater = new boolean[later.size()];
        for (var each : candidates) {
            if (!usedEarlier[each.earlier] && !usedLater[each.later]) {
                usedEarlier[each.earlier] = true;
                usedLater[each.later] = true;
                pairs.put(earlier.get(each.earlier), later.get(each.later));
            }
        }
    }
}
