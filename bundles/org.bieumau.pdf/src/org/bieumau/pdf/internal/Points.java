/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

/** Lengths in points (1/72 inch), the unit of PDF; the layout measures pages, columns and indents in millimetres. */
final class Points {

    private static final double PER_MILLIMETRE = 72 / 25.4;

    private Points() {}

    static double ofMillimetres(double millimetres) {
        return millimetres * PER_MILLIMETRE;
    }
}
