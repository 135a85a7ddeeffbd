/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

/** The kinds of rows of a table. */
public enum RowKind {
    /** Above the header, such as a letterhead, a title, or parameters. */
    ABOVE,
    HEADER,
    /** The row of column numbers. */
    NUMBERS,
    BODY,
    SECTION,
    TOTAL,
    /** Instructions for filling in the form. */
    INSTRUCTION,
    /** An example of a filled row, in a blank form. */
    SAMPLE,
    /** Only an ordinal. */
    ORDINAL_ONLY,
    /** A placeholder for further rows, such as <code>…</code>. */
    AND_SO_ON,
    HEADER_AGAIN,
    EMPTY,
    HIDDEN,
    /** Below the table: date, signatures, notes. */
    BELOW
}
