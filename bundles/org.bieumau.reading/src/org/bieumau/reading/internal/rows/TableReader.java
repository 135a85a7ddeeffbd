/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Aggregate;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.FormSource;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Section;
import org.bieumau.model.Severity;
import org.bieumau.model.TextValue;
import org.bieumau.reading.internal.grid.Grid;
import org.bieumau.reading.internal.grid.GridCell;
import org.bieumau.reading.internal.grid.Texts;
import org.bieumau.reading.internal.match.FormMatch;
import org.bieumau.reading.internal.message.ReadingMessages;
import org.bieumau.reading.internal.rows.Ledger.Use;
import org.bieumau.reading.internal.shape.Ordinal;
import org.bieumau.reading.internal.shape.RowKind;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.bieumau.reading.internal.shape.TableShape;
import org.bieumau.reading.internal.values.ValueReader;

/** Reads the rows of one table into a form. */
final class TableReader {

    private final ResolvedTemplate template;
    private final TableShape shape;
    private final Grid grid;
    private final Map<Leaf, ShapeColumn> columns = new LinkedHashMap<>();
    private final Form form;
    private final FormSource source;
    private final Ledger ledger;
    private final Consumer<Problem> problems;
    private final ValueReader values;
    private final SectionHeadings headings;
    private final GivenRowMatcher given;
    private final Computed computed;
    private final Totals totals;
    private Section section;

    TableReader(
            FormMatch match,
            Form form,
            FormSource source,
            GivenRowMatcher given,
            Computed computed,
            Ledger ledger,
            Consumer<Problem> problems) {
        template = match.template();
        shape = match.shape();
        grid = shape.grid();
        var taken = match.columns();
        shape.columns().stream().filter(taken::containsKey).forEach(column -> columns.put(taken.get(column), column));
        this.form = form;
        this.source = source;
        this.given = given;
        this.computed = computed;
        this.ledger = ledger;
        this.problems = problems;
        values = new ValueReader(written(), problems);
        headings = new SectionHeadings(template);
        totals = new Totals();
    }

    /** Returns the cells of the columns whose style of writing is decided by all values. */
    private Map<Leaf, List<GridCell>> written() {
        var written = new HashMap<Leaf, List<GridCell>>();
        columns.forEach((leaf, column) -> {
            switch (leaf.type()) {
                case NUMBER, MONEY, DATE, COMPUTED -> {
                    var cells = new ArrayList<GridCell>();
                    for (var kind : List.of(RowKind.BODY, RowKind.TOTAL)) {
                        shape.rows(kind).forEach(row -> cells.addAll(shape.cells(row, column)));
                    }
                    if (!cells.isEmpty()) {
                        written.put(leaf, cells);
                    }
                }
                default -> {}
            }
        });
        return written;
    }

    void read() {
        var row = shape.top();
        while (row < grid.height()) {
            row = read(row);
        }
    }

    /** Reads a row and returns the next one. */
    private int read(int row) {
        var kind = shape.kinds().get(row);
        switch (kind) {
            case HEADER, NUMBERS, HEADER_AGAIN -> use(row, Use.LABEL);
            case ORDINAL_ONLY -> use(row, Use.LABEL);
            case SECTION -> readSection(row);
            case TOTAL -> readTotal(row);
            case HIDDEN -> report("READ-HIDDEN-ROW", row);
            case SAMPLE -> report("READ-SAMPLE-ROW", row);
            case BELOW -> {
                if (grid.cells(row).stream().filter(this::isNumber).count() > 1) {
                    report("READ-ROW-BELOW", row);
                }
            }
            case BODY -> {
                if (isKnownSection(inTable(row))) {
                    beginSection(inTable(row));
                    return row + 1;
                }
                var end = end(row);
                readEntry(row, end);
                return end;
            }
            case ABOVE, INSTRUCTION, AND_SO_ON, EMPTY -> {}
        }
        return row + 1;
    }

    private boolean isNumber(GridCell cell) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().first() == cell.column())
                .anyMatch(each -> values.number(each.getKey(), cell).isPresent());
    }

    private void use(int row, Use use) {
        grid.cells(row).forEach(cell -> ledger.use(cell, use));
    }

    private void report(String code, int row) {
        var cells = grid.cells(row);
        warn(code, cells.isEmpty() ? grid.place() : cells.getFirst().place(), grid.rowNumber(row), text(cells));
    }

    private void warn(String code, Place place, Object... arguments) {
        problems.accept(new Problem(code, Severity.WARNING, ReadingMessages.ALL.text(code, arguments), place));
    }

    private static String text(List<GridCell> cells) {
        var text = String.join(" ", cells.stream().map(GridCell::text).toList());
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    // Sections

    private void readSection(int row) {
        var cells = inTable(row);
        if (given.isSection(String.join(" ", cells.stream().map(GridCell::text).toList()))) {
            use(row, Use.LABEL);
            return;
        }
        if (!isSection(cells)) {
            readEntry(row, row + 1);
            return;
        }
        if (!headings.areExpected()) {
            warn("READ-SECTION", cells.getFirst().place(), text(cells));
            return;
        }
        beginSection(cells);
    }

    private void beginSection(List<GridCell> cells) {
        section = headings.section(cells.stream().map(GridCell::text).toList());
        form.getSections().add(section);
        totals.beginSection();
        cells.forEach(cell -> ledger.use(cell, Use.VALUE));
    }

    /** Whether a row that looks like a heading is one: a row with nothing but its title looks alike. */
    private boolean isSection(List<GridCell> cells) {
        var first = cells.getFirst();
        var isAlone = cells.size() == 1;
        var title = template.titleColumn().map(columns::get);
        var inTitle = isAlone
                && title.isPresent()
                && first.column() == title.get().first()
                && first.columnEnd() <= title.get().end();
        if (!inTitle) {
            return true;
        }
        return headings.areExpected()
                && (headings.isKnown(first.text())
                        || Ordinal.before(first.text())
                                .filter(before -> before.ordinal().style() == Ordinal.Style.ROMAN)
                                .isPresent());
    }

    /** Whether a row that is not merged is the heading of a known section: a letter or Roman numeral, and its name. */
    private boolean isKnownSection(List<GridCell> cells) {
        return headings.areExpected()
                && cells.size() == 2
                && Ordinal.of(cells.getFirst().text())
                        .filter(ordinal -> ordinal.style() != Ordinal.Style.NUMBER)
                        .isPresent()
                && headings.isKnown(cells.get(1).text());
    }

    /** Returns the cells of a row within the columns of the table. */
    private List<GridCell> inTable(int row) {
        var from = shape.columns().getFirst().first();
        var to = shape.columns().getLast().end();
        return grid.cells(row).stream()
                .filter(cell -> cell.columnEnd() > from && cell.column() < to)
                .toList();
    }

    // Totals

    private void readTotal(int row) {
        var cells = inTable(row);
        var label = cells.getFirst().text();
        if (given.find("", label).isPresent() || !isTotal(row)) {
            readEntry(row, row + 1);
            return;
        }
        ledger.use(cells.getFirst(), Use.LABEL);
        columns.forEach((leaf, column) -> {
            for (var cell : shape.cells(row, column)) {
                if (cell == cells.getFirst()) {
                    continue;
                }
                var number = values.number(leaf, cell);
                if (number.isPresent() && totals.isExpected(leaf, number.get())) {
                    ledger.use(cell, Use.LABEL);
                } else if (number.isPresent()) {
                    warn(
                            "READ-TOTAL",
                            cell.place(),
                            cell.text(),
                            leaf.title(),
                            totals.expected(leaf).toPlainString());
                }
            }
        });
    }

    /** Whether a row with the label of a total is one: the template has totals, or the numbers add up. */
    private boolean isTotal(int row) {
        var wanted = template.columns().stream()
                .anyMatch(leaf -> leaf.source().getAggregate() != Aggregate.NONE
                        || leaf.source().getSubtotal() != Aggregate.NONE);
        if (wanted || template.ordinalColumn().map(columns::containsKey).orElse(false)) {
            return true;
        }
        return columns.entrySet().stream()
                .flatMap(each -> shape.cells(row, each.getValue()).stream()
                        .flatMap(cell -> values.number(each.getKey(), cell).stream())
                        .map(number -> totals.isExpected(each.getKey(), number)))
                .reduce((one, other) -> one && other)
                .orElse(false);
    }

    // Rows

    /** Returns the row after the last one in which a row of the form goes on: merged cells hold its rows together. */
    private int end(int row) {
        var end = row + 1;
        while (end < grid.height() && shape.kinds().get(end) == RowKind.BODY && continues(end)) {
            end++;
        }
        return end;
    }

    private boolean continues(int row) {
        var held = columns.values().stream()
                .anyMatch(column -> grid.at(row, column.first()) instanceof GridCell cell && cell.row() < row);
        return held
                && columns.entrySet().stream()
                        .allMatch(each -> isText(each.getKey())
                                || shape.cells(row, each.getValue()).isEmpty());
    }

    private static boolean isText(Leaf leaf) {
        return leaf.type() == ColumnType.PROSE || leaf.type() == ColumnType.TEXT;
    }

    private void readEntry(int first, int end) {
        var entry = BieumauFactory.eINSTANCE.createEntry();
        var row = template.titleColumn().map(leaf -> givenRow(first, leaf)).orElse(Optional.empty());
        if (row.isPresent()) {
            entry.setIndicator(row.get().source());
        } else if (!given.isEmpty()) {
            if (!mayBeAdded()) {
                report("READ-ROW-UNKNOWN", first);
                return;
            }
            given.last().ifPresent(last -> entry.setParent(parent(last).source()));
        }
        for (var leaf : template.columns()) {
            var column = columns.get(leaf);
            if (column != null) {
                read(entry, leaf, column, first, end, row);
            }
        }
        if (entry.getTitle() != null || !entry.getCells().isEmpty() || row.isEmpty()) {
            add(entry, first);
        }
    }

    private Optional<GivenRow> givenRow(int row, Leaf title) {
        var column = columns.get(title);
        if (given.isEmpty() || column == null) {
            return Optional.empty();
        }
        var label = grid.at(row, column.first());
        var ordinal = template.ordinalColumn()
                .map(columns::get)
                .map(each -> grid.at(row, each.first()))
                .map(GridCell::text)
                .orElse("");
        return label == null ? Optional.empty() : given.find(ordinal, label.text());
    }

    private boolean mayBeAdded() {
        return given.last()
                .map(last -> last.list().isExtensible() || parent(last).source().isExtensible())
                .orElse(false);
    }

    private static GivenRow parent(GivenRow last) {
        return last.source().isExtensible() ? last : last.parent().orElse(last);
    }

    private void read(Entry entry, Leaf leaf, ShapeColumn column, int first, int end, Optional<GivenRow> row) {
        var cells = new ArrayList<GridCell>();
        for (int each = first; each < end; each++) {
            cells.addAll(shape.cells(each, column));
        }
        if (cells.isEmpty()) {
            return;
        }
        if (leaf.type() == ColumnType.ORDINAL) {
            cells.forEach(cell -> ledger.use(cell, Use.LABEL));
            return;
        }
        var text = withoutOrdinal(leaf, joined(cells));
        if (leaf.type() == ColumnType.COMPUTED) {
            cells.forEach(cell -> {
                computed.add(entry, leaf, cell, values.number(leaf, cell));
                totals.count(leaf, values.number(leaf, cell).orElse(null));
            });
            return;
        }
        if (row.isPresent() && isPrinted(row.get(), leaf, text)) {
            cells.forEach(cell -> ledger.use(cell, Use.LABEL));
            return;
        }
        if (text.isEmpty()) {
            cells.forEach(cell -> ledger.use(cell, Use.LABEL));
            return;
        }
        var value = values.read(leaf, cells, text);
        cells.forEach(cell -> ledger.use(cell, Use.VALUE));
        totals.count(leaf, value instanceof NumberValue number ? number.getNumber() : null);
        if (row.isEmpty()
                && value instanceof TextValue title
                && leaf.type() == ColumnType.TEXT
                && template.titleColumn().filter(leaf::equals).isPresent()) {
            entry.setTitle(title.getText());
            return;
        }
        var cell = BieumauFactory.eINSTANCE.createCell();
        cell.setColumn(leaf.source());
        cell.setValue(value);
        entry.getCells().add(cell);
    }

    /** Whether a printed row has a text itself: its label, unit of measure, code, or a value printed with the form. */
    private boolean isPrinted(GivenRow row, Leaf leaf, String text) {
        if (template.titleColumn().filter(leaf::equals).isPresent()) {
            return true;
        }
        var printed = switch (leaf.type()) {
            case MEASURE -> row.source().getMeasureUnit();
            case CODE -> row.source().getCode();
            default -> null;
        };
        return printed != null && VietnameseText.fold(printed).equals(VietnameseText.fold(text));
    }

    /** Returns the text of cells in lines. A text that ends with a space goes on in the cell below. */
    private static String joined(List<GridCell> cells) {
        var text = new StringBuilder();
        for (var cell : cells) {
            if (!text.isEmpty() && !text.toString().endsWith(" ")) {
                text.append('\n');
            }
            text.append(VietnameseText.nfc(cell.shown()));
        }
        return trimmed(text.toString());
    }

    /** Returns a text without spaces around its lines, and without empty lines at its ends. */
    private static String trimmed(String text) {
        return String.join("\n", text.lines().map(TableReader::stripped).toList())
                .strip();
    }

    private static String stripped(String line) {
        var first = 0;
        var end = line.length();
        while (first < end && Texts.isSpace(line.charAt(first))) {
            first++;
        }
        while (end > first && Texts.isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(first, end);
    }

    private String withoutOrdinal(Leaf leaf, String text) {
        if (template.ordinalIn().filter(leaf::equals).isEmpty()) {
            return text;
        }
        var digits = 0;
        while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > 0 && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0
                ? text.substring(digits + 1).strip()
                : text;
    }

    private void add(Entry entry, int row) {
        var provenance = BieumauFactory.eINSTANCE.createProvenance();
        provenance.setSource(source);
        provenance.setRow(grid.rowNumber(row));
        entry.setProvenance(provenance);
        (section == null ? form.getEntries() : section.getEntries()).add(entry);
    }
}
