/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/** Finds the header of a table without a template, from its shape and the rows below it. */
final class HeaderFinder {

    /** Number of rows below a header that are examined. */
    private static final int ROWS_BELOW = 60;

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("[-+(]?[\\d.,\\s]*\\d%?\\)?");

    private final Grid grid;

    HeaderFinder(Grid grid) {
        this.grid = grid;
    }

    /**
     * Returns the rows that are most likely the header, of those that can be one; empty if none are. Of rows with the
     * same labels, only the first ones can be the header: the others repeat it on the next page.
     */
    Optional<HeaderBlock> find(List<HeaderBlock> blocks) {
        HeaderBlock best = null;
        var known = new HashSet<List<String>>();
        var most = 0.0;
        for (var block : blocks) {
            var score = score(block);
            if (score > 0 && known.add(texts(block)) && score > most) {
                most = score;
                best = block;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<String> texts(HeaderBlock block) {
        return block.cells().stream().map(GridCell::text).toList();
    }

    /** Returns a score without an upper limit for rows as a header; 0 if they cannot be one. */
    private double score(HeaderBlock block) {
        var end = end(block);
        var numbers = hasNumberRow(grid, block);
        var rows = end - block.bottom() - 1;
        var labelled = labelled(block);
        if (labelled < 2 || rows == 0 && (labelled < 3 || !grid.isSheet()) || hasSomeNumbers(block)) {
            return 0;
        }
        var width = region(block, end).cardinality();
        return 4.0 * labelled / Math.max(width, labelled)
                + Math.log(labelled) / Math.log(2)
                + 0.7 * Math.min(Math.log(1 + rows) / Math.log(2), 6)
                + 2 * numericShare(block, end)
                + 0.3 * (block.bottom() - block.top())
                + (numbers ? 5 : 0)
                + (isRepeated(block) ? 1 : 0)
                + (hasOrdinalLabel(block) ? 1.5 : 0);
    }

    /** Returns whether exactly these rows are repeated on each page. */
    private boolean isRepeated(HeaderBlock block) {
        var below = block.bottom() + 1;
        return grid.isRepeated(block.top())
                && grid.isRepeated(block.bottom())
                && (!grid.isRepeated(below) || hasNumberRow(grid, block));
    }

    /**
     * Returns the row after those that follow the header without a gap. If the table is not filled in, empty rows are
     * not a gap.
     */
    private int end(HeaderBlock block) {
        var row = block.bottom() + 1;
        while (row < grid.height()
                && row <= block.bottom() + ROWS_BELOW
                && grid.rowNumber(row) == grid.rowNumber(row - 1) + 1) {
            row++;
        }
        return row;
    }

    private static int labelled(HeaderBlock block) {
        var labelled = 0;
        for (int column = block.from(); column < block.to(); column++) {
            labelled += block.leaf(column) == null ? 0 : 1;
        }
        return labelled;
    }

    private BitSet region(HeaderBlock block, int end) {
        var columns = new BitSet();
        for (int row = block.top(); row < end; row++) {
            for (int column = 0; column < grid.width(); column++) {
                if (grid.at(row, column) != null) {
                    columns.set(column);
                }
            }
        }
        return columns;
    }

    /** Returns whether more than a fifth of the labels are numbers or dates. Years count as labels. */
    private static boolean hasSomeNumbers(HeaderBlock block) {
        var cells = block.cells();
        return cells.stream().filter(HeaderFinder::isValue).count() * 5 > cells.size();
    }

    private static boolean isValue(GridCell cell) {
        return !YEAR.matcher(cell.text()).matches() && isNumeric(cell) || cell.kind() == Kind.DATE;
    }

    /** Returns whether a cell shows a number. */
    static boolean isNumeric(GridCell cell) {
        return cell.kind() == Kind.NUMBER || NUMBER.matcher(cell.text()).matches();
    }

    private double numericShare(HeaderBlock block, int end) {
        var numeric = 0;
        for (int column = block.from(); column < block.to(); column++) {
            var filled = 0;
            var numbers = 0;
            for (int row = block.bottom() + 1; row < end; row++) {
                if (grid.at(row, column) instanceof GridCell cell) {
                    filled++;
                    numbers += isNumeric(cell) ? 1 : 0;
                }
            }
            numeric += numbers * 2 > filled ? 1 : 0;
        }
        return (double) numeric / (block.to() - block.from());
    }

    private static boolean hasOrdinalLabel(HeaderBlock block) {
        return block.leaf(block.from()) instanceof GridCell first && Phrases.isOrdinalLabel(first.text());
    }

    /** Returns whether the row below a header has the numbers of the columns. */
    static boolean hasNumberRow(Grid grid, HeaderBlock block) {
        var row = block.bottom() + 1;
        if (row >= grid.height()) {
            return false;
        }
        var texts = grid.cells(row).stream()
                .filter(cell -> cell.column() >= block.from() && cell.column() < block.to())
                .map(GridCell::text)
                .toList();
        return ColumnNumber.areNumbers(texts, labels(block));
    }

    /** Returns the number of columns with a label. */
    private static int labels(HeaderBlock block) {
        var labels = 0;
        GridCell last = null;
        for (int column = block.from(); column < block.to(); column++) {
            var leaf = block.leaf(column);
            labels += leaf != null && leaf != last ? 1 : 0;
            last = leaf;
        }
        return labels;
    }
}
