/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/** Compares formulas of columns with the numbers in the rows of a table. */
final class FormulaRows {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\d]+|[-+*/()]");

    private final TableShape shape;
    private final Map<String, ShapeColumn> columns;
    private final NumberStyle style;

    /** @param columns the columns by their names */
    FormulaRows(TableShape shape, Map<String, ShapeColumn> columns) {
        this.shape = shape;
        this.columns = columns;
        style = Evidence.ofNumbers(shape.rows(RowKind.BODY).stream()
                        .flatMap(row -> shape.grid().cells(row).stream())
                        .filter(cell -> cell.kind() != Kind.NUMBER)
                        .map(GridCell::text)
                        .toList())
                .decided()
                .orElse(NumberStyle.VIETNAMESE);
    }

    /** Returns the number of rows whose number in a column is another one than that of the formula. */
    long contradicting(ShapeColumn column, String formula) {
        return shape.rows(RowKind.BODY).stream()
                .filter(row -> number(row, column)
                        .flatMap(written -> value(row, formula).map(expected -> !isRounded(expected, written)))
                        .orElse(false))
                .count();
    }

    /** Returns whether a number is written with fewer decimals than it has. */
    private static boolean isRounded(BigDecimal number, BigDecimal written) {
        var scale = Math.max(0, written.stripTrailingZeros().scale());
        return number.setScale(scale, RoundingMode.HALF_UP).compareTo(written) == 0;
    }

    private Optional<BigDecimal> number(int row, ShapeColumn column) {
        var cells = shape.cells(row, column);
        if (cells.size() != 1) {
            return Optional.empty();
        }
        var cell = cells.getFirst();
        return cell.stored() instanceof BigDecimal stored
                ? Optional.of(cell.text().endsWith("%") ? stored.scaleByPowerOfTen(2) : stored)
                : style.read(cell.text());
    }

    /** Returns the value of a formula; empty if a number is missing or the value is not defined. */
    private Optional<BigDecimal> value(int row, String formula) {
        var tokens = TOKEN.matcher(formula)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(ArrayDeque::new));
        try {
            return Optional.of(sum(row, tokens));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private BigDecimal sum(int row, Deque<String> tokens) {
        var sum = product(row, tokens);
        while (isNext(tokens, "+", "-")) {
            sum = tokens.poll().equals("+") ? sum.add(product(row, tokens)) : sum.subtract(product(row, tokens));
        }
        return sum;
    }

    private BigDecimal product(int row, Deque<String> tokens) {
        var product = operand(row, tokens);
        while (isNext(tokens, "*", "/")) {
            product = tokens.poll().equals("*")
                    ? product.multiply(operand(row, tokens))
                    : product.divide(operand(row, tokens), MathContext.DECIMAL128);
        }
        return product;
    }

    private BigDecimal operand(int row, Deque<String> tokens) {
        var token = tokens.isEmpty() ? "" : tokens.poll();
        if (token.equals("(")) {
            var sum = sum(row, tokens);
            tokens.poll();
            return sum;
        }
        return columns.containsKey(token)
                ? number(row, columns.get(token)).orElseThrow(() -> new ArithmeticException(token))
                : style.read(token).orElseThrow(() -> new ArithmeticException(token));
    }

    private static boolean isNext(Deque<String> tokens, String... operators) {
        return !tokens.isEmpty() && List.of(operators).contains(tokens.peek());
    }
}
