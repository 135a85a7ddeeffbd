/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import org.bieumau.model.DivisionLevel;

/**
 * Which divisions of a text have a heading, that prints bold, and which begin with their text (ND30, Phụ lục I,
 * II.6c–đ).
 */
public final class Headings {

    private static final String ENDS = ".;:,!?…";

    private Headings() {}

    /**
     * Whether a division has a heading: its first line ends like no sentence, and something of its own follows.
     *
     * @param text its first line behind the marker
     * @param below the level of what follows; null where that has no marker
     */
    public static boolean hasHeading(DivisionLevel level, String text, DivisionLevel below) {
        var said = text.stripTrailing();
        return !said.isEmpty()
                && ENDS.indexOf(said.charAt(said.length() - 1)) < 0
                && (below == null || below.compareTo(level) > 0);
    }
}
