/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.editor.internal.grid.Grid.Selected;

/**
 * What spreadsheets show about the selected cells.
 *
 * @param filled number of cells that are not empty
 * @param numbers number of cells with numbers
 * @param sum the sum of the numbers
 */
record SelectionSummary(int filled, int numbers, BigDecimal sum) {

    /** Returns the summary of several cells; empty if a single cell is selected, or only empty ones. */
    static Optional<SelectionSummary> of(GridData data, Selected selected) {
        var filled = 0;
        var numbers = 0;
        var sum = BigDecimal.ZERO;
        for (int row = selected.firstRow(); row <= selected.lastRow(); row++) {
            if (!data.row(row).id().isEntry()) {
                continue;
            }
            for (int column = selected.firstColumn(); column <= selected.lastColumn(); column++) {
                var text = data.row(row).cells().get(column).shown();
                var number = isNumeric(data, column) ? number(text) : Optional.<BigDecimal>empty();
                filled += text.isEmpty() ? 0 : 1;
                numbers += number.isPresent() ? 1 : 0;
                sum = sum.add(number.orElse(BigDecimal.ZERO));
            }
        }
        var isSingle = selected.firstRow() == selected.lastRow() && selected.firstColumn() == selected.lastColumn();
        return isSingle || filled == 0 ? Optional.empty() : Optional.of(new SelectionSummary(filled, numbers, sum));
    }

    private static boolean isNumeric(GridData data, int column) {
        return switch (data.table().columns().get(column).type()) {
            case NUMBER, MONEY, COMPUTED -> true;
            default -> false;
        };
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text.replace(".", "").replace(',', '.')));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String sentence() {
        if (numbers == 0) {
            return EditorMessages.ALL.text("grid.selected", filled);
        }
        var mean = sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL32);
        return EditorMessages.ALL.text(
                "grid.selected.sum", filled, VietnameseNumbers.format(sum), VietnameseNumbers.format(mean));
    }
}
