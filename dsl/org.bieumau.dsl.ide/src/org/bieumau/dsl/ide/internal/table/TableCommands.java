/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.internal.value.Evidence;
import org.bieumau.dsl.ide.internal.table.FormTable.Id;
import org.bieumau.dsl.internal.edit.ModelEdits;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.Cell;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Library;
import org.bieumau.model.MarkValue;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/** Translates the commands of a table to edits of the text. */
public final class TableCommands {

    private static final BieumauFactory MODEL = BieumauFactory.eINSTANCE;
    /** Placeholder for prose until its position is known: a private-use character that no text contains. */
    private static final String PLACEHOLDER = "\uE000";

    private final XtextResource resource;
    private final Form form;
    private final ResolvedTemplate template;

    /**
     * @param resource the file, with the model of its current text
     * @param form the name of the form
     * @throws RefusedException if there is no such form or its template cannot be resolved
     */
    public TableCommands(XtextResource resource, String form) throws RefusedException {
        this.resource = resource;
        this.form =
                Libraries.named(resource, Form.class, form).orElseThrow(() -> new RefusedException("form", null, form));
        this.template = FormTable.template(this.form).orElseThrow(() -> new RefusedException("template", null, form));
    }

    /** @param copy a copy of the form that is being changed */
    private TableCommands(XtextResource resource, Form copy) {
        this.resource = resource;
        this.form = copy;
        this.template = FormTable.template(copy).orElseThrow();
    }

    /** Change of one cell. */
    public record Change(Id row, int column, String written) {}

    /**
     * Writes cells. A value that does not match the type of its column is written as text and reported by validation;
     * an empty text clears the cell. A mark in a group that requires exactly one mark removes the other marks, except
     * those written at the same time.
     *
     * @throws RefusedException if prose cannot be parsed or the text of the file cannot be changed now
     */
    public List<TextEdit> write(List<Change> changes) throws RefusedException {
        var rows =
                changes.stream().map(Change::row).distinct().filter(Id::isEntry).toList();
        var empty = rows.stream().filter(row -> entry(form, row).isEmpty()).toList();
        if (empty.stream().anyMatch(row -> given(row).isEmpty())) {
            throw new RefusedException("row", null);
        }
        var readers = readers(changes);
        var blocks = new ArrayList<String>();
        var edits = new ArrayList<TextEdit>(fillIn(empty, changes, readers));
        for (var row : rows) {
            if (empty.contains(row)) {
                continue;
            }
            var entry = entry(form, row).orElseThrow();
            Map<Leaf, Value> values = new LinkedHashMap<>();
            for (var change : changes) {
                if (change.row().equals(row)
                        && change.column() < template.columns().size()) {
                    var leaf = template.columns().get(change.column());
                    var value = value(leaf, change, readers);
                    if (value instanceof Prose) {
                        var block = block(change, entry);
                        var old = prose(entry, leaf);
                        if (old.isPresent()) {
                            edits.addAll(replaced(old.get(), block));
                            continue;
                        }
                        blocks.add(block);
                        value = text(PLACEHOLDER + (blocks.size() - 1));
                    }
                    values.put(leaf, value);
                }
            }
            if (!values.isEmpty()) {
                edits.addAll(new ModelEdits(resource)
                        .of(
                                entry,
                                changed ->
                                        values.forEach((leaf, value) -> put(changed, leaf, value, values.keySet()))));
            }
        }
        return insertBlocks(edits, blocks);
    }

    /** Replaces the placeholders for prose by the prose, and sorts the edits by offset. */
    private static List<TextEdit> insertBlocks(List<TextEdit> edits, List<String> blocks) {
        var complete = new ArrayList<>(edits);
        for (int i = 0; i < blocks.size(); i++) {
            var written = '"' + PLACEHOLDER + i + '"';
            var block = blocks.get(i);
            complete.replaceAll(edit ->
                    new TextEdit(edit.offset(), edit.length(), edit.text().replace(written, block)));
        }
        complete.sort(Comparator.comparingInt(TextEdit::offset));
        return complete;
    }

    /**
     * Adds rows, and writes cells of these and of other rows, as one change.
     *
     * @param after the row after which they are added
     * @param changes the cells, by the ids that the rows have when the rows have been added
     * @throws RefusedException as {@link #write} does
     */
    public List<TextEdit> add(Id after, int count, List<Change> changes) throws RefusedException {
        var beside = entry(form, after).orElseThrow(() -> new RefusedException("row", null));
        var readers = readers(changes);
        Map<Change, Value> values = new LinkedHashMap<>();
        var blocks = new ArrayList<String>();
        for (var change : changes) {
            if (change.column() < template.columns().size()) {
                var value = value(template.columns().get(change.column()), change, readers);
                if (value instanceof Prose) {
                    blocks.add(block(change, beside));
                    value = text(PLACEHOLDER + (blocks.size() - 1));
                }
                values.put(change, value);
            }
        }
        var edits = change(copy -> {
            var added = entries(copy, after.section());
            for (int i = 0; i < count; i++) {
                added.add(after.entry() + 1, MODEL.createEntry());
            }
            var commands = new TableCommands(resource, copy);
            values.forEach((change, value) -> {
                var column = commands.template.columns().get(change.column());
                commands.entry(copy, change.row())
                        .ifPresent(entry -> commands.put(
                                entry, column, copied(value, column), commands.columns(change.row(), changes)));
            });
        });
        return insertBlocks(edits, blocks);
    }

    private Set<Leaf> columns(Id row, List<Change> changes) {
        return changes.stream()
                .filter(change -> change.row().equals(row) && !change.written().isBlank())
                .map(change -> template.columns().get(change.column()))
                .collect(Collectors.toSet());
    }

    /** Writes cells of printed rows that the form does not fill in yet. */
    private List<TextEdit> fillIn(List<Id> rows, List<Change> changes, Map<Leaf, CellReader> readers)
            throws RefusedException {
        Map<Id, Map<Leaf, Value>> values = new LinkedHashMap<>();
        for (var change : changes) {
            if (rows.contains(change.row())
                    && change.column() < template.columns().size()) {
                var leaf = template.columns().get(change.column());
                var value = value(leaf, change, readers);
                if (value != null) {
                    values.computeIfAbsent(change.row(), key -> new LinkedHashMap<>())
                            .put(leaf, value);
                }
            }
        }
        return values.isEmpty()
                ? List.of()
                : change(changed -> {
                    // The template may be in the same file, so that it is a copy, too.
                    var copied = FormTable.template(changed).orElseThrow();
                    values.forEach((row, cells) -> {
                        var entry = MODEL.createEntry();
                        entry.setIndicator(
                                copied.givenRows().row(row.path()).orElseThrow().source());
                        cells.forEach((leaf, value) -> {
                            var column = copied.columns().get(leaf.index());
                            entry.getCells().add(cell(column, copied(value, column)));
                        });
                        var entries = entries(changed, row.section());
                        entries.add(place(entry, entries, copied), entry);
                    });
                });
    }

    /**
     * Adds rows that are printed with the form, without cells, in the order of the template.
     *
     * @param section index of the section of the form; -1 for rows outside of sections
     * @throws RefusedException if the text of the file cannot be changed now
     */
    public List<TextEdit> addPrinted(int section, List<GivenRow> rows) throws RefusedException {
        return change(changed -> {
            var copied = FormTable.template(changed).orElseThrow();
            var entries = entries(changed, section);
            for (var row : rows) {
                var entry = MODEL.createEntry();
                entry.setIndicator(
                        copied.givenRows().row(row.path()).orElseThrow().source());
                entries.add(place(entry, entries, copied), entry);
            }
        });
    }

    /** Returns the index at which a printed row is written, so that the rows are in the order of the template. */
    private static int place(Entry entry, List<Entry> entries, ResolvedTemplate template) {
        var order = template.givenRows().all().stream().map(GivenRow::source).toList();
        var index = order.indexOf(entry.getIndicator());
        var at = 0;
        for (int i = 0; i < entries.size(); i++) {
            var other = entries.get(i).getIndicator() != null
                    ? entries.get(i).getIndicator()
                    : entries.get(i).getParent();
            at = other != null && order.indexOf(other) < index ? i + 1 : at;
        }
        return at;
    }

    /** Returns the printed row with an id; empty for any other row. */
    private Optional<GivenRow> given(Id id) {
        return id.isPrinted() ? template.givenRows().row(id.path()) : Optional.empty();
    }

    // Prose is written line by line, because the serializer would not keep the indentation.

    /** Returns the node of the prose in a cell. */
    private static Optional<INode> prose(Entry entry, Leaf column) {
        return entry.getCells().stream()
                .filter(cell -> cell.getColumn() == column.source() && cell.getValue() instanceof Prose)
                .findFirst()
                .map(cell -> (INode) NodeModelUtils.findActualNodeFor(cell.getValue()));
    }

    /** Returns lines between quotes, indented to match the row. */
    private static String block(Change change, Entry entry) {
        var node = NodeModelUtils.findActualNodeFor(entry);
        var text = node.getRootNode().getText();
        var line = text.lastIndexOf('\n', node.getOffset() - 1) + 1;
        var indentation = " ".repeat(node.getOffset() - line) + "    ";
        var quotes = "'''";
        return quotes + "\n"
                + ProseLines.clean(change.written())
                        .indent(indentation.length() + 4)
                        .replaceAll("(?m)^ +$", "") + indentation + quotes;
    }

    /** Returns the edit between the old and the new text of prose; an empty list if they are equal. */
    private static List<TextEdit> replaced(INode old, String block) {
        var edit = TextEdit.between(old.getRootNode().getText().substring(old.getOffset(), old.getEndOffset()), block);
        return edit.isEmpty() ? List.of() : List.of(edit.moved(old.getOffset()));
    }

    /** Sets or removes a mark. */
    public List<TextEdit> toggle(Id row, int column) throws RefusedException {
        var entry = entry(form, row);
        var leaf = template.columns().get(column);
        var marked = entry.isPresent()
                && entry.get().getCells().stream().anyMatch(cell -> cell.getColumn() == leaf.source());
        return write(List.of(new Change(row, column, marked ? "" : "X")));
    }

    private Optional<Entry> entry(Form form, Id id) {
        if (id.isPrinted()) {
            return given(id)
                    .flatMap(row -> Stream.concat(entries(form, id.section()).stream(), form.getEntries().stream())
                            .filter(entry -> entry.getIndicator() == row.source())
                            .findFirst());
        }
        var entries = entries(form, id.section());
        return id.entry() < 0 || id.entry() >= entries.size() ? Optional.empty() : Optional.of(entries.get(id.entry()));
    }

    private static List<Entry> entries(Form form, int section) {
        return section < 0
                ? form.getEntries()
                : section < form.getSections().size()
                        ? form.getSections().get(section).getEntries()
                        : List.of();
    }

    /** @param together the columns whose cells are written at the same time */
    private void put(Entry entry, Leaf column, Value value, Set<Leaf> together) {
        var existing = entry.getCells().stream()
                .filter(cell -> cell.getColumn() == column.source())
                .findFirst();
        if (existing.isEmpty()
                && template.titleColumn().filter(column::equals).isPresent()
                && (value == null || value instanceof TextValue)
                && !(value == null && entry.getTitle() == null)) {
            entry.setTitle(value == null ? null : ((TextValue) value).getText());
            return;
        }
        if (value == null) {
            existing.ifPresent(entry.getCells()::remove);
            return;
        }
        if (value instanceof MarkValue) {
            alternatives(column.source()).stream()
                    .filter(other -> together.stream().noneMatch(leaf -> leaf.source() == other))
                    .forEach(other -> entry.getCells().removeIf(cell -> cell.getColumn() == other));
        }
        existing.ifPresentOrElse(
                cell -> cell.setValue(value),
                () -> entry.getCells().add(insertionIndex(entry, column), cell(column, value)));
    }

    /** Returns the index at which to insert a cell, so that cells are in the order of the columns. */
    private int insertionIndex(Entry entry, Leaf column) {
        var index = 0;
        while (index < entry.getCells().size()
                && template.column(entry.getCells().get(index).getColumn())
                                .map(Leaf::index)
                                .orElse(-1)
                        < column.index()) {
            index++;
        }
        return index;
    }

    private static Cell cell(Leaf column, Value value) {
        var cell = MODEL.createCell();
        cell.setColumn(column.source());
        cell.setValue(value);
        return cell;
    }

    /** Returns the other mark columns of a group that requires exactly one mark; an empty list for other columns. */
    private static List<Column> alternatives(Column column) {
        return column.eContainer() instanceof ColumnGroup group && group.isExactlyOne()
                ? group.getItems().stream()
                        .filter(item ->
                                item instanceof Column other && other != column && other.getType() == ColumnType.MARK)
                        .map(Column.class::cast)
                        .toList()
                : List.of();
    }

    /** Returns the value of an edited text; null for an empty cell. */
    private Value value(Leaf leaf, Change change, Map<Leaf, CellReader> readers) throws RefusedException {
        var written = VietnameseText.nfc(change.written()).replace("\r", "").strip();
        if (written.isEmpty()) {
            return null;
        }
        return switch (leaf.type()) {
            case MARK, NUMBER, MONEY, DATE, CHOICE -> {
                var reading = readers.get(leaf).read(written);
                yield reading.fits() ? reading.value() : text(written);
            }
            case PROSE -> ProseLines.read(written, resource, form);
            default -> text(written);
        };
    }

    /**
     * Returns the readers of the columns. Several cells that are pasted at once show how their numbers and dates are
     * written; a single cell is read in the Vietnamese style.
     */
    private Map<Leaf, CellReader> readers(List<Change> changes) {
        var texts = changes.stream()
                .collect(Collectors.groupingBy(
                        Change::column, Collectors.mapping(Change::written, Collectors.toList())));
        var readers = new HashMap<Leaf, CellReader>();
        for (var leaf : template.columns()) {
            var pasted = texts.getOrDefault(leaf.index(), List.of());
            var shown = pasted.size() > 1 ? pasted : List.<String>of();
            var numbers = Evidence.ofNumbers(shown);
            var dates = Evidence.ofDates(shown);
            readers.put(
                    leaf,
                    new CellReader(
                            leaf.source(),
                            leaf.type(),
                            numbers.decided().orElse(numbers.usual()),
                            dates.decided().orElse(dates.usual())));
        }
        return readers;
    }

    /**
     * Returns a value for a copy of its form: if the vocabulary is in the same file, the term is a copy, too.
     *
     * @param column the column of the copy
     */
    private static Value copied(Value value, Leaf column) {
        if (value instanceof TermValue written) {
            column.source().getVocabulary().getTerms().stream()
                    .filter(term ->
                            Objects.equals(term.getName(), written.getTerm().getName()))
                    .findFirst()
                    .ifPresent(written::setTerm);
        }
        return value;
    }

    private static Value text(String written) {
        var value = MODEL.createTextValue();
        value.setText(written.replaceAll("\\s*\\n\\s*", " "));
        return value;
    }

    // Rows

    /**
     * Adds empty rows.
     *
     * @param after the row after which they are added, or a heading to add them at the beginning of its section; null
     *     for the end of the last section, or of the form if it has no sections
     */
    public List<TextEdit> add(Id after, int count) throws RefusedException {
        if (after != null && after.section() >= form.getSections().size()) {
            throw new RefusedException("row", null);
        }
        if (!template.givenRows().isEmpty()) {
            return addToPrinted(after, count);
        }
        return change(changed -> {
            var section = after == null ? changed.getSections().size() - 1 : after.section();
            var entries = entries(changed, section);
            var at = after == null || after.isTotal() ? entries.size() : Math.min(entries.size(), after.entry() + 1);
            for (int i = 0; i < count; i++) {
                entries.add(at, MODEL.createEntry());
            }
        });
    }

    /** Adds rows where the template allows them: below a printed row, or at the end of a list. */
    private List<TextEdit> addToPrinted(Id after, int count) throws RefusedException {
        var beside = after == null ? Optional.<Entry>empty() : entry(form, after);
        var parent = after != null && after.isPrinted()
                ? given(after).flatMap(TableCommands::extensible).map(GivenRow::path)
                : beside.map(Entry::getParent)
                        .flatMap(template.givenRows()::row)
                        .map(GivenRow::path);
        var isAllowed = parent.isPresent()
                || template.givenRows().blocks().stream()
                        .anyMatch(block -> block.source().isExtensible());
        if (!isAllowed) {
            throw new RefusedException("printed", null);
        }
        return change(changed -> {
            var copied = FormTable.template(changed).orElseThrow().givenRows();
            var entries = entries(changed, after == null ? -1 : after.section());
            var at = after == null || after.isPrinted() || after.isHeading() || beside.isEmpty()
                    ? entries.size()
                    : Math.min(entries.size(), after.entry() + 1);
            for (int i = 0; i < count; i++) {
                var entry = MODEL.createEntry();
                parent.flatMap(copied::row).map(GivenRow::source).ifPresent(entry::setParent);
                entries.add(at, entry);
            }
        });
    }

    /** Returns the innermost row, of a row and those above it, to which rows can be added. */
    private static Optional<GivenRow> extensible(GivenRow row) {
        return row.source().isExtensible() ? Optional.of(row) : row.parent().flatMap(TableCommands::extensible);
    }

    private static void refusePrinted(List<Id> ids) throws RefusedException {
        if (ids.stream().anyMatch(Id::isPrinted)) {
            throw new RefusedException("printed", null);
        }
    }

    /**
     * Deletes rows; the heading of a section is deleted with all its rows.
     *
     * @throws RefusedException also if a row is printed with the form
     */
    public List<TextEdit> delete(List<Id> ids) throws RefusedException {
        refusePrinted(ids);
        return change(changed -> {
            var entries =
                    ids.stream().flatMap(id -> entry(changed, id).stream()).toList();
            var sections = ids.stream()
                    .filter(id -> id.isHeading()
                            && id.section() < changed.getSections().size())
                    .map(id -> changed.getSections().get(id.section()))
                    .toList();
            entries.forEach(EcoreUtil::remove);
            sections.forEach(EcoreUtil::remove);
        });
    }

    /** Inserts a copy of each row after it. */
    public List<TextEdit> copy(List<Id> ids) throws RefusedException {
        refusePrinted(ids);
        return change(changed -> ids.stream()
                .flatMap(id -> entry(changed, id).stream())
                .toList()
                .forEach(entry -> {
                    var entries = entries(entry);
                    entries.add(entries.indexOf(entry) + 1, EcoreUtil.copy(entry));
                }));
    }

    /** Moves a row up (-1) or down (1), also into the previous or next section. */
    public List<TextEdit> move(Id id, int by) throws RefusedException {
        refusePrinted(List.of(id));
        return change(changed -> entry(changed, id).ifPresent(entry -> {
            var entries = entries(entry);
            var to = entries.indexOf(entry) + by;
            if (to >= 0 && to < entries.size()) {
                EcoreUtil.remove(entry);
                entries.add(to, entry);
            } else if (id.section() >= 0
                    && id.section() + by >= 0
                    && id.section() + by < changed.getSections().size()) {
                var other = changed.getSections().get(id.section() + by).getEntries();
                EcoreUtil.remove(entry);
                other.add(by < 0 ? other.size() : 0, entry);
            }
        }));
    }

    // Sections

    /**
     * Adds an empty section.
     *
     * @param after index of the section after which it is added; -1 for the beginning
     * @param title the title of a term if the template takes the sections from a vocabulary; any title otherwise
     */
    public List<TextEdit> addSection(int after, String title) throws RefusedException {
        return change(changed -> {
            var section = MODEL.createSection();
            name(section, title, changed);
            changed.getSections().add(Math.min(changed.getSections().size(), after + 1), section);
        });
    }

    /** Gives a section another title; see {@link #addSection}. */
    public List<TextEdit> renameSection(int section, String title) throws RefusedException {
        return change(changed -> name(changed.getSections().get(section), title, changed));
    }

    /** Moves a section with its rows up (-1) or down (1). */
    public List<TextEdit> moveSection(int section, int by) throws RefusedException {
        return change(changed -> {
            var to = section + by;
            if (to >= 0 && to < changed.getSections().size()) {
                changed.getSections().move(to, section);
            }
        });
    }

    private static void name(Section section, String title, Form form) {
        var term = FormTable.template(form)
                .flatMap(ResolvedTemplate::sections)
                .map(SectionSpec::getVocabulary)
                .filter(vocabulary -> !vocabulary.eIsProxy())
                .flatMap(vocabulary -> vocabulary.getTerms().stream()
                        .filter(each -> FormTable.title(each).equals(title))
                        .findFirst());
        section.setTerm(term.orElse(null));
        section.setTitle(term.isPresent() ? null : title);
    }

    private static List<Entry> entries(Entry entry) {
        return entry.eContainer() instanceof Section section
                ? section.getEntries()
                : ((Form) entry.eContainer()).getEntries();
    }

    private List<TextEdit> change(Consumer<Form> change) throws RefusedException {
        var index = ((Library) form.eContainer()).getElements().indexOf(form);
        return new ModelEdits(resource)
                .of(library -> change.accept((Form) library.getElements().get(index)));
    }
}
