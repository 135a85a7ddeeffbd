/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.report;

import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.source.Amendment;
import org.bieumau.core.source.SourceItem.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * A place of a file, or several alike, at which a rule is not kept.
 *
 * @param problem what is wrong and what to do, at the first place
 * @param text text of the paragraph at the first place; empty if it is the file as a whole
 * @param places all places
 * @param anchor where the first place is stored; null if it is the file as a whole
 * @param repair how it is mended
 * @param changes what mends it; empty if it has to be corrected by hand
 */
public record CheckFinding(
        CheckRule rule,
        Problem problem,
        String text,
        List<Place> places,
        @Nullable Anchor anchor,
        Repair repair,
        List<Change> changes) {

    public CheckFinding {
        places = List.copyOf(places);
        changes = List.copyOf(changes);
    }

    /** Returns the changes of the file that mend it. */
    public List<Amendment> amendments() {
        return changes.stream().map(Change::amendment).toList();
    }

    /** Returns the sentence of the problem with the id of the rule, where its code is not shown. */
    public String sentence() {
        return rule.id().equals(rule.code()) ? problem.message() + " (" + rule.id() + ")" : problem.message();
    }

    /** Returns the outcome of the rule. */
    public RuleState state() {
        return switch (problem.severity()) {
            case ERROR, VIOLATION -> RuleState.BREACH;
            case WARNING, INFO -> RuleState.WARNING;
        };
    }
}
