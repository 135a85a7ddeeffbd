/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.ide.internal.prose.RichProse;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.ide.internal.table.TableCommands.Change;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.model.ColumnType;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.StructuralRefreshCommand;
import org.eclipse.nebula.widgets.nattable.command.VisualRefreshCommand;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.edit.CellEditorCreatedEvent;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.SpanningDataLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer.MoveDirectionEnum;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.KeyEventMatcher;
import org.eclipse.nebula.widgets.nattable.ui.matcher.MouseEventMatcher;
import org.eclipse.nebula.widgets.nattable.viewport.command.ShowRowInViewportCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.FocusAdapter;
import org.eclipse.swt.events.FocusListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/**
 * Table of a form. Its header looks as it prints, sections can be collapsed, and marks are toggled by a click or the
 * space bar.
 */
final class Grid {

    /** Actions of the user in the table. */
    interface Actions {

        void write(Id row, int column, String written);

        /** Called when what is being typed in a cell has changed. */
        void typing();

        void toggle(int row, int column);

        void clear();

        void copy();

        void paste();

        void fillDown();

        void insert();

        void arranged();

        /** Returns the source of a cell as prose. */
        RichProse rich(String written);
    }

    private static final int LINE = 17;
    private static final int TALLEST = 14;

    private final Actions actions;
    private final GridLayers layers;
    private final GridData data;
    private final SpanningDataLayer body;
    private final SelectionLayer selection;
    private final NatTable control;
    private int letter = 7;

    Grid(Composite parent, FormTable table, Actions actions) {
        this.actions = actions;
        layers = new GridLayers(new GridData(table, actions::write));
        data = layers.data;
        body = layers.body;
        selection = layers.selection;
        control = new CellTable(parent, layers.whole, actions);
        control.setConfigRegistry(new ConfigRegistry());
        control.addConfiguration(new DefaultNatTableStyleConfiguration());
        control.addConfiguration(new GridStyle(table.columns(), data, actions));
        control.addConfiguration(new Bindings());
        control.addConfiguration(new HeaderBindings());
        control.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_WHITE));
        control.configure();
        control.addLayerListener(event -> {
            if (event instanceof CellEditorCreatedEvent created) {
                opened(created.getEditor());
            }
        });
        new Tips(control);
        var gc = new GC(control);
        letter = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        gc.dispose();
        widths(table);
        heights();
        control.addListener(SWT.Resize, event -> fill());
    }

    NatTable control() {
        return control;
    }

    GridData data() {
        return data;
    }

    // Typing

    private void opened(ICellEditor editor) {
        data.opened(editor.getColumnIndex(), editor.getRowIndex());
        var field = editor.getEditorControl();
        field.addListener(SWT.Modify, event -> actions.typing());
        field.addListener(SWT.Dispose, event -> actions.typing());
        field.getTypedListeners(SWT.FocusOut, FocusListener.class)
                .filter(FocusAdapter.class::isInstance)
                .toList()
                .forEach(closing -> replace(field, closing));
    }

    /**
     * Keeps a cell open that loses the focus only for a moment, because another window is active or a command disables
     * the window while it runs. The cell is written, and the user goes on typing in it.
     */
    private void replace(Control field, FocusListener closing) {
        field.removeFocusListener(closing);
        field.addFocusListener(FocusListener.focusLostAdapter(event -> {
            if (!field.isEnabled() || field.getDisplay().getActiveShell() != field.getShell()) {
                commit();
            } else {
                closing.focusLost(event);
            }
        }));
    }

    /** Returns the change that writes the cell being edited; empty if nothing new has been typed in it. */
    Optional<Change> typed() {
        var editor = control.getActiveCellEditor();
        return editor == null || editor.isClosed() || !data.isNew(editor.getCanonicalValue())
                ? Optional.empty()
                : Optional.of(data.change(editor.getCanonicalValue()));
    }

    /** Writes the cell being edited, which stays open, so that the user can go on typing. */
    void commit() {
        if (typed().isPresent()) {
            control.getActiveCellEditor().commit(MoveDirectionEnum.NONE, false);
        }
    }

    /** Writes and closes the cell being edited. */
    void close() {
        if (control.getActiveCellEditor() != null) {
            control.commitAndCloseActiveCellEditor();
        }
    }

    // Content

    /**
     * Shows a new version of the form with the same columns. The selection is kept, and a cell being edited stays open.
     */
    void show(FormTable table) {
        var editor = control.getActiveCellEditor();
        if (editor != null && !editor.isClosed()) {
            var isTyping = typed().isPresent();
            data.set(table);
            if (!isTyping && data.isChanged()) {
                editor.setCanonicalValue(data.reopened());
            }
            refresh(false);
            return;
        }
        var before = data.getRowCount();
        var selected = selected();
        data.set(table);
        heights();
        refresh(before != data.getRowCount());
        if (before != data.getRowCount() && selected != null && selected.firstRow() < data.getRowCount()) {
            select(selected.firstColumn(), selected.firstRow());
        }
    }

    /**
     * Redraws the table.
     *
     * @param rows whether rows have been added or removed, so that the scroll bars must be updated, too
     */
    void refresh(boolean rows) {
        control.doCommand(rows ? new StructuralRefreshCommand() : new VisualRefreshCommand());
    }

    /** Sets the column widths from the template, in mm, or by type if the template gives none. */
    private void widths(FormTable table) {
        for (int i = 0; i < table.columns().size(); i++) {
            var column = table.columns().get(i);
            body.setColumnWidthByPosition(
                    i,
                    column.width() > 0
                            ? Math.max(40, (int) (column.width() * 4.2))
                            : switch (column.type()) {
                                case ORDINAL -> 48;
                                case MARK -> 84;
                                case DATE, NUMBER, MEASURE, CODE -> 110;
                                case MONEY, COMPUTED -> 130;
                                case CHOICE -> 170;
                                case TEXT -> 220;
                                case PROSE -> 420;
                            },
                    false);
        }
    }

    /** Distributes the remaining width among the text columns, which do not get narrower than is readable. */
    private void fill() {
        var table = data.table();
        widths(table);
        var left = control.getClientArea().width - GridLayers.MARGIN - body.getWidth() - 2;
        var wide = new ArrayList<Integer>();
        for (int i = 0; i < table.columns().size(); i++) {
            if (table.columns().get(i).type() == ColumnType.TEXT
                    || table.columns().get(i).type() == ColumnType.PROSE) {
                wide.add(i);
            }
        }
        var sum = wide.stream().mapToInt(body::getColumnWidthByPosition).sum();
        for (var column : wide) {
            var width = body.getColumnWidthByPosition(column);
            var least = table.columns().get(column).type() == ColumnType.PROSE ? 240 : 130;
            body.setColumnWidthByPosition(
                    column, Math.max(Math.min(width, least), width + (int) (left * (double) width / sum)), false);
        }
        heights();
        refresh(true);
    }

    /** Sets the row heights from the number of lines, which is estimated from the number of characters. */
    private void heights() {
        var columns = data.getColumnCount();
        var widths = new int[columns];
        var header = 1;
        for (int i = 0; i < columns; i++) {
            widths[i] = Math.max(1, (body.getColumnWidthByPosition(i) - 10) / letter);
            header = Math.max(header, lines(data.title(i), Math.max(1, widths[i] - 1)));
        }
        layers.headers.setDefaultRowHeight(header * LINE + 10);
        for (int row = 0; row < data.getRowCount(); row++) {
            var lines = 1;
            var cells = data.row(row).cells();
            for (int i = 0; i < cells.size() && i < columns; i++) {
                lines = Math.max(lines, lines(cells.get(i).shown(), widths[i]));
            }
            body.setRowHeightByPosition(row, Math.min(lines, TALLEST) * LINE + 8, false);
        }
    }

    private static int lines(String text, int width) {
        if (text.length() <= width && text.indexOf('\n') < 0) {
            return 1;
        }
        var lines = 0;
        for (var line : text.split("\n", -1)) {
            // Words leave space at the end of a line when they are wrapped.
            lines += 1 + (int) (line.length() * 1.08) / width;
        }
        return lines;
    }

    // Selection

    /** Bounds of the selected cells, all inclusive. */
    record Selected(int firstRow, int lastRow, int firstColumn, int lastColumn) {}

    /** Returns the bounds of the selected cells; null if none is selected. */
    Selected selected() {
        var cells = selection.getSelectedCellPositions();
        if (cells.length == 0) {
            return null;
        }
        int firstRow = Integer.MAX_VALUE;
        int lastRow = -1;
        int firstColumn = Integer.MAX_VALUE;
        int lastColumn = -1;
        for (var cell : cells) {
            firstRow = Math.min(firstRow, cell.getRowPosition());
            lastRow = Math.max(lastRow, cell.getRowPosition());
            firstColumn = Math.min(firstColumn, cell.getColumnPosition());
            lastColumn = Math.max(lastColumn, cell.getColumnPosition());
        }
        return new Selected(firstRow, Math.min(lastRow, data.getRowCount() - 1), firstColumn, lastColumn);
    }

    /** Returns the ids of the selected rows. */
    List<Id> selectedRows() {
        var selected = selected();
        var rows = new ArrayList<Id>();
        if (selected != null) {
            for (int row = selected.firstRow(); row <= selected.lastRow(); row++) {
                if (selection.isRowPositionSelected(row)) {
                    rows.add(data.row(row).id());
                }
            }
        }
        return rows;
    }

    /** Selects a cell and scrolls to it. */
    void select(int column, int row) {
        selection.doCommand(new SelectCellCommand(selection, column, row, false, false));
        layers.viewport.doCommand(new ShowRowInViewportCommand(row));
    }

    // Mouse and keys

    private int column(int x) {
        return control.getColumnIndexByPosition(control.getColumnPositionByX(x));
    }

    private int row(int y) {
        return control.getRowIndexByPosition(control.getRowPositionByY(y));
    }

    private boolean isMark(int column, int row) {
        return column >= 0
                && row >= 0
                && row < data.getRowCount()
                && !data.row(row).id().isHeading()
                && data.isEditable(column, row)
                && data.table().columns().get(column).type() == ColumnType.MARK;
    }

    private final class Bindings extends AbstractUiBindingConfiguration {

        @Override
        public void configureUiBindings(UiBindingRegistry registry) {
            registry.registerFirstSingleClickBinding(
                    MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> clicked(event.x, event.y));
            registry.registerFirstMouseDownBinding(
                    MouseEventMatcher.bodyRightClick(SWT.NONE), (table, event) -> rightClicked(event.x, event.y));
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, ' '), (table, event) -> spacePressed());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.DEL), (table, event) -> actions.clear());
            registry.registerFirstKeyBinding(
                    new KeyEventMatcher(SWT.NONE, SWT.INSERT), (table, event) -> actions.insert());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'd'), (table, event) -> actions.fillDown());
        }
    }

    private void clicked(int x, int y) {
        var row = row(y);
        var column = column(x);
        if (row >= 0 && row < data.getRowCount() && data.row(row).id().isHeading()) {
            data.toggle(data.row(row).id().section());
            heights();
            refresh(true);
            actions.arranged();
        } else if (isMark(column, row)) {
            select(column, row);
            actions.toggle(row, column);
        }
    }

    /** Selects the cell that the context menu is about, unless it is selected. */
    private void rightClicked(int x, int y) {
        var row = row(y);
        var column = column(x);
        if (row >= 0 && row < data.getRowCount() && column >= 0 && !selection.isCellPositionSelected(column, row)) {
            close();
            select(column, row);
        }
    }

    private void spacePressed() {
        var selected = selected();
        if (selected != null && isMark(selected.firstColumn(), selected.firstRow())) {
            actions.toggle(selected.firstRow(), selected.firstColumn());
        }
    }

    private final class HeaderBindings extends AbstractUiBindingConfiguration {

        @Override
        public void configureUiBindings(UiBindingRegistry registry) {
            registry.registerFirstSingleClickBinding(
                    MouseEventMatcher.columnHeaderLeftClick(SWT.NONE), (table, event) -> {
                        data.sort(column(event.x));
                        heights();
                        refresh(true);
                        actions.arranged();
                    });
        }
    }

    /** Shows the problems of a cell, or the instruction for a column. */
    private final class Tips extends NatTableContentTooltip {

        Tips(NatTable table) {
            super(table, GridRegion.BODY, GridRegion.COLUMN_HEADER);
            setPopupDelay(300);
        }

        @Override
        protected String getText(Event event) {
            var column = column(event.x);
            var row = row(event.y);
            var region = control.getRegionLabelsByXY(event.x, event.y);
            // There is no cell below the last row or after the last column.
            if (region == null || column < 0 || column >= data.getColumnCount()) {
                return null;
            }
            if (region.hasLabel(GridRegion.COLUMN_HEADER)) {
                return data.table().columns().get(column).instruction();
            }
            var problems = row < 0
                    ? List.<String>of()
                    : data.problems(column, row).stream()
                            .map(ProblemAnnotation::displayMessage)
                            .toList();
            var lines = new ArrayList<>(problems);
            var origin = data.origin(column, row);
            if (origin.isKnown()) {
                lines.add(EditorMessages.ALL.text("grid.origin", origin.text()));
            }
            return lines.isEmpty() ? null : String.join("\n", lines);
        }

        @Override
        protected boolean shouldCreateToolTip(Event event) {
            var text = getText(event);
            return text != null && !text.isEmpty();
        }
    }
}
