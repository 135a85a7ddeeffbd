/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Where two sequences differ: the runs of the one that runs of the other stand for. */
final class Differences {

    /**
     * More comparisons than that would take too long; then all that lies between the same beginnings and ends differs.
     */
    private static final long MOST = 4_000_000;

    /** A run of the one and a run of the other; either may be empty. */
    record Run(int from, int to, int otherFrom, int otherTo) {}

    private Differences() {}

    static <T> List<Run> of(List<T> one, List<T> other, BiPredicate<T, T> same) {
        var begin = 0;
        while (begin < one.size() && begin < other.size() && same.test(one.get(begin), other.get(begin))) {
            begin++;
        }
        var end = one.size();
        var otherEnd = other.size();
        while (end > begin && otherEnd > begin && same.test(one.get(end - 1), other.get(otherEnd - 1))) {
            end--;
            otherEnd--;
        }
        if (begin == end && begin == otherEnd) {
            return List.of();
        }
        if ((long) (end - begin) * (otherEnd - begin) > MOST) {
            return List.of(new Run(begin, end, begin, otherEnd));
        }
        return between(one, other, same, begin, end, otherEnd);
    }

    /**
     * The changes of a sequence that is written in another way, as changes of the first. What is only written in
     * another way stays as it is, unless a change touches it.
     *
     * @param spelling where the first sequence and the one written in another way differ
     * @param changes where that one and its changed form differ
     * @param behind whether what is put in where only the first has something goes behind that, or before it
     * @return empty where changes touch each other in the first sequence
     */
    static Optional<List<Run>> through(List<Run> spelling, List<Run> changes, boolean behind) {
        var runs = new ArrayList<Run>();
        for (var change : changes) {
            var from = change.from();
            var to = change.to();
            var otherFrom = change.otherFrom();
            var otherTo = change.otherTo();
            for (var spelled : spelling) {
                if (spelled.otherFrom() < to && from < spelled.otherTo()) {
                    otherFrom -= Math.max(0, from - spelled.otherFrom());
                    otherTo += Math.max(0, spelled.otherTo() - to);
                    from = Math.min(from, spelled.otherFrom());
                    to = Math.max(to, spelled.otherTo());
                }
            }
            var isInsertion = to == from && !behind;
            var run = new Run(
                    before(spelling, from, isInsertion),
                    before(spelling, to, to > from || isInsertion),
                    otherFrom,
                    otherTo);
            if (!runs.isEmpty()
                    && (run.from() < runs.getLast().to()
                            || run.otherFrom() < runs.getLast().otherTo())) {
                return Optional.empty();
            }
            runs.add(run);
        }
        return Optional.of(runs);
    }

    /** The place in the first sequence of one between two elements of the second. */
    private static int before(List<Run> spelling, int place, boolean isEnd) {
        var shift = 0;
        for (var spelled : spelling) {
            if (spelled.otherTo() < place || spelled.otherTo() == place && !(isEnd && spelled.otherFrom() == place)) {
                shift += (spelled.to() - spelled.from()) - (spelled.otherTo() - spelled.otherFrom());
            }
        }
        return place + shift;
    }

    /** By the longest sequence that both have. */
    private static <T> List<Run> between(
            List<T> one, List<T> other, BiPredicate<T, T> same, int begin, int end, int otherEnd) {
        var longest = new int[end - begin + 1][otherEnd - begin + 1];
        for (int i = end - begin - 1; i >= 0; i--) {
            for (int j = otherEnd - begin - 1; j >= 0; j--) {
                longest[i][j] = same.test(one.get(begin + i), other.get(begin + j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        var runs = new ArrayList<Run>();
        int i = 0;
        int j = 0;
        while (begin + i < end || begin + j < otherEnd) {
            var from = i;
            var otherFrom = j;
            while (!(begin + i < end && begin + j < otherEnd && same.test(one.get(begin + i), other.get(begin + j)))
                    && (begin + i < end || begin + j < otherEnd)) {
                if (begin + j >= otherEnd || begin + i < end && longest[i + 1][j] >= longest[i][j + 1]) {
                    i++;
                } else {
                    j++;
                }
            }
            if (from < i || otherFrom < j) {
                runs.add(new Run(begin + from, begin + i, begin + otherFrom, begin + j));
            }
            while (begin + i < end && begin + j < otherEnd && same.test(one.get(begin + i), other.get(begin + j))) {
                i++;
                j++;
            }
        }
        return runs;
    }
}
