/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/**
 * A folder of Word files, or several files, to be checked.
 *
 * @param paths one path or more
 */
record FolderInput(List<Path> paths) implements IEditorInput {

    FolderInput {
        paths = paths.stream().map(path -> path.toAbsolutePath().normalize()).toList();
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return null;
    }

    @Override
    public String getName() {
        var first = paths.getFirst().getFileName();
        return paths.size() == 1
                ? RcpMessages.ALL.text("folder.one", first == null ? paths.getFirst() : first)
                : RcpMessages.ALL.text("folder.several", first, paths.size() - 1);
    }

    /** Returns null: what was found is not kept for the next start. */
    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return paths.stream().map(Path::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public <T> T getAdapter(Class<T> adapter) {
        return null;
    }
}
