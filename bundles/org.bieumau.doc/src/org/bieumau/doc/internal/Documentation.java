/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.doc.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Finds the pages of the documentation, which are Markdown files. */
public final class Documentation {

    /** Language of the pages that are not translated yet. */
    private static final String FALLBACK = "en";

    private Documentation() {}

    /**
     * Returns the Markdown of a page: in the given language or, if the page is not translated, in English.
     *
     * @param language the code of a language, such as {@code vi}
     * @param page the path of the page below the folder of a language, without the ending, such as {@code studio/form}
     * @throws IllegalArgumentException if there is no such page
     */
    public static String page(String language, String page) {
        try (var translated = Documentation.class.getResourceAsStream("/" + language + "/" + page + ".md");
                var english = Documentation.class.getResourceAsStream("/" + FALLBACK + "/" + page + ".md")) {
            var in = translated == null ? english : translated;
            if (in == null) {
                throw new IllegalArgumentException("No page " + page);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
