/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;

/**
 * Checks the rows of the data source of a form as those in the model: cells, groups, rules. Rows are read one at a time
 * and not kept; they are read twice if a rule compares each row with all of them. Problems are at the row or cell of
 * the data.
 */
public final class DataChecks {

    /** Number of rows between two questions whether the user has cancelled. */
    private static final int STEP = 500;

    private final Form form;
    private final ResolvedTemplate template;
    private final RowSource source;
    private final FirstProblems problems;
    /** Holds the current row, whose members are those of a row of the form. */
    private final Form holder = BieumauFactory.eINSTANCE.createForm();
    /** The rules with the calls over all rows in them. */
    private final Map<Rule, List<RowFold>> rules = new HashMap<>();

    private RowSource.Rows rows;
    private boolean isTyped;

    private DataChecks(Form form, ResolvedTemplate template, RowSource source, Consumer<Problem> report) {
        this.form = form;
        this.template = template;
        this.source = source;
        problems = new FirstProblems(report);
        holder.setTemplate(form.getTemplate());
        holder.setPeriod(form.getPeriod());
        holder.setAgency(form.getAgency());
    }

    /**
     * Checks the rows of a form; does nothing if they are in the model. Opens the data only with the consent of the
     * user, see {@link org.bieumau.core.environment.DataAccess}.
     *
     * @param report receives the problems, in the order of the rows
     * @throws DataException if the data cannot be read, or the user does not agree
     * @throws CancellationException if the user cancels
     */
    public static void check(Form form, ResolvedTemplate template, Consumer<Problem> report) throws IOException {
        var source = form.isBlank() ? null : FormData.rows(form);
        if (source != null) {
            new DataChecks(form, template, source, report).check();
        }
    }

    /**
     * Returns whether the template of a form or a library has something to say about rows beyond the types of their
     * values, which the data source checks itself when an export reads it.
     */
    public static boolean areNeeded(Form form, ResolvedTemplate template) {
        return template.minimumEntries() > 0
                || !template.givenRows().isEmpty()
                || template.columns().stream().map(Leaf::source).anyMatch(DataChecks::isChecked)
                || template.groups().stream()
                        .map(Group::source)
                        .anyMatch(group -> group.isExactlyOne() || group.getMinimum() != null)
                || !new FormChecks(template, finding -> {}).rules(form).isEmpty();
    }

    private static boolean isChecked(Column column) {
        return column.isRequired()
                || column.isUnique()
                || column.getFormula() != null
                || column.getExpected() != null
                || column.getCondition() != null
                || !column.getParts().isEmpty();
    }

    private void check() throws IOException {
        var checks = new FormChecks(template, this::add);
        var ofRows = new ArrayList<Rule>();
        var ofForm = new ArrayList<Rule>();
        for (var rule : checks.rules(form)) {
            var folds = RowFold.of(rule.getCondition(), form.getName());
            if (folds.isEmpty()) {
                problems.add(
                        "DATA-RULE " + rule.getName(),
                        new Problem(
                                "DATA-RULE",
                                Severity.WARNING,
                                CoreMessages.ALL.text("DATA-RULE", rule.getName()),
                                null));
                continue;
            }
            rules.put(rule, folds.get());
            (Rules.isForRows(rule, template) ? ofRows : ofForm).add(rule);
        }
        var names = Names.ofRule(form);
        var known = fold(ofRows, names);
        var rowChecks = ofRows.stream()
                .map(rule -> new RuleCheck(rule, "FORM-RULE", names, this::add))
                .toList();
        var folds = ofForm.stream().flatMap(rule -> rules.get(rule).stream()).toList();
        var each = checks.ofEachRow(form);
        var count = read(row -> {
            each.accept(row);
            for (int i = 0; i < rowChecks.size(); i++) {
                rowChecks.get(i).askRow(row, known.get(ofRows.get(i)));
            }
            folds.forEach(fold -> fold.add(row, Rules.names(ruleOf(fold), names)));
        });
        if (count < template.minimumEntries()) {
            add(Finding.of("FORM-ENTRIES", Severity.ERROR, form, NAMED__NAME, template.minimumEntries(), count));
        }
        for (var rule : ofForm) {
            new RuleCheck(rule, "FORM-RULE", names, this::add).ask(form, NAMED__NAME, results(rule, names));
        }
        problems.finish();
    }

    private static Rule ruleOf(RowFold fold) {
        var element = fold.call().eContainer();
        while (!(element instanceof Rule)) {
            element = element.eContainer();
        }
        return (Rule) element;
    }

    /** Returns the values of the calls over all rows in rules for each row, which need a reading of their own. */
    private Map<Rule, Map<Expression, Object>> fold(List<Rule> ofRows, Evaluator.Scope names) throws IOException {
        var folds = ofRows.stream().flatMap(rule -> rules.get(rule).stream()).toList();
        if (!folds.isEmpty()) {
            read(row -> folds.forEach(fold -> fold.add(row, Rules.names(ruleOf(fold), names))));
        }
        var known = new HashMap<Rule, Map<Expression, Object>>();
        ofRows.forEach(rule -> known.put(rule, results(rule, names)));
        return known;
    }

    private Map<Expression, Object> results(Rule rule, Evaluator.Scope names) {
        var results = new HashMap<Expression, Object>();
        rules.get(rule).forEach(fold -> results.put(fold.call(), fold.result(Rules.names(rule, names))));
        return results;
    }

    /** Reads all rows; returns their number. */
    private long read(Consumer<Entry> consumer) throws IOException {
        var access = Environment.of(form).dataAccess();
        var count = 0L;
        try (var opened = source.open(template)) {
            rows = opened;
            for (var row = rows.next(); row != null; row = rows.next()) {
                if (++count % STEP == 0 && access.isCancelled()) {
                    throw new CancellationException();
                }
                var entry = row.entry();
                if (entry.eContainer() == null) {
                    holder.getEntries().clear();
                    holder.getEntries().add(entry);
                }
                consumer.accept(entry);
            }
            rows = null;
        }
        return count;
    }

    private void add(Finding finding) {
        if (finding.code().startsWith("FORM-TYPE-") && isTyped()) {
            return;
        }
        var column = finding.element() instanceof Cell cell && cell.getColumn() != null
                ? cell.getColumn().getName()
                : finding.code().equals("FORM-REQUIRED") || finding.code().equals("FORM-RULE")
                        ? finding.arguments().getFirst()
                        : "";
        problems.add(
                finding.code() + ' ' + column,
                new Problem(finding.code(), finding.severity(), message(finding), place(finding)));
    }

    /** Returns whether the source reports values of another type itself, and has done so. */
    private boolean isTyped() {
        isTyped |= rows != null
                && rows.problems().stream().anyMatch(problem -> problem.code().equals("DATA-VALUE"));
        return isTyped;
    }

    private static String message(Finding finding) {
        return finding.code().equals("FORM-REQUIRED")
                ? CoreMessages.ALL.text("data.required", finding.arguments().getFirst())
                : finding.message();
    }

    private Place place(Finding finding) {
        if (rows == null) {
            return FormData.origin(form);
        }
        if (finding.element() instanceof Cell cell) {
            var place = template.column(cell.getColumn()).map(rows::place);
            if (place.isPresent()) {
                return place.get();
            }
        }
        if (finding.code().equals("FORM-REQUIRED")) {
            var title = finding.arguments().getFirst();
            var named = template.columns().stream()
                    .filter(column -> column.title().equals(title))
                    .toList();
            if (named.size() == 1) {
                return rows.place(named.getFirst());
            }
        }
        return rows.place();
    }
}
