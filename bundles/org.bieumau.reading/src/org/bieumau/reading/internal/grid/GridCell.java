/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.value.NumberStyle;
import org.bieumau.core.problem.Place;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * A cell of a {@link Grid}, which may cover several rows and columns.
 *
 * @param row index of the first row in the grid
 * @param column first column, from 0
 * @param rowSpan number of rows, from 1
 * @param columnSpan number of columns, from 1
 * @param shown text that a reader of the file sees; lines are separated by <code>\n</code>
 * @param stored value that the file stores; null for an empty cell
 */
public record GridCell(
        Place place,
        int row,
        int column,
        int rowSpan,
        int columnSpan,
        Kind kind,
        String shown,
        @Nullable Object stored,
        List<Paragraph> paragraphs,
        Set<Flag> flags) {

    /** Returns the shown text in one line, with single spaces; an empty string for a lone no-break space. */
    public String text() {
        return Texts.line(shown);
    }

    public boolean isBlank() {
        return text().isEmpty();
    }

    /** Returns the index of the row after the last one. */
    public int rowEnd() {
        return row + rowSpan;
    }

    /** Returns the column after the last one. */
    public int columnEnd() {
        return column + columnSpan;
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /**
     * Returns the number that the cell shows: 12 for 12%, though the file stores 0.12.
     *
     * @param style style of a number that is a text
     * @return empty if the cell shows no number
     */
    public Optional<BigDecimal> number(NumberStyle style) {
        if (stored instanceof BigDecimal number) {
            return Optional.of(text().endsWith("%") ? number.scaleByPowerOfTen(2) : number);
        }
        return kind == Kind.TEXT || kind == Kind.NUMBER ? style.read(text()) : Optional.empty();
    }

    GridCell withRowSpan(int rows) {
        return withRows(row, rows);
    }

    /** Returns the part of the cell in some rows, counted from the first of them. */
    GridCell within(int from, int to) {
        var first = Math.max(row, from);
        return withRows(first - from, Math.min(rowEnd(), to) - first);
    }

    private GridCell withRows(int first, int rows) {
        return new GridCell(place, first, column, rows, columnSpan, kind, shown, stored, paragraphs, flags);
    }
}
