/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.handlers.HandlerUtil;

/** The files that the user wants to export: those selected in the tree, or else the edited one. */
final class ExportSelection {

    private ExportSelection() {}

    /** Returns what is selected in the active view; nothing if an editor is active. */
    static IStructuredSelection of(ExecutionEvent event) {
        var inEditor = HandlerUtil.getActivePart(event) == HandlerUtil.getActiveEditor(event);
        return !inEditor && HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection files
                ? files
                : StructuredSelection.EMPTY;
    }

    /** Returns the .bieu files of a selection, and of the selected folders; the edited file if there are none. */
    static List<Path> files(IWorkbench workbench, IStructuredSelection selection) {
        var found = new ArrayList<Path>();
        for (var each : selection == null ? List.of() : selection.toList()) {
            collect(Adapters.adapt(each, IResource.class), found);
        }
        var editor = workbench.getActiveWorkbenchWindow().getActivePage().getActiveEditor();
        if (found.isEmpty() && editor != null) {
            collect(Adapters.adapt(editor.getEditorInput(), IResource.class), found);
            var outside = editor.getEditorInput() instanceof IURIEditorInput input ? input.getURI() : null;
            if (found.isEmpty() && outside != null && "file".equals(outside.getScheme())) {
                found.add(Path.of(outside));
            }
        }
        return found;
    }

    private static void collect(IResource resource, List<Path> found) {
        try {
            if (resource instanceof IFile file && "bieu".equals(file.getFileExtension())) {
                found.add(file.getLocation().toPath());
            } else if (resource instanceof IContainer folder && folder.isAccessible()) {
                for (var each : folder.members()) {
                    collect(each, found);
                }
            }
        } catch (CoreException e) {
            Platform.getLog(ExportSelection.class).log(e.getStatus());
        }
    }
}
