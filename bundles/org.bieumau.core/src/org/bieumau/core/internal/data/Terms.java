/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;

/** Finds terms of a vocabulary by the words that people use. */
public final class Terms {

    private Terms() {}

    /**
     * Returns the term whose title, name or synonym is a text. If none matches exactly, case, diacritics and
     * punctuation are ignored. Empty if no term matches, or several do.
     *
     * @param vocabulary the vocabulary; null for none
     */
    public static Optional<Term> find(Vocabulary vocabulary, String text) {
        if (vocabulary == null || vocabulary.eIsProxy()) {
            return Optional.empty();
        }
        var exact = all(vocabulary, text, LabelKey::exact);
        var found = exact.isEmpty() ? all(vocabulary, text, LabelKey::of) : exact;
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static List<Term> all(Vocabulary vocabulary, String text, Function<String, String> key) {
        var wanted = key.apply(text);
        return vocabulary.getTerms().stream()
                .filter(term -> Stream.concat(Stream.of(term.getTitle(), term.getName()), term.getSynonyms().stream())
                        .anyMatch(label -> label != null && key.apply(label).equals(wanted)))
                .toList();
    }
}
