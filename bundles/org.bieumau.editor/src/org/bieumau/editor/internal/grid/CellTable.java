/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.grid;

import org.eclipse.nebula.widgets.nattable.NatTable;
import org.eclipse.nebula.widgets.nattable.layer.ILayer;
import org.eclipse.nebula.widgets.nattable.selection.command.SelectAllCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;

/**
 * Table whose selected cells can be cut, copied and pasted. It is public because the commands of the workbench call its
 * methods by reflection.
 */
public final class CellTable extends NatTable {

    private final Grid.Actions actions;

    CellTable(Composite parent, ILayer layer, Grid.Actions actions) {
        super(parent, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED | SWT.V_SCROLL | SWT.H_SCROLL, layer, false);
        this.actions = actions;
    }

    /** Copies the selected cells and clears them. */
    public void cut() {
        actions.cut();
    }

    /** Copies the selected cells. */
    public void copy() {
        actions.copy();
    }

    /** Selects all cells. */
    public void selectAll() {
        doCommand(new SelectAllCommand());
    }

    /** Pastes cells, starting at the selected cell. */
    public void paste() {
        actions.paste();
    }
}
