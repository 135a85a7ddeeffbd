/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

/** The number formats of cells with values. Excel shows the separators of the user's locale. */
enum NumberFormat {
    /** A text that a formula returns. */
    GENERAL(0, "General"),
    /** A whole number. */
    WHOLE(3, "#,##0"),
    /**
     * A number with all its decimals: Excel keeps 15 digits. A whole number would end with a decimal separator, so
     * {@link SheetPart} switches between the two formats when the value changes.
     */
    DECIMALS(165, "#,##0.###############"),
    /** A whole number without separators, such as an ordinal or a year. */
    PLAIN(1, "0"),
    /** A date. */
    DAY(164, "dd/mm/yyyy");

    /** The first id of formats that a file defines. Lower ids are built into Excel. */
    private static final int FIRST_OWN = 164;

    private final int id;
    private final String code;

    NumberFormat(int id, String code) {
        this.id = id;
        this.code = code;
    }

    int id() {
        return id;
    }

    String code() {
        return code;
    }

    /** Returns whether the file must define the format. */
    boolean isOwn() {
        return id >= FIRST_OWN;
    }
}
