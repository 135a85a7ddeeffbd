/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.formula;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.model.Expression;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;

/**
 * Finds the styles of numbers in which the formulas of a table hold. A sum of numbers with three digits after each
 * point holds in both styles, and decides nothing.
 */
public final class FormulaStyles {

    /**
     * A formula of a table.
     *
     * @param column the column that shows its value
     * @param names the columns by the names in the expression
     */
    public record Formula(ShapeColumn column, Expression expression, Map<String, ShapeColumn> names) {

        private Set<ShapeColumn> columns() {
            var columns = new HashSet<>(Set.of(column));
            names.forEach((name, operand) -> {
                if (Rules.names(expression, name::equals)) {
                    columns.add(operand);
                }
            });
            return columns;
        }
    }

    private final TableShape shape;
    private final List<Formula> formulas;

    public FormulaStyles(TableShape shape, List<Formula> formulas) {
        this.shape = shape;
        this.formulas = List.copyOf(formulas);
    }

    /**
     * Returns the styles of columns whose own numbers do not show it.
     *
     * @param known styles of other columns; columns without a style have no numbers
     * @param open columns whose style is unknown
     * @return the open columns for which a formula decides
     */
    public Map<ShapeColumn, NumberStyle> decide(Map<ShapeColumn, NumberStyle> known, Set<ShapeColumn> open) {
        var styles = new HashMap<>(known);
        var rest = new HashSet<>(open);
        while (formulas.stream().anyMatch(formula -> decide(formula, styles, rest))) {
            // A style that one formula shows may help another formula to decide.
        }
        styles.keySet().retainAll(open);
        return styles;
    }

    /** Adds the style of the open columns of a formula if it holds in one style only. */
    private boolean decide(Formula formula, Map<ShapeColumn, NumberStyle> styles, Set<ShapeColumn> open) {
        var columns = formula.columns();
        columns.retainAll(open);
        var holding = columns.isEmpty()
                ? List.<NumberStyle>of()
                : Stream.of(NumberStyle.values())
                        .filter(style -> holds(formula, styles, columns, style))
                        .toList();
        if (holding.size() != 1) {
            return false;
        }
        columns.forEach(column -> styles.put(column, holding.getFirst()));
        open.removeAll(columns);
        return true;
    }

    /** Returns whether a formula holds in all rows. A rounded value is not enough: any number is near to zero. */
    private boolean holds(
            Formula formula, Map<ShapeColumn, NumberStyle> known, Set<ShapeColumn> open, NumberStyle style) {
        var styles = new HashMap<>(known);
        open.forEach(column -> styles.put(column, style));
        var rows = new FormulaRows(shape, formula.names(), styles).compare(formula.column(), formula.expression());
        return rows.equal() > 0 && rows.different() == 0;
    }

    /** Returns whether a formula with a column holds exactly in a row. */
    public boolean hold(ShapeColumn column, int row, Map<ShapeColumn, NumberStyle> known) {
        return formulas.stream()
                .filter(formula -> formula.columns().contains(column))
                .anyMatch(formula -> new FormulaRows(shape, formula.names(), known)
                        .isEqual(row, formula.column(), formula.expression()));
    }

    /** Returns whether a formula with a column does not hold in some row, not even rounded. */
    public boolean fail(ShapeColumn column, Map<ShapeColumn, NumberStyle> known) {
        return formulas.stream()
                .filter(formula -> formula.columns().contains(column))
                .anyMatch(formula -> new FormulaRows(shape, formula.names(), known)
                                .compare(formula.column(), formula.expression())
                                .different()
                        > 0);
    }
}
