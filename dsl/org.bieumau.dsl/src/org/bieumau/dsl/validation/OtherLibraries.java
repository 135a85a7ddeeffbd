/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryOrigin;
import org.bieumau.model.Library;
import org.eclipse.emf.common.util.ECollections;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;

/** Compares libraries of the same name. Their files are not loaded, since loaded libraries are visible. */
final class OtherLibraries {

    private OtherLibraries() {}

    /**
     * Returns whether another library can be read and has different content. A library that cannot be read is ignored.
     */
    static boolean differs(LibraryOrigin used, LibraryOrigin other, XtextResource file) {
        try {
            var texts = texts(other, file);
            return !texts.equals(texts(used, file))
                    && texts.stream()
                            .noneMatch(text -> file.getParser()
                                    .parse(new StringReader(text))
                                    .hasSyntaxErrors());
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * A name that two files of a library declare.
     *
     * @param first the file whose declaration is used
     */
    record Twice(String name, URI first, URI second) {}

    /** Returns the first name that two files of a library declare for elements of one kind. */
    static Optional<Twice> declaredTwice(LibraryOrigin origin, XtextResource file) {
        var seen = new HashMap<List<Object>, URI>();
        for (var uri : origin.files()) {
            var elements = Libraries.library(file.getResourceSet().getResource(uri, true))
                    .map(Library::getElements)
                    .orElseGet(ECollections::emptyEList);
            for (var element : elements) {
                var first = element.getName() == null
                        ? null
                        : seen.putIfAbsent(List.of(element.eClass(), element.getName()), uri);
                if (first != null && !first.equals(uri)) {
                    return Optional.of(new Twice(element.getName(), first, uri));
                }
            }
        }
        return Optional.empty();
    }

    private static List<String> texts(LibraryOrigin origin, XtextResource file) throws IOException {
        var texts = new ArrayList<String>();
        for (var uri : origin.files()) {
            try (var in = file.getResourceSet().getURIConverter().createInputStream(uri)) {
                texts.add(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
            }
        }
        texts.sort(null);
        return texts;
    }
}
