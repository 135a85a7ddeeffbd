/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.status.FileStatus;
import org.bieumau.consolidation.internal.status.FileStatus.State;
import org.bieumau.consolidation.internal.status.Selection;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.jspecify.annotations.Nullable;

/** The state of units and files as a table. */
public final class StatusText {

    /**
     * A line of the table: a unit, or a file of no known unit.
     *
     * @param received day on which the return was received, as dd/MM/yyyy; null if unknown
     * @param errors number of errors that nobody has decided yet
     * @param warnings number of warnings that nobody has decided yet
     */
    public record Row(
            String unit, String state, @Nullable String received, String file, String note, int errors, int warnings) {}

    private StatusText() {}

    /**
     * Returns the units in the order of the campaign, then files whose unit is unknown.
     *
     * @param problems the problems of the returns
     */
    public static List<Row> rows(Returns returns, OpenProblems problems) {
        var rows = new ArrayList<Row>();
        returns.statuses().forEach(status -> rows.add(row(status, problems)));
        unknown(returns)
                .forEach(file -> rows.add(new Row(
                        ConsolidationMessages.ALL.text("status.unknown"),
                        state(file),
                        null,
                        file.file().name(),
                        file.file().message(),
                        0,
                        0)));
        return rows;
    }

    /** Returns the units that still have to send a return, in the order of the campaign. */
    public static List<Row> missing(Returns returns, OpenProblems problems) {
        return returns.statuses().stream()
                .filter(UnitStatus::isToSend)
                .map(status -> row(status, problems))
                .toList();
    }

    /** Returns a line that sums up the table. */
    public static String total(Returns returns, OpenProblems problems) {
        var counts = new EnumMap<UnitStatus.State, Long>(UnitStatus.State.class);
        returns.statuses().forEach(status -> counts.merge(kind(status), 1L, Long::sum));
        var sent = counts.getOrDefault(UnitStatus.State.SENT, 0L);
        var exempt = counts.getOrDefault(UnitStatus.State.EXEMPT, 0L);
        var units = new ArrayList<String>();
        units.add(text("status.total", sent, returns.statuses().size() - exempt));
        for (var state : List.of(
                UnitStatus.State.MISSING,
                UnitStatus.State.OTHER_PERIOD,
                UnitStatus.State.UNDECIDED,
                UnitStatus.State.UNREADABLE)) {
            if (counts.containsKey(state)) {
                units.add(text("status.total." + state, counts.get(state)));
            }
        }
        var parts = new ArrayList<String>(List.of(String.join(", ", units)));
        var faulty = returns.statuses().stream()
                .filter(status -> status.taken().isPresent()
                        && problems.errors(status.unit().index()) > 0)
                .count();
        if (faulty > 0) {
            parts.add(text("status.total.faulty", faulty));
        }
        var unknown = unknown(returns).count();
        if (unknown > 0) {
            parts.add(text("status.total.unknown", unknown));
        }
        return String.join("; ", parts);
    }

    /** Returns the state, without whether something was sent or is missing in time. */
    private static UnitStatus.State kind(UnitStatus status) {
        return switch (status.state()) {
            case ON_TIME, LATE, SENT -> UnitStatus.State.SENT;
            case MISSING, NOT_DUE -> UnitStatus.State.MISSING;
            case OTHER_PERIOD, UNDECIDED, UNREADABLE, EXEMPT -> status.state();
        };
    }

    private static Stream<FileStatus> unknown(Returns returns) {
        return returns.files().stream()
                .filter(file -> file.unit().isEmpty()
                        && (file.state() == State.UNKNOWN_UNIT || file.state() == State.UNREADABLE));
    }

    private static Row row(UnitStatus status, OpenProblems problems) {
        var taken = status.taken();
        var errors = problems.errors(status.unit().index());
        var warnings = problems.warnings(status.unit().index());
        var notes = new ArrayList<String>();
        if (status.isOldEdition()) {
            notes.add(text("status.edition"));
        }
        if (errors > 0) {
            notes.add(text("status.errors", errors));
        }
        if (warnings > 0) {
            notes.add(text("status.warnings", warnings));
        }
        taken.ifPresent(file -> {
            if (file.file().leftovers() > 0) {
                notes.add(text("status.leftovers", file.file().leftovers()));
            }
            if (!file.isDecided() && file.received() != null) {
                notes.add(text("status.fileDate"));
            }
        });
        status.files().stream()
                .filter(file -> file.state() != State.TAKEN && file.state() != State.NO_RETURN)
                .forEach(file -> notes.add(file.file().name() + ": " + state(file)));
        return new Row(
                status.unit().title(),
                text("unit." + status.state()),
                taken.map(file -> file.received()).map(Selection::written).orElse(null),
                taken.map(file -> file.file().name()).orElse(""),
                String.join("; ", notes),
                errors,
                warnings);
    }

    private static String state(FileStatus file) {
        return text("file." + file.state(), file.file().period());
    }

    private static String text(String key, Object... arguments) {
        return ConsolidationMessages.ALL.text(key, arguments);
    }
}
