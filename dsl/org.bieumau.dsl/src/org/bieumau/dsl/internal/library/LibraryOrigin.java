/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.util.List;
import org.eclipse.emf.common.util.URI;

/**
 * A place that has a library: a pack or a folder.
 *
 * @param place the folder, or the URI of the pack
 * @param files the files of the library there
 * @param replacing whether one of the files says that it replaces a library of the same name in a pack
 */
public record LibraryOrigin(URI place, List<URI> files, boolean replacing) {

    public LibraryOrigin {
        files = List.copyOf(files);
    }

    /** Returns the place as text for the user. */
    public String text() {
        return place.isFile() ? place.toFileString() : place.toString();
    }
}
