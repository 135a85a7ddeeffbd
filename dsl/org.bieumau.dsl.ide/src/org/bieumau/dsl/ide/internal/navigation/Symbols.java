/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.navigation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.bieumau.dsl.ide.internal.navigation.Navigation.Location;
import org.bieumau.dsl.ide.internal.outline.Outline;
import org.bieumau.dsl.ide.internal.outline.OutlineItem;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Lists the definitions in all files visible to a file: its own, those in the same folder and the libraries of packs.
 */
public final class Symbols {

    /**
     * Definition in a file.
     *
     * @param label its label in the outline
     * @param kind the name of its model class
     */
    public record Symbol(String label, String kind, Location place) {}

    private Symbols() {}

    /** Returns all symbols, those of the given file first. */
    public static List<Symbol> of(XtextResource resource) {
        var files = new LinkedHashSet<URI>();
        files.add(resource.getURI());
        files.addAll(LibraryIndex.beside(resource.getURI()));
        var index = LibraryIndex.of(resource.getResourceSet());
        index.names(resource.getURI()).forEach(library -> files.addAll(index.files(library, resource.getURI())));
        var symbols = new ArrayList<Symbol>();
        for (var file : Libraries.readable(files, resource.getResourceSet())) {
            Outline.of(file).forEach(item -> add(item, file.getURI(), symbols));
        }
        return symbols;
    }

    private static void add(OutlineItem item, URI file, List<Symbol> symbols) {
        symbols.add(new Symbol(item.label(), item.kind(), new Location(file, item.offset(), 0)));
        if (!item.kind().equals("Form")) {
            // The rows of forms are not definitions.
            item.children().forEach(child -> add(child, file, symbols));
        }
    }
}
