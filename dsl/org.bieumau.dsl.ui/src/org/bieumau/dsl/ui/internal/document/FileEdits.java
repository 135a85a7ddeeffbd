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

/** Edits files that may or may not be open. */
public final class FileEdits {

    private FileEdits() {}

    /**
     * Edits a file. If the file is open, its document is edited as one undo step and left unsaved; otherwise the file
     * is saved. Failures are shown to the user.
     *
     * @param edits the edits sorted by offset; offsets refer to the text in the editor if the file is open, otherwise
     *     to the text on disk
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
