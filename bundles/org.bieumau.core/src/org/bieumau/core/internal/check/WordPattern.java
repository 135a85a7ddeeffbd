/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the part of a regular expression that finds one of the words of a profile's list. */
final class WordPattern {

    private static final String NEVER = "(?!)";

    private WordPattern() {}

    /** Returns the expression, without a capturing group; any white space divides the words of a phrase. */
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
