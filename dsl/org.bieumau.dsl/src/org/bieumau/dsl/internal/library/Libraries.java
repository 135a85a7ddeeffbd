/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.library;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.xtext.resource.XtextResource;

/** Access to the model of a file. */
public final class Libraries {

    private Libraries() {}

    /** Returns the library that a file defines; empty if the file could not be parsed at all. */
    public static Optional<Library> library(Resource file) {
        return file.getContents().isEmpty() || !(file.getContents().get(0) instanceof Library library)
                ? Optional.empty()
                : Optional.of(library);
    }

    /** Returns the elements of a kind that have a name, in the order of the file. */
    public static <T extends LibraryElement> List<T> named(Resource file, Class<T> kind) {
        return library(file)
                .map(library -> library.getElements().stream()
                        .filter(kind::isInstance)
                        .map(kind::cast)
                        .filter(each -> each.getName() != null)
                        .toList())
                .orElse(List.of());
    }

    /** Returns the element of a kind with a given name; empty if there is none. */
    public static <T extends LibraryElement> Optional<T> named(Resource file, Class<T> kind, String name) {
        return named(file, kind).stream()
                .filter(each -> each.getName().equals(name))
                .findFirst();
    }

    /** Loads files and returns those that can be read; the problems of the others are reported when they are opened. */
    public static List<XtextResource> readable(Collection<URI> files, ResourceSet resources) {
        var readable = new ArrayList<XtextResource>();
        for (var file : files) {
            try {
                if (resources.getResource(file, true) instanceof XtextResource read) {
                    readable.add(read);
                }
            } catch (RuntimeException e) {
                // Skipped on purpose.
            }
        }
        return readable;
    }
}
