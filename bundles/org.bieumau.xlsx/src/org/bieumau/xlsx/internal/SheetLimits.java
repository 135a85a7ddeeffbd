/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.SideBySide;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.profile.Component;
import org.bieumau.core.spi.FormatLimitException;
import org.bieumau.model.Severity;
import org.bieumau.xlsx.internal.RowHeight.Piece;
import org.eclipse.emf.ecore.EObject;

/** Finds content that exceeds the limits of Excel: too many columns or rows, and cells with too much text. */
final class SheetLimits {

    /** Excel's limit for the text of a cell, in UTF-16 code units. */
    static final int LONGEST_TEXT = 32_767;

    /** Excel's limit for the height of a row, in pt. */
    static final double HIGHEST_ROW = 409;

    private final Layout layout;
    private final CellStyles styles;
    private final List<Finding> findings = new ArrayList<>();
    /** The table with its row heights; null above the table. */
    private TableStart table;

    private RowHeight measure;
    /** The number of rows so far. The rows that long texts add are not counted. */
    private int rows;

    SheetLimits(Layout layout) {
        this.layout = layout;
        this.styles = new CellStyles(layout);
    }

    /** Looks at the next block of the layout. */
    void find(Block block) {
        switch (block) {
            case Paragraph paragraph when table == null -> row(List.of(paragraph));
            case TableStart start -> find(start);
            case Row row -> {
                count();
                row.cells().forEach(this::find);
            }
            case SideBySide sides
            when table != null ->
                new FootRows(styles, table.columns()).of(sides).forEach(row -> {
                    count();
                    row.cells().forEach(cell -> check(cell.paragraphs()));
                });
            default -> {}
        }
    }

    /**
     * Checks the columns of a table and the terms that they offer.
     *
     * @throws FormatLimitException if they exceed the limits
     */
    static void check(TableStart table, Layout layout) throws FormatLimitException {
        var limits = new SheetLimits(layout);
        limits.find(table);
        limits.check();
    }

    /**
     * Checks whether everything that was found fits in a sheet.
     *
     * @throws FormatLimitException if it exceeds the limits
     */
    void check() throws FormatLimitException {
        if (!findings.isEmpty()) {
            throw new FormatLimitException(findings);
        }
    }

    private void find(TableStart start) {
        table = start.enlarged();
        measure = new RowHeight(styles, table.columns());
        if (start.columns().size() > CellNames.COLUMNS) {
            findings.add(error(
                    "XLSX-COLUMNS",
                    layout.reported(start.source()),
                    layout.title(),
                    start.columns().size(),
                    CellNames.COLUMNS));
        }
        for (var column : start.columns()) {
            for (var choice : column.choices()) {
                check(List.of(Paragraph.of(Component.FORM_VALUE, choice, start.source())));
            }
        }
    }

    private void find(Cell cell) {
        if (isTooLong(cell.paragraphs())) {
            pieces(cell, measure).forEach(piece -> check(piece.paragraphs()));
        }
        for (int i = 0; i < cell.paragraphs().size(); i++) {
            cell.paragraphs().get(i).notes().forEach(note -> row(List.of(note)));
        }
    }

    /** Returns the texts of the sheet rows into which a cell is split. A header cell is not split. */
    static List<Piece> pieces(Cell cell, RowHeight measure) {
        return cell.rowSpan() > 1
                ? List.of(new Piece(cell.paragraphs(), 0))
                : measure.split(cell.paragraphs(), cell.column(), cell.columnSpan(), HIGHEST_ROW, LONGEST_TEXT);
    }

    private void row(List<Paragraph> paragraphs) {
        count();
        check(paragraphs);
    }

    private void count() {
        if (++rows == CellNames.ROWS + 1) {
            findings.add(rows(layout));
        }
    }

    private void check(List<Paragraph> paragraphs) {
        if (isTooLong(paragraphs)) {
            findings.add(text(paragraphs, layout));
        }
    }

    /** Returns whether a text is too long for a cell. */
    static boolean isTooLong(List<Paragraph> paragraphs) {
        return length(paragraphs) > LONGEST_TEXT;
    }

    private static int length(List<Paragraph> paragraphs) {
        return RowHeight.length(paragraphs) - 1;
    }

    /** Returns the finding that a text is too long for a cell. */
    static Finding text(List<Paragraph> paragraphs, Layout layout) {
        var first = paragraphs.getFirst();
        return error("XLSX-TEXT", layout.reported(first.source()), first.quotation(), length(paragraphs), LONGEST_TEXT);
    }

    /** Returns the finding that there are too many rows. */
    static Finding rows(Layout layout) {
        return error("XLSX-ROWS", layout.element(), layout.title(), CellNames.ROWS);
    }

    private static Finding error(String code, EObject element, Object... arguments) {
        return Finding.of(code, Severity.ERROR, element, null, arguments);
    }
}
