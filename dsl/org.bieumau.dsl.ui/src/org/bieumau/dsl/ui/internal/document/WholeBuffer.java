/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.bieumau.core.internal.export.WholeFile;
import org.eclipse.core.filebuffers.ITextFileBuffer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;

/**
 * Saves texts whole or not at all: beside their place first, then moved into it, so that neither a full disk nor a lost
 * machine leaves half a file.
 */
public final class WholeBuffer {

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private WholeBuffer() {}

    /**
     * Saves the text of a buffer. A byte order mark stays.
     *
     * @param path the file of the buffer
     * @throws IOException if it cannot be written: then file and buffer are as they were
     */
    public static void save(ITextFileBuffer buffer, Path path, IProgressMonitor monitor)
            throws IOException, CoreException {
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
        for (var file : ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri())) {
            file.refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
        // The buffer takes the file as it is: it has the same text, and is no longer dirty.
        buffer.revert(monitor);
    }
}
