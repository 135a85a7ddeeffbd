/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Severity;

/**
 * A problem of a return.
 *
 * @param row index of the row in the return that the problem is about; -1 for none
 * @param column name of the column; an empty string for none
 */
public record ReturnProblem(String code, String severity, String message, Spot place, int row, String column)
        implements Serializable {

    /** Returns the problem for users. */
    public Problem in(String file) {
        return new Problem(code, Severity.getByName(severity), message, place.in(file));
    }

    /** Returns whether the office must know of it. */
    public boolean isReported() {
        return Severity.getByName(severity) != Severity.INFO;
    }

    public boolean isError() {
        return Severity.getByName(severity) == Severity.ERROR;
    }
}
