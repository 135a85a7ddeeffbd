/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.source;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.editor.internal.BieuEditor;
import org.bieumau.editor.internal.grid.GridPage;
import org.bieumau.rcp.internal.RcpMessages;
import org.bieumau.rcp.internal.imports.ReadableFiles;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.ide.FileStoreEditorInput;
import org.eclipse.ui.part.FileEditorInput;

/** Opens the file that the selected cell of a form was read from, at its place. */
public final class OpenSourceHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        if (HandlerUtil.getActiveEditor(event) instanceof BieuEditor editor) {
            var origin = editor.shownPage()
                    .filter(GridPage.class::isInstance)
                    .flatMap(page -> ((GridPage) page).selectedOrigin());
            editor.showMessage(origin.isPresent() ? null : RcpMessages.ALL.text("source.none"));
            if (origin.isPresent()) {
                open(editor, origin.get());
            }
        }
        return null;
    }

    private static void open(BieuEditor editor, Origin origin) throws ExecutionException {
        var page = editor.getSite().getPage();
        var file = file(editor, origin);
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
                throw new ExecutionException(e.getMessage(), e);
            }
        } else {
            Program.launch(file.toString());
        }
    }

    /** Returns the file, which is relative to the folder of the form; null if its name is no path. */
    private static Path file(BieuEditor editor, Origin origin) {
        try {
            var path = Path.of(origin.file());
            var form = editor.open().path();
            return form == null ? path : form.resolveSibling(path).normalize();
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static IEditorInput input(Path file) {
        var inWorkspace = ResourcesPlugin.getWorkspace().getRoot().getFileForLocation(IPath.fromPath(file));
        return inWorkspace != null && inWorkspace.exists()
                ? new FileEditorInput(inWorkspace)
                : new FileStoreEditorInput(EFS.getLocalFileSystem().getStore(file.toUri()));
    }
}
