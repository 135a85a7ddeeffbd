/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.validation;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.dsl.internal.library.LibraryOrigin;
import org.eclipse.xtext.resource.XtextResource;

/** Compares libraries of the same name. Their files are not loaded, since loaded libraries are visible. */
final class OtherLibraries {

    private OtherLibraries() {}

    /** Returns whether another library can be read and has other content. A broken copy may be anything. */
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
