/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.source.SourceItem;
import org.bieumau.core.source.SourceItem.Flag;
import org.bieumau.core.source.SourceItem.Merge;
import org.jspecify.annotations.Nullable;

/** Builds the grid of a table from its rows. */
final class GridBuilder {

    /** Maximum number of columns, that of a sheet in Excel. */
    private static final int WIDEST = 16_384;

    private final SourceItem.TableStart start;
    private final int number;
    private final @Nullable PageSetup page;
    private final List<Grid.Row> rows = new ArrayList<>();

    GridBuilder(SourceItem.TableStart start, int number, @Nullable PageSetup page) {
        this.start = start;
        this.number = number;
        this.page = page;
    }

    /** Adds a row and returns how many objects the grid keeps for it. */
    int add(SourceItem.Row row) {
        var index = rows.size();
        var owners = new GridCell[0];
        for (var cell : row.cells()) {
            var end = Math.min(cell.column() + cell.columnSpan(), WIDEST);
            if (cell.merge() == Merge.CONTINUED) {
                var above = index == 0 ? null : owner(index - 1, cell.column());
                if (above == null) {
                    continue;
                }
                owners = grown(owners, Math.min(above.columnEnd(), WIDEST));
                Arrays.fill(owners, above.column(), Math.min(above.columnEnd(), WIDEST), above);
            } else if (!Texts.line(cell.shown()).isEmpty() && cell.column() < end) {
                var placed = new GridCell(
                        cell.place(),
                        index,
                        cell.column(),
                        1,
                        end - cell.column(),
                        cell.kind(),
                        cell.shown(),
                        cell.stored(),
                        cell.paragraphs(),
                        cell.flags());
                owners = grown(owners, end);
                Arrays.fill(owners, cell.column(), end, placed);
            }
        }
        rows.add(new Grid.Row(row.number(), row.flags(), owners));
        return 1 + owners.length;
    }

    private GridCell owner(int row, int column) {
        var owners = rows.get(row).owners();
        return column < owners.length ? owners[column] : null;
    }

    private static GridCell[] grown(GridCell[] owners, int length) {
        return owners.length >= length ? owners : Arrays.copyOf(owners, length);
    }

    Grid build() {
        stretch();
        return new Grid(start.place(), number, start.depth(), start.flags().contains(Flag.HIDDEN), page, rows);
    }

    /** Sets the row span of each cell. */
    private void stretch() {
        for (int row = 0; row < rows.size(); row++) {
            var owners = rows.get(row).owners();
            for (int column = 0; column < owners.length; column++) {
                var cell = owners[column];
                if (cell != null && cell.row() == row && cell.column() == column) {
                    var end = row + 1;
                    while (end < rows.size() && owner(end, column) == cell) {
                        end++;
                    }
                    if (end > row + 1) {
                        replace(cell, cell.withRowSpan(end - row));
                    }
                }
            }
        }
    }

    private void replace(GridCell cell, GridCell stretched) {
        for (int row = stretched.row(); row < stretched.rowEnd(); row++) {
            Arrays.fill(rows.get(row).owners(), stretched.column(), stretched.columnEnd(), stretched);
        }
    }
}
