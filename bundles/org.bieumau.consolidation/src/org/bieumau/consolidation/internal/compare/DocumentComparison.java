/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.compare;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.bieumau.consolidation.internal.compare.Change.Kind;
import org.bieumau.core.layout.Layout;

/**
 * Compares two plans, reports or other documents by division and task, not by line. Renumbering a division is no
 * difference. A task that is found in another division has moved.
 */
final class DocumentComparison {

    /** Likeness from which a part of one division is the counterpart of another one. */
    private static final double LIKE = 0.5;

    /** Likeness from which a part is found again in another division. */
    private static final double FOUND = 0.75;

    /** Number of words from which a text is long enough to be found again in another division. */
    private static final int LONG = 4;

    private final Part earlier;
    private final Part later;
    private final Map<Part, Part> counterparts = new HashMap<>();
    private final Map<Part, Part> origins = new HashMap<>();
    private final Set<Part> moved = new HashSet<>();
    private final List<Change> changes = new ArrayList<>();

    private DocumentComparison(Part earlier, Part later) {
        this.earlier = earlier;
        this.later = later;
    }

    /**
     * Returns the differences in the order of the later document; what was dropped stands where it stood.
     *
     * @throws IOException if the rows of a form in the text cannot be read
     */
    static List<Change> of(Layout earlier, Layout later) throws IOException {
        var comparison = new DocumentComparison(DocumentParts.of(earlier), DocumentParts.of(later));
        comparison.pair(comparison.earlier, comparison.later);
        comparison.findMoved();
        comparison.tell(comparison.earlier, comparison.later);
        return comparison.changes;
    }

    private void pair(Part one, Part other) {
        counterparts.put(one, other);
        origins.put(other, one);
        Pairing.of(one.parts(), other.parts(), part -> part.wording().text(), DocumentComparison::alike, LIKE)
                .forEach(this::pair);
    }

    /** Returns how alike two parts are: a heading by its own words and by what it contains. */
    private static double alike(Part one, Part other) {
        if ((one.level() == null) != (other.level() == null)) {
            return 0;
        }
        var own = one.wording().alike(other.wording());
        if (one.parts().isEmpty() || other.parts().isEmpty()) {
            return own;
        }
        var whole = new Wording(String.join(" ", one.lines())).alike(new Wording(String.join(" ", other.lines())));
        return Math.max(own, (own + whole) / 2);
    }

    private void findMoved() {
        var lost = earlier.all()
                .filter(part ->
                        !counterparts.containsKey(part) && part.wording().size() >= LONG)
                .toList();
        var found = later.all()
                .filter(part -> !origins.containsKey(part) && part.wording().size() >= LONG)
                .toList();
        Pairing.of(lost, found, part -> part.wording().text(), DocumentComparison::alike, FOUND)
                .forEach((one, other) -> {
                    // A part within a part that moved has moved with it.
                    if (!counterparts.containsKey(one) && !origins.containsKey(other)) {
                        pair(one, other);
                        moved.add(other);
                    }
                });
    }

    /** Tells the differences within a pair of parts; in a gap between two pairs, what was dropped comes first. */
    private void tell(Part one, Part other) {
        var left = new ArrayDeque<>(one.parts());
        for (var part : other.parts()) {
            var origin = origins.get(part);
            if (origin == null || origin.parent() == one) {
                tellDropped(left, each -> counterparts.get(each).parent() == other);
            }
            if (origin == null) {
                tellAdded(part);
            } else {
                left.remove(origin);
                tellPair(origin, part);
                tell(origin, part);
            }
        }
        tellDropped(left, each -> false);
    }

    /**
     * Tells what was dropped.
     *
     * @param left the parts of the earlier version that were not told yet; those up to the end are removed
     * @param end accepts the part with a counterpart at which to stop
     */
    private void tellDropped(Deque<Part> left, Predicate<Part> end) {
        while (!left.isEmpty() && !(counterparts.containsKey(left.peek()) && end.test(left.peek()))) {
            var part = left.remove();
            if (!counterparts.containsKey(part)) {
                changes.add(new Change(
                        Kind.DROPPED,
                        group(part, true),
                        part.place(),
                        Change.lines(lines(part, counterparts)),
                        List.of(),
                        ""));
            }
        }
    }

    private void tellAdded(Part part) {
        changes.add(new Change(
                Kind.ADDED, group(part, false), part.place(), List.of(), Change.lines(lines(part, origins)), ""));
        for (var each : part.parts()) {
            tellWithin(each);
        }
    }

    /** Tells the differences of parts that an added part took over. */
    private void tellWithin(Part part) {
        var origin = origins.get(part);
        if (origin != null) {
            tellPair(origin, part);
            tell(origin, part);
        } else {
            part.parts().forEach(this::tellWithin);
        }
    }

    /** Returns the lines of a part without those that have a counterpart. */
    private static List<String> lines(Part part, Map<Part, Part> paired) {
        var lines = new ArrayList<String>();
        addLines(part, paired, lines);
        return lines;
    }

    private static void addLines(Part part, Map<Part, Part> paired, List<String> lines) {
        lines.add(part.text());
        part.parts().stream().filter(each -> !paired.containsKey(each)).forEach(each -> addLines(each, paired, lines));
    }

    private void tellPair(Part one, Part other) {
        var equal = one.wording().equalTo(other.wording());
        var place = place(one);
        if (moved.contains(other)) {
            changes.add(new Change(
                    Kind.MOVED,
                    group(other, false),
                    other.place(),
                    equal
                            ? Change.lines(List.of(one.text()))
                            : List.of(one.wording().against(other.wording())),
                    equal
                            ? Change.lines(List.of(other.text()))
                            : List.of(other.wording().against(one.wording())),
                    place));
        } else if (!equal) {
            changes.add(new Change(
                    Kind.CHANGED,
                    group(other, false),
                    other.place(),
                    List.of(one.wording().against(other.wording())),
                    List.of(other.wording().against(one.wording())),
                    place.equals(other.place()) ? "" : place));
        }
    }

    private static String place(Part part) {
        return part.place().isEmpty() ? CompareMessages.ALL.text("compare.opening") : part.place();
    }

    /** Returns the heading of the outermost division around a part, in the later document if it is there. */
    private String group(Part part, boolean isDropped) {
        var outermost = part.outermost();
        if (isDropped && counterparts.containsKey(outermost)) {
            outermost = counterparts.get(outermost).outermost();
        }
        return outermost.level() == null ? CompareMessages.ALL.text("compare.opening") : outermost.text();
    }
}
