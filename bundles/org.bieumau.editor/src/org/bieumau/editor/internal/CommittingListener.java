/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.Set;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.IExecutionListener;
import org.eclipse.core.commands.NotHandledException;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchCommandConstants;

/** Writes what is being typed in the active editor to its text before a command of the workbench is executed. */
final class CommittingListener implements IExecutionListener {

    /** Commands that edit the field that has the focus. */
    private static final Set<String> OF_FIELDS = Set.of(
            IWorkbenchCommandConstants.EDIT_CUT,
            IWorkbenchCommandConstants.EDIT_COPY,
            IWorkbenchCommandConstants.EDIT_PASTE,
            IWorkbenchCommandConstants.EDIT_DELETE,
            IWorkbenchCommandConstants.EDIT_SELECT_ALL);

    private final BieuEditor editor;

    CommittingListener(BieuEditor editor) {
        this.editor = editor;
    }

    @Override
    public void preExecute(String command, ExecutionEvent event) {
        if (Display.getCurrent() != null
                && !OF_FIELDS.contains(command)
                && editor.getSite().getPage().getActiveEditor() == editor) {
            editor.commit();
        }
    }

    @Override
    public void notHandled(String command, NotHandledException exception) {}

    @Override
    public void postExecuteFailure(String command, ExecutionException exception) {}

    @Override
    public void postExecuteSuccess(String command, Object result) {}
}
