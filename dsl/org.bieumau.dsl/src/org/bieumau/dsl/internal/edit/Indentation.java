/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

/** The blanks that lines of the language begin with. */
public final class Indentation {

    /** What is within something stands that many blanks further right. */
    public static final int STEP = 4;

    private Indentation() {}

    /** The blanks at the beginning of the line of a place, as far as they stand before it. */
    public static String at(String text, int offset) {
        var line = text.lastIndexOf('\n', offset - 1) + 1;
        var end = line;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }
}
