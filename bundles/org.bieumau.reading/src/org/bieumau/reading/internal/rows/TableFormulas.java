/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.model.ColumnType;
import org.bieumau.reading.internal.formula.ColumnFormula;
import org.bieumau.reading.internal.formula.FormulaRows;
import org.bieumau.reading.internal.formula.FormulaStyles;
import org.bieumau.reading.internal.formula.FormulaStyles.Formula;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.values.StyleEvidence;

/** The formulas in the row of column numbers and of the computed columns, as evidence for the styles of numbers. */
final class TableFormulas implements StyleEvidence {

    private final Map<Leaf, ShapeColumn> columns;
    private final FormulaStyles styles;
    /** Styles of all columns that are known or decided. */
    private final Map<ShapeColumn, NumberStyle> all = new HashMap<>();

    TableFormulas(MappedTable table) {
        columns = table.columns();
        var formulas = printed();
        formulas.addAll(computed());
        styles = new FormulaStyles(table.shape(), formulas);
    }

    private List<Formula> printed() {
        var names = new HashMap<String, String>();
        var byName = new HashMap<String, ShapeColumn>();
        for (var column : columns.values()) {
            var digits = ColumnFormula.of(column.number()).digits();
            if (!digits.isEmpty() && names.putIfAbsent(digits, "c" + digits) == null) {
                byName.put("c" + digits, column);
            }
        }
        var formulas = new ArrayList<Formula>();
        for (var column : columns.values()) {
            ColumnFormula.of(column.number())
                    .expression(names)
                    .map(FormulaRows::parse)
                    .ifPresent(expression -> formulas.add(new Formula(column, expression, byName)));
        }
        return formulas;
    }

    private List<Formula> computed() {
        var byName = new HashMap<String, ShapeColumn>();
        columns.forEach((leaf, column) -> {
            if (leaf.name() != null) {
                byName.putIfAbsent(leaf.name(), column);
            }
        });
        return columns.entrySet().stream()
                .filter(each -> each.getKey().type() == ColumnType.COMPUTED
                        && each.getKey().source().getFormula() != null)
                .map(each -> new Formula(each.getValue(), each.getKey().source().getFormula(), byName))
                .toList();
    }

    @Override
    public Map<Leaf, NumberStyle> decide(Map<Leaf, NumberStyle> known, Set<Leaf> open) {
        var decided = styles.decide(
                known.entrySet().stream()
                        .collect(Collectors.toMap(each -> columns.get(each.getKey()), Map.Entry::getValue)),
                open.stream().map(columns::get).collect(Collectors.toSet()));
        all.putAll(decided);
        known.forEach((leaf, style) -> all.put(columns.get(leaf), style));
        return open.stream()
                .filter(leaf -> decided.containsKey(columns.get(leaf)))
                .collect(Collectors.toMap(Function.identity(), leaf -> decided.get(columns.get(leaf))));
    }

    @Override
    public boolean shows(Leaf leaf, GridCell cell) {
        return styles.hold(columns.get(leaf), cell.row(), all);
    }

    @Override
    public boolean contradicts(Leaf leaf, NumberStyle style) {
        var assumed = new HashMap<ShapeColumn, NumberStyle>();
        columns.values().forEach(column -> assumed.put(column, style));
        assumed.putAll(all);
        return styles.fail(columns.get(leaf), assumed);
    }
}
