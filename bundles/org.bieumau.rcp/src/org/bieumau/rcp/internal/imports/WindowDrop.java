/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DropTargetAdapter;
import org.eclipse.swt.dnd.DropTargetEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.statushandlers.StatusManager;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Files that are dropped on a window: those of Word and Excel are imported, .bieu files are opened. */
public final class WindowDrop extends DropTargetAdapter implements ITextEditorDropTargetListener {

    private final IWorkbenchWindow window;

    public WindowDrop(IWorkbenchWindow window) {
        this.window = window;
    }

    @Override
    public Transfer[] getTransfers() {
        return new Transfer[] {FileTransfer.getInstance()};
    }

    @Override
    public void dragEnter(DropTargetEvent event) {
        if (FileTransfer.getInstance().isSupportedType(event.currentDataType) && event.detail == DND.DROP_DEFAULT) {
            event.detail = DND.DROP_COPY;
        }
    }

    @Override
    public void drop(DropTargetEvent event) {
        if (event.data instanceof String[] names) {
            var files = Arrays.stream(names).map(Path::of).toList();
            // The program that the files were dragged from waits until this method returns.
            window.getShell().getDisplay().asyncExec(() -> open(files));
        }
    }

    private void open(List<Path> files) {
        var imported = new ArrayList<Path>();
        for (var file : files) {
            if (ReadableFiles.isReadable(file)) {
                imported.add(file);
            } else if (file.toString().endsWith(".bieu")) {
                edit(file);
            }
        }
        if (!imported.isEmpty()) {
            window.getShell().forceActive();
            ImportHandler.open(window, imported);
        }
    }

    private void edit(Path file) {
        try {
            var inWorkspace = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(IPath.fromPath(file));
            if (inWorkspace != null && inWorkspace.exists()) {
                IDE.openEditor(window.getActivePage(), inWorkspace);
            } else {
                IDE.openEditorOnFileStore(
                        window.getActivePage(), EFS.getLocalFileSystem().getStore(file.toUri()));
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
