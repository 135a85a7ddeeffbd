/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Expression;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;

/** What can be said of a rule from its text: of what it is asked, and what its message names. */
public final class Rules {

    /** The values in a message: <code>{tên}</code>, <code>{cơ quan.viết tắt}</code>. */
    public static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    private Rules() {}

    /** Whether a rule names a column outside of what is computed for each element of a list. */
    public static boolean isForRows(Rule rule, ResolvedTemplate template) {
        return names(
                rule.getCondition(),
                name -> template.columns().stream().anyMatch(column -> name.equals(column.name())));
    }

    /** What a rule sees: what is around the element that it is asked of, then what its own file has. */
    public static Evaluator.Scope names(Rule rule, Evaluator.Scope around) {
        return around.or(Names.of(rule.eContainer() instanceof FormTemplate template ? template : rule));
    }

    /** What stands between braces in the message of a rule, and is no name. */
    public static List<String> unknownValues(Rule rule, Evaluator.Scope names) {
        return rule.getMessage() == null
                ? List.of()
                : VALUE.matcher(rule.getMessage())
                        .results()
                        .map((MatchResult found) -> found.group(1))
                        .filter(path -> value(path, names).isEmpty())
                        .toList();
    }

    /** What a path stands for: a name, and parts behind points. */
    public static Optional<Object> value(String path, Evaluator.Scope names) {
        var parts = path.strip().split("\\s*\\.\\s*");
        var value = names.apply(parts[0]);
        for (int i = 1; i < parts.length && value.isPresent(); i++) {
            value = names.member(value.get(), parts[i]);
        }
        return value;
    }

    public static boolean isForEach(FunctionCall call) {
        return call.getCallee() instanceof NameReference callee
                && !call.getArguments().isEmpty()
                && BuiltIn.of(callee.getName()).filter(BuiltIn::isForEach).isPresent();
    }

    /** Whether an expression has one of some names outside of what is computed for each element of a list. */
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
