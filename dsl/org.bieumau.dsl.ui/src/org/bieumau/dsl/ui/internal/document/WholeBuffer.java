/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bieumau.core.internal.export.WholeFile;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Saves texts completely or not at all. The text is written to a temporary file in the same folder, which then replaces
 * the file, so that neither a full disk nor a crash leaves a truncated file.
 */
public final class WholeBuffer {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private WholeBuffer() {}

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /**
     * Saves the text of a buffer. A byte order mark is kept.
     *
     * @param path the file of the buffer
     * @throws IOException if the file cannot be written; file and buffer are then unchanged
     */
    public static void save(ITextFileBuffer buffer, Path path, IProgressMonitor monitor)
            throws IOException, CoreException {
        var before = Files.readAllBytes(path);
        var text = buffer.getDocument().get();
        if (text.indexOf('\uFFFD') >= 0 && !isUtf8(before)) {
            // Bytes that are not valid UTF-8 are shown as replacement characters; the backup keeps the original bytes.
            WholeFile.backUp(path);
        }
        var bytes = new ByteArrayOutputStream();
        if (Arrays.equals(before, 0, Math.min(3, before.length), MARK, 0, 3)) {
            bytes.write(MARK);
        }
        bytes.write(text.getBytes(StandardCharsets.UTF_8));
        LocalHistory.keep(path);
        WholeFile.write(path, bytes::writeTo);
        for (var file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
            file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
        // Reverting clears the dirty state of the buffer. Its text does not change, because the file now has the same.
        buffer.revert(monitor);
    }
}
