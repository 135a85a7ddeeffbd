/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.List;
import java.util.Optional;
import org.eclipse.emf.common.notify.Adapter;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.ResourceSet;

/** Tells which files a library consists of; an adapter of the resource set into which they are loaded. */
public interface LibraryFiles extends Adapter {

    /**
     * Returns the files of a library; empty if it is not found.
     *
     * @param from the file that uses the library; null if there is none
     */
    List<URI> files(String library, URI from);

    /** Returns the adapter of a resource set, if it has one. */
    static Optional<LibraryFiles> of(ResourceSet resources) {
        return resources.eAdapters().stream()
                .filter(LibraryFiles.class::isInstance)
                .map(LibraryFiles.class::cast)
                .findFirst();
    }
}
