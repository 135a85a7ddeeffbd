/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.docx.internal;

import java.util.Locale;

/** Namespaces and units of WordprocessingML. */
final class Ooxml {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    static final String V = "urn:schemas-microsoft-com:vml";

    private Ooxml() {}

    /** Converts millimetres to twips (1/20 pt). */
    static long twips(double millimetres) {
        return Math.round(millimetres * 1440 / 25.4);
    }

    /** Returns a colour given as 0xRRGGBB as six hexadecimal digits. */
    static String colour(int colour) {
        return String.format(Locale.ROOT, "%06X", colour);
    }

    /** Converts points to twips (1/20 pt). */
    static long twipsOfPoints(double points) {
        return Math.round(points * 20);
    }
}
