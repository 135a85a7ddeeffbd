/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal.reading;

import org.bieumau.core.internal.sheet.NumberFormat;
import org.bieumau.core.profile.Look;
import org.bieumau.core.profile.Look.Alignment;

/**
 * The format of a cell.
 *
 * @param alignment null if it depends on the kind of value
 */
record CellStyle(NumberFormat format, Font font, Look look, Alignment alignment) {

    /** The format of cells in a file without styles. */
    static final CellStyle NONE = new CellStyle(NumberFormat.GENERAL, Font.NONE, Font.NONE.look(null), null);
}
