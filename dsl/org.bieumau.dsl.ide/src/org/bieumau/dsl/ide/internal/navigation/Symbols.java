/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.navigation;

import java.io.IOException;
import java.io.UncheckedIOException;
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

/** What is defined in all files that a file can see: its own, those beside it, the libraries of packs. */
public final class Symbols {

    /**
     * Something that is defined.
     *
     * @param label what the outline calls it
     * @param kind the class of the model
     */
    public record Symbol(String label, String kind, Location place) {}

    private Symbols() {}

    /** All, those of the file first. */
    public static List<Symbol> of(XtextResource resource) {
        var files = new LinkedHashSet<URI>();
        files.add(resource.getURI());
        try {
            files.addAll(LibraryIndex.beside(resource.getURI()));
        } catch (IOException | UncheckedIOException e) {
            // The folder cannot be read: there is nothing beside the file.
        }
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
            // The rows of forms are no definitions.
            item.children().forEach(child -> add(child, file, symbols));
        }
    }
}
