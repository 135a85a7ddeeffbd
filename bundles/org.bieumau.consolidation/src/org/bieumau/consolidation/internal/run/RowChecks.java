/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.core.check.Checks;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.Entry;
import org.bieumau.model.Severity;

/** Checks the rules of the form again after values were decided. */
final class RowChecks {

    private RowChecks() {}

    /** Returns the problems of a return, those of the form's rules for the rows as decided. */
    static List<ReturnProblem> again(ResolvedTemplate template, ReturnContent content, List<ReturnRow> rows) {
        var problems = new ArrayList<ReturnProblem>();
        content.problems().stream()
                .filter(problem -> !problem.code().startsWith("FORM-"))
                .forEach(problems::add);
        var form = BieumauFactory.eINSTANCE.createForm();
        form.setTemplate(template.template());
        form.setName("x");
        var builder = new RowBuilder(template);
        var indexes = new IdentityHashMap<Entry, Integer>();
        for (int i = 0; i < rows.size(); i++) {
            var entry = builder.add(form, rows.get(i).section(), rows.get(i));
            indexes.put(entry, i);
        }
        Checks.check(form, finding -> {
            if (finding.severity() != Severity.INFO) {
                problems.add(record(finding, indexes, template, content, rows));
            }
        });
        return problems;
    }

    private static ReturnProblem record(
            Finding finding,
            IdentityHashMap<Entry, Integer> indexes,
            ResolvedTemplate template,
            ReturnContent content,
            List<ReturnRow> rows) {
        var entry = finding.element();
        while (entry != null && !(entry instanceof Entry)) {
            entry = entry.eContainer();
        }
        var row = entry == null ? -1 : indexes.getOrDefault(entry, -1);
        var column = finding.element() instanceof Cell cell
                ? template.column(cell.getColumn()).map(leaf -> leaf.name()).orElse("")
                : finding.code().equals("FORM-REQUIRED") && finding.arguments().size() > 1
                        ? finding.arguments().get(1)
                        : "";
        var place = row < 0
                ? content.tables().isEmpty()
                        ? Spot.NONE
                        : content.tables().getFirst().place()
                : content.place(rows.get(row), column);
        return new ReturnProblem(finding.code(), finding.severity().getName(), finding.message(), place, row, column);
    }
}
