/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.source.SourceItem.Cell;
import org.bieumau.core.source.SourceItem.Kind;
import org.bieumau.core.source.SourceItem.Merge;
import org.jspecify.annotations.Nullable;

/** Gives the cells of rows the spans of merged ranges. */
public final class MergedCells {

    /** Maximum number of covered cells added to rows; a file with more is hostile. */
    public static final int MOST = 10_000_000;

    private final OpenMerges merges;
    private final Place.Cell sheet;
    private final Consumer<Cell> covered;
    private final Supplier<ProblemException> tooMany;
    private int added;

    /**
     * @param sheet the place of the sheet
     * @param covered receives cells with content that are covered, which no reader of the file sees
     * @param tooMany the problem if the ranges cover more than {@link #MOST} cells of rows
     */
    public MergedCells(
            List<MergedRange> merges, Place.Cell sheet, Consumer<Cell> covered, Supplier<ProblemException> tooMany) {
        this.merges = new OpenMerges(merges);
        this.sheet = sheet;
        this.covered = covered;
        this.tooMany = tooMany;
    }

    /**
     * Returns the cells of a row, with a cell for each merged range.
     *
     * @param cells the cells with content, from left to right
     * @throws ProblemException if the ranges cover too many cells
     */
    public List<Cell> of(int row, List<Cell> cells) throws ProblemException {
        var open = merges.at(row);
        if (open.isEmpty()) {
            return cells;
        }
        var result = new ArrayList<Cell>(cells.size() + open.size());
        var at = 0;
        for (var merge : open) {
            while (at < cells.size() && cells.get(at).column() < merge.column()) {
                result.add(cells.get(at++));
            }
            var first = at < cells.size() && cells.get(at).column() == merge.column() ? cells.get(at) : null;
            if (row == merge.row()) {
                result.add(spanned(first, merge));
                at += first == null ? 0 : 1;
            } else {
                result.add(blank(row, merge, Merge.CONTINUED));
            }
            while (at < cells.size() && cells.get(at).column() <= merge.lastColumn()) {
                cover(cells.get(at++));
            }
        }
        result.addAll(cells.subList(at, cells.size()));
        return result;
    }

    private Cell spanned(@Nullable Cell cell, MergedRange merge) throws ProblemException {
        var vertical = merge.lastRow() > merge.row() ? Merge.START : Merge.NONE;
        return cell == null
                ? blank(merge.row(), merge, vertical)
                : new Cell(
                        cell.place(),
                        cell.column(),
                        merge.columnSpan(),
                        vertical,
                        cell.kind(),
                        cell.shown(),
                        cell.stored(),
                        cell.paragraphs(),
                        cell.flags());
    }

    private Cell blank(int row, MergedRange merge, Merge vertical) throws ProblemException {
        if (++added > MOST) {
            throw tooMany.get();
        }
        var place = new Place.Cell(sheet.file(), sheet.table(), CellNames.cell(merge.column(), row));
        return new Cell(place, merge.column(), merge.columnSpan(), vertical, Kind.BLANK, "", null, List.of(), Set.of());
    }

    private void cover(Cell cell) {
        if (!cell.shown().isEmpty()) {
            covered.accept(cell);
        }
    }
}
