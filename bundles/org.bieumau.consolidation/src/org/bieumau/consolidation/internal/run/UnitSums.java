/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;

/** The sums of numbers in the returns of each unit. */
public final class UnitSums {

    private final Map<Integer, Map<String, BigDecimal>> sums = new HashMap<>();
    private final Map<Integer, Integer> rows = new HashMap<>();

    /** Adds the numbers of a row of a unit. */
    public void add(int unit, ReturnRow row) {
        rows.merge(unit, 1, Integer::sum);
        var ofUnit = sums.computeIfAbsent(unit, each -> new LinkedHashMap<>());
        row.cells().forEach((column, value) -> {
            if (value.kind() == Datum.Kind.DECIMAL) {
                ofUnit.merge(column, value.number(), BigDecimal::add);
            }
        });
    }

    /** Returns the number of rows of a unit. */
    public int rows(int unit) {
        return rows.getOrDefault(unit, 0);
    }

    /** Returns the sums of a unit by column. */
    public Map<String, BigDecimal> of(int unit) {
        return sums.getOrDefault(unit, Map.of());
    }
}
