/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.statushandlers.StatusManager;

/** Edits files, whether they are open or not. */
public final class FileEdits {

    private FileEdits() {}

    /**
     * Edits a file. One that is open is edited there, as one step to undo, and stays to be saved; any other is saved.
     * What fails is shown.
     *
     * @param edits in their order, as of the text that is open or, else, on the disk
     */
    public static void apply(Path file, List<TextEdit> edits) {
        var open = OpenDocument.of(file);
        if (open.isPresent()) {
            DocumentEdits.apply(open.get().document(), edits);
            return;
        }
        try {
            applyClosed(file, edits);
        } catch (IOException e) {
            var message = UiMessages.ALL.text("save.failed", file, String.valueOf(e.getMessage()));
            StatusManager.getManager().handle(Status.error(message, e), StatusManager.SHOW | StatusManager.LOG);
        } catch (CoreException e) {
            StatusManager.getManager().handle(e.getStatus(), StatusManager.SHOW | StatusManager.LOG);
        }
    }

    private static void applyClosed(Path file, List<TextEdit> edits) throws IOException, CoreException {
        var manager = FileBuffers.getTextFileBufferManager();
        var place = IPath.fromPath(file);
        manager.connect(place, LocationKind.NORMALIZE, null);
        try {
            var buffer = manager.getTextFileBuffer(place, LocationKind.NORMALIZE);
            DocumentEdits.apply(buffer.getDocument(), edits);
            WholeBuffer.save(buffer, file, null);
        } finally {
            manager.disconnect(place, LocationKind.NORMALIZE, null);
        }
    }
}
