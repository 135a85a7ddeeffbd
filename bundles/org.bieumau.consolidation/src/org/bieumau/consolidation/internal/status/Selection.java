/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.status;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.consolidation.internal.file.ReturnFiles;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.plan.CampaignPlan;
import org.bieumau.consolidation.internal.status.FileStatus.State;
import org.bieumau.consolidation.internal.unit.Sender;
import org.bieumau.consolidation.internal.unit.Sender.Evidence;
import org.bieumau.consolidation.internal.unit.SenderFinder;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.model.RepeatedReturns;
import org.bieumau.model.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Decides which return of each unit is merged. The result depends on the campaign and the files only, not on the order
 * in which they were read.
 */
public final class Selection {

    private static final Set<String> NO_RETURN = Set.of("CONS-LOCK", "CONS-HIDDEN");

    private final CampaignPlan plan;
    private final @Nullable LocalDate today;
    private final Set<Integer> only;
    private final List<Difference> differences = new ArrayList<>();
    private final TreeMap<String, FileStatus> files = new TreeMap<>();
    private final List<UnitStatus> units = new ArrayList<>();

    /**
     * @param today the day on which returns are missing or not yet due; null if unknown
     * @param only indexes of the units that count; all if empty
     */
    public Selection(CampaignPlan plan, ReturnIndex index, @Nullable LocalDate today, Set<Integer> only) {
        this.plan = plan;
        this.today = today;
        this.only = Set.copyOf(only);
        var finder = new SenderFinder(plan.units());
        index.all().forEach(file -> files.put(file.name(), assign(file, finder)));
        decideUnits();
        checkDecisions();
        reportFiles();
        checkSharedFiles();
    }

    /** Returns the files in the order of their names. */
    public List<FileStatus> files() {
        return List.copyOf(files.values());
    }

    /** Returns the units in the order of the campaign. */
    public List<UnitStatus> units() {
        return units;
    }

    public List<Difference> differences() {
        return differences;
    }

    private FileStatus assign(ReturnSummary file, SenderFinder finder) {
        var decision = plan.decision(file.name());
        var sender = decision.map(each -> each.getUnit())
                .flatMap(plan::unit)
                .map(unit -> new Sender(Optional.of(unit), Evidence.DECISION, List.of(), Optional.empty()))
                .orElseGet(() -> finder.find(file.name(), file.unitName(), file.heading()));
        var decided = decision.map(each -> each.getReceived())
                .filter(date -> date.isComplete())
                .map(date -> date.latest());
        var received = decided.or(() -> Optional.ofNullable(file.received()).map(ReturnFiles::day))
                .orElse(null);
        var state = decision.filter(each -> each.isIgnored()).isPresent()
                ? State.IGNORED
                : NO_RETURN.contains(file.code())
                        ? State.NO_RETURN
                        : !file.isRead()
                                ? State.UNREADABLE
                                : sender.unit().isEmpty()
                                        ? State.UNKNOWN_UNIT
                                        : isOfOtherPeriod(file) ? State.OTHER_PERIOD : State.TAKEN;
        return new FileStatus(file, state, sender, received, decided.isPresent(), "");
    }

    /** Returns whether a return states another period than the campaign. */
    private boolean isOfOtherPeriod(ReturnSummary file) {
        return !plan.period().isEmpty()
                && !file.period().isEmpty()
                && !digits(plan.period()).equals(digits(file.period()));
    }

    private FileStatus with(FileStatus file, State state, String same) {
        var changed = new FileStatus(file.file(), state, file.sender(), file.received(), file.isDecided(), same);
        files.put(file.file().name(), changed);
        return changed;
    }

    private void decideUnits() {
        var byUnit = files.values().stream()
                .filter(file -> file.unit().isPresent())
                .collect(Collectors.groupingBy(file -> file.unit().orElseThrow().index()));
        for (var unit : plan.units()) {
            if (!only.isEmpty() && !only.contains(unit.index())) {
                continue;
            }
            var own = byUnit.getOrDefault(unit.index(), List.of());
            choose(
                    unit,
                    own.stream().filter(file -> file.state() == State.TAKEN).toList(),
                    own.stream()
                            .filter(file -> file.state() == State.OTHER_PERIOD)
                            .toList());
            var decided =
                    own.stream().map(file -> files.get(file.file().name())).toList();
            units.add(new UnitStatus(unit, state(unit, decided), decided));
        }
    }

    /** @param others returns of another period, one of which counts only if the campaign says so */
    private void choose(Unit unit, List<FileStatus> candidates, List<FileStatus> others) {
        var chosen = plan.chosenFile(unit)
                .flatMap(name -> Stream.concat(candidates.stream(), others.stream())
                        .filter(file -> file.file().name().equals(name))
                        .findFirst());
        if (candidates.isEmpty() && chosen.isEmpty()) {
            return;
        }
        var groups = new LinkedHashMap<String, List<FileStatus>>();
        candidates.forEach(file -> groups.computeIfAbsent(file.file().content(), key -> new ArrayList<>())
                .add(file));
        var winner = chosen.or(() -> groups.size() == 1 ? first(candidates) : byRule(candidates));
        if (winner.isEmpty()) {
            candidates.forEach(file -> with(file, State.UNDECIDED, ""));
            var names = candidates.stream().map(file -> file.file().name()).collect(Collectors.joining(", "));
            report(
                    "CONS-TWICE",
                    Severity.ERROR,
                    unit.index(),
                    candidates.getFirst().file(),
                    unit.title(),
                    names);
            return;
        }
        if (winner.get().state() == State.OTHER_PERIOD) {
            with(winner.get(), State.TAKEN, "");
        }
        for (var file : Stream.concat(candidates.stream(), others.stream()).toList()) {
            if (file == winner.get()) {
                continue;
            }
            var same = file.file().content().equals(winner.get().file().content());
            with(file, same ? State.SAME : State.REPLACED, winner.get().file().name());
            report(
                    same ? "CONS-SAME" : "CONS-REPLACED",
                    same ? Severity.INFO : Severity.WARNING,
                    unit.index(),
                    file.file(),
                    file.file().name(),
                    winner.get().file().name(),
                    unit.title());
        }
    }

    /** Of equal returns the earliest one counts, so that a copy sent later makes nobody late. */
    private static Optional<FileStatus> first(List<FileStatus> candidates) {
        return candidates.stream()
                .min(Comparator.comparing(Selection::time)
                        .thenComparing(file -> file.file().name()));
    }

    private static Instant time(FileStatus file) {
        if (file.isDecided() && file.received() != null) {
            return file.received().atStartOfDay(ZoneId.systemDefault()).toInstant();
        }
        return file.file().received() == null ? Instant.MAX : file.file().received();
    }

    /** Returns the first or last return if the campaign says that it holds, and their times differ. */
    private Optional<FileStatus> byRule(List<FileStatus> candidates) {
        if (plan.repeated() != RepeatedReturns.FIRST && plan.repeated() != RepeatedReturns.LAST) {
            return Optional.empty();
        }
        var order = Comparator.comparing(Selection::time);
        var sorted = candidates.stream()
                .sorted(plan.repeated() == RepeatedReturns.FIRST ? order : order.reversed())
                .toList();
        if (time(sorted.getFirst()).equals(Instant.MAX)) {
            return Optional.empty();
        }
        var rivals = sorted.stream()
                .filter(file -> time(file).equals(time(sorted.getFirst())))
                .toList();
        var contents =
                rivals.stream().map(file -> file.file().content()).distinct().count();
        return contents == 1 ? first(rivals) : Optional.empty();
    }

    private UnitStatus.State state(Unit unit, List<FileStatus> own) {
        var taken = own.stream().filter(file -> file.state() == State.TAKEN).findFirst();
        if (taken.isPresent()) {
            var received = taken.get().received();
            return plan.deadline().isEmpty() || received == null
                    ? UnitStatus.State.SENT
                    : received.isAfter(plan.deadline().get()) ? UnitStatus.State.LATE : UnitStatus.State.ON_TIME;
        }
        if (own.stream().anyMatch(file -> file.state() == State.UNDECIDED)) {
            return UnitStatus.State.UNDECIDED;
        }
        if (own.stream().anyMatch(file -> file.state() == State.OTHER_PERIOD)) {
            return UnitStatus.State.OTHER_PERIOD;
        }
        if (own.stream().anyMatch(file -> file.state() == State.UNREADABLE)) {
            return UnitStatus.State.UNREADABLE;
        }
        if (plan.isExempt(unit)) {
            return UnitStatus.State.EXEMPT;
        }
        return today != null
                        && plan.deadline().filter(last -> !today.isAfter(last)).isPresent()
                ? UnitStatus.State.NOT_DUE
                : UnitStatus.State.MISSING;
    }

    private void reportFiles() {
        for (var file : files.values()) {
            var unit = file.unit().map(Unit::index).orElse(-1);
            if (!only.isEmpty() && !only.contains(unit)) {
                continue;
            }
            switch (file.state()) {
                case NO_RETURN ->
                    report(
                            file.file().code(),
                            Severity.INFO,
                            -1,
                            file.file(),
                            file.file().name());
                case UNREADABLE ->
                    differences.add(Difference.of(
                            file.file().code(),
                            Severity.ERROR,
                            file.file().message(),
                            unit,
                            file.file().name()));
                case UNKNOWN_UNIT -> reportUnknown(file);
                case OTHER_PERIOD -> reportPeriod(file, unit);
                case TAKEN -> reportTaken(file, unit);
                default -> {}
            }
        }
    }

    private void reportUnknown(FileStatus file) {
        var candidates = file.sender().candidates().stream().map(Unit::title).collect(Collectors.joining("; "));
        if (candidates.isEmpty()) {
            report(
                    "CONS-UNIT-UNKNOWN",
                    Severity.ERROR,
                    -1,
                    file.file(),
                    file.file().name());
        } else {
            report(
                    "CONS-UNIT-OPEN",
                    Severity.ERROR,
                    -1,
                    file.file(),
                    file.file().name(),
                    candidates);
        }
    }

    /** Reports a return of another period, whose unit has sent no other return that counts. */
    private void reportPeriod(FileStatus file, int unit) {
        var summary = file.file();
        report(
                "CONS-PERIOD",
                Severity.ERROR,
                unit,
                summary,
                file.unit().map(Unit::title).orElse(""),
                summary.period(),
                plan.period(),
                file.unit().map(Unit::key).orElse(""),
                summary.name());
    }

    private void reportTaken(FileStatus file, int unit) {
        var summary = file.file();
        var title = file.unit().map(Unit::title).orElse("");
        if (file.sender().contrary().isPresent()) {
            report(
                    "CONS-UNIT-CONTRARY",
                    Severity.WARNING,
                    unit,
                    summary,
                    title,
                    file.sender().contrary().get().title());
        }
        if (summary.edition() > 0) {
            report(
                    "CONS-EDITION",
                    Severity.INFO,
                    unit,
                    summary,
                    title,
                    plan.templates().get(summary.edition()).getName());
        }
        if (isOfOtherPeriod(summary)) {
            reportPeriod(file, unit);
            differences.add(
                    differences.removeLast().decided(ConsolidationMessages.ALL.text("decision.taken", summary.name())));
        }
        if (!summary.measureUnit().isEmpty()) {
            report(
                    "CONS-MEASURE",
                    Severity.ERROR,
                    unit,
                    summary,
                    title,
                    summary.measureUnit(),
                    plan.template().measureUnit());
        }
        if (plan.isExempt(file.unit().orElseThrow())) {
            report("CONS-EXEMPT-SENT", Severity.WARNING, unit, summary, title);
        }
        if (file.received() != null
                && plan.deadline().filter(last -> file.received().isAfter(last)).isPresent()) {
            report(
                    file.isDecided() ? "CONS-LATE" : "CONS-LATE-FILE",
                    Severity.INFO,
                    unit,
                    summary,
                    title,
                    written(file.received()),
                    written(plan.deadline().get()));
        }
    }

    /** A period is written in many ways: «năm 2022», «2022»; the numbers tell periods apart. */
    private static List<String> digits(String period) {
        var numbers = Pattern.compile("\\d+")
                .matcher(period)
                .results()
                .map(match -> match.group().replaceFirst("^0+(?=\\d)", ""))
                .toList();
        return numbers.isEmpty() ? List.of(period.strip()) : numbers;
    }

    /** Returns a day as it is written in .bieu files. */
    public static String written(LocalDate date) {
        return "%02d/%02d/%04d".formatted(date.getDayOfMonth(), date.getMonthValue(), date.getYear());
    }

    /** Reports the same file in the hands of two units. */
    private void checkSharedFiles() {
        Map<String, List<FileStatus>> bySha = new TreeMap<>();
        units.forEach(unit -> unit.taken()
                .ifPresent(file -> bySha.computeIfAbsent(file.file().sha256(), key -> new ArrayList<>())
                        .add(file)));
        bySha.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            for (var file : same.subList(1, same.size())) {
                report(
                        "CONS-SHARED",
                        Severity.ERROR,
                        file.unit().orElseThrow().index(),
                        file.file(),
                        file.unit().orElseThrow().title(),
                        same.getFirst().unit().orElseThrow().title(),
                        same.getFirst().file().name());
            }
        });
    }

    /** Reports decisions about files and units that do not apply. */
    private void checkDecisions() {
        plan.fileDecisions().forEach((name, decision) -> {
            if (!files.containsKey(name)) {
                differences.add(unused(name));
            }
        });
        var seen = new HashSet<Integer>();
        for (var decision : plan.decisions()) {
            var unit = plan.unit(decision.getUnit());
            if (decision.getFile() == null
                    || unit.isEmpty()
                    || !seen.add(unit.get().index())) {
                continue;
            }
            var name = plan.chosenFile(unit.get()).orElse("");
            var status = files.get(name);
            var applies = status != null
                    && status.unit()
                            .filter(each -> each.index() == unit.get().index())
                            .isPresent();
            if (!applies) {
                differences.add(unused(unit.get().key() + ": " + name));
            }
        }
    }

    private static Difference unused(String decision) {
        return Difference.of(
                "CONS-DECISION-UNUSED",
                Severity.WARNING,
                ConsolidationMessages.ALL.text("CONS-DECISION-UNUSED", decision),
                -1,
                "");
    }

    private void report(String code, Severity severity, int unit, ReturnSummary file, Object... arguments) {
        differences.add(
                Difference.of(code, severity, ConsolidationMessages.ALL.text(code, arguments), unit, file.name()));
    }
}
