/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.List;
import org.bieumau.reading.internal.match.Decision.Kind;

/** Assigns columns so that the sum of their likeness is highest. A doubtful column stays open, with its candidates. */
final class SimilarLabels {

    /** Minimum likeness of columns that are assigned without a warning. */
    private static final double SURE = 0.85;
    /** Minimum likeness of columns that are assigned. */
    private static final double LIKELY = 0.70;
    /** Minimum difference in likeness from the next candidate. */
    private static final double LEAD = 0.10;

    private final ColumnDecisions decisions;
    private final List<Integer> targets;
    private final List<Integer> columns;
    private final double[][] scores;
    private final int[] best;

    SimilarLabels(ColumnDecisions decisions, ColumnLikeness likeness) {
        this.decisions = decisions;
        targets = decisions.openTargets();
        columns = decisions.openColumns();
        scores = new double[targets.size()][columns.size()];
        for (int i = 0; i < targets.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                scores[i][j] = likeness.of(targets.get(i), columns.get(j));
            }
        }
        best = columns.isEmpty() ? new int[0] : Assignment.best(scores);
    }

    void assign() {
        for (int i = 0; i < targets.size(); i++) {
            if (best.length == 0 || best[i] < 0 || scores[i][best[i]] < ColumnLikeness.POSSIBLE) {
                decisions.miss(targets.get(i));
            } else {
                decide(i);
            }
        }
    }

    private void decide(int i) {
        var target = targets.get(i);
        var column = columns.get(best[i]);
        var wanted = decisions.target(target);
        var score = scores[i][best[i]];
        var rival = Rival.of(scores, best, i);
        var hasLead = score - rival.score() >= LEAD;
        if (hasLead && score >= (wanted.isRequired() ? SURE : LIKELY)) {
            var isSure = score >= SURE;
            var reason = text(
                    isSure ? "decision.alike" : "decision.likely",
                    decisions.name(column),
                    wanted.path(),
                    percent(score));
            decisions.assign(target, column, isSure ? Kind.SURE : Kind.LIKELY, score, reason);
        } else {
            var doubt = hasLead ? text("decision.low") : doubt(rival);
            var reason = text("decision.ambiguous", wanted.path(), decisions.name(column), percent(score), doubt);
            decisions.assign(target, column, Kind.AMBIGUOUS, score, reason);
        }
    }

    private String doubt(Rival rival) {
        if (rival.column() >= 0) {
            return text("decision.rival", decisions.name(columns.get(rival.column())), percent(rival.score()));
        }
        return rival.target() >= 0
                ? text(
                        "decision.rivalTarget",
                        decisions.target(targets.get(rival.target())).path(),
                        percent(rival.score()))
                : text("decision.low");
    }

    private static String percent(double score) {
        return Math.round(score * 100) + " %";
    }

    private static String text(String key, Object... arguments) {
        return ColumnDecisions.text(key, arguments);
    }
}
