/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Compares two sequences: returns the runs of the first that are replaced by runs of the second. */
public final class Differences {

    /**
     * Maximum number of comparisons, which limits the time. Above it, everything between the common prefix and the
     * common suffix counts as different.
     */
    private static final long MAX_COMPARISONS = 4_000_000;

    /** A run of the first sequence and the run of the second that replaces it; either may be empty. */
    public record Run(int from, int to, int otherFrom, int otherTo) {}

    private Differences() {}

    /** Returns the differences between two sequences, in order. */
    public static <T> List<Run> of(List<T> one, List<T> other, BiPredicate<T, T> same) {
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
        if ((long) (end - begin) * (otherEnd - begin) > MAX_COMPARISONS) {
            return List.of(new Run(begin, end, begin, otherEnd));
        }
        return between(one, other, same, begin, end, otherEnd);
    }

    /**
     * Translates changes of a respelled sequence into changes of the original sequence. A mere difference of spelling
     * stays as it is, unless a change touches it.
     *
     * @param spelling differences between the original sequence and the respelled one
     * @param changes differences between the respelled sequence and its changed form
     * @param after whether an insertion at a position where only the original sequence has elements goes after these
     *     elements; if false, it goes before them
     * @return the changes of the original sequence; empty if two of them overlap
     */
    static Optional<List<Run>> through(List<Run> spelling, List<Run> changes, boolean after) {
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
            var isInsertion = to == from && !after;
            var run = new Run(
                    originalPosition(spelling, from, isInsertion),
                    originalPosition(spelling, to, to > from || isInsertion),
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

    /** Returns the position in the original sequence for a position between two elements of the respelled one. */
    private static int originalPosition(List<Run> spelling, int position, boolean isEnd) {
        var shift = 0;
        for (var spelled : spelling) {
            if (spelled.otherTo() < position
                    || spelled.otherTo() == position && !(isEnd && spelled.otherFrom() == position)) {
                shift += (spelled.to() - spelled.from()) - (spelled.otherTo() - spelled.otherFrom());
            }
        }
        return position + shift;
    }

    /** Compares the middle parts by their longest common subsequence. */
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
