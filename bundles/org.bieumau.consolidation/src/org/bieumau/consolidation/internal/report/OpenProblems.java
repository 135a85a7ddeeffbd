/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.report;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Sink;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.model.Severity;

/** The numbers of errors and warnings that nobody has decided yet, by unit. */
public final class OpenProblems implements Sink<Difference> {

    private final Map<Integer, Integer> errors = new HashMap<>();
    private final Map<Integer, Integer> warnings = new HashMap<>();

    /** Returns those among differences. */
    public static OpenProblems of(List<Difference> differences) {
        var problems = new OpenProblems();
        differences.forEach(problems::accept);
        return problems;
    }

    /** Returns those of a result. */
    public static OpenProblems of(Merged merged) throws IOException {
        var problems = new OpenProblems();
        merged.differences(problems);
        return problems;
    }

    @Override
    public void accept(Difference each) {
        if (each.isOpen() && each.severity() != Severity.INFO) {
            (each.severity() == Severity.ERROR ? errors : warnings).merge(each.unit(), 1, Integer::sum);
        }
    }

    /** Returns the number of all errors. */
    public int errors() {
        return errors.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Returns the number of errors of a unit, by its index. */
    public int errors(int unit) {
        return errors.getOrDefault(unit, 0);
    }

    /** Returns the number of warnings of a unit, by its index. */
    public int warnings(int unit) {
        return warnings.getOrDefault(unit, 0);
    }
}
