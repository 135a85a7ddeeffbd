/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.typing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Finds strings, prose and comments, in which brackets are plain text. */
public final class Quoted {

    /** Matches each of them; the group with the closing delimiter is empty if the text ends first. */
    private static final Pattern QUOTED =
            Pattern.compile("(?s)'''(?>[^']++|'(?!''))*+('''|\\z)|\"(?>\\\\.?|[^\"\\\\\n]++)*+(\"|\n|\\z)"
                    + "|//[^\n]*+(\n|\\z)|/\\*(?>[^*]++|\\*(?!/))*+(\\*/|\\z)");

    private Quoted() {}

    static Matcher in(String text) {
        return QUOTED.matcher(text);
    }

    /** Returns whether the text ends within the match. */
    static boolean isOpen(Matcher found) {
        return IntStream.rangeClosed(1, found.groupCount()).anyMatch(i -> "".equals(found.group(i)));
    }

    /**
     * Returns the text with spaces in place of everything that brackets at the offset cannot match: outside quotes all
     * that is quoted, within quotes everything else. Offsets stay the same.
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
