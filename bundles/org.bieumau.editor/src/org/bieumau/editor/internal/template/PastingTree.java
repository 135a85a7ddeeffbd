/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.template;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Tree;

/**
 * Tree whose selected columns can be copied, and in which columns can be pasted. It is public because the commands of
 * the workbench call its methods by reflection.
 */
public final class PastingTree extends Tree {

    private final ColumnTree.Actions actions;

    PastingTree(Composite parent, int style, ColumnTree.Actions actions) {
        super(parent, style);
        this.actions = actions;
    }

    @Override
    protected void checkSubclass() {
        // Only methods for commands are added.
    }

    /** Copies the selected column or group. */
    public void copy() {
        actions.copy();
    }

    /** Pastes columns after the selected one. */
    public void paste() {
        actions.paste();
    }
}
