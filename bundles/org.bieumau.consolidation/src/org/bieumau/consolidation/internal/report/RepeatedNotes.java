/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.internal.run.Sink;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.unit.Unit;
import org.bieumau.model.Severity;

/**
 * Passes differences on, and makes one line of a note that many units have, so that it does not hide what must be
 * decided.
 */
public final class RepeatedNotes implements Sink<Difference> {

    /** Notes that say the same of each unit. */
    private static final Set<String> SAME = Set.of("CONS-EDITION", "CONS-LATE", "CONS-LATE-FILE");
    /** Largest number of notes that are passed on one by one. */
    private static final int MOST = 3;

    private final List<Unit> units;
    private final Sink<Difference> sink;
    private final Map<String, Note> notes = new TreeMap<>();

    private static final class Note {

        private final List<Difference> first = new ArrayList<>();
        private final Set<Integer> units = new TreeSet<>();
    }

    public RepeatedNotes(List<Unit> units, Sink<Difference> sink) {
        this.units = units;
        this.sink = sink;
    }

    @Override
    public void accept(Difference each) throws IOException {
        if (!each.isOpen() || each.severity() != Severity.INFO || each.unit() < 0 || !SAME.contains(each.code())) {
            sink.accept(each);
            return;
        }
        var note = notes.computeIfAbsent(each.code(), key -> new Note());
        note.units.add(each.unit());
        if (note.first.size() < MOST) {
            note.first.add(each);
        }
    }

    /** Passes on the notes, after all other differences. */
    public void finish() throws IOException {
        for (var note : notes.entrySet()) {
            var of = note.getValue().units;
            if (of.size() <= MOST) {
                for (var each : note.getValue().first) {
                    sink.accept(each);
                }
                continue;
            }
            var names =
                    of.stream().limit(MOST).map(unit -> units.get(unit).title()).collect(Collectors.joining(", "));
            sink.accept(Difference.of(
                    note.getKey(),
                    Severity.INFO,
                    ConsolidationMessages.ALL.text("many." + note.getKey(), of.size(), names),
                    -1,
                    ""));
        }
        notes.clear();
    }
}
