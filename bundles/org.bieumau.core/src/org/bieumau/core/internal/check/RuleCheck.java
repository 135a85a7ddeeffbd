/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Asks a rule of a form or document. A rule that needs a value which is not known yet, such as the date of a letter
 * that has none, is not asked; one that cannot be computed, or takes too many steps, is itself a problem.
 */
public final class RuleCheck {

    private final Rule rule;
    private final String code;
    private final Evaluator.Scope names;
    private final Consumer<Finding> report;
    private final Evaluator.Steps steps = new Evaluator.Steps();

    /**
     * @param code the code of what it finds
     * @param around what names stand for, before those of the rule's own file
     */
    public RuleCheck(Rule rule, String code, Evaluator.Scope around, Consumer<Finding> report) {
        this.rule = rule;
        this.code = code;
        this.names = Rules.names(rule, around);
        this.report = report;
    }

    /** Asks it of a form or document as a whole. */
    public void ask(EObject element, EStructuralFeature feature) {
        try {
            ask(names, Map.of(), element, feature);
        } catch (EvaluationException e) {
            report.accept(Finding.of(e.code(), Severity.ERROR, element, feature, e.arguments()));
        }
    }

    /**
     * Asks it of each row; the first that it cannot be computed for is reported.
     *
     * @param feature the feature of a row that findings are at
     */
    public void askRows(List<? extends EObject> rows, EStructuralFeature feature) {
        if (rows.isEmpty()) {
            return;
        }
        var same = same(name -> names.member(rows.getFirst(), name).isPresent());
        for (var row : rows) {
            try {
                ask(names.shadowedBy(name -> names.member(row, name)), same, row, feature);
            } catch (EvaluationException e) {
                report.accept(Finding.of(e.code(), Severity.ERROR, row, feature, e.arguments()));
                return;
            }
        }
    }

    private void ask(
            Evaluator.Scope scope, Map<Expression, Object> known, EObject element, EStructuralFeature feature) {
        try {
            if (!new Evaluator(scope, known, steps).truth(rule.getCondition())) {
                return;
            }
        } catch (EvaluationException e) {
            if (e.code().equals(Evaluator.UNKNOWN_VALUE)) {
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

    /**
     * What is the same for all rows in the condition, computed once: the calls that name nothing of a row's own.
     *
     * @param ofRow whether a row itself knows a name
     */
    private Map<Expression, Object> same(Predicate<String> ofRow) {
        var values = new HashMap<Expression, Object>();
        var waiting = new ArrayDeque<EObject>();
        waiting.add(rule.getCondition());
        while (!waiting.isEmpty()) {
            var element = waiting.poll();
            if (element instanceof FunctionCall call && !Rules.names(call, ofRow)) {
                try {
                    values.put(call, new Evaluator(names, Map.of(), steps).evaluate(call));
                } catch (EvaluationException e) {
                    // A condition may have no need of it; the row that has reports it.
                }
            } else if (!(element instanceof FunctionCall call && Rules.isForEach(call))) {
                waiting.addAll(element.eContents());
            }
        }
        return values;
    }

    /** The message, with the values of the names in braces. */
    private String message(Evaluator.Scope scope) {
        return rule.getMessage() == null
                ? ""
                : Rules.VALUE
                        .matcher(rule.getMessage())
                        .replaceAll(found -> Matcher.quoteReplacement(Rules.value(found.group(1), scope)
                                .filter(Evaluator::isPrintable)
                                .map(Evaluator::print)
                                .orElse(found.group())));
    }
}
