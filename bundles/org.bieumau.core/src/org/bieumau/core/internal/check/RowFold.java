/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.model.Entry;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.eclipse.emf.ecore.EObject;

/**
 * A call such as <code>tổng(dòng, kinhPhí)</code> whose value is computed row by row, so that the rows need not be
 * kept. The call is evaluated for each row alone, and the values are combined.
 */
final class RowFold {

    private static final String ROWS = FormName.ENTRIES.word();
    private static final Set<String> OF_ROWS = Set.of(ROWS, FormName.SECTIONS.word());

    private final FunctionCall call;
    private final BuiltIn function;
    private Object value;
    private long count;
    private EvaluationException failure;

    private RowFold(FunctionCall call, BuiltIn function) {
        this.call = call;
        this.function = function;
    }

    /**
     * Returns the calls of an expression that depend on the rows of a form; empty if the expression uses the rows in a
     * way for which all of them must be kept.
     *
     * @param form name of the form, which may refer to its own rows; null if it has none
     */
    static Optional<List<RowFold>> of(Expression expression, String form) {
        var folds = new ArrayList<RowFold>();
        return find(expression, form, folds) ? Optional.of(folds) : Optional.empty();
    }

    private static boolean find(EObject element, String form, List<RowFold> folds) {
        if (element instanceof NameReference name) {
            return !OF_ROWS.contains(name.getName()) && !name.getName().equals(form);
        }
        if (element instanceof FunctionCall call && function(call, form) instanceof BuiltIn function) {
            folds.add(new RowFold(call, function));
            return true;
        }
        return element.eContents().stream().allMatch(part -> find(part, form, folds));
    }

    /** Returns the function of a call over the rows whose value can be combined; null for other calls. */
    private static BuiltIn function(FunctionCall call, String form) {
        if (!(call.getCallee() instanceof NameReference callee)
                || call.getArguments().isEmpty()
                || !isRows(call.getArguments().getFirst(), form)
                || !isWithoutRows(call, form)) {
            return null;
        }
        return BuiltIn.of(callee.getName())
                .filter(function -> switch (function) {
                    case COUNT, SUM, AVERAGE, LARGEST, SMALLEST, ALL, SOME -> true;
                    default -> false;
                })
                .orElse(null);
    }

    /** Returns whether an expression is the list of the rows, some of them, or the values of a column in them. */
    private static boolean isRows(Expression expression, String form) {
        return switch (expression) {
            case NameReference name -> name.getName().equals(ROWS);
            case MemberAccess access -> isRows(access.getOwner(), form);
            case FunctionCall call ->
                call.getCallee() instanceof NameReference callee
                        && callee.getName().equals(BuiltIn.FILTER.functionName())
                        && !call.getArguments().isEmpty()
                        && isRows(call.getArguments().getFirst(), form)
                        && isWithoutRows(call, form);
            case null, default -> false;
        };
    }

    /** Returns whether the arguments after the first one do not use all rows themselves. */
    private static boolean isWithoutRows(FunctionCall call, String form) {
        return call.getArguments().stream().skip(1).allMatch(argument -> {
            var inner = new ArrayList<RowFold>();
            return find(argument, form, inner) && inner.isEmpty();
        });
    }

    FunctionCall call() {
        return call;
    }

    /** Adds a row. */
    void add(Entry row, Evaluator.Scope names) {
        if (failure != null) {
            return;
        }
        try {
            var scope = names.shadowedBy(name -> name.equals(ROWS) ? Optional.of(List.of(row)) : Optional.empty());
            var next = new Evaluator(scope, Map.of(), new Evaluator.Steps()).evaluate(call);
            value = value == null ? next : combined(value, next);
            count++;
        } catch (EvaluationException e) {
            // No number in this row.
            failure = e.code().equals("EXPRESSION-EMPTY") ? null : e;
        }
    }

    @SuppressWarnings("unchecked")
    private Object combined(Object sum, Object next) {
        return switch (function) {
            case COUNT, SUM, AVERAGE -> ((BigDecimal) sum).add((BigDecimal) next);
            case LARGEST -> ((Comparable<Object>) sum).compareTo(next) >= 0 ? sum : next;
            case SMALLEST -> ((Comparable<Object>) sum).compareTo(next) <= 0 ? sum : next;
            case ALL -> (Boolean) sum && (Boolean) next;
            default -> (Boolean) sum || (Boolean) next;
        };
    }

    /** Returns the value for all rows, or the exception that tells why there is none. */
    Object result(Evaluator.Scope names) {
        if (failure != null) {
            return failure;
        }
        if (value == null) {
            return ofNoRows(names);
        }
        return function == BuiltIn.AVERAGE
                ? ((BigDecimal) value).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64)
                : value;
    }

    private Object ofNoRows(Evaluator.Scope names) {
        try {
            var scope = names.shadowedBy(name -> name.equals(ROWS) ? Optional.of(List.of()) : Optional.empty());
            return new Evaluator(scope).evaluate(call);
        } catch (EvaluationException e) {
            return e;
        }
    }
}
