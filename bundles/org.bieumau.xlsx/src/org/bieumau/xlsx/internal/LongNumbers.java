/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Amount;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Layout;
import org.bieumau.model.BinaryExpression;
import org.bieumau.model.BinaryOperator;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Expression;
import org.bieumau.model.NameReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Finds numbers with more digits than Excel keeps. They are written as texts, because Excel would round them. */
final class LongNumbers {

    /** Number of significant digits that Excel keeps. */
    private static final int DIGITS = 15;

    private final ResolvedTemplate template;
    private final List<String> found = new ArrayList<>();

    LongNumbers(Layout layout) {
        this.template = SheetPart.template(layout);
    }

    /** Returns whether a number of a column has too many digits. A quotient is rounded anyway. */
    static boolean isTooLong(BigDecimal number, Leaf column) {
        return number.precision() > DIGITS
                && number.stripTrailingZeros().precision() > DIGITS
                && !(column.type() == ColumnType.COMPUTED
                        && divides(column.source().getFormula()));
    }

    private static boolean divides(Expression formula) {
        for (var parts = EcoreUtil.getAllContents(List.of(formula)); parts.hasNext(); ) {
            var divides = switch (parts.next()) {
                case BinaryExpression binary -> binary.getOperator() == BinaryOperator.DIVIDE;
                case NameReference name -> name.getName().equals(BuiltIn.AVERAGE.functionName());
                default -> false;
            };
            if (divides) {
                return true;
            }
        }
        return false;
    }

    /** Returns the numbers with too many digits so far, with their columns. */
    List<String> found() {
        return found;
    }

    /** Looks at the next block of the layout. */
    void find(Block block) {
        if (block instanceof Row row) {
            for (var cell : row.cells()) {
                var column = template.columns().get(cell.column());
                if (cell.value() instanceof Amount(var number) && isTooLong(number, column)) {
                    found.add(VietnameseNumbers.format(number) + " («" + column.title() + "»)");
                }
            }
        }
    }
}
