/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Library;

/** Adds the libraries that a new file uses (<code>dùng</code>). */
public final class UsedLibraries {

    private UsedLibraries() {}

    /** Lets a file use a library, unless it does already. */
    public static void add(Library file, String name) {
        if (file.getUses().stream().noneMatch(use -> use.getLibraryName().equals(name))) {
            var use = BieumauFactory.eINSTANCE.createUse();
            use.setLibraryName(name);
            file.getUses().add(use);
        }
    }
}
