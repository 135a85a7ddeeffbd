/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.core.expression.Function;
import org.bieumau.core.internal.text.PlainProse;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.model.Agency;
import org.bieumau.model.BinaryExpression;
import org.bieumau.model.BooleanLiteral;
import org.bieumau.model.DateLiteral;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.MarkLiteral;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.NumberLiteral;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.Term;
import org.bieumau.model.TextLiteral;
import org.bieumau.model.UnaryExpression;
import org.bieumau.model.UnaryOperator;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;

/**
 * Computes expressions over the names of a scope. Values are {@link BigDecimal}, {@link String}, {@link Boolean},
 * {@link PartialDate}, {@link Year}, elements of the model and lists of these. Expressions are trees without loops, so
 * each ends; they see the scope and nothing else.
 */
public final class Evaluator {

    /** What names stand for; innermost first. */
    @FunctionalInterface
    public interface Scope {

        /** What a name stands for, or empty where it stands for nothing. */
        Optional<Object> apply(String name);

        /** What a part of an element is called by, such as <code>tên</code> of a term. */
        default Optional<Object> member(Object owner, String name) {
            return Optional.empty();
        }

        /** A function that a plug-in brings. */
        default Optional<Function> function(String name) {
            return Optional.empty();
        }

        /**
         * Whether values only stand for others of their type, as while a rule is written: then all of an expression is
         * computed, though the values may not lead there.
         */
        default boolean isSample() {
            return false;
        }

        /** Returns a scope that has one more name, which hides one of the same name. */
        default Scope with(String name, Object value) {
            return shadowedBy(asked -> asked.equals(name) ? Optional.of(value) : Optional.empty());
        }

        /**
         * Returns a scope that resolves names in another scope first, then in this one; members are those of this one.
         */
        default Scope shadowedBy(Scope names) {
            return named(name -> names.apply(name).or(() -> apply(name)));
        }

        /**
         * Returns a scope that resolves names in this scope first, then in another one; members are those of this one.
         */
        default Scope or(Scope other) {
            return named(name -> apply(name).or(() -> other.apply(name)));
        }

        private Scope named(Scope names) {
            var own = this;
            return new Scope() {
                @Override
                public Optional<Object> apply(String name) {
                    return names.apply(name);
                }

                @Override
                public Optional<Object> member(Object owner, String name) {
                    return own.member(owner, name);
                }

                @Override
                public Optional<Function> function(String name) {
                    return own.function(name);
                }

                @Override
                public boolean isSample() {
                    return own.isSample();
                }
            };
        }

        static Scope of(Map<String, Object> values) {
            return name -> Optional.ofNullable(values.get(name));
        }
    }

    /**
     * The value of a name that has none yet, as the parameters of a template; what is computed from it is not known
     * either.
     */
    public static final Object UNKNOWN = new Object();

    /** The code of an expression that needs a value not known yet. */
    public static final String UNKNOWN_VALUE = "EXPRESSION-UNKNOWN";

    /**
     * How many steps expressions may take together: each ends, but a list within a list within a list of thousands of
     * rows would end when nobody waits any more.
     */
    public static final class Steps {

        private static final long MOST = 20_000_000;

        private long taken;

        private boolean areLeft() {
            return ++taken <= MOST;
        }
    }

    private final Scope scope;
    private final Map<Expression, Object> known;
    private final Steps steps;

    public Evaluator(Scope scope) {
        this(scope, Map.of(), new Steps());
    }

    /**
     * @param known the values of expressions that are computed already, such as a sum that is the same for each row
     * @param steps counts on
     */
    public Evaluator(Scope scope, Map<Expression, Object> known, Steps steps) {
        this.scope = scope;
        this.known = known;
        this.steps = steps;
    }

    /**
     * @throws EvaluationException if a name or function is unknown, a value has the wrong type, or it takes too many
     *     steps
     */
    public Object evaluate(Expression expression) {
        if (!steps.areLeft()) {
            throw new EvaluationException(expression, "EXPRESSION-LONG");
        }
        return switch (expression) {
            case NumberLiteral number -> number.getValue();
            case TextLiteral text -> text.getValue();
            case DateLiteral date -> date.getValue();
            case BooleanLiteral literal -> literal.isValue();
            case MarkLiteral mark -> Boolean.TRUE;
            case NameReference name ->
                known(
                        name,
                        scope.apply(name.getName())
                                .orElseThrow(() -> new EvaluationException(name, "EXPRESSION-NAME", name.getName())));
            case MemberAccess access -> member(access);
            case UnaryExpression unary ->
                unary.getOperator() == UnaryOperator.NOT
                        ? !truth(unary.getOperand())
                        : number(unary.getOperand()).negate();
            case BinaryExpression binary -> binary(binary);
            case FunctionCall call -> call(call);
            case null, default -> throw new EvaluationException(expression, "EXPRESSION-INCOMPLETE");
        };
    }

    private static Object known(NameReference name, Object value) {
        if (value == UNKNOWN) {
            throw new EvaluationException(name, UNKNOWN_VALUE, name.getName());
        }
        return value;
    }

    /** @throws EvaluationException as {@link #evaluate}, and if the value is neither true nor false */
    public boolean truth(Expression expression) {
        if (evaluate(expression) instanceof Boolean truth) {
            return truth;
        }
        throw new EvaluationException(expression, "EXPRESSION-TYPE", "đúng/sai");
    }

    private BigDecimal number(Expression expression) {
        if (numeric(evaluate(expression)) instanceof BigDecimal number) {
            return number;
        }
        throw new EvaluationException(expression, "EXPRESSION-TYPE", "số");
    }

    /** A year counts as a number; it only prints without the points between thousands. */
    private static Object numeric(Object value) {
        return value instanceof Year year ? BigDecimal.valueOf(year.getValue()) : value;
    }

    /** The elements of a list, or of a vocabulary. */
    public List<?> list(Expression expression) {
        return switch (evaluate(expression)) {
            case Vocabulary vocabulary -> vocabulary.getTerms();
            case Collection<?> list -> List.copyOf(list);
            default -> throw new EvaluationException(expression, "EXPRESSION-TYPE", "danh sách");
        };
    }

    private Object binary(BinaryExpression binary) {
        return switch (binary.getOperator()) {
            case AND ->
                isSample()
                        ? truth(binary.getLeft()) & truth(binary.getRight())
                        : truth(binary.getLeft()) && truth(binary.getRight());
            case OR ->
                isSample()
                        ? truth(binary.getLeft()) | truth(binary.getRight())
                        : truth(binary.getLeft()) || truth(binary.getRight());
            case EQUAL -> same(evaluate(binary.getLeft()), evaluate(binary.getRight()));
            case NOT_EQUAL -> !same(evaluate(binary.getLeft()), evaluate(binary.getRight()));
            case IN -> list(binary.getRight()).stream().anyMatch(element -> same(element, evaluate(binary.getLeft())));
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(binary);
            case ADD -> {
                var left = numeric(evaluate(binary.getLeft()));
                var right = numeric(evaluate(binary.getRight()));
                if (left instanceof PartialDate date && right instanceof BigDecimal days) {
                    yield later(date, days, binary);
                }
                yield left instanceof BigDecimal a && right instanceof BigDecimal b
                        ? (Object) a.add(b)
                        : print(left) + print(right);
            }
            case SUBTRACT ->
                evaluate(binary.getLeft()) instanceof PartialDate date
                        ? later(date, number(binary.getRight()).negate(), binary)
                        : number(binary.getLeft()).subtract(number(binary.getRight()));
            case MULTIPLY -> number(binary.getLeft()).multiply(number(binary.getRight()));
            case DIVIDE -> {
                var divisor = number(binary.getRight());
                if (divisor.signum() == 0) {
                    throw new EvaluationException(binary, "EXPRESSION-DIVISION");
                }
                yield number(binary.getLeft()).divide(divisor, MathContext.DECIMAL64);
            }
        };
    }

    /** A date and some days; a date whose day is blank has none to count from. */
    private static PartialDate later(PartialDate date, BigDecimal days, BinaryExpression binary) {
        if (!date.isComplete()) {
            throw new EvaluationException(binary, "EXPRESSION-TYPE", "ngày");
        }
        return PartialDate.of(date.earliest().plusDays(days.longValue()));
    }

    private boolean compare(BinaryExpression binary) {
        var left = numeric(evaluate(binary.getLeft()));
        var right = numeric(evaluate(binary.getRight()));
        int order;
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            order = a.compareTo(b);
        } else if (left instanceof PartialDate a && right instanceof PartialDate b) {
            order = a.earliest().compareTo(b.earliest());
        } else {
            throw new EvaluationException(binary, "EXPRESSION-COMPARE");
        }
        return switch (binary.getOperator()) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** A term is also the same as the text of its name. */
    private static boolean same(Object left, Object right) {
        if (numeric(left) instanceof BigDecimal a && numeric(right) instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return left.equals(right)
                || left instanceof Term a && right instanceof String && right.equals(a.getTitle())
                || left instanceof String && right instanceof Term b && left.equals(b.getTitle());
    }

    private Object call(FunctionCall call) {
        if (known.containsKey(call)) {
            return known.get(call);
        }
        var name = call.getCallee() instanceof NameReference callee ? callee.getName() : "";
        var own = BuiltIn.of(name);
        if (own.isPresent()) {
            return own.get().call(call, this);
        }
        return apply(
                scope.function(name)
                        .orElseThrow(() -> new EvaluationException(
                                call,
                                "EXPRESSION-FUNCTION",
                                name,
                                String.join(
                                        ", ",
                                        Stream.of(BuiltIn.values())
                                                .map(BuiltIn::functionName)
                                                .toList()))),
                call);
    }

    boolean isSample() {
        return scope.isSample();
    }

    /**
     * This evaluator for an element: <code>giá trị</code> is the element itself, other names are first those of its
     * parts.
     */
    Evaluator within(Object element) {
        return new Evaluator(
                scope.shadowedBy(name -> name.equals("giá trị") ? Optional.of(element) : scope.member(element, name)),
                known,
                steps);
    }

    private Object apply(Function function, FunctionCall call) {
        if (call.getArguments().size() != function.parameters()) {
            throw new EvaluationException(call, "EXPRESSION-ARGUMENTS", function.name(), function.parameters());
        }
        try {
            return function.body()
                    .apply(call.getArguments().stream().map(this::evaluate).toList());
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(call, "EXPRESSION-REFUSED", function.name(), String.valueOf(e.getMessage()));
        }
    }

    private Object member(MemberAccess access) {
        var owner = evaluate(access.getOwner());
        var value = scope.member(owner, access.getName())
                .orElseThrow(() -> new EvaluationException(
                        access,
                        owner instanceof PartialDate date && !date.isComplete() ? UNKNOWN_VALUE : "EXPRESSION-NAME",
                        access.getName()));
        if (value == UNKNOWN) {
            throw new EvaluationException(access, UNKNOWN_VALUE, access.getName());
        }
        return value;
    }

    /** Whether a value can be printed in a text; a form or a row cannot. */
    public static boolean isPrintable(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().allMatch(Evaluator::isPrintable);
            case Term term -> term.getTitle() != null;
            case Agency agency -> true;
            case Prose prose -> true;
            case EObject element -> false;
            default -> true;
        };
    }

    /** A value as it prints in a text. */
    public static String print(Object value) {
        return switch (value) {
            case BigDecimal number -> VietnameseNumbers.format(number);
            case Boolean truth -> truth ? "X" : "";
            case Term term -> term.getTitle();
            case Agency agency -> agency.getTitle() == null ? "" : agency.getTitle();
            case Prose prose ->
                String.join(" ", prose.getLines().stream().map(PlainProse::text).toList());
            case Collection<?> list ->
                String.join(", ", list.stream().map(Evaluator::print).toList());
            default -> value.toString();
        };
    }
}
