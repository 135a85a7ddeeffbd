/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;

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

    /** Width from which a page in portrait is larger than A4. */
    private static final double LARGE = 250;

    /** Returns the nearest size of paper: that of a form which was printed on this page. */
    public PaperSize paper() {
        return Math.min(width, height) > LARGE ? PaperSize.A3 : PaperSize.A4;
    }

    /** Returns the orientation of the paper. */
    public Orientation orientation() {
        return landscape ? Orientation.LANDSCAPE : Orientation.PORTRAIT;
    }

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
