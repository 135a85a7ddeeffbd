/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Language of the messages. It is Vietnamese unless the user asks for another one: the locale of a computer says little
 * about its user.
 */
enum Language {
    VI,
    EN;

    private static final String OPTION = "--lang";
    private static final String VARIABLE = "BIEUMAU_LANG";

    /**
     * Returns the language that the arguments ask for, or else the environment variable <code>BIEUMAU_LANG</code>. A
     * value that is no language is reported when the arguments are parsed.
     */
    static Language of(String... arguments) {
        var all = List.of(arguments);
        var asked = IntStream.range(0, all.size())
                .filter(i -> all.get(i).startsWith(OPTION + "=")
                        || i > 0 && all.get(i - 1).equals(OPTION))
                .mapToObj(i -> all.get(i).replaceFirst("^" + OPTION + "=", ""))
                .findFirst()
                .orElse(System.getenv().getOrDefault(VARIABLE, ""));
        return asked.toLowerCase(Locale.ROOT).startsWith("en") ? EN : VI;
    }

    Locale locale() {
        return this == EN ? Locale.ENGLISH : Locale.of("vi", "VN");
    }
}
