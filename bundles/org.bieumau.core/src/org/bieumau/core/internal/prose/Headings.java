/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.model.DivisionLevel;

/**
 * Decides which divisions of a text have a heading, which is printed in bold, and which begin with running text (ND30,
 * Phụ lục I, II.6c–đ).
 */
public final class Headings {

    private static final String ENDS = ".;:,!?…";

    private Headings() {}

    /**
     * Returns whether a division has a heading: its first line does not end like a sentence, and content of the
     * division follows.
     *
     * @param level the level of the division
     * @param text its first line after the marker
     * @param below the level of the following paragraph; null if it has no marker
     */
    public static boolean hasHeading(DivisionLevel level, String text, DivisionLevel below) {
        var line = text.stripTrailing();
        return !line.isEmpty()
                && ENDS.indexOf(line.charAt(line.length() - 1)) < 0
                && (below == null || below.compareTo(level) > 0);
    }
}
