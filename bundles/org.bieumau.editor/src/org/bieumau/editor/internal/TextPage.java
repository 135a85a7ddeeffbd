/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bieumau.dsl.ui.internal.document.ProblemAnnotation;
import org.bieumau.dsl.ui.internal.document.WholeBuffer;
import org.bieumau.dsl.ui.internal.hover.ProblemHover;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.source.Annotation;
import org.eclipse.jface.text.source.SourceViewer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.internal.genericeditor.ExtensionBasedTextEditor;

/**
 * Source page of the editor. It saves the text completely or not at all. The platform asks the user if the file has
 * been changed by another program.
 */
final class TextPage extends ExtensionBasedTextEditor {

    /**
     * Maximum number of lines of a file whose lines are wrapped. To draw a wrapped line, the text widget measures all
     * lines above it.
     */
    private static final int MOST_WRAPPED = 4000;

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        ProblemHover.install((SourceViewer) getSourceViewer());
    }

    /** Goes to the next or previous annotation and shows the message of a problem in the status line. */
    @Override
    public Annotation gotoAnnotation(boolean forward) {
        var found = super.gotoAnnotation(forward);
        if (found instanceof ProblemAnnotation problem) {
            setStatusLineMessage(problem.displayMessage());
        }
        return found;
    }

    @Override
    protected boolean getInitialWordWrapStatus() {
        return super.getInitialWordWrapStatus()
                && getDocumentProvider().getDocument(getEditorInput()).getNumberOfLines() <= MOST_WRAPPED;
    }

    @Override
    protected void performSave(boolean overwrite, IProgressMonitor monitor) {
        var buffer = buffer();
        var path = path();
        // The platform saves in all other cases: no local file, a file changed by another program, or a read-only file.
        if (buffer == null
                || path == null
                || !Files.exists(path)
                || !overwrite && !buffer.isSynchronized()
                || !Files.isWritable(path)) {
            super.performSave(overwrite, monitor);
            return;
        }
        try {
            getDocumentProvider().aboutToChange(getEditorInput());
            WholeBuffer.save(buffer, path, monitor);
        } catch (IOException e) {
            handleExceptionOnSave(
                    new CoreException(Status.error(
                            EditorMessages.ALL.text("save.failed", path, String.valueOf(e.getMessage())), e)),
                    monitor);
        } catch (CoreException e) {
            handleExceptionOnSave(e, monitor);
        } finally {
            getDocumentProvider().changed(getEditorInput());
        }
    }

    private ITextFileBuffer buffer() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        var manager = FileBuffers.getTextFileBufferManager();
        if (file != null) {
            return manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        }
        var path = path();
        return path == null
                ? null
                : manager.getTextFileBuffer(new org.eclipse.core.runtime.Path(path.toString()), LocationKind.LOCATION);
    }

    private Path path() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        if (file != null) {
            return file.getLocation() == null ? null : file.getLocation().toPath();
        }
        return getEditorInput() instanceof IURIEditorInput input
                        && "file".equals(input.getURI().getScheme())
                ? Path.of(input.getURI())
                : null;
    }
}
