/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.library;

import java.util.Set;
import java.util.TreeSet;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.URI;

/** Which packs of provinces a file is written with. */
public final class Provinces {

    /** The scheme of the files of packs: <code>bieumau:/quangngai/coquan.bieu</code>. */
    static final String SCHEME = "bieumau";

    private Provinces() {
    }

    /** The ids of the packs whose libraries a file uses, or to which it belongs. */
    public static Set<String> of(Library library) {
        var ids = new TreeSet<String>();
        var resource = library.eResource();
        if (resource == null) {
            return ids;
        }
        pack(resource.getURI(), ids);
        if (resource.getResourceSet() != null) {
            var index = LibraryIndex.of(resource.getResourceSet());
            library.getUses().stream().filter(use -> use.getLibraryName() != null)
                    .forEach(use -> index.files(use.getLibraryName(), resource.getURI()).forEach(file -> pack(file, ids)));
        }
        return ids;
    }

    private static void pack(URI file, Set<String> ids) {
        if (file != null && SCHEME.equals(file.scheme()) && file.segmentCount() > 1) {
            ids.add(file.segment(0));
        }
    }

    static URI uri(String pack, String file) {
        return URI.createHierarchicalURI(SCHEME, null, null, new String[] {pack, file}, null, null);
    }
}
