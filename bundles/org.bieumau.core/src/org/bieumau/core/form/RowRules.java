/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.core.expression.BuiltIn;
import org.bieumau.core.expression.EvaluationException;
import org.bieumau.core.expression.Evaluator;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;

/** Rules that name columns: they are asked of each row. The others are asked of the form. */
final class RowRules {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    private RowRules() {
    }

    /** Whether a rule names a column outside of what is computed for each element of a list. */
    static boolean isForRows(Rule rule, ResolvedTemplate template) {
        return names(rule.getCondition(), name -> template.columns().stream().anyMatch(column -> name.equals(column.name())));
    }

    /**
     * What is the same for all rows in the condition of a rule, computed once: the calls that name nothing of a row's own.
     *
     * @param ofRow whether a row itself knows a name
     */
    static Map<Expression, Object> same(Rule rule, Predicate<String> ofRow, Evaluator.Scope names) {
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

    /** The message, with the values of the names in braces: <code>{tên}</code>, <code>{cơ quan.viết tắt}</code>. */
    static String message(Rule rule, Evaluator.Scope names) {
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
