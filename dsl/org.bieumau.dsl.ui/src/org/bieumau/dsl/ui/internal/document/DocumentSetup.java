/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.core.filebuffers.IDocumentSetupParticipantExtension;
import org.eclipse.core.filebuffers.IFileBuffer;
import org.eclipse.core.filebuffers.IFileBufferListener;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.IPath;
import org.eclipse.jface.text.IDocument;

/**
 * Connects each document of a .bieu file with its {@link OpenDocument}, from before the first editor sees the document
 * until the last one is closed.
 */
public final class DocumentSetup implements IDocumentSetupParticipant, IDocumentSetupParticipantExtension {

    private static final class Buffers implements IFileBufferListener {

        @Override
        public void bufferCreated(IFileBuffer buffer) {
            if (buffer instanceof ITextFileBuffer text && text.getAnnotationModel() != null) {
                OpenDocument.of(text.getDocument())
                        .ifPresent(open ->
                                open.addListener(new Annotations(text.getDocument(), text.getAnnotationModel())));
            }
        }

        @Override
        public void bufferDisposed(IFileBuffer buffer) {
            if (buffer instanceof ITextFileBuffer text) {
                OpenDocument.of(text.getDocument()).ifPresent(OpenDocument::close);
            }
        }

        @Override
        public void dirtyStateChanged(IFileBuffer buffer, boolean isDirty) {
            if (!isDirty && buffer instanceof ITextFileBuffer text) {
                OpenDocument.all().stream()
                        .filter(open -> open.document() != text.getDocument())
                        .forEach(OpenDocument::librariesChanged);
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

    static {
        FileBuffers.getTextFileBufferManager().addFileBufferListener(new Buffers());
    }

    @Override
    public void setup(IDocument document) {
        OpenDocument.follow(document, null);
    }

    @Override
    public void setup(IDocument document, IPath location, LocationKind kind) {
        if (!hasBuffer(location)) {
            OpenDocument.follow(document, path(location, kind));
        }
    }

    /**
     * Returns whether the file already has a buffer and thus a document. If so, the document being set up only serves
     * to compare the buffer with the file; it is never disposed of and must not be followed.
     */
    private static boolean hasBuffer(IPath location) {
        var manager = FileBuffers.getTextFileBufferManager();
        return Stream.of(manager.getFileBuffers(), manager.getFileStoreFileBuffers())
                .flatMap(Arrays::stream)
                .anyMatch(buffer ->
                        buffer.getLocation() != null && buffer.getLocation().equals(location));
    }

    private static Path path(IPath location, LocationKind kind) {
        if (location == null) {
            return null;
        }
        var place = kind == LocationKind.LOCATION
                ? location
                : ResourcesPlugin.getWorkspace().getRoot().getFile(location).getLocation();
        return place == null ? null : place.toPath();
    }
}
