/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.SystemProgram;
import org.bieumau.rcp.internal.imports.ReadableFiles;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;
import org.eclipse.ui.statushandlers.StatusManager;

/** Opens files that something was read from, at the place that was read. */
public final class SourceFiles {

    private SourceFiles() {}

    /**
     * Opens a file in the Studio, or with the program of the system if the Studio cannot read it. Tells the user if it
     * is missing.
     *
     * @param file null if its name is no path
     */
    public static void open(IWorkbenchPage page, Path file, Origin origin) {
        if (file == null || !Files.exists(file)) {
            MessageDialog.openInformation(
                    page.getWorkbenchWindow().getShell(),
                    RcpMessages.ALL.text("source"),
                    RcpMessages.ALL.text("source.missing", file == null ? origin.file() : file, origin.position()));
        } else if (ReadableFiles.isReadable(file)) {
            try {
                var opened = page.openEditor(
                        input(file), SourceEditor.ID, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
                if (opened instanceof SourceEditor source) {
                    source.reveal(origin);
                }
            } catch (PartInitException e) {
                StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
            }
        } else {
            SystemProgram.open(page.getWorkbenchWindow().getShell(), file);
        }
    }

    /** Opens a Word file in the Studio and checks it. */
    public static void check(IWorkbenchPage page, Path file) {
        try {
            var opened = page.openEditor(
                    input(file), SourceEditor.ID, true, IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID);
            if (opened instanceof SourceEditor source) {
                source.check();
            }
        } catch (PartInitException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static IEditorInput input(Path file) {
        var inWorkspace = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(IPath.fromPath(file));
        return inWorkspace != null && inWorkspace.exists()
                ? new FileEditorInput(inWorkspace)
                : new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(file.toUri()));
    }
}
