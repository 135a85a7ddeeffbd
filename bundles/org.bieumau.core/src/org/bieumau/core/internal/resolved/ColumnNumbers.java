/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.BinaryExpression;
import org.bieumau.model.BinaryOperator;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.NumberLiteral;

/**
 * The row of column numbers: the number of each column and, if the template asks for it, its formula over the numbers
 * of other columns, such as <code>7=3-6</code> or <code>(5)=(6)+…+(17)</code>.
 */
public final class ColumnNumbers {

    /** Minimum number of adjacent columns whose sum is abbreviated. */
    private static final int LONG_SUM = 4;

    private final ResolvedTemplate template;
    private final List<String> numbers = new ArrayList<>();

    public ColumnNumbers(ResolvedTemplate template) {
        this.template = template;
        var pattern = template.columnNumberPattern();
        var counted = 0;
        for (var column : template.columns()) {
            var own = column.source().getNumber();
            numbers.add(own != null ? own : pattern.replace("1", Integer.toString(++counted)));
        }
    }

    /** Returns the number of a column as printed, without its formula. */
    public String number(Leaf column) {
        return numbers.get(column.index());
    }

    /** Returns the text of a column in the row of column numbers. */
    public String text(Leaf column) {
        var formula = template.hasColumnFormulas() ? formula(column) : "";
        return formula.isEmpty() ? number(column) : number(column) + "=" + formula;
    }

    /** Returns the formula of a column over column numbers; empty if it has none or uses anything else. */
    public String formula(Leaf column) {
        var formula = formula(column.source());
        return formula == null ? "" : text(formula, 0).orElse("");
    }

    /** Returns the formula that computes or checks the numbers of a column; null if there is none. */
    private static Expression formula(Column column) {
        return column.getType() == ColumnType.COMPUTED ? column.getFormula() : column.getExpected();
    }

    /**
     * Returns a formula over column numbers; empty if it uses anything else.
     *
     * @param precedence the precedence of the operator around it; 0 if there is none
     */
    private Optional<String> text(Expression formula, int precedence) {
        return switch (formula) {
            case NameReference name -> column(name).map(this::number);
            case NumberLiteral literal
            when literal.getValue() != null ->
                Optional.of(literal.getValue().toPlainString().replace('.', ','));
            case FunctionCall call
            when call.getCallee() instanceof NameReference callee
                    && BuiltIn.ROUND.functionName().equals(callee.getName())
                    && !call.getArguments().isEmpty() ->
                text(call.getArguments().getFirst(), precedence);
            case BinaryExpression binary -> binary(binary, precedence);
            case null, default -> Optional.empty();
        };
    }

    private Optional<String> binary(BinaryExpression binary, int precedence) {
        var sum = sum(binary);
        if (sum.isPresent() && precedence <= 1) {
            return sum;
        }
        var operator = switch (binary.getOperator()) {
            case ADD -> "+";
            case SUBTRACT -> "-";
            case MULTIPLY -> "x";
            case DIVIDE -> ":";
            default -> "";
        };
        if (operator.isEmpty()) {
            return Optional.empty();
        }
        var own = operator.equals("+") || operator.equals("-") ? 1 : 2;
        // The right operand of «-» and «:» needs parentheses even around an operator of the same precedence.
        var right = operator.equals("-") || operator.equals(":") ? own + 1 : own;
        return text(binary.getLeft(), own)
                .flatMap(left -> text(binary.getRight(), right)
                        .map(other ->
                                own < precedence ? "(" + left + operator + other + ")" : left + operator + other));
    }

    /** Returns the short form of a sum of many adjacent columns; empty for any other formula. */
    private Optional<String> sum(BinaryExpression binary) {
        var terms = new ArrayList<Leaf>();
        if (!collect(binary, terms) || terms.size() < LONG_SUM) {
            return Optional.empty();
        }
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).index() != terms.get(i - 1).index() + 1) {
                return Optional.empty();
            }
        }
        return Optional.of(number(terms.getFirst()) + "+…+" + number(terms.getLast()));
    }

    private boolean collect(Expression formula, List<Leaf> terms) {
        return switch (formula) {
            case NameReference name -> column(name).map(terms::add).orElse(false);
            case BinaryExpression binary
            when binary.getOperator() == BinaryOperator.ADD ->
                collect(binary.getLeft(), terms) && collect(binary.getRight(), terms);
            case null, default -> false;
        };
    }

    private Optional<Leaf> column(NameReference name) {
        return template.columns().stream()
                .filter(column -> name.getName() != null && name.getName().equals(column.name()))
                .findFirst();
    }
}
