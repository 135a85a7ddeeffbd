/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.run.Returns;
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
     */
    public record Row(String unit, String state, @Nullable String received, String file, String note) {}

    private StatusText() {}

    /** Returns the units in the order of the campaign, then files whose unit is unknown. */
    public static List<Row> rows(Returns returns) {
        var rows = new ArrayList<Row>();
        returns.statuses().forEach(status -> rows.add(row(status)));
        returns.files().stream()
                .filter(file -> file.unit().isEmpty()
                        && (file.state() == State.UNKNOWN_UNIT || file.state() == State.UNREADABLE))
                .forEach(file -> rows.add(new Row(
                        ConsolidationMessages.ALL.text("status.unknown"),
                        ConsolidationMessages.ALL.text("file." + file.state()),
                        null,
                        file.file().name(),
                        file.file().message())));
        return rows;
    }

    private static Row row(UnitStatus status) {
        var taken = status.taken();
        var notes = new ArrayList<String>();
        if (status.isOldEdition()) {
            notes.add(ConsolidationMessages.ALL.text("status.edition"));
        }
        taken.ifPresent(file -> {
            if (file.file().errors() > 0) {
                notes.add(ConsolidationMessages.ALL.text(
                        "status.errors", file.file().errors()));
            }
            if (file.file().leftovers() > 0) {
                notes.add(ConsolidationMessages.ALL.text(
                        "status.leftovers", file.file().leftovers()));
            }
            if (!file.isDecided() && file.received() != null) {
                notes.add(ConsolidationMessages.ALL.text("status.fileDate"));
            }
        });
        status.files().stream()
                .filter(file -> file.state() != State.TAKEN && file.state() != State.NO_RETURN)
                .forEach(file ->
                        notes.add(file.file().name() + ": " + ConsolidationMessages.ALL.text("file." + file.state())));
        return new Row(
                status.unit().title(),
                ConsolidationMessages.ALL.text("unit." + status.state()),
                taken.map(file -> file.received()).map(Selection::written).orElse(null),
                taken.map(file -> file.file().name()).orElse(""),
                notes.stream().collect(Collectors.joining("; ")));
    }
}
