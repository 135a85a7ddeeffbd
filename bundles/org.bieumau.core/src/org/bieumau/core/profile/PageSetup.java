/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * The dimensions and margins of a page in mm, in its orientation.
 *
 * @param landscape whether the page is wider than high
 * @param headerHeight distance from the upper edge to the page number
 */
public record PageSetup(
        double width,
        double height,
        boolean landscape,
        double top,
        double bottom,
        double left,
        double right,
        double headerHeight) {

    /** Returns the width in mm between the margins. */
    public double textWidth() {
        return width - left - right;
    }

    /** Returns the height in mm between the margins. */
    public double textHeight() {
        return height - top - bottom;
    }
}
