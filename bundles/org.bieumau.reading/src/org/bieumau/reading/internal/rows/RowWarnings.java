/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.List;
import java.util.function.Consumer;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.message.ReadingMessages;

/** Reports warnings about rows and cells of a table. */
record RowWarnings(Grid grid, Consumer<Problem> problems) {

    /** Maximum number of characters of a row that a message quotes. */
    private static final int LONGEST = 60;

    /** Reports a row with its number and its text. */
    void row(String code, int row) {
        report(code, place(row), grid.rowNumber(row), text(row));
    }

    /** Reports a row with its number, its text and a detail. */
    void row(String code, int row, String detail) {
        report(code, place(row), grid.rowNumber(row), text(row), detail);
    }

    /** Returns the place of a row: that of its first cell with text. */
    Place place(int row) {
        var cells = grid.cells(row);
        return cells.isEmpty() ? grid.place() : cells.getFirst().place();
    }

    /** Returns the text of a row in one line, shortened. */
    String text(int row) {
        return text(grid.cells(row));
    }

    /** Reports the heading of a section with its text. */
    void heading(String code, List<GridCell> cells) {
        report(code, cells.getFirst().place(), text(cells));
    }

    void cell(String code, GridCell cell, Object... arguments) {
        report(code, cell.place(), arguments);
    }

    private void report(String code, Place place, Object... arguments) {
        problems.accept(new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place));
    }

    private static String text(List<GridCell> cells) {
        var text = String.join(" ", cells.stream().map(GridCell::text).toList());
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
