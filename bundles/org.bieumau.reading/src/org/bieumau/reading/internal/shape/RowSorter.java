/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;

/** Determines the kind of each row of a table. */
final class RowSorter {

    /** What may stand between the header and a row with instructions or an example. */
    private static final Set<RowKind> BEFORE_DATA =
            EnumSet.of(RowKind.INSTRUCTION, RowKind.EMPTY, RowKind.SAMPLE, RowKind.SECTION);

    private final TableBody body;
    private final Grid grid;
    private final SectionRule sections;
    private final RowKind[] kinds;

    RowSorter(TableBody body) {
        this.body = body;
        grid = body.grid();
        sections = new SectionRule(body);
        kinds = new RowKind[grid.height()];
    }

    List<RowKind> sort() {
        var header = body.header();
        Arrays.fill(kinds, 0, header.top(), RowKind.ABOVE);
        Arrays.fill(kinds, header.top(), header.bottom() + 1, RowKind.HEADER);
        if (body.hasNumbers()) {
            kinds[header.bottom() + 1] = RowKind.NUMBERS;
        }
        var end = new TableEnd(body).find();
        var row = body.first();
        while (row < end) {
            var next = row + Math.max(1, repeatedHeader(row));
            if (next > row + 1) {
                Arrays.fill(kinds, row, next, RowKind.HEADER_AGAIN);
            } else {
                kinds[row] = kind(row);
            }
            row = next;
        }
        Arrays.fill(kinds, row, grid.height(), RowKind.BELOW);
        dropSums();
        return List.of(kinds);
    }

    private RowKind kind(int row) {
        var cells = body.cells(row);
        if (cells.isEmpty()) {
            return RowKind.EMPTY;
        }
        if (grid.isHidden(row)) {
            return RowKind.HIDDEN;
        }
        if (body.isContinued(row)) {
            return RowKind.BODY;
        }
        if (isHeaderAgain(cells)) {
            return RowKind.HEADER_AGAIN;
        }
        var worded = worded(cells);
        if (worded.isEmpty()) {
            return RowKind.AND_SO_ON;
        }
        if (worded.size() == 1 && isOrdinal(worded.getFirst())) {
            return RowKind.ORDINAL_ONLY;
        }
        if (isBeforeData(row)) {
            if (isExample(worded)) {
                return RowKind.SAMPLE;
            }
            if (isInstruction(worded)) {
                return RowKind.INSTRUCTION;
            }
        }
        if (body.isTotal(worded)) {
            return RowKind.TOTAL;
        }
        return sections.isSection(worded) ? RowKind.SECTION : RowKind.BODY;
    }

    /** Returns the cells with more than punctuation. */
    private static List<GridCell> worded(List<GridCell> cells) {
        var worded = new ArrayList<GridCell>(cells.size());
        for (var cell : cells) {
            if (!Phrases.isPunctuation(cell.text())) {
                worded.add(cell);
            }
        }
        return worded;
    }

    private boolean isOrdinal(GridCell cell) {
        var columns = body.columns();
        var first = columns.getFirst();
        return cell.column() < first.end()
                && cell.columnEnd() <= first.end()
                && (first == body.ordinals()
                        || body.ordinals() == null && HeaderFinder.isNumeric(cell) && columns.size() > 2)
                && Ordinal.of(cell.text()).isPresent();
    }

    private boolean isBeforeData(int row) {
        for (int above = body.first(); above < row; above++) {
            if (!BEFORE_DATA.contains(kinds[above])) {
                return false;
            }
        }
        return true;
    }

    private boolean isExample(List<GridCell> cells) {
        return cells.stream()
                .filter(cell -> cell.column() < body.labels().end())
                .anyMatch(cell -> Phrases.isExample(cell.text()));
    }

    private static boolean isInstruction(List<GridCell> cells) {
        var instructions = cells.stream()
                .filter(cell -> Phrases.isInstruction(cell.text()))
                .count();
        return cells.size() > 1
                && cells.stream().noneMatch(HeaderFinder::isNumeric)
                && instructions * 2 >= cells.size();
    }

    /**
     * Returns the number of rows that repeat the whole header; 0 if there are none. One of several rows of a header may
     * have a single label, and labels over several rows cover a part of the rows below.
     */
    private int repeatedHeader(int row) {
        var top = body.header().top();
        var count = 0;
        while (top + count < body.first() && row + count < grid.height() && isSame(row + count, top + count)) {
            count++;
        }
        return top + count > body.header().bottom() ? count : 0;
    }

    private boolean isSame(int row, int above) {
        return !grid.isHidden(row) && haveSameTexts(body.cells(row), body.cells(above));
    }

    private boolean isHeaderAgain(List<GridCell> cells) {
        for (int above = body.header().top(); above < body.first() && above < grid.height(); above++) {
            if (cells.size() > 1 && haveSameTexts(cells, body.cells(above))) {
                return true;
            }
        }
        return false;
    }

    private static boolean haveSameTexts(List<GridCell> some, List<GridCell> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!some.get(i).text().equals(others.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** Classifies sums below the last row as notes: somebody added them without a label. */
    private void dropSums() {
        for (int row = grid.height() - 1; row > body.first(); row--) {
            if (kinds[row] == RowKind.BODY && isBare(row) && !isBare(row - 1)) {
                kinds[row] = RowKind.BELOW;
            } else if (kinds[row] != RowKind.BELOW && kinds[row] != RowKind.EMPTY) {
                return;
            }
        }
    }

    /** Returns whether a row has only numbers, without an ordinal or label. */
    private boolean isBare(int row) {
        return grid.at(row, body.labels().first()) == null
                && !(body.ordinals() instanceof ShapeColumn ordinals && grid.at(row, ordinals.first()) != null)
                && body.cells(row).stream().allMatch(HeaderFinder::isNumeric);
    }
}
