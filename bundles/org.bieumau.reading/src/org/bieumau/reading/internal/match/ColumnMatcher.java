/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.List;
import org.bieumau.model.Column;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * Assigns the columns of a table to those of a template. Earlier decisions of the user come first, then equal labels,
 * then the assignment with the highest likeness of labels and groups. Doubtful columns stay open.
 */
final class ColumnMatcher {

    private ColumnMatcher() {}

    /** Returns a decision for each column of the template in order, followed by those for other columns of the file. */
    static List<Decision> match(TemplateColumns template, TableShape shape, KnownLabels known, LabelKeys keys) {
        var decisions = new ColumnDecisions(template.all(), shape);
        assignKnown(decisions, known);
        new EqualLabels(template, decisions, keys).assign();
        if (!decisions.openTargets().isEmpty()) {
            new SimilarLabels(decisions, new ColumnLikeness(template.all(), shape)).assign();
        }
        return decisions.all();
    }

    private static void assignKnown(ColumnDecisions decisions, KnownLabels known) {
        if (!known.hasColumns()) {
            return;
        }
        for (var column : decisions.openColumns()) {
            var decided = known.find(decisions.column(column), decisions.place(column));
            if (decided != null) {
                decided.ifPresentOrElse(source -> assign(decisions, column, source), () -> decisions.ignore(column));
            }
        }
    }

    private static void assign(ColumnDecisions decisions, int column, Column source) {
        decisions.openTargets().stream()
                .filter(target -> decisions.target(target).leaf().source() == source)
                .findFirst()
                .ifPresent(target -> decisions.assign(
                        target,
                        column,
                        Kind.MAPPED,
                        1,
                        ColumnDecisions.text(
                                "decision.mapped",
                                decisions.name(column),
                                decisions.target(target).path())));
    }
}
