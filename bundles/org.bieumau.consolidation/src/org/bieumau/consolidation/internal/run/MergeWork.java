/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.merge.Order;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.spi.ConsolidationEngine.Work;
import org.bieumau.model.Severity;

/** Adds up the returns that count, and collects what is to be decided about each. */
final class MergeWork implements Work<Taken, MergeWork.Part> {

    private static final long serialVersionUID = 1L;

    /** Values and differences of some units. */
    static final class Part implements Serializable {

        private static final long serialVersionUID = 1L;

        private final Accumulator values = new Accumulator();
        private final TreeMap<Integer, List<Difference>> differences = new TreeMap<>();
        /** The sections in the order in which they occur first. */
        private final TreeMap<String, Order> sections = new TreeMap<>();

        Accumulator values() {
            return values;
        }

        TreeMap<Integer, List<Difference>> differences() {
            return differences;
        }

        TreeMap<String, Order> sections() {
            return sections;
        }

        Part merge(Part other) {
            values.merge(other.values);
            differences.putAll(other.differences);
            other.sections.forEach(
                    (name, order) -> sections.merge(name, order, (one, two) -> one.compareTo(two) <= 0 ? one : two));
            return this;
        }
    }

    private final transient TakenReturns returns;
    private final transient MergeRules rules;
    private final boolean adds;
    private final boolean keepsAll;

    /**
     * @param adds whether values are added up; otherwise only differences and sections are collected
     * @param keepsAll whether the values of all units are kept, since each has a column
     */
    MergeWork(TakenReturns returns, MergeRules rules, boolean adds, boolean keepsAll) {
        this.keepsAll = keepsAll;
        this.returns = returns;
        this.rules = rules;
        this.adds = adds;
    }

    @Override
    public Part empty() {
        return new Part();
    }

    @Override
    public Part merge(Part one, Part other) {
        return one.merge(other);
    }

    @Override
    public Part apply(Taken taken) throws IOException {
        var part = new Part();
        var loaded = returns.load(taken);
        var told = new ArrayList<Difference>(loaded.told());
        var rows = loaded.rows();
        for (var problem : loaded.problems()) {
            if (Severity.getByName(problem.severity()) == Severity.INFO) {
                continue;
            }
            var row = problem.row() >= 0 && problem.row() < rows.size() ? rows.get(problem.row()) : null;
            told.add(new Difference(
                    problem.code(),
                    Severity.getByName(problem.severity()),
                    problem.message(),
                    taken.unit(),
                    taken.file(),
                    problem.place(),
                    problem.row(),
                    row == null ? "" : row.title(),
                    problem.column(),
                    value(row, problem.column()),
                    null));
        }
        part.differences.put(taken.unit(), told);
        for (int i = 0; i < rows.size(); i++) {
            var order = new Order(taken.unit(), i);
            part.sections.putIfAbsent(rows.get(i).section(), order);
        }
        if (adds) {
            part.values.add(taken.unit(), rows, (column, given) -> keepsAll || rules.keepsAll(column, given));
        }
        return part;
    }

    private static String value(ReturnRow row, String column) {
        var value = row == null ? null : row.cells().get(column);
        return value == null ? "" : value.text();
    }
}
