/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Severity;

/**
 * The first problems of a data source and the number of further ones, because a file may have a problem in each row.
 */
final class ProblemList {

    /** Number of problems that are kept. */
    static final int MOST = 100;

    private final List<Problem> first = new ArrayList<>();
    private long others;
    private Place last;

    void add(Problem problem) {
        if (first.size() < MOST) {
            first.add(problem);
        } else {
            others++;
            last = problem.place();
        }
    }

    void add(Severity severity, String code, Place place, Object... arguments) {
        add(new Problem(code, severity, first.size() < MOST ? CoreMessages.ALL.text(code, arguments) : code, place));
    }

    List<Problem> all() {
        var all = new ArrayList<>(first);
        if (others > 0) {
            all.add(Problem.error(CoreMessages.ALL, "DATA-MORE", last, others));
        }
        return all;
    }
}
