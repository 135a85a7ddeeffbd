/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.typing;

import java.util.regex.Pattern;

/** What stands between quotes and in comments, where a bracket is a letter like others. */
public final class Quoted {

    private static final Pattern QUOTED = Pattern.compile("(?s)'''.*?(?:'''|\\z)|\"(?>\\\\.|[^\"\\\\\n]++)*+(?:\"|\n|\\z)|//[^\n]*+\n?|/\\*.*?(?:\\*/|\\z)");

    private Quoted() {
    }

    /** The text with blanks for what a place does not belong with: outside of quotes all that is quoted, within quotes all others. */
    public static String around(String text, int offset) {
        var around = new StringBuilder(text);
        var quoted = QUOTED.matcher(text);
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
