/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.source.SourceFiles;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Checks the Word files that are selected in the tree, or that the user chooses. */
public final class CheckHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var window = HandlerUtil.getActiveWorkbenchWindow(event);
        var files = selected(event);
        check(window.getActivePage(), files.isEmpty() ? chosen(window) : files);
        return null;
    }

    /** Checks a file beside its text, or several of them in a table. */
    public static void check(IWorkbenchPage page, List<Path> files) {
        if (files.size() == 1) {
            SourceFiles.check(page, files.getFirst());
        } else if (!files.isEmpty()) {
            FolderEditor.open(page, files);
        }
    }

    private static List<Path> selected(ExecutionEvent event) {
        var files = new ArrayList<Path>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (var each : selection.toList()) {
                var file = Adapters.adapt(each, IFile.class);
                if (file != null && file.getLocation() != null && CheckInput.isWord(file.getName())) {
                    files.add(file.getLocation().toPath());
                }
            }
        }
        return files;
    }

    private static List<Path> chosen(IWorkbenchWindow window) {
        var dialog = new FileDialog(window.getShell(), SWT.OPEN | SWT.MULTI);
        dialog.setText(RcpMessages.ALL.text("check"));
        dialog.setFilterExtensions(new String[] {"*.docx;*.docm"});
        if (dialog.open() == null) {
            return List.of();
        }
        var folder = Path.of(dialog.getFilterPath());
        return List.of(dialog.getFileNames()).stream().map(folder::resolve).toList();
    }
}
