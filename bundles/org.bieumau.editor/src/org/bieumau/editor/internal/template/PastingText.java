/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/**
 * Field of a cell. Several lines or cells on the clipboard are pasted as rows. It is public because the commands of the
 * workbench call its methods by reflection.
 */
public final class PastingText extends Text {

    private final BooleanSupplier pastesRows;

    /** @param pastesRows pastes the clipboard as rows, and returns whether it has rows */
    PastingText(Composite parent, int style, BooleanSupplier pastesRows) {
        super(parent, style);
        this.pastesRows = pastesRows;
    }

    @Override
    protected void checkSubclass() {
        // Only pasting is changed.
    }

    @Override
    public void paste() {
        if (!pastesRows.getAsBoolean()) {
            super.paste();
        }
    }
}
