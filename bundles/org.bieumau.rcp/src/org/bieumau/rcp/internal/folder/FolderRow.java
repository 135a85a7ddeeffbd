/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.util.stream.Stream;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.checking.report.FileReport;
import org.bieumau.checking.report.Repair;
import org.bieumau.checking.report.RuleState;
import org.bieumau.core.problem.Problem;
import org.bieumau.rcp.internal.RcpMessages;

/**
 * A file of a folder, and what is known about it. Its row number stays, whatever becomes of it.
 *
 * @param number number of the row, from 0
 * @param report what the check says; null while it runs, and for files that could not be read
 * @param problem why the file could not be checked; null if it could
 * @param note what became of its mended copy; an empty string before
 */
record FolderRow(int number, CheckInput input, FileReport report, Problem problem, String note) {

    /** The states of a file, as the table sorts them. */
    enum State {
        CHECKING,
        UNREADABLE,
        BREACHES,
        WARNINGS,
        KEPT,
        /** A file of Word that is no document. */
        NO_DOCUMENT
    }

    static FolderRow begun(int number, CheckInput input) {
        return new FolderRow(number, input, null, null, "");
    }

    FolderRow checked(FileReport found) {
        return new FolderRow(number, input, found, null, note);
    }

    FolderRow failed(Problem why) {
        return new FolderRow(number, input, null, why, note);
    }

    FolderRow noted(String words) {
        return new FolderRow(number, input, report, problem, words);
    }

    State state() {
        if (problem != null) {
            return problem.code().equals("CHECK-NO-DOCUMENT") ? State.NO_DOCUMENT : State.UNREADABLE;
        }
        if (report == null) {
            return State.CHECKING;
        }
        return report.hasBreach() ? State.BREACHES : report.findings().isEmpty() ? State.KEPT : State.WARNINGS;
    }

    /** Returns whether somebody has to look at the file: it has findings, or could not be read. */
    boolean isToBeSeen() {
        return switch (state()) {
            case UNREADABLE, BREACHES, WARNINGS -> true;
            case CHECKING, KEPT, NO_DOCUMENT -> false;
        };
    }

    String name() {
        return input.name().toString();
    }

    /** Returns the number of findings with a state. */
    long count(RuleState state) {
        return report == null
                ? 0
                : report.findings().stream()
                        .filter(finding -> finding.state() == state)
                        .count();
    }

    /** Returns the number of findings that are mended in a way. */
    long count(Repair repair) {
        return report == null
                ? 0
                : report.findings().stream()
                        .filter(finding -> finding.repair() == repair)
                        .count();
    }

    long mendable() {
        return count(Repair.SAFE) + count(Repair.GUARDED);
    }

    /** Returns the texts of the columns of the table. */
    String[] texts() {
        return new String[] {
            name(),
            report == null ? "" : Long.toString(count(RuleState.BREACH)),
            report == null ? "" : Long.toString(count(RuleState.WARNING)),
            mending(),
            stateText()
        };
    }

    private String mending() {
        var safe = count(Repair.SAFE);
        var guarded = count(Repair.GUARDED);
        return safe > 0 && guarded > 0
                ? RcpMessages.ALL.text("folder.mendable.both", safe, guarded)
                : safe > 0
                        ? RcpMessages.ALL.text("folder.mendable.safe", safe)
                        : guarded > 0 ? RcpMessages.ALL.text("folder.mendable.guarded", guarded) : "";
    }

    /** Returns the state in words, with the reason and what became of the copy. */
    String stateText() {
        var state = RcpMessages.ALL.text("folder.state." + state());
        return Stream.of(state + (problem == null ? "" : ": " + problem.message()), note)
                .filter(text -> !text.isEmpty())
                .reduce((one, other) -> one + ". " + other)
                .orElse("");
    }
}
