/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.internal.resources.Workspace;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFileState;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;

/** The earlier versions of files that the workspace keeps for some days. */
public final class LocalHistory {

    private LocalHistory() {}

    /** An earlier version of a file. */
    public record Version(IFileState state) {

        /** Returns when this version was saved. */
        public Instant time() {
            return Instant.ofEpochMilli(state.getModificationTime());
        }

        /** Returns the text without a byte order mark. */
        public String text() throws CoreException, IOException {
            try (var in = state.getContents()) {
                var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            }
        }
    }

    /** Keeps the present version of a file before it is replaced. Only files of the workspace have versions. */
    @SuppressWarnings("restriction") // The API keeps versions only of files that it writes itself.
    static void keep(Path path) {
        var store = EFS.getLocalFileSystem().getStore(path.toUri());
        for (var file : files(path)) {
            ((Workspace) file.getWorkspace())
                    .getFileSystemManager()
                    .getHistoryStore()
                    .addState(file.getFullPath(), store, store.fetchInfo(), false);
        }
    }

    private static IFile[] files(Path path) {
        return ResourcesPlugin.getWorkspace().getRoot().findFilesForLocationURI(path.toUri());
    }

    /** Returns the kept versions of a file, the newest first. */
    public static List<Version> of(Path path) throws CoreException {
        var versions = new ArrayList<Version>();
        for (var file : files(path)) {
            for (var state : file.getHistory(null)) {
                versions.add(new Version(state));
            }
        }
        return versions;
    }
}
