/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.profile;

/**
 * A page, with measures in mm as the page lies.
 *
 * @param landscape whether the long side is the width
 * @param headerHeight from the upper edge to the page number
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

    /** The width in mm between the margins. */
    public double textWidth() {
        return width - left - right;
    }

    /** The height in mm between the margins. */
    public double textHeight() {
        return height - top - bottom;
    }
}
