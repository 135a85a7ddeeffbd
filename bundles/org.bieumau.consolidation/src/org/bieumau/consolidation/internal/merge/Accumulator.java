/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.merge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.bieumau.consolidation.internal.record.ReturnRow;

/**
 * Values of returns by row and column. Its size depends on the rows and columns of the result, not on the number of
 * returns, except for texts that are joined. Merging is associative and commutative: the result is the same in whatever
 * order returns are read, and on however many machines.
 */
public final class Accumulator implements Serializable {

    private static final long serialVersionUID = 1L;

    private final TreeMap<RowKey, RowTally> rows = new TreeMap<>();
    private final TreeSet<Integer> units = new TreeSet<>();
    private long count;

    /**
     * Adds the rows of the return of a unit.
     *
     * @param keepAll tells, by column and path of the printed row, the cells whose values are all needed
     */
    public void add(int unit, List<ReturnRow> returned, BiPredicate<String, String> keepAll) {
        units.add(unit);
        for (int i = 0; i < returned.size(); i++) {
            var row = returned.get(i);
            var order = new Order(unit, i);
            var tally = rows.computeIfAbsent(RowKey.of(row), key -> new RowTally(order, row));
            tally.name(order, row);
            count++;
            row.cells()
                    .forEach((column, value) -> tally.cell(column, keepAll.test(column, row.given()))
                            .add(value, order));
        }
    }

    /** Adds all that another accumulator has; the other one must not be used afterwards. */
    public Accumulator merge(Accumulator other) {
        units.addAll(other.units);
        count += other.count;
        other.rows.forEach((key, tally) -> {
            var own = rows.get(key);
            if (own == null) {
                rows.put(key, tally);
            } else {
                own.merge(tally);
            }
        });
        return this;
    }

    /** Returns the rows by key. */
    public Map<RowKey, RowTally> rows() {
        return Collections.unmodifiableMap(rows);
    }

    /**
     * Returns the rows that units added below a printed row, or in a section, in the order in which units have them.
     */
    public List<Map.Entry<RowKey, RowTally>> added() {
        var added = new ArrayList<Map.Entry<RowKey, RowTally>>();
        rows.entrySet().stream().filter(row -> row.getKey().given().isEmpty()).forEach(added::add);
        added.sort((one, other) ->
                one.getValue().first().compareTo(other.getValue().first()));
        return added;
    }

    /** Returns the indexes of the units whose returns were added. */
    public List<Integer> units() {
        return List.copyOf(units);
    }

    /** Returns the number of rows added. */
    public long count() {
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Accumulator accumulator
                && rows.equals(accumulator.rows)
                && units.equals(accumulator.units)
                && count == accumulator.count;
    }

    @Override
    public int hashCode() {
        return units.hashCode();
    }
}
