/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.ide.internal.table.TabSeparated;
import org.bieumau.dsl.ide.internal.template.RowCommands.NewRow;
import org.bieumau.reading.internal.shape.Ordinal;
import org.bieumau.reading.internal.shape.Outline;

/**
 * Reads rows from the clipboard format of spreadsheets: ordinal (may be missing), title, unit of measurement, code.
 * Their levels follow from blanks or empty cells before the titles, or else from the ordinals.
 */
public final class PastedRows {

    private static final Set<String> ORDINAL_LABELS = Set.of("tt", "stt", "so tt", "so thu tu");
    private static final Set<String> TITLE_LABELS =
            Set.of("chi tieu", "ten chi tieu", "noi dung", "ten", "muc", "cac chi tieu", "danh muc chi tieu");
    private static final Set<String> UNIT_LABELS = Set.of("don vi tinh", "don vi", "dvt");
    private static final Set<String> CODE_LABELS = Set.of("ma so", "ma", "ma chi tieu");

    private record Line(String ordinal, int blanks, String title, String unit, String code) {}

    private final List<List<String>> cells;

    private PastedRows(List<List<String>> cells) {
        this.cells = cells;
    }

    /** Returns the rows of a text; an empty list if it has none. */
    public static List<NewRow> of(String text) {
        var cells = TabSeparated.read(text).stream()
                .map(row -> row.stream().map(PastedRows::line).toList())
                .filter(row -> row.stream().anyMatch(cell -> !cell.isBlank()))
                .toList();
        return new PastedRows(cells).rows();
    }

    private static String line(String cell) {
        return VietnameseText.nfc(cell).replaceAll("\\s*\\R\\s*", " ");
    }

    private List<NewRow> rows() {
        var lines = lines();
        var isIndented = lines.stream().mapToInt(Line::blanks).distinct().count() > 1;
        var levels = isIndented
                ? levels(lines)
                : Outline.levels(
                        lines.stream().map(line -> Ordinal.of(line.ordinal())).toList());
        var hasUnits = lines.stream().anyMatch(line -> !line.unit().isEmpty());
        var rows = new ArrayList<NewRow>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var hasRowsBelow = i + 1 < lines.size() && levels.get(i + 1) > levels.get(i);
            rows.add(new NewRow(
                    levels.get(i),
                    lines.stream().allMatch(each -> each.ordinal().isEmpty()) ? null : line.ordinal(),
                    line.title(),
                    line.unit(),
                    line.code(),
                    hasUnits && hasRowsBelow && line.unit().isEmpty()));
        }
        return rows;
    }

    private List<Line> lines() {
        var first = cells.isEmpty() ? List.<String>of() : cells.getFirst();
        var title = column(first, TITLE_LABELS);
        if (title >= 0 && first.size() > 1) {
            var ordinal = column(first, ORDINAL_LABELS);
            var unit = column(first, UNIT_LABELS);
            var code = column(first, CODE_LABELS);
            return cells.subList(1, cells.size()).stream()
                    .map(row -> line(at(row, ordinal), at(row, title), 0, at(row, unit), at(row, code)))
                    .filter(line -> !line.title().isEmpty())
                    .toList();
        }
        if (hasOrdinals()) {
            return cells.stream()
                    .map(row -> line(row.getFirst(), at(row, 1), 0, at(row, 2), at(row, 3)))
                    .toList();
        }
        // Each level may have a column of its own.
        var deepest = cells.stream().mapToInt(PastedRows::emptyCells).max().orElse(0);
        return cells.stream()
                .map(row ->
                        line("", row.get(emptyCells(row)), emptyCells(row), at(row, deepest + 1), at(row, deepest + 2)))
                .toList();
    }

    /** Returns the index of the cell with one of the labels; -1 if there is none. */
    private static int column(List<String> row, Set<String> labels) {
        for (int i = 0; i < row.size(); i++) {
            if (labels.contains(VietnameseText.fold(row.get(i).strip()))) {
                return i;
            }
        }
        return -1;
    }

    private static String at(List<String> row, int column) {
        return column >= 0 && column < row.size() ? row.get(column) : "";
    }

    /** Returns whether the first cells are ordinals or empty, and the second ones are titles. */
    private boolean hasOrdinals() {
        return cells.stream()
                        .allMatch(row -> !at(row, 1).isBlank()
                                && (row.getFirst().isBlank()
                                        || Ordinal.of(row.getFirst().strip()).isPresent()))
                && cells.stream().anyMatch(row -> !row.getFirst().isBlank());
    }

    private static int emptyCells(List<String> row) {
        var count = 0;
        while (row.get(count).isBlank()) {
            count++;
        }
        return count;
    }

    private static Line line(String ordinal, String title, int emptyCells, String unit, String code) {
        var text = strip(title);
        var before = ordinal.isBlank() ? Ordinal.before(text) : Optional.<Ordinal.Before>empty();
        return new Line(
                before.map(each -> each.ordinal().text()).orElse(strip(ordinal)),
                blanks(title) + 2 * emptyCells,
                before.map(each -> strip(each.rest())).orElse(text),
                strip(unit),
                strip(code));
    }

    /** Returns the number of blanks before a text, among them those that do not break and those of printers. */
    private static int blanks(String text) {
        return (int) text.chars().takeWhile(PastedRows::isBlank).count();
    }

    private static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    private static String strip(String text) {
        var from = blanks(text);
        var to = text.length();
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Returns the levels by the blanks before the titles: more blanks than before open a level. */
    private static List<Integer> levels(List<Line> lines) {
        var open = new ArrayDeque<Integer>();
        var levels = new ArrayList<Integer>();
        for (var line : lines) {
            while (!open.isEmpty() && open.peek() > line.blanks()) {
                open.pop();
            }
            if (open.isEmpty() || open.peek() < line.blanks()) {
                open.push(line.blanks());
            }
            levels.add(open.size() - 1);
        }
        return levels;
    }
}
