/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;

/** Finds the terms of a vocabulary that people write. */
public final class Terms {

    private Terms() {}

    /**
     * Returns the term that a text denotes by its title, name or synonym: as written, else with differences in case,
     * diacritics and punctuation. Empty if there is none, or several.
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
