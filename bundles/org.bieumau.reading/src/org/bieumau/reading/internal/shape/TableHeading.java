/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * The text above the header in the same table or sheet.
 *
 * @param title title of the form; null if there is none
 * @param formNumber number of the form, such as <code>Biểu 01/TKKK</code>; null if there is none
 * @param unit unit of measure, such as <code>ha</code>; null if there is none
 */
public record TableHeading(
        @Nullable String title,
        @Nullable String formNumber,
        @Nullable String unit) {

    /** Reads the rows above the header. */
    public static TableHeading of(TableShape shape) {
        var cells = above(shape);
        return new TableHeading(
                title(shape, cells).map(GridCell::text).orElse(null),
                cells.stream()
                        .map(GridCell::text)
                        .filter(text -> Phrases.isFormNumber(text) && text.length() < 40)
                        .findFirst()
                        .orElse(null),
                cells.stream()
                        .map(GridCell::text)
                        .filter(Phrases::isUnit)
                        .map(Phrases::unit)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    private static List<GridCell> above(TableShape shape) {
        var cells = new ArrayList<GridCell>();
        for (int row = 0; row < shape.top(); row++) {
            cells.addAll(shape.grid().cells(row));
        }
        return cells;
    }

    /** Returns the cell that is most likely the title: wide, in capitals, and not part of a letterhead. */
    private static Optional<GridCell> title(TableShape shape, List<GridCell> cells) {
        return candidates(shape.grid(), cells).max(Comparator.comparingDouble(TableHeading::weight));
    }

    private static Stream<GridCell> candidates(Grid grid, List<GridCell> cells) {
        return cells.stream()
                .filter(cell -> !Phrases.isLetterhead(cell.text())
                        && !HeaderFinder.isNumeric(cell)
                        && cell.text().length() > 5
                        && grid.cells(cell.row()).size() <= 3
                        && (cell.columnSpan() > 1 || isCapitals(cell.text()) || Phrases.isTitle(cell.text())));
    }

    private static double weight(GridCell cell) {
        return Math.min(cell.text().length(), 150) / 50.0
                + (isCapitals(cell.text()) ? 2 : 0)
                + (cell.columnSpan() > 1 ? 1 : 0)
                + (Phrases.isTitle(cell.text()) ? 1 : 0);
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase()) && text.chars().anyMatch(Character::isLetter);
    }
}
