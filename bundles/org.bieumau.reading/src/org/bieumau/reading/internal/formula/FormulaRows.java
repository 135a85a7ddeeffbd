/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.BinaryOperator;
import org.bieumau.model.Expression;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/** Compares formulas of columns with the numbers in the rows of a table. */
public final class FormulaRows {

    /**
     * The rows in which all numbers of a formula are present.
     *
     * @param equal number of rows that show exactly the value of the formula
     * @param different number of rows that show another value, even if the value of the formula is rounded
     */
    public record Comparison(long equal, long different) {}

    private enum Result {
        EQUAL,
        ROUNDED,
        DIFFERENT
    }

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\d]+|[-+*/()]");

    private final TableShape shape;
    private final Map<String, ShapeColumn> columns;
    private final Map<ShapeColumn, NumberStyle> styles;

    /**
     * @param columns the columns by their names
     * @param styles the style of the numbers in each column; columns without one have no numbers
     */
    public FormulaRows(TableShape shape, Map<String, ShapeColumn> columns, Map<ShapeColumn, NumberStyle> styles) {
        this.shape = shape;
        this.columns = columns;
        this.styles = styles;
    }

    /** Compares the numbers of a column with the values of its formula. */
    public Comparison compare(ShapeColumn column, Expression formula) {
        var results = shape.rows(RowKind.BODY).stream()
                .flatMap(row -> result(row, column, formula).stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return new Comparison(results.getOrDefault(Result.EQUAL, 0L), results.getOrDefault(Result.DIFFERENT, 0L));
    }

    /** Returns whether all numbers of a formula are present in a row, and the row shows exactly its value. */
    public boolean isEqual(int row, ShapeColumn column, Expression formula) {
        return result(row, column, formula).filter(Result.EQUAL::equals).isPresent();
    }

    private Optional<Result> result(int row, ShapeColumn column, Expression formula) {
        return number(row, column)
                .flatMap(written -> value(row, formula)
                        .map(expected -> expected.compareTo(written) == 0
                                ? Result.EQUAL
                                : isRounded(expected, written) ? Result.ROUNDED : Result.DIFFERENT));
    }

    /** Returns whether a number is written with fewer decimals than it has. */
    private static boolean isRounded(BigDecimal number, BigDecimal written) {
        var scale = Math.max(0, written.stripTrailingZeros().scale());
        return number.setScale(scale, RoundingMode.HALF_UP).compareTo(written) == 0;
    }

    private Optional<BigDecimal> number(int row, ShapeColumn column) {
        var cells = shape.cells(row, column);
        var style = styles.get(column);
        return cells.size() == 1 && style != null ? cells.getFirst().number(style) : Optional.empty();
    }

    /** Returns the value of a formula; empty if a number is missing or the value is not defined. */
    private Optional<BigDecimal> value(int row, Expression formula) {
        Evaluator.Scope numbers = name -> Optional.ofNullable(columns.get(name))
                .flatMap(column -> number(row, column))
                .map(Object.class::cast);
        try {
            return new Evaluator(numbers).evaluate(formula) instanceof BigDecimal value
                    ? Optional.of(value)
                    : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.empty();
        }
    }

    // The parser of expressions is in org.bieumau.dsl, which this bundle cannot use.

    /** Returns a formula over the names of columns, as {@link ColumnFormula#expression} writes it. */
    public static Expression parse(String formula) {
        return sum(TOKEN.matcher(formula)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    private static Expression sum(Deque<String> tokens) {
        var sum = product(tokens);
        while (isNext(tokens, "+", "-")) {
            sum = binary(
                    sum, tokens.poll().equals("+") ? BinaryOperator.ADD : BinaryOperator.SUBTRACT, product(tokens));
        }
        return sum;
    }

    private static Expression product(Deque<String> tokens) {
        var product = operand(tokens);
        while (isNext(tokens, "*", "/")) {
            product = binary(
                    product,
                    tokens.poll().equals("*") ? BinaryOperator.MULTIPLY : BinaryOperator.DIVIDE,
                    operand(tokens));
        }
        return product;
    }

    private static Expression operand(Deque<String> tokens) {
        var token = tokens.isEmpty() ? "" : tokens.poll();
        if (token.equals("(")) {
            var sum = sum(tokens);
            tokens.poll();
            return sum;
        }
        if (token.matches("\\d+")) {
            var number = MODEL.createNumberLiteral();
            number.setValue(new BigDecimal(token));
            return number;
        }
        var name = MODEL.createNameReference();
        name.setName(token);
        return name;
    }

    private static Expression binary(Expression left, BinaryOperator operator, Expression right) {
        var binary = MODEL.createBinaryExpression();
        binary.setLeft(left);
        binary.setOperator(operator);
        binary.setRight(right);
        return binary;
    }

    private static boolean isNext(Deque<String> tokens, String... operators) {
        return !tokens.isEmpty() && List.of(operators).contains(tokens.peek());
    }
}
