/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.merge.CellTally;
import org.bieumau.consolidation.internal.merge.Order;
import org.bieumau.consolidation.internal.merge.RowKey;
import org.bieumau.consolidation.internal.merge.RowTally;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.record.ReturnProblem;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.run.TakenReturns.Loaded;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.LineSort;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.MergeMode;
import org.bieumau.model.Severity;

/**
 * What is to be decided or known about a consolidated form. It is found unit by unit, so that only what one unit has is
 * kept in memory.
 */
final class Differences {

    /** How many times as large as all others a number must be to be doubtful. */
    private static final BigDecimal MAGNITUDE = BigDecimal.TEN;
    /** Number of units with numbers below which none stands out. */
    private static final int FEW = 4;

    private final Merged merged;
    private final CampaignPlan plan;
    private final MergeRules rules;
    private final Returns returns;
    private final TakenReturns loader;
    private final Accumulator values;
    private final Path folder;
    private final ResolvedTemplate template;

    /** @param folder folder for temporary files */
    Differences(Merged merged, TakenReturns loader, Accumulator values, Path folder) {
        this.merged = merged;
        plan = merged.plan();
        rules = merged.rules();
        returns = merged.returns();
        this.loader = loader;
        this.values = values;
        this.folder = folder;
        template = plan.template();
    }

    /**
     * A difference at a cell of a return. Its message names row, column, unit, value, then the arguments.
     *
     * @param rowTitle label of the row in the consolidated form
     */
    private record CellFinding(
            String code, Severity severity, Order order, String column, String rowTitle, List<String> arguments) {}

    /**
     * Passes errors first, then warnings, then what is decided or only to be known; each in the order of the units,
     * those of no unit last.
     */
    void pass(Sink<Difference> sink) throws IOException {
        try (var warnings = new DeferredDifferences(folder);
                var others = new DeferredDifferences(folder)) {
            passByUnit(each -> {
                if (!each.isOpen() || each.severity() == Severity.INFO) {
                    others.add(each);
                } else if (each.severity() == Severity.WARNING) {
                    warnings.add(each);
                } else {
                    sink.accept(each);
                }
            });
            warnings.pass(sink);
            others.pass(sink);
        }
    }

    private void passByUnit(Sink<Difference> sink) throws IOException {
        Map<Integer, List<Difference>> known = new HashMap<>();
        returns.differences().forEach(each -> add(each, known));
        Map<Integer, List<CellFinding>> cells = new HashMap<>();
        if (plan.mode() != MergeMode.STACK) {
            checkCells(known, cells);
        }
        var taken = new Taken[returns.units().size()];
        returns.taken().forEach(each -> taken[each.unit()] = each);
        var unsent = new boolean[taken.length];
        returns.statuses()
                .forEach(each -> unsent[each.unit().index()] = each.taken().isEmpty());
        try (var keys = new LineSort(folder)) {
            if (plan.mode() == MergeMode.STACK) {
                checkKeys(keys);
            }
            try (var lines = keys.open()) {
                var line = lines.next();
                for (var unit : returns.units()) {
                    var own = known.getOrDefault(unit.index(), new ArrayList<>());
                    var found = cells.getOrDefault(unit.index(), new ArrayList<>());
                    for (; line != null && Lines.number(line, 0) == unit.index(); line = lines.next()) {
                        found.add(key(line));
                    }
                    if (taken[unit.index()] != null) {
                        own = ofReturn(unit, taken[unit.index()], own, found);
                    } else if (unsent[unit.index()] && loader.decisions().concern(unit)) {
                        // Decisions about values of units that sent nothing decide nothing.
                        own.addAll(loader.decisions().mark(unit, "", List.of(), List.of()));
                    }
                    pass(own, sink);
                }
            }
        }
        pass(known.getOrDefault(-1, List.of()), sink);
    }

    private static void add(Difference each, Map<Integer, List<Difference>> known) {
        known.computeIfAbsent(each.unit() < 0 ? -1 : each.unit(), key -> new ArrayList<>())
                .add(each);
    }

    private static void pass(List<Difference> found, Sink<Difference> sink) throws IOException {
        for (var each : found.stream().sorted(Difference.ORDER).toList()) {
            sink.accept(each);
        }
    }

    /** Returns all differences of a unit whose return is merged, with what was decided. */
    private List<Difference> ofReturn(Unit unit, Taken taken, List<Difference> own, List<CellFinding> cells)
            throws IOException {
        var isDecided = loader.decisions().concern(unit);
        if (!isDecided && !taken.hasProblems() && cells.isEmpty()) {
            return own;
        }
        var loaded = loader.load(taken);
        var found = new ArrayList<>(own);
        found.addAll(loaded.told());
        loaded.problems().stream()
                .filter(ReturnProblem::isReported)
                .forEach(problem -> found.add(difference(problem, loaded)));
        cells.forEach(each -> found.add(difference(each, loaded)));
        return isDecided ? loader.decisions().mark(unit, taken.file(), loaded.rows(), found) : found;
    }

    private static Difference difference(ReturnProblem problem, Loaded loaded) {
        var rows = loaded.rows();
        var row = problem.row() >= 0 && problem.row() < rows.size() ? rows.get(problem.row()) : null;
        var value = row == null ? null : row.cells().get(problem.column());
        return new Difference(
                problem.code(),
                Severity.getByName(problem.severity()),
                problem.message(),
                loaded.taken().unit(),
                loaded.taken().file(),
                problem.place(),
                problem.row(),
                row == null ? "" : row.title(),
                problem.column(),
                value == null ? "" : value.text(),
                null);
    }

    private Difference difference(CellFinding found, Loaded loaded) {
        var row = loaded.rows().get(found.order().row());
        var cell = row.cells().get(found.column());
        var value = cell != null ? Merged.shown(cell) : isTitle(found.column()) ? row.title() : "";
        var unit = returns.units().get(loaded.taken().unit());
        var all = new ArrayList<Object>(
                List.of(found.rowTitle(), merged.columnTitle(found.column()), unit.title(), value));
        all.addAll(found.arguments());
        return new Difference(
                found.code(),
                found.severity(),
                ConsolidationMessages.ALL.text(found.code(), all.toArray()),
                unit.index(),
                loaded.taken().file(),
                loaded.content().place(row, found.column()),
                found.order().row(),
                row.title(),
                found.column(),
                value,
                null);
    }

    // Cells of the consolidated form

    private void checkCells(Map<Integer, List<Difference>> known, Map<Integer, List<CellFinding>> cells)
            throws IOException {
        var found = new ArrayList<Difference>();
        for (var row : values.rows().entrySet()) {
            for (var cell : row.getValue().cells().entrySet()) {
                check(row.getKey(), row.getValue(), cell.getKey(), cell.getValue(), found, cells);
            }
        }
        if (plan.mode() == MergeMode.ADD) {
            checkRates(found);
            new Previous(plan, rules).check(merged::rows, found);
        }
        found.forEach(each -> add(each, known));
    }

    private void check(
            RowKey key,
            RowTally row,
            String column,
            CellTally cell,
            List<Difference> found,
            Map<Integer, List<CellFinding>> cells) {
        var function = rules.function(column, key.given());
        if (plan.mode() == MergeMode.ADD && function == MergeFunction.EQUAL && cell.differs()) {
            var other = cell.firstOther().orElseThrow();
            add(
                    new CellFinding(
                            rules.isRateRow(key.given()) ? "CONS-RATE-ROW" : "CONS-UNEQUAL",
                            Severity.WARNING,
                            other.getKey(),
                            column,
                            title(row, key),
                            List.of(
                                    Merged.shown(cell.all().values().iterator().next()),
                                    Merged.shown(other.getValue()))),
                    cells);
        }
        if (function == MergeFunction.SUM && cell.hasTexts()) {
            found.add(Difference.of(
                    "CONS-TEXT",
                    Severity.ERROR,
                    ConsolidationMessages.ALL.text("CONS-TEXT", title(row, key), merged.columnTitle(column)),
                    -1,
                    ""));
        }
        var outlier = function == MergeFunction.SUM && cell.nonZero() >= FEW
                ? cell.outlier(MAGNITUDE)
                : Optional.<Order>empty();
        outlier.ifPresent(order -> add(
                new CellFinding("CONS-MAGNITUDE", Severity.WARNING, order, column, title(row, key), List.of()), cells));
    }

    private static void add(CellFinding each, Map<Integer, List<CellFinding>> cells) {
        cells.computeIfAbsent(each.order().unit(), key -> new ArrayList<>()).add(each);
    }

    private String title(RowTally row, RowKey key) {
        return template.givenRows()
                .row(key.given())
                .map(given -> String.join(" / ", given.titles()))
                .orElse(row.title());
    }

    private void checkRates(List<Difference> found) {
        for (var column : rules.openRates()) {
            var filled =
                    values.rows().values().stream().anyMatch(row -> row.cells().containsKey(column));
            if (filled) {
                found.add(Difference.of(
                        "CONS-RATE",
                        Severity.ERROR,
                        ConsolidationMessages.ALL.text("CONS-RATE", merged.columnTitle(column), column),
                        -1,
                        ""));
            }
        }
    }

    // Values that must not occur twice

    /** Adds the values that must not occur twice (<i>không trùng</i>) but do, in the returns of two units. */
    private void checkKeys(LineSort found) throws IOException {
        var unique = template.columns().stream()
                .filter(leaf -> leaf.source().isUnique() && leaf.name() != null)
                .toList();
        if (unique.isEmpty()) {
            return;
        }
        try (var sort = new LineSort(folder)) {
            for (var taken : returns.taken()) {
                var rows = loader.load(taken).rows();
                for (int i = 0; i < rows.size(); i++) {
                    for (var leaf : unique) {
                        var key = key(rows.get(i), leaf);
                        if (!key.isEmpty()) {
                            sort.add(Lines.padded(leaf.index())
                                    + key
                                    + '\t'
                                    + Lines.padded(taken.unit())
                                    + Lines.padded(i));
                        }
                    }
                }
            }
            var first = new Object() {
                String key = "";
                int unit;
            };
            sort.sorted(line -> {
                var end = line.lastIndexOf('\t');
                var key = line.substring(0, end);
                var unit = Lines.number(line, end + 1);
                if (!key.equals(first.key)) {
                    first.key = key;
                    first.unit = unit;
                } else if (unit != first.unit) {
                    found.add(line.substring(end + 1) + Lines.padded(first.unit) + key);
                }
            });
        }
    }

    /** Reads a line of {@link #checkKeys}: unit, row, first unit, column, value. */
    private CellFinding key(String line) {
        var leaf = template.columns().get(Lines.number(line, 3 * Lines.WIDTH));
        return new CellFinding(
                "CONS-KEY",
                Severity.ERROR,
                new Order(Lines.number(line, 0), Lines.number(line, Lines.WIDTH)),
                leaf.name(),
                line.substring(4 * Lines.WIDTH),
                List.of(returns.units().get(Lines.number(line, 2 * Lines.WIDTH)).title()));
    }

    private boolean isTitle(String column) {
        return template.titleColumn().filter(leaf -> column.equals(leaf.name())).isPresent();
    }

    private String key(ReturnRow row, Leaf leaf) {
        var value = row.cells().get(leaf.name());
        var text = value != null
                ? value.text()
                : template.titleColumn().filter(leaf::equals).isPresent() ? row.title() : "";
        return VietnameseText.fold(text).replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
    }
}
