/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.value;

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
     * Returns the term whose title, name or synonym is a text. A title is preferred; if none matches exactly, case,
     * diacritics and punctuation are ignored. Empty if no term matches, or several do.
     *
     * @param vocabulary the vocabulary; null for none
     */
    public static Optional<Term> find(Vocabulary vocabulary, String text) {
        return among(of(vocabulary), text);
    }

    /** Returns the term of a list whose title, name or synonym is a text; see {@link #find(Vocabulary, String)}. */
    public static Optional<Term> among(List<Term> terms, String text) {
        return Stream.of(
                        all(terms, text, LabelKey::exact, term -> Stream.of(term.getTitle())),
                        all(terms, text, LabelKey::exact, Terms::labels),
                        all(terms, text, LabelKey::of, Terms::labels))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .filter(found -> found.size() == 1)
                .map(List::getFirst);
    }

    /** Returns the terms of a vocabulary; an empty list if there is none. */
    public static List<Term> of(Vocabulary vocabulary) {
        return vocabulary == null || vocabulary.eIsProxy() ? List.of() : vocabulary.getTerms();
    }

    private static Stream<String> labels(Term term) {
        return Stream.concat(Stream.of(term.getTitle(), term.getName()), term.getSynonyms().stream());
    }

    private static List<Term> all(
            List<Term> terms, String text, Function<String, String> key, Function<Term, Stream<String>> labels) {
        var wanted = key.apply(text);
        return wanted.isEmpty()
                ? List.of()
                : terms.stream()
                        .filter(term -> labels.apply(term)
                                .anyMatch(label ->
                                        label != null && key.apply(label).equals(wanted)))
                        .toList();
    }
}
