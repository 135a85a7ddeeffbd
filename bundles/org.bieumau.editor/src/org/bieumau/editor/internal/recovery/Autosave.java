/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal.recovery;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.runtime.IPath;

/**
 * Keeps a copy of each text of an open file that is not saved. The copy is deleted when the text is saved or its editor
 * is closed.
 */
final class Autosave implements IFileBufferListener {

    private static final Autosave INSTANCE = new Autosave();

    private final Map<IFileBuffer, UnsavedText> texts = new HashMap<>();

    private Autosave() {}

    /** Starts to keep copies. Called on the UI thread. */
    static void start() {
        var manager = FileBuffers.getTextFileBufferManager();
        manager.addFileBufferListener(INSTANCE);
        Stream.of(manager.getFileBuffers(), manager.getFileStoreFileBuffers())
                .flatMap(Stream::of)
                .forEach(INSTANCE::bufferCreated);
    }

    /** Makes the text of an open file responsible for an older copy, which is deleted together with its own. */
    static void adopt(OpenDocument open, RecoveryCopy copy) {
        INSTANCE.texts.values().stream().filter(each -> each.open() == open).forEach(each -> each.adopt(copy));
    }

    @Override
    public void bufferCreated(IFileBuffer buffer) {
        if (buffer instanceof ITextFileBuffer text && !texts.containsKey(buffer)) {
            OpenDocument.of(text.getDocument())
                    .filter(open -> open.path() != null)
                    .ifPresent(open -> texts.put(buffer, new UnsavedText(text, open)));
        }
    }

    @Override
    public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
        if (!isDirty && texts.containsKey(buffer)) {
            texts.get(buffer).forget();
        }
    }

    @Override
    public void bufferDisposed(IFileBuffer buffer) {
        var text = texts.remove(buffer);
        if (text != null) {
            text.close();
        }
    }

    @Override
    public void bufferContentAboutToBeReplaced(IFileBuffer buffer) {}

    @Override
    public void bufferContentReplaced(IFileBuffer buffer) {}

    @Override
    public void stateChanging(IFileBuffer buffer) {}

    @Override
    public void stateValidationChanged(IFileBuffer buffer, boolean isStateValidated) {}

    @Override
    public void underlyingFileMoved(IFileBuffer buffer, IPath path) {}

    @Override
    public void underlyingFileDeleted(IFileBuffer buffer) {}

    @Override
    public void stateChangeFailed(IFileBuffer buffer) {}
}
