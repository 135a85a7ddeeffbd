/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import org.eclipse.core.resources.IStorage;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Status;
import org.eclipse.emf.common.util.URI;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IPersistableElement;
import org.eclipse.ui.IStorageEditorInput;

/** Read-only editor input for a file of an installed pack. */
public record PackFile(URI address) implements IStorageEditorInput, IStorage {

    @Override
    public InputStream getContents() throws CoreException {
        var pack = address.segment(0);
        var url = Registry.installed().provinces().stream()
                .filter(each -> each.id().equals(pack))
                .findFirst()
                .map(ProvincePack::libraries)
                .map(files -> files.get(file()))
                .orElseThrow(() -> new CoreException(Status.error(address.toString())));
        try {
            return url.openStream();
        } catch (IOException e) {
            throw new CoreException(Status.error(address.toString(), e));
        }
    }

    @Override
    public IStorage getStorage() {
        return this;
    }

    /** Returns the name of the file in its pack, with its folders. */
    private String file() {
        return address.segmentsList().stream().skip(1).map(URI::decode).collect(Collectors.joining("/"));
    }

    @Override
    public String getName() {
        return URI.decode(address.lastSegment());
    }

    @Override
    public IPath getFullPath() {
        return new Path("/" + URI.decode(address.segment(0)) + "/" + file());
    }

    @Override
    public boolean isReadOnly() {
        return true;
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
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public String getToolTipText() {
        return address.toString();
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return type == IStorage.class ? type.cast(this) : null;
    }
}
