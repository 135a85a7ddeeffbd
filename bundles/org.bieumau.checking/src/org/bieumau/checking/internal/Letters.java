/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.internal;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bieumau.core.profile.Look;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Run;
import org.bieumau.reading.internal.role.RoledText.Line;

/** The letters and digits of a line that a reader sees, with their looks. */
record Letters(List<Run> runs) {

    private static final Set<Flag> LEFT_OUT =
            Set.of(Flag.HIDDEN, Flag.NOTE, Flag.SUPERSCRIPT, Flag.SUBSCRIPT, Flag.PLACEHOLDER);

    static Letters of(Line line) {
        return new Letters(line.paragraph().runs().stream()
                .filter(run -> run.flags().stream().noneMatch(LEFT_OUT::contains))
                .filter(run -> count(run) > 0)
                .toList());
    }

    private static int count(Run run) {
        return (int) run.text().chars().filter(Character::isLetterOrDigit).count();
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Returns the runs for which a property is known. */
    List<Run> with(Look.Property property) {
        return runs.stream()
                .filter(run -> !run.look().unknown().contains(property))
                .toList();
    }

    /** Returns the share of the letters for whose look a condition holds, from 0 to 1. */
    double share(Predicate<Look> condition) {
        var all = 0;
        var holding = 0;
        for (var run : runs) {
            all += count(run);
            holding += condition.test(run.look()) ? count(run) : 0;
        }
        return all == 0 ? 0 : (double) holding / all;
    }

    /** Returns whether a small letter is shown. */
    boolean hasSmall() {
        return runs.stream()
                .anyMatch(run -> !run.look().capitals() && run.text().chars().anyMatch(Character::isLowerCase));
    }

    /** Returns whether all letters are shown as capitals, and there are at least some. */
    boolean isCapitals(int least) {
        return !hasSmall()
                && runs.stream()
                                .flatMapToInt(run -> run.text().chars())
                                .filter(Character::isLetter)
                                .count()
                        >= least;
    }
}
