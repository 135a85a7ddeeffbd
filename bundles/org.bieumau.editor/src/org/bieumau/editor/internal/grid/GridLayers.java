/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import org.bieumau.editor.internal.Worst;
import org.eclipse.nebula.widgets.nattable.coordinate.PositionCoordinate;
import org.eclipse.nebula.widgets.nattable.data.IDataProvider;
import org.eclipse.nebula.widgets.nattable.edit.command.UpdateDataCommandHandler;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditBindings;
import org.eclipse.nebula.widgets.nattable.edit.config.DefaultEditConfiguration;
import org.eclipse.nebula.widgets.nattable.freeze.CompositeFreezeLayer;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeHelper;
import org.eclipse.nebula.widgets.nattable.freeze.FreezeLayer;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.grid.data.DefaultCornerDataProvider;
import org.eclipse.nebula.widgets.nattable.grid.layer.ColumnHeaderLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.CornerLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.GridLayer;
import org.eclipse.nebula.widgets.nattable.grid.layer.RowHeaderLayer;
import org.eclipse.nebula.widgets.nattable.group.performance.ColumnGroupHeaderLayer;
import org.eclipse.nebula.widgets.nattable.layer.DataLayer;
import org.eclipse.nebula.widgets.nattable.layer.LabelStack;
import org.eclipse.nebula.widgets.nattable.layer.SpanningDataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.viewport.ViewportLayer;

/** Layers of the table and their arrangement. Does not need a display. */
final class GridLayers {

    /** Width of the column before the rows, in pixels. */
    static final int MARGIN = 28;

    private static final int ROW_HEIGHT = 24;

    final GridData data;
    final SpanningDataLayer body;
    final SelectionLayer selection;
    final ViewportLayer viewport;
    /** Columns on the left that stay in view. */
    final FreezeLayer frozen;

    /** Titles of the columns. */
    final DataLayer headers;

    final GridLayer whole;

    GridLayers(GridData data) {
        this.data = data;
        body = new SpanningDataLayer(data, 120, ROW_HEIGHT);
        body.setConfigLabelAccumulator(this::label);
        // The default handler drops a value that equals the text shown, which lacks the emphasis of prose.
        body.registerCommandHandler(new UpdateDataCommandHandler(body, false));
        selection = new SelectionLayer(body);
        viewport = new ViewportLayer(selection);
        frozen = new FreezeLayer(selection);
        var rows = new CompositeFreezeLayer(frozen, viewport, selection, false);
        rows.setRegionName(GridRegion.BODY);
        headers = new DataLayer(new Titles(), 120, 54);
        var grouped = groups(new ColumnHeaderLayer(headers, rows, selection));
        var rowHeader = new RowHeaderLayer(new DataLayer(new Numbers(), MARGIN, ROW_HEIGHT), rows, selection);
        var corner = new CornerLayer(
                new DataLayer(new DefaultCornerDataProvider(new Titles(), new Numbers())), rowHeader, grouped);
        whole = new GridLayer(rows, grouped, rowHeader, corner, false);
        whole.addConfiguration(new DefaultEditConfiguration());
        whole.addConfiguration(new DefaultEditBindings());
    }

    /**
     * Keeps the first columns in view while the others scroll.
     *
     * @param columns their number; 0 to scroll all columns
     */
    void freeze(int columns) {
        if (columns == 0) {
            FreezeHelper.unfreeze(frozen, viewport);
        } else {
            FreezeHelper.freeze(
                    frozen,
                    viewport,
                    new PositionCoordinate(frozen, 0, -1),
                    new PositionCoordinate(frozen, columns - 1, -1));
        }
    }

    private ColumnGroupHeaderLayer groups(ColumnHeaderLayer columnHeader) {
        var table = data.table();
        var layer = new ColumnGroupHeaderLayer(
                columnHeader, selection, !table.groups().isEmpty());
        var levels = table.groups().size();
        for (int i = 1; i < levels; i++) {
            layer.addGroupingLevel();
        }
        for (int i = 0; i < levels; i++) {
            var model = layer.getGroupModel(levels - 1 - i);
            model.setDefaultCollapseable(false);
            table.groups().get(i).forEach(heading -> model.addGroup(heading.title(), heading.first(), heading.span()));
        }
        layer.setRowHeight(28);
        return layer;
    }

    private void label(LabelStack labels, int column, int row) {
        if (row >= data.getRowCount() || data.row(row).id().isHeading()) {
            labels.addLabel(GridStyle.HEADING);
            return;
        }
        if (data.row(row).id().isTotal()) {
            labels.addLabel(GridStyle.TOTAL);
        }
        switch (Worst.of(data.problems(column, row))) {
            case ERROR -> labels.addLabel(GridStyle.ERROR);
            case WARNING -> labels.addLabel(GridStyle.WARNING);
            case INFO -> labels.addLabel(GridStyle.NOTE);
            case IGNORE -> {}
        }
        if (data.row(row).cells().get(column).isPrinted()) {
            labels.addLabel(GridStyle.PRINTED);
        }
        labels.addLabel(GridStyle.column(column));
        labels.addLabel(GridStyle.BODY);
    }

    private final class Titles implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return data.title(column);
        }

        @Override
        public void setDataValue(int column, int row, Object value) {}

        @Override
        public int getColumnCount() {
            return data.getColumnCount();
        }

        @Override
        public int getRowCount() {
            return 1;
        }
    }

    /** Column before the rows that marks rows with problems. */
    private final class Numbers implements IDataProvider {

        @Override
        public Object getDataValue(int column, int row) {
            return row >= data.getRowCount()
                    ? ""
                    : switch (data.severity(row)) {
                        case ERROR -> "✖";
                        case WARNING -> "!";
                        case INFO -> "i";
                        case IGNORE -> "";
                    };
        }

        @Override
        public void setDataValue(int column, int row, Object value) {}

        @Override
        public int getColumnCount() {
            return 1;
        }

        @Override
        public int getRowCount() {
            return data.getRowCount();
        }
    }
}
