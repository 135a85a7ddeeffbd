/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bieumau.model.MarkerText;
import org.bieumau.reading.internal.draw.GivenRowList.GivenRow;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.shape.Ordinal;
import org.bieumau.reading.internal.shape.Ordinal.Style;
import org.bieumau.reading.internal.shape.Phrases;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.RowLevels;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that are printed with a form. A heading with an ordinal is one of them, and a section only if the form
 * would print the same number before it.
 */
final class GivenRowReading {

    /** Number of no-break spaces before the text of a row without ordinal, for each row above it, in exported forms. */
    private static final int EXPORTED_INDENT = 3;

    /** A row with the parts of its label. */
    private record Line(int row, RowKind kind, Optional<Ordinal> ordinal, String title, int indent, boolean isFirst) {

        private boolean is(Style style) {
            return ordinal.filter(each -> each.style() == style).isPresent();
        }
    }

    private final TableShape shape;
    private final Map<ShapeColumn, ColumnKind> kinds;
    private final List<Line> lines;
    private final List<Line> sections;
    private final boolean hasUnits;

    /** @param kinds the kinds of all columns of the table */
    GivenRowReading(TableShape shape, Map<ShapeColumn, ColumnKind> kinds) {
        this.shape = shape;
        this.kinds = kinds;
        hasUnits = kinds.values().stream().anyMatch(kind -> kind.type().equals("đơn vị tính"));
        lines = IntStream.range(shape.bottom() + 1, shape.kinds().size())
                .filter(row -> switch (shape.kinds().get(row)) {
                    case BODY, TOTAL, SECTION -> true;
                    default -> false;
                })
                .mapToObj(this::line)
                .filter(Objects::nonNull)
                .toList();
        sections = sections();
    }

    // Lines

    private @Nullable Line line(int row) {
        var cells = shape.grid().cells(row).stream()
                .filter(cell -> cell.row() == row
                        && cell.column() < shape.columns().getLast().end())
                .toList();
        var number = cells.stream()
                .filter(cell -> isIn(cell, "số thứ tự"))
                .findFirst()
                .flatMap(cell -> Ordinal.of(cell.text()));
        var label = label(cells, number.isPresent());
        if (label == null) {
            return null;
        }
        var before = number.isPresent() ? Optional.<Ordinal.Before>empty() : Ordinal.before(label.text());
        return new Line(
                row,
                shape.kinds().get(row),
                number.or(() -> before.map(Ordinal.Before::ordinal)),
                before.map(Ordinal.Before::rest).orElse(label.text()),
                indent(label),
                label.column() <= shape.columns().getFirst().first());
    }

    private @Nullable GridCell label(List<GridCell> cells, boolean isNumbered) {
        for (var cell : cells) {
            var isOrdinal = isNumbered && isIn(cell, "số thứ tự");
            if (!isOrdinal && !isIn(cell, "đơn vị tính") && !isIn(cell, "mã số")) {
                return cell;
            }
        }
        return null;
    }

    private boolean isIn(GridCell cell, String type) {
        return shape.columns().stream()
                .anyMatch(column -> column.first() <= cell.column()
                        && cell.column() < column.end()
                        && kinds.get(column).type().equals(type));
    }

    private static int indent(GridCell cell) {
        var shown = cell.shown();
        var spaces = 0;
        while (spaces < shown.length() && Texts.isSpace(shown.charAt(spaces))) {
            spaces++;
        }
        return spaces;
    }

    // Sections

    private List<Line> sections() {
        var romans = lines.stream().filter(line -> line.is(Style.ROMAN)).toList();
        var areCounted = !romans.isEmpty()
                && IntStream.range(0, romans.size()).allMatch(i -> isSectionNumber(romans.get(i), i + 1));
        return lines.stream()
                .filter(line -> areCounted ? romans.contains(line) : isPlainSection(line))
                .toList();
    }

    private static boolean isSectionNumber(Line line, int number) {
        return line.kind() == RowKind.SECTION
                && line.ordinal().orElseThrow().text().equals(MarkerText.roman(number));
    }

    /** Returns whether a heading without an ordinal is over the whole table, not only in the column of the labels. */
    private boolean isPlainSection(Line line) {
        if (line.kind() != RowKind.SECTION || line.ordinal().isPresent() || !line.isFirst() || line.indent() > 0) {
            return false;
        }
        return shape.grid().at(line.row(), shape.columns().getFirst().first()) instanceof GridCell cell
                && (cell.columnEnd() >= shape.columns().getLast().end()
                        || isIn(cell, "số thứ tự")
                        || cell.text().equals(cell.text().toUpperCase()));
    }

    // Rows

    /**
     * Returns whether the rows are on several levels that lists do not have: below numbered rows, or below headings.
     */
    boolean hasHierarchy() {
        var styles = lines.stream()
                .filter(line -> !sections.contains(line))
                .flatMap(line -> line.ordinal().stream())
                .map(Ordinal::style)
                .collect(Collectors.toSet());
        return styles.size() > 1
                && (hasUnits
                        || styles.contains(Style.LETTER)
                        || styles.contains(Style.DOTTED)
                        || styles.contains(Style.DASH)
                        || styles.contains(Style.PLUS));
    }

    /** Returns the rows in order. */
    List<GivenRowList> lists() {
        var lists = new ArrayList<GivenRowList>();
        var levels = new RowLevels(step());
        var rows = new ArrayList<GivenRow>();
        Line section = null;
        var isNameOnlyBefore = false;
        for (var line : lines) {
            if (sections.contains(line)) {
                add(section, rows, lists);
                rows.clear();
                levels.clear();
                section = line;
                continue;
            }
            if (line.kind() == RowKind.TOTAL) {
                levels.clear();
            }
            var isNameOnly = line.kind() == RowKind.SECTION || isNameOnly(line.row());
            var row = row(line, levels.add(line.ordinal(), line.indent(), isNameOnly));
            if (row.level() > 0
                    && isNameOnlyBefore
                    && row.level() > rows.getLast().level()) {
                rows.set(rows.size() - 1, rows.getLast().asHeading());
            }
            isNameOnlyBefore = isNameOnly;
            rows.add(row);
        }
        add(section, rows, lists);
        return List.copyOf(lists);
    }

    private static void add(@Nullable Line section, List<GivenRow> rows, List<GivenRowList> lists) {
        if (!rows.isEmpty()) {
            lists.add(new GivenRowList(
                    section == null ? null : section.title(),
                    section == null || section.ordinal().isPresent(),
                    rows));
        }
    }

    /** Returns the step of the indents if they are those of an exported form; 0 if not. */
    private int step() {
        var indents = lines.stream()
                .filter(line -> line.ordinal().isEmpty() && line.indent() > 0)
                .map(line -> shape.grid().cells(line.row()).stream()
                        .map(GridCell::shown)
                        .filter(shown -> shown.startsWith("\u00A0"))
                        .anyMatch(shown ->
                                shown.chars().takeWhile(c -> c == '\u00A0').count() == line.indent()
                                        && line.indent() % EXPORTED_INDENT == 0))
                .toList();
        return indents.isEmpty() || indents.contains(false) ? 0 : EXPORTED_INDENT;
    }

    private GivenRow row(Line line, RowLevels.Place place) {
        return new GivenRow(
                line.ordinal().map(Ordinal::text).orElse(""),
                line.title(),
                text(line.row(), "đơn vị tính"),
                text(line.row(), "mã số"),
                place.level(),
                line.kind() == RowKind.SECTION,
                place.isGuess());
    }

    /** Returns whether a row has no unit of measure and no numbers, although others have units. */
    private boolean isNameOnly(int row) {
        return hasUnits
                && text(row, "đơn vị tính").isEmpty()
                && shape.columns().stream()
                        .filter(column -> kinds.get(column).type().equals("số"))
                        .flatMap(column -> shape.cells(row, column).stream())
                        .allMatch(cell -> Phrases.isPunctuation(cell.text()));
    }

    private String text(int row, String type) {
        return shape.columns().stream()
                .filter(column -> kinds.get(column).type().equals(type))
                .flatMap(column -> shape.cells(row, column).stream())
                .map(GridCell::text)
                .findFirst()
                .orElse("");
    }
}
