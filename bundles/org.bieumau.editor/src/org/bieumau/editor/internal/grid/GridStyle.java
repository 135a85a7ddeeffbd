/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import java.util.Arrays;
import java.util.List;
import org.bieumau.dsl.ide.internal.table.FormTable.TableColumn;
import org.bieumau.dsl.ui.internal.theme.Palette;
import org.bieumau.model.ColumnType;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.nebula.widgets.nattable.config.AbstractRegistryConfiguration;
import org.eclipse.nebula.widgets.nattable.config.CellConfigAttributes;
import org.eclipse.nebula.widgets.nattable.config.EditableRule;
import org.eclipse.nebula.widgets.nattable.config.IConfigRegistry;
import org.eclipse.nebula.widgets.nattable.config.IEditableRule;
import org.eclipse.nebula.widgets.nattable.data.convert.DefaultDisplayConverter;
import org.eclipse.nebula.widgets.nattable.data.convert.DisplayConverter;
import org.eclipse.nebula.widgets.nattable.edit.EditConfigAttributes;
import org.eclipse.nebula.widgets.nattable.edit.editor.ComboBoxCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.EditorSelectionEnum;
import org.eclipse.nebula.widgets.nattable.edit.editor.MultiLineTextCellEditor;
import org.eclipse.nebula.widgets.nattable.edit.editor.TextCellEditor;
import org.eclipse.nebula.widgets.nattable.grid.GridRegion;
import org.eclipse.nebula.widgets.nattable.layer.cell.ILayerCell;
import org.eclipse.nebula.widgets.nattable.painter.cell.BackgroundPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.TextPainter;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.LineBorderDecorator;
import org.eclipse.nebula.widgets.nattable.painter.cell.decorator.PaddingDecorator;
import org.eclipse.nebula.widgets.nattable.style.BorderStyle;
import org.eclipse.nebula.widgets.nattable.style.CellStyleAttributes;
import org.eclipse.nebula.widgets.nattable.style.DisplayMode;
import org.eclipse.nebula.widgets.nattable.style.HorizontalAlignmentEnum;
import org.eclipse.nebula.widgets.nattable.style.SelectionStyleLabels;
import org.eclipse.nebula.widgets.nattable.style.Style;
import org.eclipse.nebula.widgets.nattable.style.VerticalAlignmentEnum;
import org.eclipse.swt.graphics.GC;

/** Styles and editors of the cells, by the type of their column. */
final class GridStyle extends AbstractRegistryConfiguration {

    static final String BODY = "FORM_BODY";
    static final String HEADING = "HEADING";
    /** Label of the cells of a row of totals. */
    static final String TOTAL = "TOTAL";

    static final String ERROR = "ERROR";
    static final String WARNING = "WARNING";
    static final String NOTE = "NOTE";
    /** Label of cells that the template prints. */
    static final String PRINTED = "PRINTED";

    private static final String COLUMN = "COLUMN_";
    private static final int PADDING = 2;

    private final List<TableColumn> columns;
    private final GridData data;
    private final Grid.Actions actions;

    GridStyle(List<TableColumn> columns, GridData data, Grid.Actions actions) {
        this.columns = columns;
        this.data = data;
        this.actions = actions;
    }

    /** Returns the label of the cells of a column. */
    static String column(int index) {
        return COLUMN + index;
    }

    @Override
    public void configureRegistry(IConfigRegistry registry) {
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_PAINTER,
                new BackgroundPainter(new PaddingDecorator(new WholeLines(), PADDING, 4, PADDING, 4)),
                DisplayMode.NORMAL);
        registry.registerConfigAttribute(CellConfigAttributes.DISPLAY_CONVERTER, new DefaultDisplayConverter());
        registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITABLE_RULE, IEditableRule.NEVER_EDITABLE);
        // Enter and Tab select the next cell and do not open it.
        registry.registerConfigAttribute(EditConfigAttributes.OPEN_ADJACENT_EDITOR, false);
        registry.registerConfigAttribute(EditConfigAttributes.ACTIVATE_EDITOR_ON_TRAVERSAL, false);
        registry.registerConfigAttribute(CellConfigAttributes.GRID_LINE_COLOR, Palette.RULE.colour());
        var style = new Style();
        style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.TOP);
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, BODY);
        for (int i = 0; i < columns.size(); i++) {
            column(columns.get(i), column(i), registry);
        }
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE, selected(Palette.SELECTED), DisplayMode.SELECT);
        var anchor = selected(Palette.ANCHOR);
        anchor.setAttributeValue(
                CellStyleAttributes.BORDER_STYLE,
                new BorderStyle(2, Palette.FOCUS.colour(), BorderStyle.LineStyleEnum.SOLID));
        registry.registerConfigAttribute(
                CellConfigAttributes.CELL_STYLE,
                anchor,
                DisplayMode.SELECT,
                SelectionStyleLabels.SELECTION_ANCHOR_STYLE);
        heading(registry);
        total(registry);
        header(registry);
        background(registry, ERROR, Palette.ERROR);
        background(registry, WARNING, Palette.WARNING);
        background(registry, NOTE, Palette.NOTE);
        background(registry, PRINTED, Palette.FIXED);
    }

    private void column(TableColumn column, String label, IConfigRegistry registry) {
        var style = new Style();
        style.setAttributeValue(
                CellStyleAttributes.HORIZONTAL_ALIGNMENT,
                switch (column.type()) {
                    case MARK, ORDINAL, DATE -> HorizontalAlignmentEnum.CENTER;
                    case NUMBER, MONEY, COMPUTED -> HorizontalAlignmentEnum.RIGHT;
                    default -> HorizontalAlignmentEnum.LEFT;
                });
        if (!column.isEditable()) {
            style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.FIXED.colour());
        }
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
        if (!column.isEditable() || column.type() == ColumnType.MARK) {
            return;
        }
        registry.registerConfigAttribute(
                EditConfigAttributes.CELL_EDITABLE_RULE, new Unprinted(), DisplayMode.EDIT, label);
        if (!column.choices().isEmpty()) {
            registry.registerConfigAttribute(
                    EditConfigAttributes.CELL_EDITOR,
                    new ComboBoxCellEditor(
                            column.choices(), Math.min(12, column.choices().size())),
                    DisplayMode.EDIT,
                    label);
        } else if (column.type() == ColumnType.PROSE || column.type() == ColumnType.TEXT) {
            var editor = column.type() == ColumnType.PROSE
                    ? new ProseCellEditor(actions)
                    : atEnd(new MultiLineTextCellEditor(true));
            registry.registerConfigAttribute(EditConfigAttributes.CELL_EDITOR, editor, DisplayMode.EDIT, label);
            registry.registerConfigAttribute(
                    CellConfigAttributes.DISPLAY_CONVERTER, new Written(), DisplayMode.EDIT, label);
        } else {
            registry.registerConfigAttribute(
                    EditConfigAttributes.CELL_EDITOR, atEnd(new TextCellEditor(true, true)), DisplayMode.EDIT, label);
        }
    }

    /** Has a cell that is opened with its content opened with the caret at the end. */
    private static TextCellEditor atEnd(TextCellEditor editor) {
        editor.setSelectionMode(EditorSelectionEnum.END);
        return editor;
    }

    /** Allows editing of cells that the template does not print. */
    private final class Unprinted extends EditableRule {

        @Override
        public boolean isEditable(int columnIndex, int rowIndex) {
            return data.isEditable(columnIndex, rowIndex);
        }
    }

    /** Paints only lines that fit completely; an ellipsis shows that there are more. */
    private static final class WholeLines extends TextPainter {

        WholeLines() {
            super(true, false, 0, false);
        }

        @Override
        protected String getTextToDisplay(ILayerCell cell, GC gc, int width, String text) {
            var wrapped = super.getTextToDisplay(cell, gc, width, text);
            var fitting = Math.max(
                    1,
                    (cell.getBounds().height - 2 * PADDING)
                            / gc.getFontMetrics().getHeight());
            var lines = wrapped.split("\n", fitting + 1);
            if (lines.length <= fitting) {
                return wrapped;
            }
            lines[fitting - 1] = lines[fitting - 1].stripTrailing() + " …";
            return String.join("\n", Arrays.copyOf(lines, fitting));
        }
    }

    /** Passes the source of a cell with its markup to the cell editor, instead of the text shown. */
    private final class Written extends DisplayConverter {

        @Override
        public Object canonicalToDisplayValue(ILayerCell cell, IConfigRegistry registry, Object value) {
            return data.written(cell.getColumnIndex(), cell.getRowIndex());
        }

        @Override
        public Object canonicalToDisplayValue(Object value) {
            return value;
        }

        @Override
        public Object displayToCanonicalValue(Object value) {
            return value;
        }
    }

    /** Returns the style of selected cells: the usual text on another background. */
    private static Style selected(Palette ground) {
        var style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, ground.colour());
        style.setAttributeValue(CellStyleAttributes.FOREGROUND_COLOR, Palette.TEXT.colour());
        style.setAttributeValue(
                CellStyleAttributes.FONT, JFaceResources.getFontRegistry().get(JFaceResources.DEFAULT_FONT));
        return style;
    }

    /** Registers the style of the column headers: centred and wrapped, as they print. */
    private static void header(IConfigRegistry registry) {
        var painter = new LineBorderDecorator(
                new BackgroundPainter(new PaddingDecorator(new TextPainter(true, false, 0, false), 2)),
                new BorderStyle(1, Palette.RULE.colour(), BorderStyle.LineStyleEnum.SOLID));
        for (var region : List.of(
                GridRegion.COLUMN_HEADER, GridRegion.COLUMN_GROUP_HEADER, GridRegion.CORNER, GridRegion.ROW_HEADER)) {
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.NORMAL, region);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_PAINTER, painter, DisplayMode.SELECT, region);
            var style = new Style();
            style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.HEADER.colour());
            style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.CENTER);
            style.setAttributeValue(CellStyleAttributes.VERTICAL_ALIGNMENT, VerticalAlignmentEnum.MIDDLE);
            registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, region);
            registry.registerConfigAttribute(
                    CellConfigAttributes.CELL_STYLE, selected(Palette.HEADER_SELECTED), DisplayMode.SELECT, region);
        }
    }

    private static void heading(IConfigRegistry registry) {
        var style = new Style();
        style.setAttributeValue(
                CellStyleAttributes.FONT, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.HEADING.colour());
        style.setAttributeValue(CellStyleAttributes.HORIZONTAL_ALIGNMENT, HorizontalAlignmentEnum.LEFT);
        style.setAttributeValue(
                CellStyleAttributes.BORDER_STYLE,
                new BorderStyle(0, Palette.RULE.colour(), BorderStyle.LineStyleEnum.SOLID));
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, HEADING);
    }

    private static void total(IConfigRegistry registry) {
        var style = new Style();
        style.setAttributeValue(
                CellStyleAttributes.FONT, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, Palette.HEADER.colour());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, TOTAL);
    }

    private static void background(IConfigRegistry registry, String label, Palette ground) {
        var style = new Style();
        style.setAttributeValue(CellStyleAttributes.BACKGROUND_COLOR, ground.colour());
        registry.registerConfigAttribute(CellConfigAttributes.CELL_STYLE, style, DisplayMode.NORMAL, label);
    }
}
