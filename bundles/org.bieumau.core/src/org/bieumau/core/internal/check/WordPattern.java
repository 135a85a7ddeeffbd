/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Builds a regular expression that matches any word or phrase of a list. */
final class WordPattern {

    private static final String NEVER = "(?!)";

    private WordPattern() {}

    /**
     * Returns the expression, without a capturing group. The words of a phrase are separated by one whitespace
     * character.
     */
    static String of(List<String> words) {
        return words.isEmpty()
                ? NEVER
                : words.stream()
                        .map(phrase -> Stream.of(phrase.split("\\s+"))
                                .map(Pattern::quote)
                                .collect(Collectors.joining("\\s")))
                        .collect(Collectors.joining("|", "(?:", ")"));
    }
}
