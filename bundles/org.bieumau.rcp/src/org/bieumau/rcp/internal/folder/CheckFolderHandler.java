/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.ISelection;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Checks the Word files of the folders whose context menu is open in the tree, or of one that the user chooses. */
public final class CheckFolderHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var window = HandlerUtil.getActiveWorkbenchWindow(event);
        var clicked = folders(HandlerUtil.getActiveMenuSelection(event));
        var folders = clicked.isEmpty() ? chosen(window, folders(HandlerUtil.getCurrentSelection(event))) : clicked;
        if (!folders.isEmpty()) {
            FolderEditor.open(window.getActivePage(), folders);
        }
        return null;
    }

    private static List<Path> folders(ISelection selection) {
        var folders = new ArrayList<Path>();
        if (selection instanceof IStructuredSelection structured) {
            for (var each : structured.toList()) {
                var folder = Adapters.adapt(each, IContainer.class);
                if (folder != null && folder.getLocation() != null) {
                    folders.add(folder.getLocation().toPath());
                }
            }
        }
        return folders;
    }

    private static List<Path> chosen(IWorkbenchWindow window, List<Path> proposed) {
        var dialog = new DirectoryDialog(window.getShell());
        dialog.setText(RcpMessages.ALL.text("folder.choose"));
        dialog.setMessage(RcpMessages.ALL.text("folder.choose.what"));
        if (!proposed.isEmpty()) {
            dialog.setFilterPath(proposed.getFirst().toString());
        }
        var chosen = dialog.open();
        return chosen == null ? List.of() : List.of(Path.of(chosen));
    }
}
