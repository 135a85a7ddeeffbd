/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.role;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.DocumentType;

/** The names of document types, as titles print them. */
public final class TypeNames {

    private static final List<DocumentType> LONGEST_FIRST = Arrays.stream(DocumentType.values())
            .sorted(Comparator.comparingInt(type -> -type.getLiteral().length()))
            .toList();

    private TypeNames() {}

    /** Returns the type with whose name a title begins; empty if it begins with none. */
    public static Optional<DocumentType> beginning(String title) {
        var words = VietnameseText.fold(title).replaceFirst("[:.]+$", "") + " ";
        return LONGEST_FIRST.stream()
                .filter(type -> words.startsWith(VietnameseText.fold(type.getLiteral()) + " "))
                .findFirst();
    }

    /** Returns what follows the name of a type in a title; an empty string if nothing does. */
    public static String rest(String title, DocumentType type) {
        var words = title.strip().split("\\s+");
        var count = type.getLiteral().split(" ").length;
        return String.join(" ", Arrays.asList(words).subList(Math.min(count, words.length), words.length));
    }
}
