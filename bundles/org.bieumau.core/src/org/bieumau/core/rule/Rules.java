/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.rule;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.core.expression.BuiltIn;
import org.bieumau.core.expression.EvaluationException;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.core.form.Names;
import org.bieumau.core.form.ResolvedTemplate;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Expression;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/** How rules are asked: those that name columns of each row, the others of the form or document. */
public final class Rules {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    private Rules() {
    }

    /** Whether a rule names a column outside of what is computed for each element of a list. */
    public static boolean isForRows(Rule rule, ResolvedTemplate template) {
        return names(rule.getCondition(), name -> template.columns().stream().anyMatch(column -> name.equals(column.name())));
    }

    /**
     * What is the same for all rows in the condition of a rule, computed once: the calls that name nothing of a row's own.
     *
     * @param ofRow whether a row itself knows a name
     */
    public static Map<Expression, Object> same(Rule rule, Predicate<String> ofRow, Evaluator.Scope names) {
        var values = new HashMap<Expression, Object>();
        var waiting = new ArrayDeque<EObject>();
        waiting.add(rule.getCondition());
        while (!waiting.isEmpty()) {
            var element = waiting.poll();
            if (element instanceof FunctionCall call && !names(call, ofRow)) {
                try {
                    values.put(call, new Evaluator(names).evaluate(call));
                } catch (EvaluationException e) {
                    // A condition may have no need of it; the row that has reports it.
                }
            } else if (!(element instanceof FunctionCall call && isForEach(call))) {
                waiting.addAll(element.eContents());
            }
        }
        return values;
    }

    private static boolean isForEach(FunctionCall call) {
        return call.getCallee() instanceof NameReference callee && !call.getArguments().isEmpty()
                && BuiltIn.of(callee.getName()).filter(BuiltIn::isForEach).isPresent();
    }

    /** Whether an expression has one of some names outside of what is computed for each element of a list. */
    private static boolean names(Expression expression, Predicate<String> some) {
        var waiting = new ArrayDeque<EObject>();
        waiting.add(expression);
        while (!waiting.isEmpty()) {
            switch (waiting.poll()) {
                case NameReference reference -> {
                    if (some.test(reference.getName())) {
                        return true;
                    }
                }
                case FunctionCall call when isForEach(call) -> waiting.add(call.getArguments().get(0));
                case FunctionCall call -> waiting.addAll(call.getArguments());
                case EObject other -> waiting.addAll(other.eContents());
            }
        }
        return false;
    }

    /** What a rule sees: what is around the element that it is asked of, then what its own file has. */
    public static Evaluator.Scope names(Rule rule, Evaluator.Scope around) {
        return around.or(Names.of(rule.eContainer() instanceof FormTemplate template ? template : rule));
    }

    /**
     * Asks a rule, and reports what it finds. A rule that needs a value which is not known yet, such as the date of a letter
     * that has none, is not asked.
     *
     * @param code  the code of the finding
     * @param known what is computed already
     * @throws EvaluationException if the condition cannot be computed
     */
    public static void ask(Rule rule, String code, Evaluator.Scope names, Map<Expression, Object> known, EObject element,
            EStructuralFeature feature, Consumer<Finding> report) {
        try {
            if (!new Evaluator(names, known).truth(rule.getCondition())) {
                return;
            }
        } catch (EvaluationException e) {
            if (e.code().equals(Evaluator.UNKNOWN_VALUE)) {
                return;
            }
            throw e;
        }
        var source = rule.getSource() == null ? "" : "; " + rule.getSource();
        report.accept(new Finding(code, rule.getSeverity(), message(rule, names) + " [" + rule.getName() + source + "]", element, feature,
                List.of(String.valueOf(rule.getName()))));
    }

    /** The message, with the values of the names in braces: <code>{tên}</code>, <code>{cơ quan.viết tắt}</code>. */
    private static String message(Rule rule, Evaluator.Scope names) {
        return rule.getMessage() == null ? "" : VALUE.matcher(rule.getMessage())
                .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1), names).map(Evaluator::print).orElse(found.group())));
    }

    private static Optional<Object> value(String path, Evaluator.Scope names) {
        var parts = path.strip().split("\\s*\\.\\s*");
        var value = names.apply(parts[0]);
        for (int i = 1; i < parts.length && value.isPresent(); i++) {
            value = names.member(value.get(), parts[i]);
        }
        return value.filter(Evaluator::isPrintable);
    }
}
