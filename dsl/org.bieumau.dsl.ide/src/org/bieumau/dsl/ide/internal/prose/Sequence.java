/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.prose.Numbering;
import org.bieumau.model.DivisionLevel;

/**
 * Follows the typed numbers of divisions and list items from line to line. Like {@link Numbering}, it restarts the
 * levels below a division, except for articles.
 */
final class Sequence {

    private final Map<DivisionLevel, Integer> last = new EnumMap<>(DivisionLevel.class);

    /** Returns the sequence after lines. */
    static Sequence after(List<RichLine> lines) {
        var sequence = new Sequence();
        lines.forEach(sequence::add);
        return sequence;
    }

    private void add(RichLine line) {
        line.marker().ifPresent(marker -> {
            last.keySet().removeIf(each -> each.compareTo(marker.level()) > 0 && each != DivisionLevel.ARTICLE);
            last.put(marker.level(), marker.number());
        });
    }

    /** Returns the number of the next item of a level. */
    int next(DivisionLevel level) {
        return last.getOrDefault(level, 0) + 1;
    }

    private boolean continues(Marker marker) {
        return marker.number() == next(marker.level());
    }

    /**
     * Numbers the last lines of a text again, after the lines above them have changed. A line whose number did not
     * follow from the lines above it before the change keeps its number.
     *
     * @param before all lines before the change
     * @param now all lines now, which are changed
     * @param count how many lines at the end are the same
     */
    static void renumber(List<RichLine> before, List<RichLine> now, int count) {
        var sequence = after(before.subList(0, before.size() - count));
        var follows = new boolean[count];
        for (int i = 0; i < count; i++) {
            var line = before.get(before.size() - count + i);
            follows[i] = line.marker().filter(sequence::continues).isPresent();
            sequence.add(line);
        }
        sequence = after(now.subList(0, now.size() - count));
        for (int i = 0; i < count; i++) {
            var at = now.size() - count + i;
            if (follows[i]) {
                now.set(at, sequence.numbered(now.get(at)));
            }
            sequence.add(now.get(at));
        }
    }

    /** Numbers the items in a range that continue a list above them. */
    static void continueAbove(List<RichLine> lines, int first, int end) {
        var sequence = after(lines.subList(0, first));
        for (int i = first; i < end; i++) {
            var line = lines.get(i);
            if (line.marker()
                    .map(Marker::level)
                    .filter(sequence.last::containsKey)
                    .isPresent()) {
                lines.set(i, sequence.numbered(line));
            }
            sequence.add(lines.get(i));
        }
    }

    /** Returns an item with the number that follows. */
    private RichLine numbered(RichLine line) {
        var marker = line.marker().orElseThrow();
        return marker.numbered(next(marker.level())).map(line::withMarker).orElse(line);
    }
}
