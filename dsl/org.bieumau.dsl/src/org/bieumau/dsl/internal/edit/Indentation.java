/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

/** Indentation of lines. */
public final class Indentation {

    /** Number of spaces for one level of indentation. */
    public static final int STEP = 4;

    private Indentation() {}

    /** Returns the whitespace at the beginning of the line of an offset, up to that offset. */
    public static String at(String text, int offset) {
        var line = text.lastIndexOf('\n', offset - 1) + 1;
        var end = line;
        while (end < offset && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }
}
