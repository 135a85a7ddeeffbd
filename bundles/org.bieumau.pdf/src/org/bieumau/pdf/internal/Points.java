/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.pdf.internal;

/** Conversion to points (1/72 inch), the unit of PDF. The layout gives pages, columns and indents in millimetres. */
final class Points {

    private static final double PER_MILLIMETRE = 72 / 25.4;

    private Points() {}

    static double ofMillimetres(double millimetres) {
        return millimetres * PER_MILLIMETRE;
    }

    static double toMillimetres(double points) {
        return points / PER_MILLIMETRE;
    }
}
