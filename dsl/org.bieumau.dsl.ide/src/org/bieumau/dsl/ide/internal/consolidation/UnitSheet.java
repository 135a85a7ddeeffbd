/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.reading.internal.grid.SourceContent;
import org.bieumau.reading.internal.grid.SourceFile;

/**
 * A sheet or table with a list of units.
 *
 * @param name the sheet or table, for the user
 * @param columns names of the columns, such as A
 * @param rows the texts of the cells
 */
public record UnitSheet(String name, List<String> columns, List<List<String>> rows) {

    /** Number of rows that may be above the first ordinal of a list: letterhead, title, heading. */
    private static final int MOST_ABOVE = 30;

    /**
     * Reads the sheets and tables of a file of Excel, Word or CSV.
     *
     * @throws ProblemException if it cannot be read
     */
    public static List<UnitSheet> read(Path file, Registry registry, Progress progress) throws ProblemException {
        var name = file.getFileName().toString();
        if (name.toLowerCase(Locale.ROOT).matches(".*\\.(csv|txt|tsv)")) {
            try {
                return List.of(of(name, Files.readString(file, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new ProblemException(SourceFile.unreadable(file, e), e);
            }
        }
        var sheets = new ArrayList<UnitSheet>();
        for (var part : SourceFile.read(file, registry, progress).parts()) {
            if (part instanceof SourceContent.TablePart(var grid)) {
                var columns = IntStream.range(0, grid.width())
                        .mapToObj(grid::columnName)
                        .toList();
                var rows = new ArrayList<List<String>>();
                for (int row = 0; row < grid.height(); row++) {
                    var texts = new ArrayList<String>();
                    for (int column = 0; column < grid.width(); column++) {
                        var cell = grid.at(row, column);
                        texts.add(
                                cell == null || cell.row() != row || cell.column() != column
                                        ? ""
                                        : VietnameseText.nfc(cell.text())
                                                .replaceAll("\\s+", " ")
                                                .strip());
                    }
                    rows.add(texts);
                }
                sheets.add(new UnitSheet(grid.place().position(), columns, rows));
            }
        }
        return sheets;
    }

    /** Returns the table of a text with commas, semicolons or tabs, whichever its first line has most of. */
    static UnitSheet of(String name, String text) {
        var content = VietnameseText.nfc(text.startsWith("\ufeff") ? text.substring(1) : text);
        var first = content.lines().findFirst().orElse("");
        var counts = new LinkedHashMap<Character, Long>();
        for (var each : List.of('\t', ';', ',')) {
            counts.put(each, first.chars().filter(letter -> letter == each).count());
        }
        var separator = counts.entrySet().stream()
                .reduce((one, other) -> other.getValue() > one.getValue() ? other : one)
                .orElseThrow()
                .getKey();
        var rows = new ArrayList<List<String>>();
        var row = new ArrayList<String>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (int i = 0; i < content.length(); i++) {
            var letter = content.charAt(i);
            if (letter == '"') {
                if (isQuoted && i + 1 < content.length() && content.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    isQuoted = !isQuoted;
                }
            } else if (!isQuoted && (letter == separator || letter == '\n')) {
                row.add(cell.toString().strip());
                cell.setLength(0);
                if (letter == '\n') {
                    rows.add(List.copyOf(row));
                    row.clear();
                }
            } else {
                cell.append(letter);
            }
        }
        if (!cell.isEmpty() || !row.isEmpty()) {
            row.add(cell.toString().strip());
            rows.add(List.copyOf(row));
        }
        var width = rows.stream().mapToInt(List::size).max().orElse(0);
        return new UnitSheet(
                name, IntStream.range(0, width).mapToObj(UnitSheet::letters).toList(), rows);
    }

    private static String letters(int column) {
        return (column < 26 ? "" : letters(column / 26 - 1)) + (char) ('A' + column % 26);
    }

    private String at(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    /** Returns the column that most probably has the names: that with the most different texts that are names. */
    public int nameColumn() {
        return IntStream.range(0, columns.size())
                .boxed()
                .max((one, other) -> Long.compare(names(one), names(other)))
                .orElse(0);
    }

    private long names(int column) {
        return rows.stream()
                .map(row -> at(row, column))
                .filter(text -> text.chars().filter(Character::isLetter).count() > 2)
                .distinct()
                .count();
    }

    /** Returns the first row of the list, if one of its columns has ordinals; else -1. */
    private int firstOrdinal(int column) {
        for (int i = 0; i < Math.min(MOST_ABOVE, rows.size() - 1); i++) {
            if (at(rows.get(i), column).matches("0?1\\.?")
                    && at(rows.get(i + 1), column).matches("0?2\\.?")) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the units of the list, one a line, as {@link UnitLines} reads them. If a column has ordinals, rows
     * without one are headings and totals.
     *
     * @param name column with the names
     * @param code column with the codes; -1 for none
     * @param contact column with the person to call; -1 for none
     */
    public String lines(int name, int code, int contact) {
        var ordinals = IntStream.range(0, columns.size())
                .filter(column -> column != name && firstOrdinal(column) >= 0)
                .findFirst();
        var first = ordinals.isPresent() ? firstOrdinal(ordinals.getAsInt()) : afterHeading(name);
        var text = new StringBuilder();
        for (int i = first; i < rows.size(); i++) {
            var row = rows.get(i);
            var title = at(row, name).replaceAll("[\\t;]", ",");
            var isListed = ordinals.isEmpty() || at(row, ordinals.getAsInt()).matches("\\d+\\.?");
            if (isListed && title.chars().anyMatch(Character::isLetter)) {
                text.append(title);
                append(at(row, code), text);
                append(at(row, contact), text);
                text.append('\n');
            }
        }
        return text.toString();
    }

    /** Returns the row after the heading of a column; the first row if it has none. */
    private int afterHeading(int column) {
        return IntStream.range(0, Math.min(MOST_ABOVE, rows.size()))
                .filter(row -> isHeading(at(rows.get(row), column)))
                .map(row -> row + 1)
                .max()
                .orElse(0);
    }

    private static boolean isHeading(String text) {
        var folded = VietnameseText.fold(text);
        return folded.startsWith("ten ") || folded.equals("don vi") || folded.contains("ten don vi");
    }

    private static void append(String text, StringBuilder line) {
        if (!text.isEmpty()) {
            line.append('\t').append(text.replaceAll("[\\t;]", ","));
        }
    }
}
