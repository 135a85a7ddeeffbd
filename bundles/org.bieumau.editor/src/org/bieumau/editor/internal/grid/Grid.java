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
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.editor.internal.EditorMessages;
import org.bieumau.model.ColumnType;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.command.StructuralRefreshCommand;
import org.eclipse.nebula.widgets.nattable.command.VisualRefreshCommand;
import org.eclipse.nebula.widgets.nattable.config.AbstractUiBindingConfiguration;
import org.eclipse.nebula.widgets.nattable.config.ConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.DefaultNatTableStyleConfiguration;
import org.eclipse.nebula.widgets.nattable.edit.CellEditorCreatedEvent;
import org.eclipse.nebula.widgets.nattable.edit.command.EditSelectionCommand;
import org.eclipse.nebula.widgets.nattable.edit.command.EditSelectionCommandHandler;
import org.eclipse.nebula.widgets.nattable.edit.editor.ICellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.layer.SpanningDataLayer;
import org.eclipse.nebula.widgets.nattable.selection.MoveCellSelectionCommandHandler;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer.MoveDirectionEnum;
import org.eclipse.nebula.widgets.nattable.selection.command.MoveSelectionCommand;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectCellCommand;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.nebula.widgets.nattable.tooltip.NatTableContentTooltip;
import org.eclipse.nebula.widgets.nattable.ui.binding.UiBindingRegistry;
import org.eclipse.nebula.widgets.nattable.ui.matcher.IKeyEventMatcher;
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
 * Table of a form. Its header looks as it prints, sections can be collapsed, and the keys are those of spreadsheets. A
 * mark is toggled by a double click or the space bar, and set by X.
 */
final class Grid {

    /** Actions of the user in the table. */
    interface Actions {

        void write(Id row, int column, String written);

        /** Called when what is being typed in a cell has changed. */
        void typing();

        /** Sets a mark, or removes it if it is set. */
        void toggle(int row, int column);

        /** Sets a mark. */
        void mark(int row, int column);

        void clear();

        void cut();

        void copy();

        void paste();

        void fillDown();

        void insert();

        /** Adds a row below the last one, unless the template gives the rows. */
        void append();

        /** Renames the section whose heading is selected. */
        void rename();

        /** Called when the rows shown or their order have changed. */
        void arranged();

        /** Called when other cells have been selected. */
        void selected();

        /** Returns the source of a cell as prose. */
        RichProse rich(String written);
    }

    private static final int LINE = 17;
    private static final int TALLEST = 14;
    /** Width of the arrow before a heading, in pixels. */
    private static final int ARROW = 24;
    /** Greatest number of columns that stay in view. */
    private static final int FROZEN_MOST = 3;

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
        var defaults = new DefaultNatTableStyleConfiguration();
        defaults.bgColor = Palette.PAGE.colour();
        defaults.fgColor = Palette.TEXT.colour();
        control.addConfiguration(defaults);
        control.addConfiguration(new GridStyle(table.columns(), data, actions));
        control.addConfiguration(new Bindings());
        control.addConfiguration(new HeaderBindings());
        control.setBackground(Palette.PAGE.colour());
        control.configure();
        control.addLayerListener(event -> {
            if (event instanceof CellEditorCreatedEvent created) {
                opened(created.getEditor());
            } else if (event instanceof ISelectionEvent) {
                actions.selected();
            }
        });
        new Tips(control);
        CellSpeech.install(control, selection, data);
        // Tab goes to the next cell; with Ctrl it leaves the table, as in texts.
        control.addTraverseListener(event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = (event.stateMask & SWT.CTRL) != 0;
            }
        });
        var gc = new GC(control);
        letter = (int) Math.ceil(gc.getFontMetrics().getAverageCharacterWidth());
        gc.dispose();
        widths(table);
        heights();
        control.addListener(SWT.Resize, event -> fill());
        selection.registerCommandHandler(new Moves());
        selection.registerCommandHandler(new Edits());
    }

    /** Opens the first of several selected cells, as spreadsheets do, instead of a dialogue for all of them. */
    private final class Edits extends EditSelectionCommandHandler {

        Edits() {
            super(Grid.this.selection);
        }

        @Override
        public boolean doCommand(EditSelectionCommand command) {
            var anchor = selection.getSelectionAnchor();
            if (selection.getSelectedCellPositions().length > 1 && anchor.getRowPosition() >= 0) {
                select(anchor.getColumnPosition(), anchor.getRowPosition());
            }
            return super.doCommand(command);
        }
    }

    /** Moves the selection. From an open cell, Tab leads to the next cell to fill in. */
    private final class Moves extends MoveCellSelectionCommandHandler {

        Moves() {
            super(Grid.this.selection);
        }

        @Override
        public boolean doCommand(ILayer layer, MoveSelectionCommand command) {
            var isLeaving = control.getActiveCellEditor() != null;
            return switch (command.getDirection()) {
                case LEFT, RIGHT -> {
                    if (!isLeaving) {
                        yield super.doCommand(layer, command);
                    }
                    // The cell is closed after this, and a new row must not be added while it is open.
                    control.getDisplay().asyncExec(() -> {
                        if (!control.isDisposed()) {
                            tab(command.getDirection() == MoveDirectionEnum.RIGHT);
                        }
                    });
                    yield true;
                }
                default -> super.doCommand(layer, command);
            };
        }
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
        freeze();
        refresh(true);
    }

    /** Keeps the columns up to the title of the rows in view if the table is wider than the window. */
    private void freeze() {
        var width = control.getClientArea().width - GridLayers.MARGIN;
        var frozen = 0;
        if (body.getWidth() > width) {
            var left = 0;
            for (int i = 0; i < Math.min(FROZEN_MOST, data.getColumnCount()); i++) {
                left += body.getColumnWidthByPosition(i);
                var type = data.table().columns().get(i).type();
                if (left > width / 2) {
                    break;
                }
                if (type == ColumnType.ORDINAL || type == ColumnType.TEXT) {
                    frozen = i + 1;
                }
                if (type == ColumnType.TEXT) {
                    break;
                }
            }
        }
        layers.freeze(frozen);
    }

    /** Shows only the rows that contain a text; see {@link GridData#filter}. */
    void filter(String text) {
        close();
        data.filter(text);
        heights();
        refresh(true);
        actions.arranged();
    }

    /** Expands or collapses a section, and selects its heading. */
    void toggle(int section) {
        data.toggle(section);
        heights();
        refresh(true);
        select(0, data.position(new Id(section, -1)));
        actions.arranged();
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
                && data.isEditable(column, row)
                && data.table().columns().get(column).type() == ColumnType.MARK;
    }

    private final class Bindings extends AbstractUiBindingConfiguration {

        @Override
        public void configureUiBindings(UiBindingRegistry registry) {
            registry.registerFirstSingleClickBinding(
                    MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> clicked(event.x, event.y));
            registry.registerFirstDoubleClickBinding(
                    MouseEventMatcher.bodyLeftClick(SWT.NONE), (table, event) -> doubleClicked(event.x, event.y));
            registry.registerFirstMouseDownBinding(
                    MouseEventMatcher.bodyRightClick(SWT.NONE), (table, event) -> rightClicked(event.x, event.y));
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, ' '), (table, event) -> spacePressed());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.DEL), (table, event) -> actions.clear());
            registry.registerFirstKeyBinding(
                    new KeyEventMatcher(SWT.NONE, SWT.INSERT), (table, event) -> actions.insert());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.MOD1, 'd'), (table, event) -> actions.fillDown());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.F2), (table, event) -> edit());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.BS), (table, event) -> empty());
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.NONE, SWT.TAB), (table, event) -> tab(true));
            registry.registerFirstKeyBinding(new KeyEventMatcher(SWT.SHIFT, SWT.TAB), (table, event) -> tab(false));
            registry.registerFirstKeyBinding(letterOfMark(), (table, event) -> markPressed());
            for (var way : Way.values()) {
                registry.registerFirstKeyBinding(
                        new KeyEventMatcher(SWT.MOD1, way.key), (table, event) -> jump(way, false));
                registry.registerFirstKeyBinding(
                        new KeyEventMatcher(SWT.MOD1 | SWT.SHIFT, way.key), (table, event) -> jump(way, true));
            }
        }

        /** Matches X on a cell for a mark. */
        private IKeyEventMatcher letterOfMark() {
            return event -> (event.character == 'x' || event.character == 'X')
                    && (event.stateMask & (SWT.MOD1 | SWT.ALT)) == 0
                    && onMark();
        }
    }

    /** Direction of an arrow key. */
    private enum Way {
        LEFT(SWT.ARROW_LEFT, -1, 0),
        RIGHT(SWT.ARROW_RIGHT, 1, 0),
        UP(SWT.ARROW_UP, 0, -1),
        DOWN(SWT.ARROW_DOWN, 0, 1);

        final int key;
        final int columns;
        final int rows;

        Way(int key, int columns, int rows) {
            this.key = key;
            this.columns = columns;
            this.rows = rows;
        }
    }

    /**
     * Goes to the end of the block of filled cells, or over empty cells to the next block, as Ctrl with an arrow key
     * does in spreadsheets. Headings of sections are passed over.
     *
     * @param extendsSelection whether the cells up to there are selected, too
     */
    private void jump(Way way, boolean extendsSelection) {
        var at = selection.getLastSelectedCellPosition();
        if (at == null) {
            return;
        }
        var to = data.blockEnd(at.getColumnPosition(), at.getRowPosition(), way.columns, way.rows);
        control.doCommand(new SelectCellCommand(selection, to.column(), to.row(), extendsSelection, false));
        layers.viewport.doCommand(new ShowRowInViewportCommand(to.row()));
    }

    /** Goes to the next or previous cell to fill in, row by row. After the last one comes a new row. */
    private void tab(boolean forward) {
        var at = selection.getLastSelectedCellPosition();
        if (at == null) {
            return;
        }
        var to = data.nextToFill(at.getColumnPosition(), at.getRowPosition(), forward);
        if (to.isPresent()) {
            select(to.get().column(), to.get().row());
        } else if (forward) {
            actions.append();
        }
    }

    /** Opens the selected cell, or renames the section whose heading is selected. */
    private void edit() {
        var selected = selected();
        if (selected != null && data.row(selected.firstRow()).id().isHeading()) {
            actions.rename();
        } else {
            control.doCommand(new EditSelectionCommand(control, control.getConfigRegistry()));
        }
    }

    /** Opens the selected cell, empty. */
    private void empty() {
        edit();
        var editor = control.getActiveCellEditor();
        if (editor != null) {
            editor.setEditorValue("");
        }
    }

    /** Expands or collapses a section whose arrow is clicked. */
    private void clicked(int x, int y) {
        var row = row(y);
        if (row >= 0 && row < data.getRowCount() && data.row(row).id().isHeading() && x < GridLayers.MARGIN + ARROW) {
            toggle(data.row(row).id().section());
        }
    }

    private void doubleClicked(int x, int y) {
        var row = row(y);
        var column = column(x);
        if (isMark(column, row)) {
            actions.toggle(row, column);
        } else if (row >= 0 && row < data.getRowCount() && data.row(row).id().isHeading()) {
            actions.rename();
        } else if (data.isEditable(column, row)) {
            select(column, row);
            edit();
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

    /** Returns whether the selected cell is for a mark. */
    private boolean onMark() {
        var selected = selected();
        return selected != null && isMark(selected.firstColumn(), selected.firstRow());
    }

    private void spacePressed() {
        if (onMark()) {
            actions.toggle(selected().firstRow(), selected().firstColumn());
        }
    }

    private void markPressed() {
        actions.mark(selected().firstRow(), selected().firstColumn());
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
