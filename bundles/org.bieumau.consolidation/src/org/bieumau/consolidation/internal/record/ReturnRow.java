/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row of a return.
 *
 * @param section heading of its section; an empty string for none
 * @param given path of the row in the template if it is printed with the form; an empty string if it is not
 * @param parent path of the given row below which the unit added the row; an empty string for none
 * @param title label of the row
 * @param table index of the table that it was read from; -1 if unknown
 * @param number number of the row in that table, from 1; 0 if unknown
 * @param cells values by the name of the column
 */
public record ReturnRow(
        String section, String given, String parent, String title, int table, int number, Map<String, Datum> cells)
        implements Serializable {

    public ReturnRow {
        cells = new LinkedHashMap<>(cells);
    }

    public ReturnRow withCells(Map<String, Datum> changed) {
        return new ReturnRow(section, given, parent, title, table, number, changed);
    }
}
