/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * The text above the header: in the same table or sheet, and the paragraphs before the table.
 *
 * @param title title of the form; null if there is none
 * @param formNumber number of the form, such as <code>Biểu 01/TKKK</code>; null if there is none
 * @param unit unit of measure, such as <code>ha</code>; null if there is none
 */
public record TableHeading(
        @Nullable String title,
        @Nullable String formNumber,
        @Nullable String unit) {

    /** Maximum number of characters of a paragraph that is a title. */
    private static final int LONGEST_TITLE = 150;

    /** A line above the header. */
    private record Line(String text, boolean isWide, boolean isAmongFew) {

        private static Line of(Grid grid, GridCell cell) {
            return new Line(
                    cell.text(),
                    cell.columnSpan() > 1,
                    !HeaderFinder.isNumeric(cell) && grid.cells(cell.row()).size() <= 3);
        }
    }

    /** Reads the rows above the header. */
    public static TableHeading of(TableShape shape) {
        return of(shape, List.of());
    }

    /**
     * Reads the rows above the header and the paragraphs before the table.
     *
     * @param before the paragraphs, each in one line
     */
    public static TableHeading of(TableShape shape, List<String> before) {
        var lines = Stream.concat(
                        before.stream()
                                .map(text -> new Line(
                                        text, false, text.length() <= LONGEST_TITLE && !Phrases.isAgency(text))),
                        IntStream.range(0, shape.top())
                                .boxed()
                                .flatMap(row -> shape.grid().cells(row).stream())
                                .map(cell -> Line.of(shape.grid(), cell)))
                .toList();
        var texts = lines.stream().map(Line::text).toList();
        return new TableHeading(
                title(lines).map(Line::text).orElse(null),
                texts.stream()
                        .filter(text -> Phrases.isFormNumber(text) && text.length() < 40)
                        .findFirst()
                        .orElse(null),
                texts.stream()
                        .filter(Phrases::isUnit)
                        .map(Phrases::unit)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    /** Returns the line that is most likely the title: wide, in capitals, and not part of a letterhead. */
    private static Optional<Line> title(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.isAmongFew()
                        && !Phrases.isLetterhead(line.text())
                        && line.text().length() > 5
                        && (line.isWide() || isCapitals(line.text()) || Phrases.isTitle(line.text())))
                .max(Comparator.comparingDouble(TableHeading::weight));
    }

    private static double weight(Line line) {
        return Math.min(line.text().length(), 150) / 50.0
                + (isCapitals(line.text()) ? 2 : 0)
                + (line.isWide() ? 1 : 0)
                + (Phrases.isTitle(line.text()) ? 1 : 0);
    }

    private static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase()) && text.chars().anyMatch(Character::isLetter);
    }
}
