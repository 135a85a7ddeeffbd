/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.navigation.Places;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.texteditor.ITextEditor;

/** Restores texts of a crashed session. */
final class Restoring {

    private Restoring() {}

    /**
     * Opens the file of a copy and puts the text of the copy into its editor, as one step to undo. The file itself is
     * not changed until the user saves. If the file no longer exists, the user is asked where to save the text.
     */
    static void restore(RecoveryCopy copy) throws IOException, CoreException {
        if (!Files.exists(copy.file())) {
            saveElsewhere(copy);
            return;
        }
        var editor = open(copy.file());
        var text = Adapters.adapt(editor, ITextEditor.class);
        var document = text.getDocumentProvider().getDocument(text.getEditorInput());
        DocumentEdits.apply(document, List.of(TextEdit.between(document.get(), copy.text())));
        OpenDocument.of(document).ifPresent(open -> Autosave.adopt(open, copy));
    }

    private static IEditorPart open(Path file) throws CoreException {
        var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        for (var known : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(file.toUri())) {
            known.refreshLocal(IResource.DEPTH_ZERO, null);
        }
        return Places.editor(page, file);
    }

    private static void saveElsewhere(RecoveryCopy copy) throws IOException, CoreException {
        var dialog = new FileDialog(
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), SWT.SAVE);
        dialog.setFileName(copy.file().getFileName().toString());
        dialog.setOverwrite(true);
        var chosen = dialog.open();
        if (chosen != null) {
            WholeFile.write(Path.of(chosen), copy.text());
            copy.delete();
            open(Path.of(chosen));
        }
    }
}
