/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.resolved.SampleNames;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Expression;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Evaluates a rule for a form or document. A rule that needs a value which is not known yet, such as the date of a
 * letter without a date, is skipped. A rule that cannot be evaluated, or takes too many steps, is reported as a
 * problem.
 */
public final class RuleCheck {

    /**
     * Reasons why a rule does not apply: a value that is not known yet, no numbers to compare, or a row that cannot be
     * computed, which is reported itself.
     */
    private static final Set<String> HELD_BACK =
            Set.of(Evaluator.UNKNOWN_VALUE, "EXPRESSION-EMPTY", "EXPRESSION-COMPUTED", "EXPRESSION-CYCLE");

    private final Rule rule;
    private final String code;
    private final Evaluator.Scope names;
    private final Consumer<Finding> report;
    private final Evaluator.Steps steps = new Evaluator.Steps();
    private boolean isStopped;
    private boolean needsData;

    /**
     * @param code code of the problems that the rule reports
     * @param around scope of the form or document, which is searched before the names of the rule's own file
     */
    public RuleCheck(Rule rule, String code, Evaluator.Scope around, Consumer<Finding> report) {
        this.rule = rule;
        this.code = code;
        this.names = Rules.names(rule, around);
        this.report = report;
    }

    /** Evaluates the rule for a form or document as a whole. */
    public void ask(EObject element, EStructuralFeature feature) {
        ask(element, feature, Map.of());
    }

    /**
     * Evaluates the rule for a form or document as a whole.
     *
     * @param known the values of calls that were evaluated before
     */
    void ask(EObject element, EStructuralFeature feature, Map<Expression, Object> known) {
        try {
            ask(names, known, steps, element, feature);
        } catch (EvaluationException e) {
            report(e, element, feature);
        }
    }

    /**
     * Evaluates the rule for each row. Stops at the first row for which it cannot be evaluated, and reports that row.
     *
     * @param feature feature of a row at which problems are reported
     */
    public void askRows(List<? extends EObject> rows, EStructuralFeature feature) {
        if (rows.isEmpty()) {
            return;
        }
        var same = Rules.constants(
                rule.getCondition(), name -> names.member(rows.getFirst(), name).isPresent(), names, steps);
        for (var row : rows) {
            try {
                ask(names.shadowedBy(name -> names.member(row, name)), same, steps, row, feature);
            } catch (EvaluationException e) {
                report(e, row, feature);
                return;
            }
        }
    }

    /**
     * Evaluates the rule for a row that is not kept. After a row for which it cannot be evaluated, which is reported,
     * further rows are skipped.
     *
     * @param known the values of calls that are the same for all rows
     */
    void askRow(EObject row, Map<Expression, Object> known) {
        if (isStopped) {
            return;
        }
        try {
            ask(names.shadowedBy(name -> names.member(row, name)), known, new Evaluator.Steps(), row, null);
        } catch (EvaluationException e) {
            isStopped = true;
            report(e, row, null);
        }
    }

    /** Reports that the rule cannot be evaluated, unless the same file reports this where the rule is written. */
    private void report(EvaluationException e, EObject element, EStructuralFeature feature) {
        if (rule.eResource() == null || rule.eResource() != element.eResource() || !failsWithSamples(e.code())) {
            report.accept(Finding.of(e.code(), Severity.ERROR, element, feature, e.arguments()));
        }
    }

    private boolean failsWithSamples(String expected) {
        var samples = rule.eContainer() instanceof FormTemplate template
                ? SampleNames.ofRule(template)
                : SampleNames.ofRule(rule);
        try {
            new Evaluator(samples).truth(rule.getCondition());
            return false;
        } catch (EvaluationException e) {
            return e.code().equals(expected) && !expected.equals("EXPRESSION-DIVISION");
        }
    }

    private void ask(
            Evaluator.Scope scope,
            Map<Expression, Object> known,
            Evaluator.Steps steps,
            EObject element,
            EStructuralFeature feature) {
        try {
            if (!new Evaluator(scope, known, steps).truth(rule.getCondition())) {
                return;
            }
        } catch (EvaluationException e) {
            if (HELD_BACK.contains(e.code())) {
                reportData(e, element, feature);
                return;
            }
            throw e;
        }
        var source = rule.getSource() == null ? "" : "; " + rule.getSource();
        report.accept(new Finding(
                code,
                rule.getSeverity(),
                message(scope) + " [" + rule.getName() + source + "]",
                element,
                feature,
                List.of(String.valueOf(rule.getName()))));
    }

    /** Reports, once, that a rule needs the rows of another form that are in its data source. */
    private void reportData(EvaluationException e, EObject element, EStructuralFeature feature) {
        if (!needsData
                && e.code().equals(Evaluator.UNKNOWN_VALUE)
                && e.expression() instanceof MemberAccess access
                && FormData.isRows(access.getName())) {
            needsData = true;
            report.accept(new Finding(
                    "DATA-RULE",
                    Severity.WARNING,
                    CoreMessages.ALL.text("data.ruleOfOther", rule.getName()),
                    element,
                    feature,
                    List.of(String.valueOf(rule.getName()))));
        }
    }

    /** Returns the message, with the names in braces replaced by their values. A part of an empty value is dots. */
    private String message(Evaluator.Scope scope) {
        return rule.getMessage() == null
                ? ""
                : Rules.VALUE
                        .matcher(rule.getMessage())
                        .replaceAll(found -> Matcher.quoteReplacement(Rules.value(found.group(1), scope)
                                .filter(Evaluator::isPrintable)
                                .map(Evaluator::print)
                                .orElseGet(() -> isKnown(found.group(1), scope) ? "…" : found.group())));
    }

    /** Returns whether the value of which a path selects a part is known. */
    private static boolean isKnown(String path, Evaluator.Scope scope) {
        return path.contains(".")
                && Rules.value(path.substring(0, path.indexOf('.')), scope).isPresent();
    }
}
