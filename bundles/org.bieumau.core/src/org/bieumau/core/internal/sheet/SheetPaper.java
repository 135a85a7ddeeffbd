/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.sheet;

import java.util.Map;
import org.bieumau.core.profile.PageSetup;

/**
 * The paper on which a sheet is printed.
 *
 * @param width width in portrait, in mm
 * @param height height in portrait, in mm
 */
public record SheetPaper(double width, double height) {

    private static final double MM_PER_INCH = 25.4;
    private static final SheetPaper A4 = new SheetPaper(210, 297);
    /** Sizes by their numbers in workbooks (ECMA-376 Part 1, 18.3.1.63). */
    private static final Map<Integer, SheetPaper> SIZES = Map.of(
            1, new SheetPaper(215.9, 279.4),
            3, new SheetPaper(279.4, 431.8),
            5, new SheetPaper(215.9, 355.6),
            8, new SheetPaper(297, 420),
            9, A4,
            11, new SheetPaper(148, 210),
            66, new SheetPaper(420, 594));

    /** The distances of the text and of the page header from the edges of the paper, in inches. */
    public record Margins(double top, double bottom, double left, double right, double header) {

        /** The margins of a sheet that sets none. */
        public static final Margins USUAL = new Margins(0.75, 0.75, 0.7, 0.7, 0.3);
    }

    /** Returns the paper with a number; A4 for a number that is not known, since each printer may define its own. */
    public static SheetPaper of(int number) {
        return SIZES.getOrDefault(number, A4);
    }

    /** Returns the page of a sheet on this paper. */
    public PageSetup page(boolean isLandscape, Margins margins) {
        return new PageSetup(
                isLandscape ? height : width,
                isLandscape ? width : height,
                isLandscape,
                margins.top() * MM_PER_INCH,
                margins.bottom() * MM_PER_INCH,
                margins.left() * MM_PER_INCH,
                margins.right() * MM_PER_INCH,
                margins.header() * MM_PER_INCH,
                false);
    }
}
