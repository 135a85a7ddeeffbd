/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.record;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sheet or table that rows of a return were read from.
 *
 * @param place the sheet or table
 * @param headerFirst number of the first row of the header, from 1
 * @param headerLast number of the last row of the header
 * @param columns name of the column in the file for each column of the template
 */
public record ReturnTable(Spot place, int headerFirst, int headerLast, Map<String, String> columns)
        implements Serializable {

    public ReturnTable {
        columns = new TreeMap<>(columns);
    }

    /** Returns the name of the first column in the file; an empty string if there is none. */
    public String firstColumn() {
        return columns.values().stream()
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .orElse("");
    }
}
