/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import org.bieumau.dsl.ui.internal.accessibility.Names;
import org.bieumau.editor.internal.EditorMessages;
import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.selection.SelectionLayer;
import org.eclipse.nebula.widgets.nattable.selection.event.ISelectionEvent;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;

/**
 * Tells screen readers the selected cell: NatTable draws its cells itself, so that the operating system knows one
 * canvas only. The cell is the name of the table, which changes with the selection.
 */
final class CellSpeech {

    private CellSpeech() {}

    static void install(NatTable table, SelectionLayer selection, GridData data) {
        Names.named(table, () -> text(selection, data));
        table.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = ACC.ROLE_TABLECELL;
            }

            @Override
            public void getValue(AccessibleControlEvent event) {
                event.result = value(selection, data);
            }
        });
        table.addLayerListener(event -> {
            if (event instanceof ISelectionEvent && !table.isDisposed()) {
                table.getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
                table.getAccessible().setFocus(ACC.CHILDID_SELF);
            }
        });
    }

    /** Returns the title of the column, the number of the row and the text of the selected cell. */
    private static String text(SelectionLayer selection, GridData data) {
        var cell = selection.getSelectionAnchor();
        return isCell(cell.columnPosition, cell.rowPosition, data)
                ? EditorMessages.ALL.text(
                        "grid.cell", data.title(cell.columnPosition), cell.rowPosition + 1, value(selection, data))
                : EditorMessages.ALL.text("grid.table");
    }

    private static String value(SelectionLayer selection, GridData data) {
        var cell = selection.getSelectionAnchor();
        var value = isCell(cell.columnPosition, cell.rowPosition, data)
                ? data.getDataValue(cell.columnPosition, cell.rowPosition)
                : null;
        return value == null || value.toString().isEmpty()
                ? EditorMessages.ALL.text("grid.cell.empty")
                : value.toString();
    }

    private static boolean isCell(int column, int row, GridData data) {
        return column >= 0 && column < data.getColumnCount() && row >= 0 && row < data.getRowCount();
    }
}
