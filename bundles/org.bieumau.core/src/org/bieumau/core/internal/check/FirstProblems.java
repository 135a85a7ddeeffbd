/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Problem;

/** Passes on the first problems of each kind, and counts further ones: each row of a file may have the same problem. */
final class FirstProblems {

    /** Number of problems of a kind that are passed on. */
    static final int FIRST = 20;

    private static final class Kind {
        private long count;
        private Problem last;
    }

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Consumer<Problem> report;

    FirstProblems(Consumer<Problem> report) {
        this.report = report;
    }

    /** @param kind what the problem has in common with others, such as its code and column */
    void add(String kind, Problem problem) {
        var known = kinds.computeIfAbsent(kind, key -> new Kind());
        known.count++;
        known.last = problem;
        if (known.count <= FIRST) {
            report.accept(problem);
        }
    }

    /** Reports how many problems of each kind were not passed on, at the last of them. */
    void finish() {
        for (var kind : kinds.values()) {
            if (kind.count > FIRST) {
                var last = kind.last;
                report.accept(new Problem(
                        "DATA-REPEATED",
                        last.severity(),
                        CoreMessages.ALL.text("DATA-REPEATED", kind.count - FIRST, last.code(), last.message()),
                        last.place()));
            }
        }
    }
}
