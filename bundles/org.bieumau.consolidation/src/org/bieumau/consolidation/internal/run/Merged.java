/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.merge.Accumulator;
import org.bieumau.consolidation.internal.merge.Order;
import org.bieumau.consolidation.internal.merge.RowKey;
import org.bieumau.consolidation.internal.merge.RowTally;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.plan.MergeRules;
import org.bieumau.consolidation.internal.plan.Outline;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.run.TakenReturns.Loaded;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.store.LineSort;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.Terms;
import org.bieumau.model.ColumnType;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.MergeMode;
import org.bieumau.reading.internal.values.MarkedLine;
import org.jspecify.annotations.Nullable;

/**
 * The consolidated form: rows and contributions in order, pulled from the stored returns, and what is to be decided.
 */
public final class Merged {

    private final CampaignPlan plan;
    private final MergeRules rules;
    private final Returns returns;
    private final TakenReturns loader;
    private final Accumulator values;
    private final Path folder;
    private final ResolvedTemplate template;
    private final UnitTemplates templates;
    private final FormTemplate result;
    private @Nullable List<Difference> differences;

    /**
     * @param values the values that are added up
     * @param folder folder for temporary files
     */
    Merged(CampaignPlan plan, MergeRules rules, Returns returns, TakenReturns loader, Accumulator values, Path folder) {
        this.plan = plan;
        this.rules = rules;
        this.returns = returns;
        this.loader = loader;
        this.values = values;
        this.folder = folder;
        template = plan.template();
        templates = new UnitTemplates(template, rules);
        result = result();
    }

    private FormTemplate result() {
        return switch (plan.mode()) {
            case COLUMN_PER_UNIT ->
                templates.columnPerUnit(returns.taken().stream()
                        .map(taken -> returns.units().get(taken.unit()))
                        .toList());
            case ROW_PER_UNIT -> {
                var title = plan.campaign().getUnitColumn();
                yield templates.rowPerUnit(title == null ? "Đơn vị" : title);
            }
            case STACK -> {
                var title = plan.campaign().getUnitColumn();
                yield title == null ? template.template() : templates.stacked(title);
            }
            default -> template.template();
        };
    }

    public CampaignPlan plan() {
        return plan;
    }

    public Returns returns() {
        return returns;
    }

    public MergeRules rules() {
        return rules;
    }

    /** Returns the template of the consolidated form. */
    public FormTemplate template() {
        return result;
    }

    // Rows

    /** Passes the rows of the consolidated form in order. */
    public void rows(Sink<MergedRow> sink) throws IOException {
        switch (plan.mode()) {
            case ADD, COLUMN_PER_UNIT, PROSE -> addedRows(sink);
            case ROW_PER_UNIT -> unitRows(sink);
            default -> stackedRows(sink);
        }
    }

    /** Returns the headings of the sections in order: that of the vocabulary, then that of the returns. */
    List<String> sections() {
        var vocabulary = template.sections().map(spec -> spec.getVocabulary()).orElse(null);
        var terms = vocabulary == null
                ? List.<String>of()
                : Terms.of(vocabulary).stream()
                        .map(term -> VietnameseText.fold(term.getTitle()))
                        .toList();
        var titles = new LinkedHashSet<String>();
        returns.taken().forEach(taken -> titles.addAll(taken.sections()));
        // A decision may add a printed row.
        if (loader.decisions().any()) {
            titles.add("");
        }
        var byKey = new LinkedHashMap<String, String>();
        titles.forEach(title -> byKey.putIfAbsent(VietnameseText.fold(title), title));
        var ordered = new ArrayList<String>();
        terms.stream().map(byKey::remove).filter(each -> each != null).forEach(ordered::add);
        ordered.addAll(byKey.values());
        return ordered;
    }

    private void stackedRows(Sink<MergedRow> sink) throws IOException {
        var sections = sections();
        if (sections.size() < 2) {
            for (var taken : returns.taken()) {
                var loaded = loader.load(taken);
                for (var row : loaded.rows()) {
                    sink.accept(new MergedRow(named(row, taken), Optional.of(taken), table(row, loaded)));
                }
            }
            return;
        }
        var positions = new HashMap<String, Integer>();
        sections.forEach(section -> positions.put(VietnameseText.fold(section), positions.size()));
        // Returns are stored by unit, but rows follow each other by section.
        try (var sort = new LineSort(folder)) {
            for (int i = 0; i < returns.taken().size(); i++) {
                var loaded = loader.load(returns.taken().get(i));
                var number = 0;
                for (var row : loaded.rows()) {
                    var position = positions.get(VietnameseText.fold(row.section()));
                    sort.add(Lines.padded(position)
                            + Lines.padded(i)
                            + Lines.padded(number++)
                            + Lines.row(named(row, returns.taken().get(i)), table(row, loaded)));
                }
            }
            sort.sorted(line -> {
                var taken = returns.taken().get(Lines.number(line, Lines.WIDTH));
                sink.accept(Lines.row(line.substring(3 * Lines.WIDTH), taken));
            });
        }
    }

    /** Returns a row with the name of its unit, if the campaign wants a column for it. */
    private ReturnRow named(ReturnRow row, Taken taken) {
        if (plan.campaign().getUnitColumn() == null) {
            return row;
        }
        var cells = new LinkedHashMap<>(row.cells());
        cells.put(
                UnitTemplates.UNIT, Datum.text(returns.units().get(taken.unit()).title()));
        return row.withCells(cells);
    }

    private static Spot table(ReturnRow row, Loaded loaded) {
        return row.table() < 0
                ? Spot.NONE
                : loaded.content().tables().get(row.table()).place();
    }

    private void addedRows(Sink<MergedRow> sink) throws IOException {
        for (var section : sections()) {
            var key = VietnameseText.fold(section);
            for (var given : template.givenRows().all()) {
                var tally = values.rows().get(new RowKey(key, given.path(), "", ""));
                if (tally != null) {
                    var cells = cells(tally, Optional.of(given));
                    if (!cells.isEmpty()) {
                        emit(section, given.path(), "", given.title(), cells, sink);
                    }
                }
            }
            for (var added : values.added()) {
                if (added.getKey().section().equals(key)) {
                    var tally = added.getValue();
                    emit(section, "", added.getKey().parent(), tally.title(), cells(tally, Optional.empty()), sink);
                }
            }
        }
    }

    private static void emit(
            String section, String given, String parent, String title, Map<String, Datum> cells, Sink<MergedRow> sink)
            throws IOException {
        var row = new ReturnRow(section, given, parent, title, -1, 0, cells);
        sink.accept(new MergedRow(row, Optional.empty(), Spot.NONE));
    }

    /** Passes a row for each unit: its values, merged if the return has several rows for one column. */
    private void unitRows(Sink<MergedRow> sink) throws IOException {
        for (var taken : returns.taken()) {
            var loaded = loader.load(taken);
            var own = new Accumulator();
            var isGiven = !template.givenRows().isEmpty();
            var rows = loaded.rows().stream()
                    .map(row -> new ReturnRow(
                            "", row.given(), "", isGiven ? row.title() : "", row.table(), row.number(), row.cells()))
                    .toList();
            own.add(taken.unit(), rows, (column, given) -> true);
            var cells = new LinkedHashMap<String, Datum>();
            cells.put(
                    UnitTemplates.UNIT,
                    Datum.text(returns.units().get(taken.unit()).title()));
            own.rows()
                    .forEach((key, tally) -> tally.cells().forEach((column, cell) -> {
                        var single = cell.all().size() == 1
                                ? cell.all().values().stream().findFirst()
                                : Optional.<Datum>empty();
                        single.or(() -> cell.result(rules.function(column, key.given()), Merged::unnamed))
                                .ifPresent(value -> cells.put(templates.ofRow(key.given(), column), value));
                    }));
            var first = loaded.rows().isEmpty() ? null : loaded.rows().getFirst();
            var table = first == null ? Spot.NONE : table(first, loaded);
            sink.accept(new MergedRow(
                    new ReturnRow("", "", "", "", -1, first == null ? 0 : first.number(), cells),
                    Optional.of(taken),
                    table));
        }
    }

    /**
     * Returns the printed row whose numbers stand for a unit: the first one with values. Empty if the form prints no
     * rows, so that all rows of a unit are added.
     */
    public Optional<GivenRow> totalRow() {
        return template.givenRows().all().stream()
                .filter(row -> !row.source().isHeading())
                .findFirst();
    }

    private static Datum unnamed(SortedMap<Order, Datum> texts) {
        return Datum.text(texts.values().stream().map(Merged::shown).collect(Collectors.joining("; ")));
    }

    private Map<String, Datum> cellsOfUnits(RowTally tally) {
        var cells = new LinkedHashMap<String, Datum>();
        tally.cells().forEach((column, cell) -> {
            cell.all().forEach((order, value) -> cells.put(templates.ofUnit(order.unit(), column), value));
            if (rules.function(column) == MergeFunction.SUM) {
                cell.result(MergeFunction.SUM, Merged::unnamed)
                        .ifPresent(value -> cells.put(templates.ofTotal(column), value));
            }
        });
        return cells;
    }

    private Map<String, Datum> cells(RowTally tally, Optional<GivenRow> given) {
        if (plan.mode() == MergeMode.COLUMN_PER_UNIT) {
            return cellsOfUnits(tally);
        }
        var cells = new LinkedHashMap<String, Datum>();
        for (var leaf : template.columns()) {
            var cell = leaf.name() == null ? null : tally.cells().get(leaf.name());
            if (cell == null
                    || given.filter(row -> Entries.printed(row, leaf, template).isPresent())
                            .isPresent()) {
                continue;
            }
            if (given.isEmpty() && template.titleColumn().filter(leaf::equals).isPresent()) {
                continue;
            }
            cell.result(function(leaf, given), texts -> joined(leaf, texts))
                    .ifPresent(value -> cells.put(leaf.name(), value));
        }
        return cells;
    }

    private MergeFunction function(Leaf leaf, Optional<GivenRow> given) {
        return rules.function(leaf.name(), given.map(GivenRow::path).orElse(""));
    }

    private Datum joined(Leaf leaf, SortedMap<Order, Datum> texts) {
        var prose = leaf.type() == ColumnType.PROSE;
        var text = texts.entrySet().stream()
                .map(each -> named(returns.units().get(each.getKey().unit()).title(), shown(each.getValue()), prose))
                .collect(Collectors.joining(prose ? "\n" : "; "));
        return new Datum(prose ? Datum.Kind.PROSE : Datum.Kind.TEXT, text);
    }

    /** Returns a text after the name of its unit; a text that begins with a number or dash is below it. */
    private static String named(String unit, String text, boolean prose) {
        var below = prose && text.lines().findFirst().flatMap(MarkedLine::of).isPresent();
        return unit + (below ? ":\n" : ": ") + text;
    }

    /** Returns a value as it is printed. */
    public static String shown(Datum value) {
        return switch (value.kind()) {
            case DECIMAL -> VietnameseNumbers.format(value.number());
            case MARK -> "X";
            default -> value.text();
        };
    }

    // Reports

    /**
     * What units wrote under a heading of a report.
     *
     * @param given path of the heading; an empty string for a part that the outline does not have
     * @param parent path of the heading to whose part such a part belongs; an empty string for none
     * @param texts the texts by the index of the unit
     */
    public record JoinedRow(String given, String parent, String title, SortedMap<Integer, String> texts) {}

    /** Passes what units wrote: by heading, then parts that the outline does not have. */
    public void joined(Sink<JoinedRow> sink) throws IOException {
        for (var given : template.givenRows().all()) {
            var tally = values.rows().get(new RowKey("", given.path(), "", ""));
            if (tally != null) {
                sink.accept(joined(given.path(), "", tally));
            }
        }
        for (var added : values.added()) {
            sink.accept(joined("", added.getKey().parent(), added.getValue()));
        }
    }

    private static JoinedRow joined(String given, String parent, RowTally tally) {
        var texts = new TreeMap<Integer, String>();
        tally.cells()
                .get(Outline.TEXT)
                .all()
                .forEach((order, value) -> texts.merge(order.unit(), value.text(), (one, other) -> one + "\n" + other));
        return new JoinedRow(given, parent, tally.title(), texts);
    }

    // Contributions

    /**
     * Passes each value of each return that is part of the consolidated form: by section and row, then by unit. If rows
     * are added up, all figures; otherwise one line per row.
     */
    public void contributions(Sink<Contribution> sink) throws IOException {
        contributions(sink, new UnitSums());
    }

    /**
     * Passes each value, as above.
     *
     * @param sums receives the numbers of {@link #totalRow}, so that returns are not loaded again for them
     */
    public void contributions(Sink<Contribution> sink, UnitSums sums) throws IOException {
        if (plan.mode() == MergeMode.STACK) {
            stackedContributions(sink);
            return;
        }
        var labels = labels();
        var rowNumbers = new HashMap<RowKey, Integer>();
        var number = 0;
        for (var section : sections()) {
            var key = VietnameseText.fold(section);
            for (var given : template.givenRows().all()) {
                rowNumbers.put(new RowKey(key, given.path(), "", ""), number++);
            }
            for (var added : values.added()) {
                if (added.getKey().section().equals(key)) {
                    rowNumbers.put(added.getKey(), number++);
                }
            }
        }
        var totalRow = totalRow().map(GivenRow::path);
        // Returns are stored by unit, but figures are told by row.
        try (var sort = new LineSort(folder)) {
            for (var taken : returns.taken()) {
                var loaded = loader.load(taken);
                for (var row : loaded.rows()) {
                    if (totalRow.filter(row.given()::equals).isPresent()) {
                        sums.add(taken.unit(), row);
                    }
                    var position = rowNumbers.get(RowKey.of(row));
                    for (var leaf : template.columns()) {
                        var value = leaf.name() == null ? null : row.cells().get(leaf.name());
                        if (value == null || position == null || !isFigure(leaf)) {
                            continue;
                        }
                        sort.add(Lines.padded(position)
                                + Lines.padded(leaf.index())
                                + Lines.padded(taken.unit())
                                + Lines.contribution(new Contribution(
                                        row.section(),
                                        labels.getOrDefault(row.given(), row.title()),
                                        leaf.title(),
                                        returns.units().get(taken.unit()).title(),
                                        taken.file(),
                                        loaded.content().place(row, leaf.name()),
                                        shown(value))));
                    }
                }
            }
            sort.sorted(line -> sink.accept(Lines.contribution(line.substring(3 * Lines.WIDTH))));
        }
    }

    /**
     * Returns the labels of printed rows by their paths: with those of the rows above, since labels may occur twice.
     */
    private Map<String, String> labels() {
        var labels = new HashMap<String, String>();
        template.givenRows()
                .all()
                .forEach(row -> labels.put(
                        row.path(), plan.mode() == MergeMode.PROSE ? row.title() : String.join(" / ", row.titles())));
        return labels;
    }

    private boolean isFigure(Leaf leaf) {
        return template.titleColumn().filter(leaf::equals).isEmpty();
    }

    private void stackedContributions(Sink<Contribution> sink) throws IOException {
        rows(row -> sink.accept(contribution(row)));
    }

    /** Returns where a row of a return comes from. */
    public Contribution contribution(MergedRow merged) {
        var taken = merged.origin().orElseThrow();
        var row = merged.row();
        return new Contribution(
                row.section(),
                row.title(),
                "",
                returns.units().get(taken.unit()).title(),
                taken.file(),
                merged.table().cell(row.number(), ""),
                "");
    }

    // Differences

    /**
     * Passes what is to be decided or known, in order, with what was decided. It is found again each time.
     *
     * @throws IOException if the results of reading cannot be read any more
     */
    public void differences(Sink<Difference> sink) throws IOException {
        new Differences(this, loader, values, folder).pass(sink);
    }

    /**
     * Returns what is to be decided or known, in order, with what was decided.
     *
     * @throws UncheckedIOException if the results of reading cannot be read any more
     */
    public synchronized List<Difference> differences() {
        if (differences == null) {
            var found = new ArrayList<Difference>();
            try {
                differences(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            differences = List.copyOf(found);
        }
        return differences;
    }

    /** Returns the title of a column; its name if the template has no such column. */
    public String columnTitle(String column) {
        return template.columns().stream()
                .filter(leaf -> column.equals(leaf.name()))
                .map(Leaf::title)
                .findFirst()
                .orElse(column);
    }
}
