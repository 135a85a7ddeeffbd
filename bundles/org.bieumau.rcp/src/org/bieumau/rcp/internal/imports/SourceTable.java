/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** A table of a file as it looks there, with its columns in the colours of the decisions about them. */
final class SourceTable {

    private static final int ROWS = 60;
    private static final int WIDTH = 110;

    private final Table table;
    private FormMatch match;
    private Consumer<ShapeColumn> onColumn = column -> {};

    SourceTable(Composite parent) {
        table = ImportPage.table(parent, SWT.SINGLE, "import.source", 200);
        table.addListener(SWT.MouseUp, event -> at(event.x, event.y).ifPresent(onColumn));
        var drag = new DragSource(table, DND.DROP_MOVE | DND.DROP_COPY);
        drag.setTransfer(TextTransfer.getInstance());
        drag.addDragListener(new DragSourceAdapter() {

            private String dragged;

            @Override
            public void dragStart(DragSourceEvent event) {
                var column = at(event.x, event.y);
                event.doit = column.isPresent();
                column.ifPresent(each -> dragged = Integer.toString(each.first()));
            }

            @Override
            public void dragSetData(DragSourceEvent event) {
                event.data = dragged;
            }
        });
    }

    /** Sets what happens when the user clicks on a column. */
    void onColumn(Consumer<ShapeColumn> action) {
        onColumn = action;
    }

    /** Returns the column that was dragged. */
    Optional<ShapeColumn> dragged(Object data) {
        return data instanceof String first && first.matches("\\d+")
                ? column(Integer.parseInt(first))
                : Optional.empty();
    }

    private Optional<ShapeColumn> column(int column) {
        return match.shape().columns().stream()
                .filter(each -> column >= each.first() && column < each.end())
                .findFirst();
    }

    /** Returns the column at a point of the table. */
    private Optional<ShapeColumn> at(int x, int y) {
        var item = table.getItem(new Point(x, y));
        for (int i = 1; item != null && i < table.getColumnCount(); i++) {
            var bounds = item.getBounds(i);
            if (x >= bounds.x && x < bounds.x + bounds.width) {
                return column(i - 1);
            }
        }
        return Optional.empty();
    }

    void show(FormMatch shown) {
        var isNew = match == null || match.shape() != shown.shape();
        match = shown;
        var grid = match.shape().grid();
        table.setRedraw(false);
        if (isNew) {
            table.removeAll();
            while (table.getColumnCount() > 0) {
                table.getColumn(0).dispose();
            }
            ImportPage.column(table, "", 44);
            for (int i = 0; i < grid.width(); i++) {
                ImportPage.column(table, grid.columnName(i), WIDTH);
            }
            var first = Math.max(0, match.shape().top() - 2);
            for (int row = first; row < Math.min(grid.height(), first + ROWS); row++) {
                fill(new TableItem(table, SWT.NONE), grid, row);
            }
        }
        colour();
        table.setRedraw(true);
    }

    private static void fill(TableItem item, Grid grid, int row) {
        item.setData(row);
        item.setText(0, Integer.toString(grid.rowNumber(row)));
        for (var cell : grid.cells(row)) {
            item.setText(cell.column() + 1, ImportPage.line(cell.shown()));
        }
    }

    private void colour() {
        var kinds = new HashMap<ShapeColumn, Decision.Kind>();
        match.decisions().forEach(each -> each.column().ifPresent(column -> kinds.put(column, each.kind())));
        for (var item : table.getItems()) {
            colour(item, kinds);
        }
    }

    private void colour(TableItem item, Map<ShapeColumn, Decision.Kind> kinds) {
        if ((int) item.getData() >= match.shape().top()) {
            kinds.forEach((column, kind) -> {
                for (int i = column.first(); i < column.end(); i++) {
                    item.setBackground(i + 1, DecisionColours.of(kind));
                    item.setForeground(i + 1, Palette.TEXT.colour());
                }
            });
        }
    }

    /** Scrolls to a column. */
    void reveal(ShapeColumn column) {
        if (column.first() + 1 < table.getColumnCount()) {
            table.showColumn(table.getColumn(column.first() + 1));
        }
    }
}
