/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * A table with a template that it may be an instance of.
 *
 * @param decisions one for each column of the template in order, then those for other columns of the table
 * @param score likeness of the columns from 0 to 1
 * @param evidence how well the texts above the table match the number and title of the form; negative if another number
 *     is printed there
 */
public record FormMatch(
        ResolvedTemplate template,
        KnownLabels known,
        TableShape shape,
        List<Decision> decisions,
        double score,
        int evidence) {

    /** Minimum score of a table that is read as a form. */
    public static final double KNOWN = 0.80;
    /** Minimum score of a table that is read as a form without a warning. */
    public static final double PROBABLE = 0.60;

    /** Weight of {@link #evidence} beside the score: it decides between forms whose columns are almost alike. */
    private static final double WEIGHT = 0.03;

    public FormMatch {
        decisions = List.copyOf(decisions);
    }

    /** Returns the value by which matches are compared. */
    public double rank() {
        return score + WEIGHT * evidence;
    }

    public FormMatch withEvidence(int found) {
        return new FormMatch(template, known, shape, decisions, score, found);
    }

    /** Returns the columns that are read, with the columns of the template. */
    public Map<ShapeColumn, Leaf> columns() {
        var columns = new IdentityHashMap<ShapeColumn, Leaf>();
        for (var decision : decisions) {
            if (decision.kind().isTaken()) {
                columns.put(decision.column().orElseThrow(), decision.leaf().orElseThrow());
            }
        }
        return columns;
    }
}
