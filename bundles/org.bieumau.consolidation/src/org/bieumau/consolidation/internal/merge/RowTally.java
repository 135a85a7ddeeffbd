/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.merge;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.bieumau.consolidation.internal.record.ReturnRow;

/** The values of one row in all returns, by column. */
public final class RowTally implements Serializable {

    private static final long serialVersionUID = 1L;

    private Order first;
    private String section;
    private String title;
    private final TreeMap<String, CellTally> cells = new TreeMap<>();

    RowTally(Order order, ReturnRow row) {
        first = order;
        section = row.section();
        title = row.title();
    }

    CellTally cell(String column, boolean keepsAll) {
        return cells.computeIfAbsent(column, key -> new CellTally(keepsAll));
    }

    /** Labels that differ in case or spelling only are told as the first unit writes them. */
    void name(Order order, ReturnRow row) {
        if (order.compareTo(first) < 0) {
            first = order;
            section = row.section();
            title = row.title();
        }
    }

    void merge(RowTally other) {
        if (other.first.compareTo(first) < 0) {
            first = other.first;
            section = other.section;
            title = other.title;
        }
        other.cells.forEach((column, tally) -> {
            var own = cells.get(column);
            if (own == null) {
                cells.put(column, tally);
            } else {
                own.merge(tally);
            }
        });
    }

    /** Returns where the row occurs first. */
    public Order first() {
        return first;
    }

    public String section() {
        return section;
    }

    public String title() {
        return title;
    }

    /** Returns the values by column. */
    public Map<String, CellTally> cells() {
        return Collections.unmodifiableMap(cells);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowTally row
                && first.equals(row.first)
                && section.equals(row.section)
                && title.equals(row.title)
                && cells.equals(row.cells);
    }

    @Override
    public int hashCode() {
        return Objects.hash(first, title);
    }
}
