/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.legacy.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/** The columns of a table. An old document does not store them, so they are derived from the edges of all cells. */
final class DocGrid {

    private static final double MM_PER_TWIP = 25.4 / 1440;
    /** Minimum distance of two edges, in twips. Closer ones are the same edge, since people draw tables by hand. */
    private static final int NEAR = 15;

    private final List<Integer> edges = new ArrayList<>();

    /**
     * The columns of a cell.
     *
     * @param column from 0
     * @param end the column after the last one
     */
    record Span(int column, int end) {}

    DocGrid(Table table) {
        var all = new TreeSet<Integer>();
        for (int i = 0; i < table.numRows(); i++) {
            var row = table.getRow(i);
            for (int k = 0; k < row.numCells(); k++) {
                var cell = row.getCell(k);
                all.add(cell.getLeftEdge());
                all.add(cell.getLeftEdge() + cell.getWidth());
            }
        }
        for (int edge : all) {
            if (edges.isEmpty() || edge > edges.getLast() + NEAR) {
                edges.add(edge);
            }
        }
    }

    Span span(TableCell cell) {
        var first = at(cell.getLeftEdge());
        return new Span(first, Math.max(first + 1, at(cell.getLeftEdge() + cell.getWidth())));
    }

    /** Returns the column that begins at an edge. */
    private int at(int edge) {
        var column = 0;
        while (column + 1 < edges.size() && edges.get(column + 1) <= edge) {
            column++;
        }
        return column;
    }

    /** Returns the widths of the columns in mm. */
    List<Double> widths() {
        var widths = new ArrayList<Double>();
        for (int i = 1; i < edges.size(); i++) {
            widths.add((edges.get(i) - edges.get(i - 1)) * MM_PER_TWIP);
        }
        return widths;
    }
}
