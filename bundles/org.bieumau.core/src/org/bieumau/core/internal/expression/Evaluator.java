/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
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
import org.jspecify.annotations.Nullable;

/**
 * Evaluates expressions in a scope. Values are {@link BigDecimal}, {@link String}, {@link Boolean},
 * {@link PartialDate}, {@link Year}, elements of the model, and lists of these. Expressions are trees without loops, so
 * evaluation always ends; they have access to the scope and nothing else.
 */
public final class Evaluator {

    /** The value of an empty cell for numbers: 0 in computations, but printed as nothing. */
    public static final BigDecimal EMPTY_NUMBER = new BigDecimal(BigInteger.ZERO);

    /** Resolves the names in an expression. */
    @FunctionalInterface
    public interface Scope {

        /** Returns the value of a name; empty if the name is not defined. */
        Optional<Object> apply(String name);

        /** Returns the value of a member, such as <code>tên</code> of a term; empty if the owner has no such member. */
        default Optional<Object> member(Object owner, String name) {
            return Optional.empty();
        }

        /** Returns the function with a name that a plug-in contributes; empty if there is none. */
        default Optional<Function> function(String name) {
            return Optional.empty();
        }

        /**
         * Returns whether values are only samples of their types, as while a rule is being written. Then every part of
         * an expression is evaluated, including the branches that the values would skip.
         */
        default boolean isSample() {
            return false;
        }

        /**
         * Returns the values of the parts of a column's formula that are the same for each row, such as a sum of all
         * rows, by expression. They are evaluated once.
         *
         * @param ofRow whether a name belongs to the row
         */
        default Map<Expression, Object> constants(Expression formula, Predicate<String> ofRow) {
            return Map.of();
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

                @Override
                public Map<Expression, Object> constants(Expression formula, Predicate<String> ofRow) {
                    return own.constants(formula, ofRow);
                }
            };
        }

        static Scope of(Map<String, Object> values) {
            return name -> Optional.ofNullable(values.get(name));
        }
    }

    /**
     * The value of a defined name whose value is not known yet, such as a parameter of a template. An expression that
     * uses it has no known value either.
     */
    public static final Object UNKNOWN = new Object();

    /** The code of the problem that an expression needs a value that is not known yet. */
    public static final String UNKNOWN_VALUE = "EXPRESSION-UNKNOWN";

    /**
     * A limit on the steps of several expressions together. Every evaluation ends, but three nested lists of thousands
     * of rows would take too long.
     */
    public static final class Steps {

        private static final long LIMIT = 20_000_000;

        private long taken;

        /** Takes a number of steps and returns whether they were left. */
        private boolean take(int number) {
            taken += number;
            return taken <= LIMIT;
        }
    }

    /** Number of digits above which a number is not printed: its factors must be wrong. */
    private static final int MOST_DIGITS = 60;

    private final Scope scope;
    private final Map<Expression, Object> known;
    private final Steps steps;

    public Evaluator(Scope scope) {
        this(scope, Map.of(), new Steps());
    }

    /**
     * @param known the values of expressions that are already evaluated, such as a sum that is the same for each row;
     *     an {@link EvaluationException} in place of a value is thrown
     * @param steps the steps taken so far; the new evaluator adds its own
     */
    public Evaluator(Scope scope, Map<Expression, Object> known, Steps steps) {
        this.scope = scope;
        this.known = known;
        this.steps = steps;
    }

    /**
     * Returns the value of an expression.
     *
     * @throws EvaluationException if the expression is incomplete, a name or function is not defined, a value is not
     *     known yet or has the wrong type, or the evaluation takes too many steps
     */
    public Object evaluate(Expression expression) {
        take(1, expression);
        try {
            return value(expression);
        } catch (ArithmeticException | DateTimeException e) {
            throw new EvaluationException(expression, "EXPRESSION-RANGE");
        }
    }

    private Object value(Expression expression) {
        return switch (expression) {
            case NumberLiteral number -> number.getValue();
            case TextLiteral text -> text.getValue();
            case DateLiteral date -> date.getValue();
            case BooleanLiteral literal -> literal.isValue();
            case MarkLiteral mark -> Boolean.TRUE;
            case NameReference name -> known(name, scope.apply(name.getName()).orElseThrow(() -> undefined(name)));
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

    private void take(int number, Expression expression) {
        if (!steps.take(number)) {
            throw new EvaluationException(expression, "EXPRESSION-LONG");
        }
    }

    private static EvaluationException undefined(NameReference name) {
        return new EvaluationException(name, "EXPRESSION-NAME", name.getName());
    }

    private static Object known(NameReference name, Object value) {
        if (value == UNKNOWN) {
            throw new EvaluationException(name, UNKNOWN_VALUE, name.getName());
        }
        return value;
    }

    /**
     * Returns the value of a condition.
     *
     * @throws EvaluationException as {@link #evaluate}, and if the value is neither true nor false
     */
    public boolean truth(Expression expression) {
        if (evaluate(expression) instanceof Boolean truth) {
            return truth;
        }
        throw new EvaluationException(expression, "EXPRESSION-TYPE", "đúng/sai");
    }

    private BigDecimal number(Expression expression) {
        var value = numeric(evaluate(expression));
        if (value instanceof BigDecimal number) {
            return number;
        }
        throw isMissing(value) ? missing(expression) : new EvaluationException(expression, "EXPRESSION-TYPE", "số");
    }

    /**
     * Returns the value of an expression that is printed.
     *
     * @throws EvaluationException as {@link #evaluate}, and if the value cannot be printed
     */
    public Object printable(Expression expression) {
        var value = evaluate(expression);
        if (!isPrintable(value)) {
            throw new EvaluationException(expression, "EXPRESSION-PRINT");
        }
        return value;
    }

    private static BigDecimal bounded(BigDecimal number, Expression expression) {
        if (number.precision() - number.scale() > MOST_DIGITS || number.scale() > 10 * MOST_DIGITS) {
            throw new EvaluationException(expression, "EXPRESSION-RANGE");
        }
        return number;
    }

    /**
     * Returns whether a value is a text in place of a date or number. The types of an expression are checked with
     * samples, so such a text is that of an empty cell, or was made from one.
     */
    boolean isMissing(Object value) {
        return value instanceof String && !isSample();
    }

    /** Returns the exception for an expression whose value is missing. */
    public static EvaluationException missing(Expression expression) {
        return new EvaluationException(
                expression, UNKNOWN_VALUE, expression instanceof NameReference name ? name.getName() : "…");
    }

    /** Converts a year to a number; a year differs from a number only in being printed without thousands separators. */
    private static Object numeric(Object value) {
        return value instanceof Year year ? BigDecimal.valueOf(year.getValue()) : value;
    }

    /**
     * Returns the elements of a list, or the terms of a vocabulary.
     *
     * @throws EvaluationException as {@link #evaluate}, and if the value is neither a list nor a vocabulary
     */
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
            case EQUAL -> equal(binary);
            case NOT_EQUAL -> !equal(binary);
            case IN -> {
                var list = list(binary.getRight());
                yield list.stream()
                        .anyMatch(element -> same(
                                element,
                                isUndefined(binary.getLeft())
                                        ? term((NameReference) binary.getLeft(), element)
                                        : evaluate(binary.getLeft())));
            }
            case LESS, LESS_EQUAL, GREATER, GREATER_EQUAL -> compare(binary);
            case ADD -> {
                var left = numeric(evaluate(binary.getLeft()));
                var right = numeric(evaluate(binary.getRight()));
                if (left instanceof PartialDate date && right instanceof BigDecimal days) {
                    yield later(date, days, binary);
                }
                yield left instanceof BigDecimal a && right instanceof BigDecimal b
                        ? (Object) bounded(a.add(b), binary)
                        : print(left) + print(right);
            }
            case SUBTRACT ->
                evaluate(binary.getLeft()) instanceof PartialDate date
                        ? later(date, number(binary.getRight()).negate(), binary)
                        : bounded(number(binary.getLeft()).subtract(number(binary.getRight())), binary);
            case MULTIPLY -> bounded(number(binary.getLeft()).multiply(number(binary.getRight())), binary);
            case DIVIDE -> {
                var divisor = number(binary.getRight());
                if (divisor.signum() == 0) {
                    throw new EvaluationException(binary, "EXPRESSION-DIVISION");
                }
                yield number(binary.getLeft()).divide(divisor, MathContext.DECIMAL64);
            }
        };
    }

    /** Returns whether two operands are equal. One of them may name a term of the vocabulary of the other one. */
    private boolean equal(BinaryExpression binary) {
        var left = binary.getLeft();
        var right = binary.getRight();
        if (isUndefined(left) && !isUndefined(right)) {
            var value = evaluate(right);
            return same(term((NameReference) left, value), value);
        }
        var value = evaluate(left);
        return same(value, isUndefined(right) ? term((NameReference) right, value) : evaluate(right));
    }

    private boolean isUndefined(Expression expression) {
        return expression instanceof NameReference name
                && scope.apply(name.getName()).isEmpty();
    }

    /**
     * Resolves a name that is compared with a term, such as <code>mức = Cao</code>, to a term of the same vocabulary.
     * If it is compared with an empty cell, the vocabulary is unknown; the name itself is returned, which equals no
     * value.
     */
    private Object term(NameReference name, Object beside) {
        if ("".equals(beside) && !isSample() || beside instanceof Term term && term.eContainer() == null) {
            return name;
        }
        return beside instanceof Term term && term.eContainer() instanceof Vocabulary vocabulary
                ? vocabulary.getTerms().stream()
                        .filter(each -> name.getName().equals(each.getName()))
                        .findFirst()
                        .orElseThrow(() -> undefined(name))
                : evaluate(name);
    }

    /** Returns the date a number of days later. An incomplete date has no day to count from. */
    private static PartialDate later(PartialDate date, BigDecimal days, BinaryExpression binary) {
        if (!date.isComplete()) {
            throw new EvaluationException(binary, "EXPRESSION-TYPE", "ngày");
        }
        try {
            return PartialDate.of(date.earliest().plusDays(days.longValueExact()));
        } catch (ArithmeticException | DateTimeException e) {
            throw days.stripTrailingZeros().scale() > 0
                    ? new EvaluationException(binary.getRight(), "EXPRESSION-TYPE", "số nguyên")
                    : new EvaluationException(binary, "EXPRESSION-RANGE");
        }
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
            throw isMissing(left)
                    ? missing(binary.getLeft())
                    : isMissing(right)
                            ? missing(binary.getRight())
                            : new EvaluationException(binary, "EXPRESSION-COMPARE");
        }
        return switch (binary.getOperator()) {
            case LESS -> order < 0;
            case LESS_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            default -> order >= 0;
        };
    }

    /** Returns whether two values are equal. A term equals the text of its title, too. */
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
            return switch (known.get(call)) {
                case EvaluationException failure -> throw failure;
                case Object value -> value;
            };
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
     * Returns an evaluator for an element of a list: <code>giá trị</code> is the element itself, and other names refer
     * to its members first.
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
            var value = function.body()
                    .apply(call.getArguments().stream().map(this::evaluate).toList());
            if (!isValue(value)) {
                throw new EvaluationException(call, "EXPRESSION-RESULT", function.name(), String.valueOf(value));
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new EvaluationException(call, "EXPRESSION-REFUSED", function.name(), String.valueOf(e.getMessage()));
        }
    }

    /** Returns whether expressions can go on with what a function of a plug-in returned. */
    private static boolean isValue(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Collection<?> list -> list.stream().allMatch(Evaluator::isValue);
            default ->
                value instanceof BigDecimal
                        || value instanceof String
                        || value instanceof Boolean
                        || value instanceof PartialDate
                        || value instanceof Year
                        || value instanceof EObject
                        || value == UNKNOWN;
        };
    }

    /**
     * Returns whether a value is not filled in, so that its parts are not known yet. The samples of a text tell nothing
     * about its parts: no text has any.
     */
    private boolean isOpen(Object value) {
        return value instanceof PartialDate date && !date.isComplete() || value.equals("") && !scope.isSample();
    }

    private Object member(MemberAccess access) {
        var owner = evaluate(access.getOwner());
        var value = scope.member(owner, access.getName())
                .orElseThrow(() -> new EvaluationException(
                        access, isOpen(owner) ? UNKNOWN_VALUE : "EXPRESSION-NAME", access.getName()));
        if (value == UNKNOWN) {
            throw new EvaluationException(access, UNKNOWN_VALUE, access.getName());
        }
        if (value instanceof Collection<?> list) {
            take(list.size(), access);
        }
        return value;
    }

    /** Returns whether a value can be printed in a text; a form or a row cannot. */
    public static boolean isPrintable(Object value) {
        return switch (value) {
            case Collection<?> list -> list.stream().allMatch(Evaluator::isPrintable);
            case Term term -> term.getTitle() != null;
            case Agency agency -> true;
            case Prose prose -> true;
            case EObject element -> false;
            case Unprintable other -> false;
            default -> true;
        };
    }

    /** Returns the text of a value as printed in a document. */
    public static String print(Object value) {
        return switch (value) {
            case BigDecimal number when number == EMPTY_NUMBER -> "";
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
