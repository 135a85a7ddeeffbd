/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What stands between quotes and in comments, where a bracket is a letter like others. */
public final class Quoted {

    /** Each with its end, which is empty where the text ends before. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s)'''(?>[^']++|'(?!''))*+('''|\\z)|\"(?>\\\\.?|[^\"\\\\\n]++)*+(\"|\n|\\z)"
                    + "|//[^\n]*+(\n|\\z)|/\\*(?>[^*]++|\\*(?!/))*+(\\*/|\\z)");

    private Quoted() {}

    /** Finds what is quoted in a text. */
    static Matcher in(String text) {
        return QUOTED.matcher(text);
    }

    /** Whether the text ends within what was found. */
    static boolean isOpen(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount()).anyMatch(i -> "".equals(found.group(i)));
    }

    /**
     * The text with blanks for what a place does not belong with: outside of quotes all that is quoted, within quotes
     * all others.
     */
    public static String around(String text, int offset) {
        var around = new StringBuilder(text);
        var quoted = in(text);
        while (quoted.find()) {
            if (quoted.start() < offset && offset < quoted.end()) {
                return " ".repeat(quoted.start()) + quoted.group() + " ".repeat(text.length() - quoted.end());
            }
            for (int i = quoted.start(); i < quoted.end(); i++) {
                around.setCharAt(i, ' ');
            }
        }
        return around.toString();
    }
}
