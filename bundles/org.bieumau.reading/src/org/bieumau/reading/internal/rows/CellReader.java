/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.NumberValue;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.values.ValueReader;

/** Reads the cells of an entry. */
final class CellReader {

    /** Kinds of rows whose merged cells hold for the rows below; they show their texts there if they are hidden. */
    private static final Set<RowKind> HOLDING = EnumSet.of(RowKind.BODY, RowKind.HIDDEN, RowKind.SAMPLE);

    private final MappedTable table;
    private final ValueReader values;
    private final Computed computed;
    private final Totals totals;
    private final Ledger ledger;
    private final RowWarnings warnings;

    CellReader(
            MappedTable table,
            ValueReader values,
            Computed computed,
            Totals totals,
            Ledger ledger,
            RowWarnings warnings) {
        this.table = table;
        this.values = values;
        this.computed = computed;
        this.totals = totals;
        this.ledger = ledger;
        this.warnings = warnings;
    }

    /**
     * Reads all columns of an entry.
     *
     * @param rows indexes of its rows
     * @param row the printed row; empty if it was added to the form
     */
    void read(Entry entry, List<Integer> rows, Optional<GivenRow> row) {
        for (var leaf : table.template().columns()) {
            var cells = cells(leaf, rows);
            if (!cells.isEmpty()) {
                read(entry, leaf, cells, row);
            }
        }
    }

    private List<GridCell> cells(Leaf leaf, List<Integer> rows) {
        var column = table.columns().get(leaf);
        if (column == null) {
            return List.of();
        }
        var cells = table.shape().cells(rows.getFirst(), column);
        if (rows.size() > 1) {
            cells = new ArrayList<>(cells);
            for (var row : rows.subList(1, rows.size())) {
                cells.addAll(table.shape().cells(row, column));
            }
        }
        return cells.isEmpty()
                ? shared(leaf, column, rows.getFirst()).map(List::of).orElse(List.of())
                : cells;
    }

    /**
     * Returns the cell of a row above that is merged with a row, so that its value holds for both. A number could also
     * be the sum of the rows, which is reported instead.
     */
    private Optional<GridCell> shared(Leaf leaf, ShapeColumn column, int row) {
        if (!(table.grid().at(row, column.first()) instanceof GridCell cell)
                || cell.row() >= row
                || table.isTitle(leaf)
                || !HOLDING.contains(table.shape().kinds().get(cell.row()))) {
            return Optional.empty();
        }
        return switch (leaf.type()) {
            case ORDINAL -> Optional.empty();
            case NUMBER, MONEY, COMPUTED -> {
                warnings.cell(
                        "READ-MERGED",
                        cell,
                        cell.text(),
                        leaf.title(),
                        table.grid().rowNumber(row));
                yield Optional.empty();
            }
            default -> Optional.of(cell);
        };
    }

    private void read(Entry entry, Leaf leaf, List<GridCell> cells, Optional<GivenRow> row) {
        if (leaf.type() == ColumnType.ORDINAL || row.isPresent() && coversTitle(leaf, cells.getFirst())) {
            use(cells, Use.LABEL);
            return;
        }
        if (leaf.type() == ColumnType.COMPUTED) {
            cells.forEach(cell -> {
                computed.add(entry, leaf, cell, values.number(leaf, cell));
                totals.count(leaf, values.number(leaf, cell).orElse(null));
            });
            return;
        }
        var text = text(leaf, cells);
        if (text.isEmpty() || row.isPresent() && table.isTitle(leaf)) {
            use(cells, Use.LABEL);
            return;
        }
        var printed = row.flatMap(each -> printed(each, leaf));
        if (printed.isPresent()) {
            compare(printed.get(), leaf, cells, text);
            return;
        }
        values.read(leaf, cells, text).ifPresent(reading -> {
            use(cells, Use.VALUE);
            var value = reading.value();
            if (value == null) {
                return;
            }
            totals.count(leaf, value instanceof NumberValue number ? number.getNumber() : null);
            set(entry, leaf, value, row.isPresent());
        });
    }

    /** Whether a cell of another column is merged with the title of the row, whose text it then has. */
    private boolean coversTitle(Leaf leaf, GridCell cell) {
        return !table.isTitle(leaf)
                && table.titleColumn()
                        .filter(title -> cell.column() <= title.first() && title.first() < cell.columnEnd())
                        .isPresent();
    }

    private void use(List<GridCell> cells, Use use) {
        for (var cell : cells) {
            ledger.use(cell, use);
        }
    }

    private String text(Leaf leaf, List<GridCell> cells) {
        var text = CellTexts.joined(cells);
        var hasOrdinal = table.template().ordinalIn().filter(leaf::equals).isPresent();
        return hasOrdinal ? CellTexts.withoutOrdinal(text) : text;
    }

    private void set(Entry entry, Leaf leaf, Value value, boolean isGiven) {
        if (!isGiven && value instanceof TextValue title && leaf.type() == ColumnType.TEXT && table.isTitle(leaf)) {
            entry.setTitle(title.getText());
            return;
        }
        var cell = BieumauFactory.eINSTANCE.createCell();
        cell.setColumn(leaf.source());
        cell.setValue(value);
        entry.getCells().add(cell);
    }

    /** Returns the unit of measure or code that the form prints in a row; empty if it prints none. */
    private static Optional<String> printed(GivenRow row, Leaf leaf) {
        return switch (leaf.type()) {
            case MEASURE -> Optional.ofNullable(row.source().getMeasureUnit());
            case CODE -> Optional.ofNullable(row.source().getCode());
            default -> Optional.empty();
        };
    }

    /** Reports a printed text that was changed in the file: the numbers of the row may be in another unit. */
    private void compare(String printed, Leaf leaf, List<GridCell> cells, String text) {
        if (VietnameseText.fold(printed).equals(VietnameseText.fold(text))) {
            use(cells, Use.LABEL);
        } else {
            warnings.cell("READ-PRINTED", cells.getFirst(), text, leaf.title(), printed);
        }
    }
}
