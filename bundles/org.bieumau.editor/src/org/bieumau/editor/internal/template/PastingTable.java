/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

/**
 * Table whose selected rows can be copied, and in which rows can be pasted. It is public because the commands of the
 * workbench call its methods by reflection.
 */
public final class PastingTable extends Table {

    private final Runnable copy;
    private final Runnable paste;

    PastingTable(Composite parent, int style, Runnable copy, Runnable paste) {
        super(parent, style);
        this.copy = copy;
        this.paste = paste;
    }

    @Override
    protected void checkSubclass() {
        // Only methods for commands are added.
    }

    /** Copies the selected rows. */
    public void copy() {
        copy.run();
    }

    /** Pastes rows below the selected one. */
    public void paste() {
        paste.run();
    }
}
