/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/** Tells what each row below a header is. */
final class RowSorter {

    private final Grid grid;
    private final HeaderBlock header;
    private final List<ShapeColumn> columns;
    private final boolean hasNumbers;
    private final RowKind[] kinds;
    private final @Nullable ShapeColumn ordinals;
    private final ShapeColumn labels;
    /** Number of filled cells that at least half of the rows have. */
    private final int usual;

    RowSorter(HeaderBlock header, List<ShapeColumn> columns, boolean hasNumbers) {
        grid = header.grid();
        this.header = header;
        this.columns = columns;
        this.hasNumbers = hasNumbers;
        kinds = new RowKind[grid.height()];
        ordinals = ordinalColumn();
        labels = labelColumn();
        usual = usual();
    }

    private @Nullable ShapeColumn ordinalColumn() {
        return columns.stream()
                .limit(2)
                .filter(column -> Phrases.isOrdinalLabel(column.label()))
                .findFirst()
                .orElse(null);
    }

    /** Returns the column that names the rows: the first one after the ordinals whose values are mostly no numbers. */
    private ShapeColumn labelColumn() {
        var others = columns.stream().filter(column -> column != ordinals).toList();
        for (var column : others) {
            var filled = 0;
            var texts = 0;
            for (int row = first(); row < grid.height(); row++) {
                if (grid.at(row, column.first()) instanceof GridCell cell) {
                    filled++;
                    texts += HeaderFinder.isNumeric(cell) || cell.kind() == Kind.DATE ? 0 : 1;
                }
            }
            if (texts * 2 > filled) {
                return column;
            }
        }
        return others.isEmpty() ? columns.getFirst() : others.getFirst();
    }

    private int first() {
        return header.bottom() + (hasNumbers ? 2 : 1);
    }

    private int usual() {
        var counts = new ArrayList<Integer>();
        for (int row = first(); row < grid.height(); row++) {
            var count = cells(row).size();
            if (count > 1) {
                counts.add(count);
            }
        }
        Collections.sort(counts);
        return counts.isEmpty() ? 0 : counts.get(counts.size() / 2);
    }

    /** Returns the cells with text of a row within the width of the table. */
    private List<GridCell> cells(int row) {
        var from = columns.getFirst().first();
        var to = columns.getLast().end();
        return grid.cells(row).stream()
                .filter(cell -> cell.columnEnd() > from && cell.column() < to)
                .toList();
    }

    List<RowKind> sort() {
        for (int row = 0; row < grid.height(); row++) {
            kinds[row] = row < header.top()
                    ? RowKind.ABOVE
                    : row <= header.bottom() ? RowKind.HEADER : hasNumbers && row < first() ? RowKind.NUMBERS : null;
        }
        var ended = false;
        for (int row = first(); row < grid.height(); row++) {
            ended |= isEnd(row);
            kinds[row] = ended ? RowKind.BELOW : kind(row);
        }
        dropSums();
        return List.of(kinds);
    }

    private RowKind kind(int row) {
        var cells = cells(row);
        if (cells.isEmpty()) {
            return RowKind.EMPTY;
        }
        if (grid.isHidden(row)) {
            return RowKind.HIDDEN;
        }
        if (isContinued(row)) {
            return RowKind.BODY;
        }
        if (isHeaderAgain(row, cells)) {
            return RowKind.HEADER_AGAIN;
        }
        var worded = cells.stream()
                .filter(cell -> !Phrases.isPunctuation(cell.text()))
                .toList();
        if (worded.isEmpty()) {
            return RowKind.AND_SO_ON;
        }
        if (worded.size() == 1 && isOrdinal(worded.getFirst())) {
            return RowKind.ORDINAL_ONLY;
        }
        if (isBeforeBody(row)) {
            if (Phrases.isExample(worded.getFirst().text())) {
                return RowKind.SAMPLE;
            }
            if (isInstruction(worded)) {
                return RowKind.INSTRUCTION;
            }
        }
        if (isTotal(worded)) {
            return RowKind.TOTAL;
        }
        return isSection(row, worded) ? RowKind.SECTION : RowKind.BODY;
    }

    /** Whether a cell of a row above covers part of the row. */
    private boolean isContinued(int row) {
        return columns.stream()
                .anyMatch(column -> grid.at(row, column.first()) instanceof GridCell cell && cell.row() < row);
    }

    private boolean isOrdinal(GridCell cell) {
        var first = columns.getFirst();
        return cell.column() < first.end()
                && cell.columnEnd() <= first.end()
                && (first == ordinals || ordinals == null && HeaderFinder.isNumeric(cell) && columns.size() > 2)
                && Ordinal.of(cell.text()).isPresent();
    }

    private boolean isBeforeBody(int row) {
        for (int before = first(); before < row; before++) {
            if (kinds[before] != RowKind.INSTRUCTION
                    && kinds[before] != RowKind.EMPTY
                    && kinds[before] != RowKind.SAMPLE) {
                return false;
            }
        }
        return true;
    }

    private static boolean isInstruction(List<GridCell> cells) {
        return cells.size() > 1
                && cells.stream().noneMatch(HeaderFinder::isNumeric)
                && cells.stream()
                                        .filter(cell -> Phrases.isInstruction(cell.text()))
                                        .count()
                                * 2
                        >= cells.size();
    }

    private boolean isTotal(List<GridCell> cells) {
        var first = cells.getFirst();
        return first.column() < labels.end() && Phrases.isTotal(first.text());
    }

    private boolean isHeaderAgain(int row, List<GridCell> cells) {
        for (int above = header.top(); above < first() && above < grid.height(); above++) {
            var texts = cells(above).stream().map(GridCell::text).toList();
            if (texts.size() > 1
                    && texts.equals(cells.stream().map(GridCell::text).toList())) {
                return true;
            }
        }
        return false;
    }

    /** Whether a row is the heading of the rows below: one text over several columns, or alone in its row. */
    private boolean isSection(int row, List<GridCell> cells) {
        var first = cells.getFirst();
        if (cells.size() == 1) {
            if (HeaderFinder.isNumeric(first) || first.column() >= labels.end()) {
                return false;
            }
            var width = columns.stream()
                    .filter(column -> column.first() >= first.column() && column.first() < first.columnEnd())
                    .count();
            return width > 1 && (first.column() <= columns.getFirst().first() || width * 2 >= columns.size())
                    || usual > 2 && !isBullet(first.text())
                    || isMajor(Ordinal.before(first.text()).map(Ordinal.Before::ordinal));
        }
        return cells.size() == 2
                && Ordinal.of(first.text()).isPresent()
                && cells.get(1).column() <= labels.first()
                && !HeaderFinder.isNumeric(cells.get(1))
                && (isMajor(Ordinal.of(first.text())) && hasMinorOrdinals() || coversRest(cells.get(1)));
    }

    /** Whether a cell covers more than one column, up to the last one. */
    private boolean coversRest(GridCell cell) {
        return cell.columnEnd() >= columns.getLast().end()
                && cell.column() < columns.getLast().first();
    }

    private static boolean isBullet(String text) {
        return Ordinal.before(text)
                .filter(before -> before.ordinal().style() == Ordinal.Style.DASH
                        || before.ordinal().style() == Ordinal.Style.PLUS)
                .isPresent();
    }

    private static boolean isMajor(Optional<Ordinal> ordinal) {
        return ordinal.filter(each -> each.style() == Ordinal.Style.ROMAN || each.style() == Ordinal.Style.CAPITAL)
                .isPresent();
    }

    private boolean hasMinorOrdinals() {
        for (int row = first(); row < grid.height(); row++) {
            if (grid.at(row, columns.getFirst().first()) instanceof GridCell cell
                    && Ordinal.of(cell.text())
                            .filter(ordinal -> ordinal.style() == Ordinal.Style.NUMBER)
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the table ends above a row: a date, signatures or notes, or something else after a gap. */
    private boolean isEnd(int row) {
        var cells = grid.cells(row);
        if (cells.isEmpty() || row == first() || isContinued(row)) {
            return false;
        }
        var named = cells.stream().anyMatch(cell -> cell.column() < labels.end() && cell.columnEnd() <= labels.end());
        var numbered = ordinals != null
                && grid.at(row, ordinals.first()) instanceof GridCell cell
                && Ordinal.of(cell.text()).isPresent();
        if (numbered) {
            return false;
        }
        var closing = cells.stream()
                .filter(cell -> Phrases.isSigned(cell.text()) || Phrases.isNote(cell.text()))
                .count();
        var closesAlone = grid.isAfterGap(row)
                || cells.stream().anyMatch(cell -> Phrases.isDated(cell.text()) || Phrases.isNote(cell.text()));
        if (closing > (closesAlone ? 0 : 1)
                && cells.size() <= 4
                && cells.stream().noneMatch(HeaderFinder::isNumeric)
                && closing * 2 >= cells.size()
                && !hasDataBelow(row)) {
            return true;
        }
        return grid.isAfterGap(row) && !named && !isTotal(cells) && !isWideSection(cells) && columns.size() > 2;
    }

    /** Whether a row below has an ordinal, or as many cells as most rows. */
    private boolean hasDataBelow(int row) {
        for (int below = row + 1; below < grid.height(); below++) {
            if (ordinals != null
                            && grid.at(below, ordinals.first()) instanceof GridCell cell
                            && cell.row() == below
                            && Ordinal.of(cell.text()).isPresent()
                    || usual > 2
                            && cells(below).size() >= usual
                            && cells(below).stream()
                                    .noneMatch(each -> Phrases.isSigned(each.text()) || Phrases.isNote(each.text()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isWideSection(List<GridCell> cells) {
        return cells.size() == 1
                && cells.getFirst().column() <= columns.getFirst().first()
                && Ordinal.before(cells.getFirst().text()).isPresent();
    }

    /** Sets off the sums that someone wrote below the last row, without a label. */
    private void dropSums() {
        for (int row = grid.height() - 1; row > first(); row--) {
            if (kinds[row] == RowKind.BODY && isBare(row) && !isBare(row - 1)) {
                kinds[row] = RowKind.BELOW;
            } else if (kinds[row] != RowKind.BELOW && kinds[row] != RowKind.EMPTY) {
                return;
            }
        }
    }

    private boolean isBare(int row) {
        return grid.at(row, labels.first()) == null
                && (ordinals == null || grid.at(row, ordinals.first()) == null)
                && cells(row).stream().allMatch(HeaderFinder::isNumeric);
    }

    /** Returns the column of the ordinals; null if there is none. */
    @Nullable
    ShapeColumn ordinals() {
        return ordinals;
    }

    ShapeColumn labels() {
        return labels;
    }
}
