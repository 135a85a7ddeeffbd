/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Checks the Word files that are selected in the tree, or that the user chooses. */
public final class CheckHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var window = HandlerUtil.getActiveWorkbenchWindow(event);
        var files = selected(event);
        (files.isEmpty() ? chosen(window) : files).forEach(file -> SourceFiles.check(window.getActivePage(), file));
        return null;
    }

    private static List<Path> selected(ExecutionEvent event) {
        var files = new ArrayList<Path>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (var each : selection.toList()) {
                var file = Adapters.adapt(each, IFile.class);
                if (file != null && file.getLocation() != null && isChecked(file.getName())) {
                    files.add(file.getLocation().toPath());
                }
            }
        }
        return files;
    }

    /** Returns whether files with a name are documents of Word that can be checked. */
    public static boolean isChecked(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.doc[xm]");
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
