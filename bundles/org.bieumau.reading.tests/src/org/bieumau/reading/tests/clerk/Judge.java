/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests.clerk;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Indicator;
import org.bieumau.model.Severity;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.match.Decision;
import org.bieumau.reading.internal.rows.FormReading;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was read from a changed file with what the form says. A difference counts as reported if there is a
 * problem or leftover about its cell, row or column.
 */
final class Judge {

    /** Codes of problems about a whole row. */
    private static final Set<String> OF_ROWS = Set.of(
            "READ-ROW-UNKNOWN",
            "READ-ROW-ALIKE",
            "READ-ROW-BELOW",
            "READ-HIDDEN-ROW",
            "READ-SAMPLE-ROW",
            "READ-SECTION",
            "READ-TOTAL-ROW");
    /** Codes of problems about a whole column. */
    private static final Set<String> OF_COLUMNS = Set.of("READ-NUMBER-STYLE", "READ-DATE-STYLE");
    /** Codes of questions about the whole table. */
    private static final Set<String> OF_TABLES = Set.of("READ-PROBABLE", "READ-TABLES", "READ-TABLE-OTHER");

    private final Paper paper;
    private final Truth read;
    private final FormReading reading;
    private final Map<Spot, Row> rows = new HashMap<>();
    private final Set<Spot> leftovers = new HashSet<>();
    private final List<String> silent = new ArrayList<>();
    private boolean isDifferent;

    private Judge(Paper paper, Truth read, FormReading reading, SourceContent content) {
        this.paper = paper;
        this.read = read;
        this.reading = reading;
        paper.table.rows.forEach(row -> rows.put(new Spot(row.table, row.number, 0), row));
        content.grids()
                .forEach(grid -> grid.cells().stream()
                        .filter(cell -> reading.ledger().use(cell).orElse(null) == Use.LEFTOVER)
                        .forEach(cell -> leftovers.add(Spot.of(cell.place()))));
    }

    /** Judges a reading whose form prints the given rows. */
    static Verdict judge(Paper paper, FormReading reading, SourceContent content) throws IOException {
        var form = reading.form();
        form.setName("R");
        form.setPeriod(paper.truth.form().getPeriod());
        form.setAgency(paper.truth.form().getAgency());
        return new Judge(paper, Truth.of(form), reading, content).verdict();
    }

    private Verdict verdict() {
        var lines = new HashMap<Integer, Truth.Line>();
        for (var line : read.lines()) {
            if (line.isEntry()) {
                var original = original(line);
                if (original < 0 || lines.putIfAbsent(original, line) != null) {
                    added(line);
                }
            }
        }
        for (int i = 0; i < paper.truth.lines().size(); i++) {
            var line = paper.truth.lines().get(i);
            if (line.isEntry()) {
                compare(i, line, lines.get(i));
            }
        }
        paper.table.rows.forEach(row -> row.cells.stream()
                .filter(cell -> cell.isWrong && !isTold(row, cell) && !isRowTold(row))
                .forEach(cell -> silent.add("accepted: " + cell.text())));
        if (silent.isEmpty()) {
            return isDifferent ? Verdict.PROBLEM : Verdict.EQUAL;
        }
        return reading.problems().stream().anyMatch(problem -> OF_TABLES.contains(problem.code()))
                ? Verdict.ASKED
                : Verdict.silent(String.join("\n", silent));
    }

    /** Returns the index of the line of the form that a line was read from; -1 if it was added. */
    private int original(Truth.Line line) {
        if (row(line) instanceof Row row) {
            return row.line;
        }
        for (int i = 0; i < paper.truth.lines().size(); i++) {
            if (isSameIndicator(paper.truth.lines().get(i), line)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSameIndicator(Truth.Line one, Truth.Line other) {
        return one.isEntry() && indicator(one) != null && indicator(one) == indicator(other);
    }

    private static @Nullable Object indicator(Truth.Line line) {
        return line.source() instanceof Entry entry ? entry.getIndicator() : line.source();
    }

    /** Returns the row of the file from which a line was read; null if no row is known. */
    private @Nullable Row row(Truth.Line line) {
        if (!(line.source() instanceof Entry entry) || entry.getProvenance() == null) {
            return null;
        }
        var provenance = entry.getProvenance();
        return rows.get(new Spot(Spot.table(provenance.getSource().getPart()), provenance.getRow(), 0));
    }

    private void added(Truth.Line line) {
        isDifferent = true;
        if (row(line) == null && isMissingTold(line)) {
            return;
        }
        if (!(row(line) instanceof Row row)
                || !isRowTold(row) && row.cells.stream().noneMatch(cell -> isTold(row, cell))) {
            silent.add("added: " + line.texts());
        }
    }

    private void compare(int index, Truth.Line expected, Truth.@Nullable Line found) {
        var row = paper.table.rows.stream()
                .filter(each -> each.line == index)
                .findFirst()
                .orElse(null);
        if (found == null) {
            isDifferent = true;
            if (row == null ? !isMissingTold(expected) : !isRowTold(row) && !areAllLeft(row)) {
                silent.add("lost: " + expected.texts());
            }
            return;
        }
        if (!isSame(expected.section(), found.section()) && !isSectionTold(index)) {
            isDifferent = true;
            silent.add("in section «" + found.section() + "», not «" + expected.section() + "»: " + expected.texts());
        }
        for (var leaf : paper.truth.template().columns()) {
            var wanted = expected.texts().get(leaf.index());
            var actual = found.texts().get(leaf.index());
            if (isRead(leaf.type()) && !isSame(wanted, actual)) {
                isDifferent = true;
                if (!isColumnTold(leaf.index())
                        && (row == null
                                ? !isMissingTold(expected)
                                : !isRowTold(row) && !isCellTold(row, leaf.index()))) {
                    silent.add("«" + leaf.title() + "»: «" + actual + "», not «" + wanted + "»: " + expected.texts());
                }
            }
        }
    }

    /** Whether the values of a column are read; others follow from these. */
    private static boolean isRead(ColumnType type) {
        return type != ColumnType.ORDINAL && type != ColumnType.COMPUTED;
    }

    /** Whether two texts are the same but for spaces and the order of combining marks. */
    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return normal(one).equals(normal(other));
    }

    private static String normal(@Nullable String text) {
        return text == null ? "" : Texts.line(Normalizer.normalize(text.replace('⏎', ' '), Normalizer.Form.NFC));
    }

    private boolean isSectionTold(int line) {
        for (int i = line; i >= 0; i--) {
            var at = i;
            var heading =
                    paper.table.rows.stream().filter(row -> row.line == at).findFirst();
            if (paper.truth.lines().get(i).source() != null
                    && !paper.truth.lines().get(i).isEntry()
                    && heading.isPresent()) {
                return isRowTold(heading.get())
                        || heading.get().filled().stream().anyMatch(cell -> isTold(heading.get(), cell));
            }
        }
        return false;
    }

    private List<Problem> problems() {
        return reading.problems().stream()
                .filter(problem -> problem.severity() != Severity.INFO)
                .toList();
    }

    private boolean isRowTold(Row row) {
        return problems().stream()
                .anyMatch(problem -> OF_ROWS.contains(problem.code())
                        && Spot.of(problem.place()).isRow(row.table, row.number));
    }

    /** Whether a problem says that a printed row is missing in the file. */
    private boolean isMissingTold(Truth.Line line) {
        return printed(line)
                .map(row -> "«" + String.join(" / ", row.titles()) + "»")
                .filter(name -> problems().stream()
                        .anyMatch(problem -> problem.code().equals("READ-ROW-MISSING")
                                && problem.message().contains(name)))
                .isPresent();
    }

    private Optional<GivenRow> printed(Truth.Line line) {
        return indicator(line) instanceof Indicator indicator
                ? paper.truth.template().givenRows().row(indicator)
                : Optional.empty();
    }

    private boolean areAllLeft(Row row) {
        return !row.filled().isEmpty() && row.filled().stream().allMatch(cell -> leftovers.contains(spot(row, cell)));
    }

    private boolean isCellTold(Row row, int leaf) {
        return row.of(leaf).map(cell -> isTold(row, cell)).orElseGet(() -> isMergedTold(row, leaf));
    }

    /** Whether a problem is at the cell of a row above that is merged with a cell. */
    private boolean isMergedTold(Row row, int leaf) {
        var index = paper.table.rows.indexOf(row);
        for (int above = index - 1; above >= 0; above--) {
            var owner = paper.table.rows.get(above);
            var cell = owner.of(leaf);
            if (cell.isPresent()) {
                return above + cell.get().rowSpan > index && isTold(owner, cell.get());
            }
        }
        return false;
    }

    private static Spot spot(Row row, Cell cell) {
        return new Spot(row.table, row.number, cell.column + 1);
    }

    private boolean isTold(Row row, Cell cell) {
        var spot = spot(row, cell);
        return leftovers.contains(spot)
                || problems().stream()
                        .anyMatch(problem -> Spot.of(problem.place()).equals(spot));
    }

    /** Whether a problem says that the column is missing or doubtful, or how it was read. */
    private boolean isColumnTold(int leaf) {
        var column = paper.truth.template().columns().get(leaf);
        var isDoubtful = reading.matches().stream()
                .flatMap(match -> match.decisions().stream())
                .filter(decision -> decision.leaf()
                        .filter(each -> each.source() == column.source())
                        .isPresent())
                .anyMatch(decision -> decision.kind() != Decision.Kind.SURE && decision.kind() != Decision.Kind.MAPPED);
        return isDoubtful
                || problems().stream()
                        .filter(problem -> OF_COLUMNS.contains(problem.code()))
                        .map(problem -> Spot.of(problem.place()))
                        .anyMatch(spot -> rows.get(new Spot(spot.table(), spot.row(), 0)) instanceof Row row
                                && row.of(leaf)
                                        .filter(cell -> cell.column + 1 == spot.column())
                                        .isPresent());
    }
}
