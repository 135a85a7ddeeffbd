/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

/** The beginning of a text, for a message. */
final class Excerpt {

    private static final int LONGEST = 200;

    private Excerpt() {}

    /** Returns a text in one line, cut at a length. */
    static String of(String text) {
        var line =
                text.substring(0, Math.min(text.length(), 2 * LONGEST)).strip().replaceAll("\\s+", " ");
        var end = line.offsetByCodePoints(0, Math.min(line.codePointCount(0, line.length()), LONGEST));
        return end < line.length() ? line.substring(0, end) + "…" : line;
    }
}
