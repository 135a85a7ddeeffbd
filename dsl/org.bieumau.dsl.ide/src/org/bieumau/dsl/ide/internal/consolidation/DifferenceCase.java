/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.bieumau.consolidation.internal.merge.RowKey;
import org.bieumau.consolidation.internal.record.Datum;
import org.bieumau.consolidation.internal.record.ReturnContent;
import org.bieumau.consolidation.internal.record.ReturnRow;
import org.bieumau.consolidation.internal.record.Spot;
import org.bieumau.consolidation.internal.run.Merged;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.ide.internal.consolidation.Verdict.DecidedCell;
import org.bieumau.model.MergeMode;

/**
 * A difference with the sources that contradict each other, side by side, and what the office can decide about it.
 *
 * @param sources the return, and what it is compared with if there is something; none if no file is concerned
 */
public record DifferenceCase(List<SourceTable> sources, List<Choice> choices) {

    /** How many rows of the return are shown before and after that of the difference. */
    private static final int AROUND = 4;
    /** Largest number of rows of a source. */
    private static final int MOST = 300;

    /** Problems that are about who sent a file. */
    private static final Set<String> SENDERS = Set.of("CONS-UNIT-UNKNOWN", "CONS-UNIT-OPEN", "CONS-UNIT-CONTRARY");

    /** Problems of values that must be equal in all returns. */
    private static final Set<String> EQUAL = Set.of("CONS-UNEQUAL", "CONS-RATE-ROW");

    /**
     * A part of a source.
     *
     * @param title the unit, and the file
     * @param columns headings
     */
    public record SourceTable(String title, List<String> columns, List<SourceRow> rows) {}

    /**
     * A row of a source.
     *
     * @param marked index of the cell that differs; -1 for none
     * @param file the file that the row was read from; an empty string for none
     * @param values what can be decided about the cells after the first one, each for its own; none if nothing can
     */
    public record SourceRow(List<String> cells, int marked, String file, Spot place, List<Choice.OtherValue> values) {

        SourceRow(List<String> cells, int marked, String file, Spot place) {
            this(cells, marked, file, place, List.of());
        }
    }

    /**
     * Finds the sources and choices of a difference.
     *
     * @param cancelled polled while many returns are loaded
     */
    public static DifferenceCase of(
            CampaignSession session, Returns returns, Difference difference, BooleanSupplier cancelled) {
        return new Finder(session, returns, difference, cancelled).find();
    }

    private static final class Finder {

        private final CampaignSession session;
        private final Returns returns;
        private final Difference difference;
        private final BooleanSupplier cancelled;
        private final Optional<FileStatus> file;
        private final Optional<ReturnContent> content;
        private final List<Choice> choices = new ArrayList<>();

        Finder(CampaignSession session, Returns returns, Difference difference, BooleanSupplier cancelled) {
            this.session = session;
            this.returns = returns;
            this.difference = difference;
            this.cancelled = cancelled;
            file = file(difference.file());
            content = session.content(returns, difference.file());
        }

        private Optional<FileStatus> file(String name) {
            return returns.files().stream()
                    .filter(each -> each.file().name().equals(name))
                    .findFirst();
        }

        private Optional<Unit> unit() {
            return difference.unit() < 0
                    ? Optional.empty()
                    : Optional.of(returns.units().get(difference.unit()));
        }

        DifferenceCase find() {
            var sources = new ArrayList<SourceTable>();
            if (cell().isPresent() && content.isPresent()) {
                chooseValue();
                sources.add(around());
                others().ifPresent(sources::add);
            } else if (SENDERS.contains(difference.code())) {
                chooseSender();
                content.ifPresent(read -> sources.add(heading(read)));
                sources.add(names());
            } else {
                rival().ifPresentOrElse(
                                other -> compare(other, sources),
                                () -> content.ifPresent(read -> sources.add(heading(read))));
                chooseFile();
            }
            return new DifferenceCase(sources, choices);
        }

        // Values

        /** Returns the index of the row that a decision would be about. */
        private Optional<Integer> cell() {
            if (unit().isEmpty() || content.isEmpty() || content.get().rows().isEmpty()) {
                return Optional.empty();
            }
            if (difference.row() >= 0 && difference.row() < content.get().rows().size()) {
                return Optional.of(difference.row());
            }
            // A rule of the whole form has no cell; a decision about any cell of the return decides it.
            return difference.code().equals("FORM-RULE") ? Optional.of(0) : Optional.empty();
        }

        private void chooseValue() {
            if (session.plan().mode() == MergeMode.PROSE) {
                // Texts have no columns that a decision could name.
                ignore();
                return;
            }
            var index = cell().orElseThrow();
            var rows = content.orElseThrow().rows();
            var row = rows.get(index);
            var column = difference.column().isEmpty() ? firstColumn(row) : difference.column();
            if (column.isEmpty() || unit().orElseThrow().key().isEmpty()) {
                return;
            }
            var cell = decided(row, index, column);
            var value = shown(row.cells().get(column));
            choices.add(new Choice.Ready(
                    difference.column().isEmpty() || value.isEmpty()
                            ? IdeMessages.ALL.text("choice.accept")
                            : IdeMessages.ALL.text("choice.accept.value", value),
                    new Verdict.Accept(cell)));
            if (!difference.column().isEmpty()) {
                choices.add(new Choice.OtherValue(cell, label(row, column), value));
            }
        }

        /** Returns the cell that a decision is about. */
        private DecidedCell decided(ReturnRow row, int index, String column) {
            var title = VietnameseText.fold(row.title());
            var isOnly = !title.isEmpty()
                    && content.orElseThrow().rows().stream()
                                    .filter(each ->
                                            VietnameseText.fold(each.title()).equals(title))
                                    .count()
                            == 1;
            return new DecidedCell(
                    unit().orElseThrow().key(), row.given(), isOnly ? row.title() : "", index + 1, column);
        }

        private String label(ReturnRow row, String column) {
            var title = session.plan().template().columns().stream()
                    .filter(leaf -> column.equals(leaf.name()))
                    .map(Leaf::title)
                    .findFirst()
                    .orElse(column);
            return row.title().isEmpty() ? title : row.title() + ", " + title;
        }

        /** Returns what can be decided about the cells of a row. */
        private List<Choice.OtherValue> values(ReturnRow row, int index, List<Leaf> leaves) {
            return session.plan().mode() == MergeMode.PROSE
                            || unit().orElseThrow().key().isEmpty()
                    ? List.of()
                    : leaves.stream()
                            .map(leaf -> new Choice.OtherValue(
                                    decided(row, index, leaf.name()),
                                    label(row, leaf.name()),
                                    shown(row.cells().get(leaf.name()))))
                            .toList();
        }

        private String firstColumn(ReturnRow row) {
            return session.plan().template().columns().stream()
                    .filter(leaf -> leaf.name() != null && row.cells().containsKey(leaf.name()))
                    .map(Leaf::name)
                    .findFirst()
                    .orElse("");
        }

        private static String shown(Datum value) {
            return value == null ? "" : Merged.shown(value);
        }

        /** Returns the columns that have a value in one of the rows. */
        private List<Leaf> filled(List<ReturnRow> rows) {
            return session.plan().template().columns().stream()
                    .filter(leaf -> leaf.name() != null
                            && rows.stream().anyMatch(row -> row.cells().containsKey(leaf.name())))
                    .toList();
        }

        private String title(String name) {
            var status = file(name);
            return status.flatMap(FileStatus::unit)
                    .map(each -> name + " – " + each.title())
                    .orElse(name);
        }

        /** Returns the rows of the return around that of the difference. */
        private SourceTable around() {
            var read = content.orElseThrow();
            var index = cell().orElseThrow();
            var first = difference.row() < 0 ? 0 : Math.max(0, index - AROUND);
            var rows = read.rows().subList(first, Math.min(read.rows().size(), index + AROUND + 1));
            var leaves = filled(rows);
            var columns = new ArrayList<>(List.of(IdeMessages.ALL.text("source.row")));
            leaves.forEach(leaf -> columns.add(leaf.title()));
            var shown = new ArrayList<SourceRow>();
            for (int i = 0; i < rows.size(); i++) {
                var row = rows.get(i);
                var cells = new ArrayList<>(List.of(row.title()));
                leaves.forEach(leaf -> cells.add(shown(row.cells().get(leaf.name()))));
                var isMarked = first + i == difference.row();
                var marked = 0;
                for (int j = 0; j < leaves.size(); j++) {
                    marked = leaves.get(j).name().equals(difference.column()) ? j + 1 : marked;
                }
                shown.add(new SourceRow(
                        cells,
                        isMarked ? marked : -1,
                        difference.file(),
                        read.place(row, difference.column()),
                        values(row, first + i, leaves)));
            }
            return new SourceTable(title(difference.file()), columns, shown);
        }

        /** Returns the values of the same row and column in the returns of the other units. */
        private Optional<SourceTable> others() {
            var row = content.orElseThrow().rows().get(cell().orElseThrow());
            var leaf = session.plan().template().columns().stream()
                    .filter(each -> difference.column().equals(each.name()))
                    .findFirst();
            if (leaf.isEmpty()) {
                return Optional.empty();
            }
            var value = shown(row.cells().get(difference.column()));
            var isStacked = session.plan().mode() == MergeMode.STACK;
            var key = isStacked ? VietnameseText.fold(value) : "";
            // Only if values must be equal, the others are wrong or this one is.
            var marksOthers = EQUAL.contains(difference.code());
            var rows = new ArrayList<SourceRow>();
            for (var taken : returns.taken()) {
                if (cancelled.getAsBoolean() || rows.size() >= MOST) {
                    break;
                }
                if (taken.unit() == difference.unit()) {
                    continue;
                }
                var read = session.content(returns, taken.file());
                for (var other : read.map(ReturnContent::rows).orElse(List.of())) {
                    var otherValue = shown(other.cells().get(difference.column()));
                    var isSame = isStacked
                            ? !key.isEmpty() && VietnameseText.fold(otherValue).equals(key)
                            : RowKey.of(other).equals(RowKey.of(row));
                    if (isSame && rows.size() < MOST) {
                        rows.add(new SourceRow(
                                List.of(returns.units().get(taken.unit()).title(), otherValue),
                                marksOthers && !otherValue.equals(value) ? 1 : -1,
                                taken.file(),
                                read.get().place(other, difference.column())));
                    }
                }
            }
            return rows.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new SourceTable(
                            IdeMessages.ALL.text("source.others"),
                            List.of(
                                    IdeMessages.ALL.text("source.unit"),
                                    leaf.get().title()),
                            rows));
        }

        // Senders

        private void chooseSender() {
            var units = new LinkedHashSet<Unit>();
            file.flatMap(FileStatus::unit).ifPresent(units::add);
            file.flatMap(each -> each.sender().contrary()).ifPresent(units::add);
            file.ifPresent(each -> units.addAll(each.sender().candidates()));
            units.stream()
                    .filter(unit -> !unit.key().isEmpty())
                    .limit(3)
                    .forEach(unit -> choices.add(new Choice.Ready(
                            IdeMessages.ALL.text("choice.sentBy", unit.title()),
                            new Verdict.SentBy(difference.file(), unit.key()))));
            choices.add(new Choice.OtherUnit(difference.file()));
            ignore();
        }

        private void ignore() {
            choices.add(
                    new Choice.Ready(IdeMessages.ALL.text("choice.noReturn"), new Verdict.NoReturn(difference.file())));
        }

        /** Returns what stands above the table of a file, which names the unit. */
        private SourceTable heading(ReturnContent read) {
            return new SourceTable(
                    title(difference.file()),
                    List.of(IdeMessages.ALL.text("source.heading")),
                    read.heading().stream()
                            .map(line -> new SourceRow(List.of(line), -1, difference.file(), Spot.NONE))
                            .toList());
        }

        private SourceTable names() {
            var units = new LinkedHashSet<Unit>();
            file.flatMap(FileStatus::unit).ifPresent(units::add);
            file.flatMap(each -> each.sender().contrary()).ifPresent(units::add);
            file.ifPresent(each -> units.addAll(each.sender().candidates()));
            if (units.isEmpty()) {
                // The units that have sent nothing are the likely ones.
                returns.statuses().stream()
                        .filter(status -> status.files().isEmpty())
                        .forEach(status -> units.add(status.unit()));
            }
            return new SourceTable(
                    IdeMessages.ALL.text("source.candidates"),
                    List.of(IdeMessages.ALL.text("source.unit"), IdeMessages.ALL.text("source.names")),
                    units.stream()
                            .limit(MOST)
                            .map(unit -> new SourceRow(
                                    List.of(unit.title(), String.join("; ", new TreeSet<>(unit.names()))),
                                    -1,
                                    "",
                                    Spot.NONE))
                            .toList());
        }

        // Files

        /** Returns another file of the same unit, or the same file of another unit. */
        private Optional<FileStatus> rival() {
            return switch (difference.code()) {
                case "CONS-TWICE" ->
                    undecided().stream()
                            .filter(each -> !each.file().name().equals(difference.file()))
                            .findFirst();
                case "CONS-SAME", "CONS-REPLACED" -> file.flatMap(each -> file(each.same()));
                case "CONS-SHARED" ->
                    file.flatMap(each -> returns.files().stream()
                            .filter(other -> other != each
                                    && other.file().sha256().equals(each.file().sha256()))
                            .findFirst());
                default -> Optional.empty();
            };
        }

        private List<FileStatus> undecided() {
            return returns.files().stream()
                    .filter(each -> each.state() == FileStatus.State.UNDECIDED
                            && each.unit()
                                    .filter(unit -> unit.index() == difference.unit())
                                    .isPresent())
                    .toList();
        }

        private void chooseFile() {
            var key = unit().map(Unit::key).orElse("");
            switch (difference.code()) {
                case "CONS-TWICE" -> undecided().stream().limit(6).forEach(each -> take(key, each));
                case "CONS-REPLACED" -> file.ifPresent(each -> take(key, each));
                case "CONS-PERIOD" ->
                    file.ifPresent(each -> {
                        ignore();
                        take(key, each);
                    });
                case "CONS-LATE-FILE" ->
                    choices.add(new Choice.OtherDay(
                            difference.file(), file.map(FileStatus::received).orElse(null)));
                case "CONS-SAME", "CONS-EDITION", "CONS-LATE", "CONS-EXEMPT-SENT", "CONS-LOCK", "CONS-HIDDEN" -> {}
                default -> {
                    if (file.isPresent()) {
                        ignore();
                    }
                }
            }
        }

        private void take(String key, FileStatus each) {
            if (!key.isEmpty()) {
                choices.add(new Choice.Ready(
                        IdeMessages.ALL.text("choice.take", each.file().name()),
                        new Verdict.TakeFile(key, each.file().name())));
            }
        }

        /** Adds the rows of two files that differ. */
        private void compare(FileStatus other, List<SourceTable> sources) {
            var right = session.content(returns, other.file().name());
            if (content.isEmpty() || right.isEmpty()) {
                content.ifPresent(read -> sources.add(heading(read)));
                return;
            }
            var left = new ArrayList<SourceRow>();
            var rightRows = new ArrayList<SourceRow>();
            var leaves = filled(concat(content.get().rows(), right.get().rows()));
            var count = Math.max(content.get().rows().size(), right.get().rows().size());
            for (int i = 0; i < count && left.size() < MOST; i++) {
                var one = at(content.get().rows(), i);
                var two = counterpart(one, right.get().rows(), i);
                for (var leaf : leaves) {
                    var before =
                            one.map(row -> shown(row.cells().get(leaf.name()))).orElse("");
                    var after =
                            two.map(row -> shown(row.cells().get(leaf.name()))).orElse("");
                    if (!before.equals(after)) {
                        var label = one.or(() -> two).map(ReturnRow::title).orElse("");
                        left.add(row(label, leaf, before, difference.file(), content.get(), one));
                        rightRows.add(row(label, leaf, after, other.file().name(), right.get(), two));
                    }
                }
            }
            var columns = List.of(
                    IdeMessages.ALL.text("source.row"),
                    IdeMessages.ALL.text("source.column"),
                    IdeMessages.ALL.text("source.value"));
            sources.add(new SourceTable(title(difference.file()), columns, left));
            sources.add(new SourceTable(title(other.file().name()), columns, rightRows));
        }

        private static List<ReturnRow> concat(List<ReturnRow> one, List<ReturnRow> other) {
            var all = new ArrayList<>(one);
            all.addAll(other);
            return all;
        }

        private static Optional<ReturnRow> at(List<ReturnRow> rows, int index) {
            return index < rows.size() ? Optional.of(rows.get(index)) : Optional.empty();
        }

        /** Printed rows are compared by their names, other rows by their place. */
        private static Optional<ReturnRow> counterpart(Optional<ReturnRow> row, List<ReturnRow> others, int index) {
            return row.isPresent() && !row.get().given().isEmpty()
                    ? others.stream()
                            .filter(each -> RowKey.of(each).equals(RowKey.of(row.get())))
                            .findFirst()
                    : at(others, index);
        }

        private static SourceRow row(
                String label, Leaf leaf, String value, String file, ReturnContent read, Optional<ReturnRow> row) {
            return new SourceRow(
                    List.of(label, leaf.title(), value),
                    2,
                    file,
                    row.map(each -> read.place(each, leaf.name())).orElse(Spot.NONE));
        }
    }
}
