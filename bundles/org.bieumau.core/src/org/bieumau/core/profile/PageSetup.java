/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * The dimensions and margins of a page in mm, in its orientation.
 *
 * @param landscape whether the page is wider than high
 * @param headerHeight distance from the upper edge to the page number
 * @param mirrored whether the left and the right margin change places on the back of a sheet, that is on even pages
 */
public record PageSetup(
        double width,
        double height,
        boolean landscape,
        double top,
        double bottom,
        double left,
        double right,
        double headerHeight,
        boolean mirrored) {

    /** Returns the left margin of a page, in mm. */
    public double left(int pageNumber) {
        return mirrored && pageNumber % 2 == 0 ? right : left;
    }

    /** Returns the width in mm between the margins. */
    public double textWidth() {
        return width - left - right;
    }

    /** Returns the height in mm between the margins. */
    public double textHeight() {
        return height - top - bottom;
    }
}
