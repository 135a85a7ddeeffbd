/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Table in prose. Its rows are lines of the prose. A row of dashes in second place makes the first row the head and
 * sets the alignment of the columns.
 *
 * @param first index of its first line
 * @param end index after its last line
 */
public record RichTable(RichProse prose, int first, int end) {

    private static final String RULE = ":?-{2,}:?";

    /** Alignment of a column, with the dashes that set it. */
    public enum Alignment {
        LEFT("---"),
        CENTER(":---:"),
        RIGHT("---:");

        private final String dashes;

        Alignment(String dashes) {
            this.dashes = dashes;
        }
    }

    /** Returns the table that contains a line. */
    public static Optional<RichTable> at(RichProse prose, int line) {
        var lines = prose.lines();
        if (line < 0 || line >= lines.size() || !lines.get(line).isTableRow()) {
            return Optional.empty();
        }
        var first = line;
        while (first > 0 && lines.get(first - 1).isTableRow()) {
            first--;
        }
        var end = line + 1;
        while (end < lines.size() && lines.get(end).isTableRow()) {
            end++;
        }
        return Optional.of(new RichTable(prose, first, end));
    }

    /** Returns prose with a new table, with a head, in place of an empty line or below the line of an offset. */
    public static RichProse insert(RichProse prose, int offset, int rows, int columns) {
        var index = prose.line(offset);
        var line = prose.lines().get(index);
        var isEmpty = line.text().isBlank();
        var changed = new ArrayList<>(prose.lines().subList(0, isEmpty ? index : index + 1));
        for (int i = 0; i < rows + 1; i++) {
            var cells =
                    Collections.nCopies(columns, i == 1 ? List.of(Piece.of(Alignment.LEFT.dashes)) : List.<Piece>of());
            changed.add(RichLine.of(isEmpty && i == 0 ? line.lead() : null, line.indent(), pieces(cells), false));
        }
        changed.addAll(prose.lines().subList(index + 1, prose.lines().size()));
        return prose.with(changed);
    }

    public List<RichLine> lines() {
        return prose.lines().subList(first, end);
    }

    public boolean hasHead() {
        return end - first > 1 && isRule(first + 1);
    }

    /** Returns whether a line is a row of dashes, which is not printed. */
    public boolean isRule(int line) {
        return cells(line).stream()
                .allMatch(cell -> cell.stream()
                        .map(Piece::text)
                        .collect(Collectors.joining())
                        .matches(RULE));
    }

    /** Returns the number of columns. */
    public int columns() {
        return IntStream.range(first, end).map(line -> cells(line).size()).max().orElse(0);
    }

    /** Returns the alignment of a column. */
    public Alignment alignment(int column) {
        var alignment = Alignment.LEFT;
        for (int i = first; i < end; i++) {
            if (isRule(i) && column < cells(i).size()) {
                var dashes = cells(i).get(column).getFirst().text();
                alignment = !dashes.endsWith(":")
                        ? Alignment.LEFT
                        : dashes.startsWith(":") ? Alignment.CENTER : Alignment.RIGHT;
            }
        }
        return alignment;
    }

    /** Returns the cells of a row, without the whitespace around their text. */
    public List<List<Piece>> cells(int line) {
        var cells = new ArrayList<List<Piece>>();
        List<Piece> cell = null;
        for (var piece : prose.lines().get(line).pieces()) {
            if (piece.isWhole()) {
                cell.add(piece);
                continue;
            }
            for (var part : piece.text().split("(?<=\\|)|(?=\\|)")) {
                if (part.equals("|")) {
                    cell = new ArrayList<>();
                    cells.add(cell);
                } else {
                    cell.add(piece.with(part));
                }
            }
        }
        // The last bar ends a cell and begins none.
        cells.removeLast();
        return cells.stream().map(RichTable::stripped).toList();
    }

    private static List<Piece> stripped(List<Piece> cell) {
        var stripped = new ArrayList<>(cell);
        if (!stripped.isEmpty() && !stripped.getFirst().isWhole()) {
            stripped.set(0, stripped.getFirst().with(stripped.getFirst().text().stripLeading()));
        }
        if (!stripped.isEmpty() && !stripped.getLast().isWhole()) {
            stripped.set(
                    stripped.size() - 1,
                    stripped.getLast().with(stripped.getLast().text().stripTrailing()));
        }
        stripped.removeIf(piece -> !piece.isWhole() && piece.text().isEmpty());
        return List.copyOf(stripped);
    }

    private static List<Piece> pieces(List<List<Piece>> cells) {
        var pieces = new ArrayList<>(List.of(Piece.of("|")));
        for (var cell : cells) {
            pieces.add(Piece.of(" "));
            cell.forEach(piece -> pieces.addAll(piece.inCell()));
            pieces.add(Piece.of(cell.isEmpty() ? "|" : " |"));
        }
        return pieces;
    }

    // Changes

    /** Returns the prose with other content of a cell. */
    public RichProse withCell(int line, int column, List<Piece> content) {
        return withRow(line, cells -> cells.set(column, content));
    }

    private interface CellChange {
        void accept(List<List<Piece>> cells);
    }

    private RichProse withRow(int line, CellChange change) {
        var changed = new ArrayList<>(prose.lines());
        changed.set(line, changed(line, change));
        return prose.with(changed);
    }

    private RichProse withRows(CellChange change) {
        var changed = new ArrayList<>(prose.lines());
        for (int i = first; i < end; i++) {
            changed.set(i, changed(i, change));
        }
        return prose.with(changed);
    }

    private RichLine changed(int line, CellChange change) {
        var cells = new ArrayList<>(cells(line));
        while (cells.size() < columns()) {
            cells.add(List.of());
        }
        change.accept(cells);
        return prose.lines().get(line).changed(pieces(cells));
    }

    /** Returns the prose with a new row at the index of a line. */
    public RichProse addRow(int at) {
        var changed = new ArrayList<>(prose.lines());
        var model = prose.lines().get(first);
        var row = pieces(Collections.nCopies(columns(), List.of()));
        changed.add(at, RichLine.of(at == first ? model.lead() : null, model.indent(), row, false));
        if (at == first) {
            changed.set(first + 1, model.withLead(null));
        }
        return prose.with(changed);
    }

    /** Returns the prose without a row. Without its head, the table has no row of dashes either. */
    public RichProse removeRow(int line) {
        return without(line, line == first && hasHead() ? line + 2 : line + 1);
    }

    /** Returns the prose without the table. */
    public RichProse remove() {
        return without(first, end);
    }

    private RichProse without(int from, int to) {
        var changed = new ArrayList<>(prose.lines());
        changed.subList(from, to).clear();
        if (changed.isEmpty() || from == first && to == end) {
            changed.add(
                    from,
                    RichLine.of(
                            prose.lines().get(from).lead(),
                            prose.lines().get(from).indent(),
                            List.of(),
                            false));
        } else if (from == 0) {
            changed.set(0, changed.getFirst().withLead(prose.lines().getFirst().lead()));
        }
        return prose.with(changed);
    }

    /** Returns the prose with a new column at an index. */
    public RichProse addColumn(int at) {
        return withRows(cells -> cells.add(at, isDashes(cells) ? List.of(Piece.of(Alignment.LEFT.dashes)) : List.of()));
    }

    private static boolean isDashes(List<List<Piece>> cells) {
        return !cells.getFirst().isEmpty() && cells.getFirst().getFirst().text().matches(RULE);
    }

    /** Returns the prose without a column; without its last column, the table is gone. */
    public RichProse removeColumn(int column) {
        return columns() == 1 ? remove() : withRows(cells -> cells.remove(column));
    }

    /** Returns the prose with another alignment of a column. */
    public RichProse align(int column, Alignment alignment) {
        var rule = IntStream.range(first, end).filter(this::isRule).findFirst();
        var ruled = rule.isPresent() ? this : at(addRule(end), first).orElseThrow();
        return ruled.withCell(rule.orElse(end), column, List.of(Piece.of(alignment.dashes)));
    }

    /** Returns the prose with the first row as head or as an ordinary row. */
    public RichProse head(boolean isHead) {
        return isHead == hasHead() ? prose : isHead ? addRule(first + 1) : without(first + 1, first + 2);
    }

    private RichProse addRule(int at) {
        var changed = new ArrayList<>(prose.lines());
        var dashes = pieces(Collections.nCopies(columns(), List.of(Piece.of(Alignment.LEFT.dashes))));
        changed.add(at, RichLine.of(null, prose.lines().get(first).indent(), dashes, false));
        return prose.with(changed);
    }
}
