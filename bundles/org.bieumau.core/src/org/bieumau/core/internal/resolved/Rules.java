/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Expression;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;

/** Analyses rules: whether they apply to rows or to the whole form, and which values their messages name. */
public final class Rules {

    /** The placeholders in a message: <code>{tên}</code>, <code>{cơ quan.viết tắt}</code>. */
    public static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    private Rules() {}

    /** Returns whether a rule applies to each row: it names a column outside of an argument evaluated per element. */
    public static boolean isForRows(Rule rule, ResolvedTemplate template) {
        return names(
                rule.getCondition(),
                name -> template.columns().stream().anyMatch(column -> name.equals(column.name())));
    }

    /** Returns the scope of a rule: the scope of the checked element first, then the names of the rule's own file. */
    public static Evaluator.Scope names(Rule rule, Evaluator.Scope around) {
        return around.or(Names.of(rule.eContainer() instanceof FormTemplate template ? template : rule));
    }

    /** Returns the placeholders in the message of a rule that have no value. */
    public static List<String> unknownValues(Rule rule, Evaluator.Scope names) {
        return rule.getMessage() == null
                ? List.of()
                : VALUE.matcher(rule.getMessage())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(path -> value(path, names).isEmpty())
                        .toList();
    }

    /** Returns the value of a path: a name, and members separated by dots. */
    public static Optional<Object> value(String path, Evaluator.Scope names) {
        var parts = path.strip().split("\\s*\\.\\s*");
        var value = names.apply(parts[0]);
        for (int i = 1; i < parts.length && value.isPresent(); i++) {
            value = names.member(value.get(), parts[i]);
        }
        return value;
    }

    /** Returns whether a function is called that evaluates its second argument for each element of a list. */
    public static boolean isForEach(FunctionCall call) {
        return call.getCallee() instanceof NameReference callee
                && !call.getArguments().isEmpty()
                && BuiltIn.of(callee.getName()).filter(BuiltIn::isForEach).isPresent();
    }

    /**
     * Returns the values of the calls in an expression that are the same for all rows, since they use no name of a row.
     * A call without a value has the exception that tells the reason: the expression does not always need the value.
     *
     * @param ofRow whether a name belongs to a row
     * @param names resolves the other names
     */
    public static Map<Expression, Object> constants(
            Expression expression, Predicate<String> ofRow, Evaluator.Scope names, Evaluator.Steps steps) {
        var values = new HashMap<Expression, Object>();
        var waiting = new ArrayDeque<EObject>();
        waiting.add(expression);
        while (!waiting.isEmpty()) {
            var element = waiting.poll();
            if (element instanceof FunctionCall call && !names(call, ofRow)) {
                try {
                    values.put(call, new Evaluator(names, Map.of(), steps).evaluate(call));
                } catch (EvaluationException e) {
                    // An argument that is evaluated for each element may use a name of the row.
                    if (!e.code().equals("EXPRESSION-NAME")) {
                        values.put(call, e);
                    }
                }
            } else if (!(element instanceof FunctionCall call && isForEach(call))) {
                waiting.addAll(element.eContents());
            }
        }
        return values;
    }

    /** Returns whether an expression contains one of some names outside of an argument evaluated per list element. */
    public static boolean names(Expression expression, Predicate<String> some) {
        var waiting = new ArrayDeque<EObject>();
        waiting.add(expression);
        while (!waiting.isEmpty()) {
            switch (waiting.poll()) {
                case NameReference reference -> {
                    if (some.test(reference.getName())) {
                        return true;
                    }
                }
                case FunctionCall call
                when isForEach(call) -> waiting.add(call.getArguments().get(0));
                case FunctionCall call -> waiting.addAll(call.getArguments());
                case EObject other -> waiting.addAll(other.eContents());
            }
        }
        return false;
    }
}
