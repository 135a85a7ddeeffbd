/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.editor.internal.BieuEditor;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Opens the import wizard, with the files of Word and Excel that are selected or open. */
public final class ImportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        var window = HandlerUtil.getActiveWorkbenchWindow(event);
        var files = new ArrayList<Path>();
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection) {
            for (var each : selection.toList()) {
                var file = Adapters.adapt(each, IFile.class);
                if (file != null
                        && file.getLocation() != null
                        && ReadableFiles.isReadable(file.getLocation().toPath())) {
                    files.add(file.getLocation().toPath());
                }
            }
        }
        open(window, files);
        return null;
    }

    /** Opens the wizard for the file that is open in a window. */
    public static void open(IWorkbenchWindow window, List<Path> files) {
        var part =
                window.getActivePage() == null ? null : window.getActivePage().getActiveEditor();
        var editor = part instanceof BieuEditor bieu ? bieu : null;
        var file = part == null ? null : Adapters.adapt(part.getEditorInput(), IFile.class);
        ImportWizard.open(
                window.getShell(),
                new ImportWizard(
                        files, editor, file == null ? StructuredSelection.EMPTY : new StructuredSelection(file)),
                true);
    }
}
