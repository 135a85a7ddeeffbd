/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive rows that can be a header. A group is a merged cell, or a label followed by empty cells with labels below
 * them. All other labels have no label below.
 *
 * @param from first column with a label
 * @param to column after the last one with a label
 */
record HeaderBlock(Grid grid, int top, int bottom, int from, int to) {

    /** Number of rows searched for the header. */
    private static final int ROWS_SEARCHED = 200;
    /** Maximum number of header rows. */
    private static final int HIGHEST = 5;

    /** Returns all consecutive rows at the beginning of a table that can be a header, from top to bottom. */
    static List<HeaderBlock> all(Grid grid) {
        return all(grid, row -> true);
    }

    /**
     * The same as {@link #all(Grid)}, without those in which no row is expected.
     *
     * @param isExpected whether a row of the grid is expected in a header
     */
    static List<HeaderBlock> all(Grid grid, IntPredicate isExpected) {
        var blocks = new ArrayList<HeaderBlock>();
        var expected = IntStream.range(0, Math.min(grid.height(), ROWS_SEARCHED + HIGHEST))
                .filter(isExpected)
                .collect(BitSet::new, BitSet::set, BitSet::or);
        for (int top = 0; top < Math.min(grid.height(), ROWS_SEARCHED); top++) {
            var end = Math.min(top + HIGHEST, grid.height());
            var first = expected.nextSetBit(top);
            if (first < 0 || first >= end || grid.isEmpty(top) || grid.isHidden(top) || isOutside(grid, top)) {
                continue;
            }
            for (int bottom = first; bottom < end; bottom++) {
                of(grid, top, bottom).ifPresent(blocks::add);
            }
        }
        return blocks;
    }

    /** Returns the header of these rows, the first of which is not outside the table; empty if they cannot be one. */
    private static Optional<HeaderBlock> of(Grid grid, int top, int bottom) {
        var from = Integer.MAX_VALUE;
        var to = 0;
        for (int row = top; row <= bottom; row++) {
            if (grid.isEmpty(row) || grid.isHidden(row) || row > top && grid.isAfterGap(row)) {
                return Optional.empty();
            }
            for (var cell : grid.cells(row)) {
                if (cell.rowEnd() > bottom + 1) {
                    return Optional.empty();
                }
                from = Math.min(from, cell.column());
                to = Math.max(to, cell.columnEnd());
            }
        }
        var block = new HeaderBlock(grid, top, bottom, from, to);
        return block.isTopCut() || block.hasTitle() || !block.isWellFormed() ? Optional.empty() : Optional.of(block);
    }

    /** Returns whether a cell that begins above extends into the block. */
    private boolean isTopCut() {
        for (int column = 0; column < grid.width(); column++) {
            if (grid.at(top, column) instanceof GridCell cell && cell.row() < top) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether the first row is a title over the whole width. */
    private boolean hasTitle() {
        var cells = grid.cells(top);
        var width = to - from;
        return cells.stream().anyMatch(cell -> width > 1 && cell.columnSpan() >= width)
                || cells.size() == 1
                        && (cells.getFirst().columnSpan() * 5 >= width * 3
                                        && Phrases.isTitle(cells.getFirst().text())
                                || top == bottom
                                || isOverFirst(cells.getFirst()));
    }

    /** Returns whether a text is above the first column only because it is on the left, such as a period. */
    private boolean isOverFirst(GridCell cell) {
        return cell.column() == from
                && cell.columnSpan() == 1
                && (Phrases.isPeriod(cell.text())
                        || leaf(from) instanceof GridCell first
                                && first != cell
                                && Phrases.isOrdinalLabel(first.text()));
    }

    /** Returns whether a row has only texts that usually precede tables. */
    private static boolean isOutside(Grid grid, int row) {
        var cells = grid.cells(row);
        var outside = 0;
        for (var cell : cells) {
            var text = cell.text();
            outside += !Phrases.isTag(text) && (Phrases.isLetterhead(text) || Phrases.isSigned(text)) ? 1 : 0;
        }
        return outside * 2 >= cells.size();
    }

    private boolean isWellFormed() {
        for (int row = top + 1; row <= bottom; row++) {
            if (!isBelowGroups(row)) {
                return false;
            }
        }
        return true;
    }

    private boolean isBelowGroups(int row) {
        for (var cell : grid.cells(row)) {
            GridCell above = null;
            for (int column = cell.column(); column < cell.columnEnd(); column++) {
                var owner = grid.at(row - 1, column);
                if (owner != null && owner != above) {
                    if (above != null) {
                        return false;
                    }
                    above = owner;
                }
            }
            if (above != null && !isPartOf(cell, above)) {
                return false;
            }
        }
        return true;
    }

    /** Returns whether a label is one of several labels below a group. */
    private boolean isPartOf(GridCell label, GridCell group) {
        var row = label.row();
        if (label.column() < group.column() || label.columnEnd() > Math.max(group.columnEnd(), groupEnd(group))) {
            return false;
        }
        return grid.cells(row).stream()
                        .filter(each -> each.column() >= group.column() && each.column() < groupEnd(group))
                        .count()
                > 1;
    }

    /** Returns the column after a group. */
    private int groupEnd(GridCell group) {
        var end = group.columnEnd();
        if (group.columnSpan() > 1 || !hasLabelBelow(group.rowEnd() - 1, group.column())) {
            return end;
        }
        while (end < to && grid.at(group.rowEnd() - 1, end) == null && hasLabelBelow(group.rowEnd() - 1, end)) {
            end++;
        }
        return end;
    }

    private boolean hasLabelBelow(int row, int column) {
        return row < bottom
                && grid.at(row + 1, column) instanceof GridCell below
                && below.row() == row + 1
                && !Phrases.isRemarks(below.text());
    }

    /** Returns the labels of a column, from the outermost group to the column itself. */
    List<GridCell> path(int column) {
        var path = new ArrayList<GridCell>();
        for (int row = top; row <= bottom; row++) {
            var owner = label(row, column);
            if (owner != null && (path.isEmpty() || path.getLast() != owner)) {
                path.add(owner);
            }
        }
        return path;
    }

    private @Nullable GridCell label(int row, int column) {
        if (grid.at(row, column) instanceof GridCell owner) {
            return owner;
        }
        var left = column - 1;
        while (left >= from && grid.at(row, left) == null) {
            left--;
        }
        return left >= from
                        && grid.at(row, left) instanceof GridCell group
                        && group.rowEnd() == row + 1
                        && groupEnd(group) > column
                ? group
                : null;
    }

    /** Returns the cell that names a column; null if it has no label. */
    @Nullable
    GridCell leaf(int column) {
        var path = path(column);
        return path.isEmpty() ? null : path.getLast();
    }

    /** Returns the cells of the block. */
    List<GridCell> cells() {
        return IntStream.rangeClosed(top, bottom)
                .boxed()
                .flatMap(row -> grid.cells(row).stream())
                .toList();
    }
}
