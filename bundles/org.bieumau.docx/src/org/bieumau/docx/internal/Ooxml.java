/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.util.Locale;

/** Namespaces and units of WordprocessingML. */
final class Ooxml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Ooxml() {}

    /** Millimetres in twentieths of a point. */
    static long twips(double millimetres) {
        return Math.round(millimetres * 1440 / 25.4);
    }

    /** A colour, from 0xRRGGBB. */
    static String colour(int colour) {
        return String.format(Locale.ROOT, "%06X", colour);
    }

    /** Points in twentieths of a point. */
    static long twipsOfPoints(double points) {
        return Math.round(points * 20);
    }
}
