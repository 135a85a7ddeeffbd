/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.bieumau.core.export.WholeFile;
import org.eclipse.core.filebuffers.FileBuffers;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.filebuffers.LocationKind;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IURIEditorInput;
import org.eclipse.ui.internal.genericeditor.ExtensionBasedTextEditor;

/**
 * The text of a file. It is saved whole or not at all: beside its place first, then moved into it, so that neither a full disk nor a lost
 * machine leaves half a file. The platform itself asks where the file was changed by another program.
 */
final class TextPage extends ExtensionBasedTextEditor {

    /** Of a file with more lines none is wrapped: to draw one, the text widget measures all lines above it. */
    private static final int MOST_WRAPPED = 4000;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    @Override
    public void createPartControl(Composite parent) {
        super.createPartControl(parent);
        if (getDocumentProvider().getDocument(getEditorInput()).getNumberOfLines() > MOST_WRAPPED) {
            setWordWrap(false);
        }
    }

    @Override
    protected void performSave(boolean overwrite, IProgressMonitor monitor) {
        var buffer = buffer();
        var path = path();
        // What is no file of this computer, was changed by another program, or is locked the platform sees to.
        if (buffer == null || path == null || !Files.exists(path) || !overwrite && !buffer.isSynchronized() || !Files.isWritable(path)) {
            super.performSave(overwrite, monitor);
            return;
        }
        try {
            getDocumentProvider().aboutToChange(getEditorInput());
            save(buffer, path, monitor);
        } catch (IOException e) {
            handleExceptionOnSave(new CoreException(Status.error(EditorMessages.ALL.text("save.failed", path, String.valueOf(e.getMessage())), e)), monitor);
        } catch (CoreException e) {
            handleExceptionOnSave(e, monitor);
        } finally {
            getDocumentProvider().changed(getEditorInput());
        }
    }

    private void save(ITextFileBuffer buffer, Path path, IProgressMonitor monitor) throws IOException, CoreException {
        var before = Files.readAllBytes(path);
        var text = buffer.getDocument().get();
        if (text.indexOf('\uFFFD') >= 0 && new String(before, StandardCharsets.UTF_8).indexOf('\uFFFD') >= 0) {
            // Bytes that are no UTF-8 are shown as replacement letters: what they were would be lost.
            Files.copy(path, path.resolveSibling(path.getFileName() + ".bak"), StandardCopyOption.REPLACE_EXISTING);
        }
        var bytes = new ByteArrayOutputStream();
        if (Arrays.equals(before, 0, Math.min(3, before.length), MARK, 0, 3)) {
            bytes.write(MARK);
        }
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        WholeFile.write(path, bytes::writeTo);
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        if (file != null) {
            file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
        // The buffer takes the file as it is: it has the same text, and is no longer dirty.
        buffer.revert(monitor);
    }

    private ITextFileBuffer buffer() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        var manager = FileBuffers.getTextFileBufferManager();
        if (file != null) {
            return manager.getTextFileBuffer(file.getFullPath(), LocationKind.IFILE);
        }
        var path = path();
        return path == null ? null : manager.getTextFileBuffer(new org.eclipse.core.runtime.Path(path.toString()), LocationKind.LOCATION);
    }

    private Path path() {
        var file = Adapters.adapt(getEditorInput(), IFile.class);
        if (file != null) {
            return file.getLocation() == null ? null : file.getLocation().toPath();
        }
        return getEditorInput() instanceof IURIEditorInput input && "file".equals(input.getURI().getScheme()) ? Path.of(input.getURI()) : null;
    }
}
