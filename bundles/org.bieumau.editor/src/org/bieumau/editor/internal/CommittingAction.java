/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.operations.OperationHistoryActionHandler;

/** Action of the text that first writes what is being typed on a page to the text. */
final class CommittingAction extends Action {

    private final BieuEditor editor;
    private final String id;
    private final IAction action;
    private final IPropertyChangeListener listener = event -> update();

    CommittingAction(BieuEditor editor, String id, IAction action) {
        this.editor = editor;
        this.id = id;
        this.action = action;
        setActionDefinitionId(action.getActionDefinitionId());
        action.addPropertyChangeListener(listener);
        update();
    }

    /** Returns the id of the menu command. */
    String id() {
        return id;
    }

    /** Updates the labels and whether the action is enabled. Text that is being typed can be undone or reverted. */
    void update() {
        if (action instanceof OperationHistoryActionHandler history) {
            // Otherwise the action is updated too late after an edit.
            history.update();
        }
        setText(action.getText());
        setToolTipText(action.getToolTipText());
        setEnabled(action.isEnabled() || editor.isTyping() && !id.equals(ActionFactory.REDO.getId()));
    }

    @Override
    public void run() {
        editor.commit();
        if (action.isEnabled()) {
            action.run();
        }
    }

    void dispose() {
        action.removePropertyChangeListener(listener);
    }
}
