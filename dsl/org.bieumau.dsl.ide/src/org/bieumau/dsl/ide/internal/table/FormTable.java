/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.Origin;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Item;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.resolved.Tally;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Cell;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DateValue;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.MarkValue;
import org.bieumau.model.MarkerText;
import org.bieumau.model.NumberValue;
import org.bieumau.model.NumberingStyle;
import org.bieumau.model.Prose;
import org.bieumau.model.Section;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.Term;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.bieumau.model.Vocabulary;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Snapshot of a filled form as a table for a grid, which does not change when the file changes.
 *
 * @param form the name of the form
 * @param columns the columns in order
 * @param groups the headings above the columns, by level, the outermost first
 * @param sections the sections that the form can have
 * @param rows the headings of sections, the rows, and the rows of totals, as printed
 */
public record FormTable(
        String form, List<TableColumn> columns, List<List<Heading>> groups, Sections sections, List<Row> rows) {

    /**
     * The sections that a form can have.
     *
     * @param isAllowed whether the form is divided into sections
     * @param titles the titles to choose from; empty if any title is allowed
     */
    public record Sections(boolean isAllowed, List<String> titles) {}

    /**
     * Column of the table.
     *
     * @param name the name used in cells; null if it has none
     * @param choices the titles of the available choices; empty if any value is allowed
     * @param width width in mm; 0 if the template does not set it
     */
    public record TableColumn(
            String name, String title, ColumnType type, String instruction, List<String> choices, int width) {

        /** Returns whether the user fills in the cells of the column. */
        public boolean isEditable() {
            return name != null && type != ColumnType.ORDINAL && type != ColumnType.COMPUTED;
        }
    }

    /**
     * Heading above columns.
     *
     * @param first index of the first column below it
     * @param span number of columns below it
     * @param isExactlyOne whether exactly one of the columns is to be marked in each row
     */
    public record Heading(String title, int first, int span, boolean isExactlyOne) {}

    /**
     * Position of a row, valid until rows or sections are inserted or removed before it.
     *
     * @param section index of the section, from 0; -1 for a row outside sections
     * @param entry index of the row in its section, from 0; -1 for the heading of the section, {@value #TOTAL} for its
     *     row of totals
     * @param path the path of a row that is printed with the form, whose entry is then -2; empty for any other row
     */
    public record Id(int section, int entry, String path) {

        /** Index of a row of totals. */
        static final int TOTAL = -3;

        public Id(int section, int entry) {
            this(section, entry, "");
        }

        public boolean isHeading() {
            return entry == -1;
        }

        /** Returns whether this is the row of totals of a section, or of the form if it is outside sections. */
        public boolean isTotal() {
            return entry == TOTAL;
        }

        /** Returns whether the row can be filled in: it is neither a heading nor a row of totals. */
        public boolean isEntry() {
            return !isHeading() && !isTotal();
        }

        /** Returns whether the row is printed with the form, so that it can be filled in, but not deleted or moved. */
        public boolean isPrinted() {
            return !path.isEmpty();
        }
    }

    /**
     * Row of the table, or the heading of a section.
     *
     * @param label the heading with its number; empty for a row
     * @param cells the cells by column; empty for a heading
     * @param offset offset in the text
     * @param length length in UTF-16 code units
     */
    public record Row(Id id, String label, List<TableCell> cells, int offset, int length) {}

    /**
     * Cell of the table.
     *
     * @param shown the text as displayed
     * @param written the text to edit: prose with its markup
     * @param offset offset of the value in the text; -1 if none is written
     * @param length length in UTF-16 code units
     * @param isPrinted whether the template gives the cell, so that it cannot be filled in
     * @param origin where the cell was read from; {@link Origin#NONE} if that is not known
     */
    public record TableCell(String shown, String written, int offset, int length, boolean isPrinted, Origin origin) {

        public TableCell(String shown, String written, int offset, int length) {
            this(shown, written, offset, length, false, Origin.NONE);
        }
    }

    /** Indent of a level of printed rows. Tables cut off other spaces at the start of a cell. */
    private static final String INDENT = "\u00A0\u00A0\u00A0";

    static final TableCell EMPTY = new TableCell("", "", -1, 0);

    /** Returns whether rows are printed with the form. */
    public boolean hasPrintedRows() {
        return rows.stream().anyMatch(row -> row.id().isPrinted());
    }

    /** Returns whether the user can fill in a cell. */
    public boolean isEditable(int column, Row row) {
        return columns.get(column).isEditable()
                && row.id().isEntry()
                && !row.cells().get(column).isPrinted();
    }

    /** Returns the names of the filled forms in a file whose templates can be resolved. */
    public static List<String> forms(XtextResource resource) {
        return Libraries.named(resource, Form.class).stream()
                .filter(form -> !form.isBlank() && template(form).isPresent())
                .map(Form::getName)
                .toList();
    }

    /** Returns the form with a name; empty if there is none or its template cannot be resolved. */
    public static Optional<FormTable> of(XtextResource resource, String name) {
        return Libraries.named(resource, Form.class, name)
                .flatMap(form -> template(form).map(template -> new Reader(form, template).read()));
    }

    static Optional<ResolvedTemplate> template(Form form) {
        return form.getTemplate() == null || form.getTemplate().eIsProxy()
                ? Optional.empty()
                : Optional.of(ResolvedTemplate.of(form.getTemplate()));
    }

    private static final class Reader {

        private final Form form;
        private final ResolvedTemplate template;
        private final List<Leaf> columns;
        private final Evaluator.Scope names;
        private final List<Row> rows = new ArrayList<>();
        private final Tally total;
        private final Tally subtotal;
        private int ordinal;

        Reader(Form form, ResolvedTemplate template) {
            this.form = form;
            this.template = template;
            this.total = Tally.ofForm(template);
            this.subtotal = Tally.ofSection(template);
            this.columns = template.columns();
            this.names = Names.of(form);
        }

        FormTable read() {
            var spec = template.sections().orElse(null);
            if (!template.givenRows().isEmpty() && form.getDataSource() == null) {
                printedRows(spec);
                total(total, Tally.TOTAL, -1);
                return table(spec);
            }
            entries(form.getEntries(), -1);
            for (int i = 0; i < form.getSections().size(); i++) {
                var section = form.getSections().get(i);
                if (spec == null || spec.isRestartRows()) {
                    ordinal = 0;
                }
                rows.add(row(section, new Id(i, -1), label(section, i, spec), List.of()));
                subtotal.clear();
                entries(section.getEntries(), i);
                total(subtotal, Tally.SUBTOTAL, i);
            }
            total(total, Tally.TOTAL, -1);
            return table(spec);
        }

        /** Adds a row of totals if the template asks for one. */
        private void total(Tally tally, String title, int section) {
            if (!tally.isWanted()) {
                return;
            }
            var label = tally.label();
            var cells = columns.stream()
                    .map(column -> shown(tally.result(column)
                            .map(VietnameseNumbers::format)
                            .orElse(column.equals(label) ? title : "")))
                    .toList();
            var end = rows.isEmpty()
                    ? 0
                    : rows.getLast().offset() + rows.getLast().length();
            rows.add(new Row(new Id(section, Id.TOTAL), "", cells, end, 0));
        }

        private void count(Entry entry, GivenRow given) {
            for (var column : columns) {
                if (total.isWanted(column) || subtotal.isWanted(column)) {
                    var value = value(entry, column, given);
                    total.count(column, value);
                    subtotal.count(column, value);
                }
            }
        }

        private Optional<Object> value(Entry entry, Leaf column, GivenRow given) {
            return switch (column.type()) {
                case ORDINAL -> given == null ? Optional.of(BigDecimal.valueOf(ordinal)) : Optional.empty();
                case COMPUTED -> Entries.shown(entry, column, template, names);
                default ->
                    Entries.value(entry, column, template)
                            .filter(Entries::isFilled)
                            .map(Entries::plain);
            };
        }

        /** Reads the rows that are printed with the form, and those that it adds to them. */
        private void printedRows(SectionSpec spec) {
            var heading = -1;
            for (var line : FormRows.printed(form, template)) {
                switch (line) {
                    case FormRows.Heading each -> {
                        endPrinted(heading);
                        heading = section(each);
                        var numbered = spec == null || spec.getNumbering() == NumberingStyle.ROMAN;
                        var label = numbered ? MarkerText.roman(each.number()) + ". " + each.text() : each.text();
                        rows.add(row(each.source(), new Id(heading, -1), label, List.of()));
                    }
                    case FormRows.Row each -> {
                        var entry = each.entry();
                        ordinal = each.ordinal();
                        var siblings = entry.eContainer() instanceof Section section
                                ? section.getEntries()
                                : form.getEntries();
                        var id = each.given() != null
                                ? new Id(heading, -2, each.given().path())
                                : new Id(heading, siblings.indexOf(entry));
                        rows.add(row(entry, id, "", cells(entry, each.given())));
                        if (each.isCounted()) {
                            count(entry, each.given());
                        }
                    }
                }
            }
            endPrinted(heading);
        }

        /** Ends a section of printed rows. */
        private void endPrinted(int heading) {
            if (heading != -1) {
                total(subtotal, Tally.SUBTOTAL, heading);
            }
            subtotal.clear();
        }

        /** Returns the index of a section; a number less than -1 for a heading that only the template has. */
        private int section(FormRows.Heading heading) {
            return heading.source() instanceof Section section
                    ? form.getSections().indexOf(section)
                    : form.getSections().stream()
                            .filter(section -> section.getTitle() != null
                                    ? FormRows.name(section).equals(heading.text())
                                    : heading.source() instanceof IndicatorList list
                                            && section.getTerm() == list.getTerm())
                            .map(section -> form.getSections().indexOf(section))
                            .findFirst()
                            .orElse(-1 - heading.number());
        }

        private FormTable table(SectionSpec spec) {
            var groups = new ArrayList<List<Heading>>();
            template.items().forEach(item -> headings(item, 0, groups));
            var sections = new Sections(
                    spec != null && template.givenRows().isEmpty(),
                    spec == null ? List.of() : titles(spec.getVocabulary()));
            return new FormTable(
                    form.getName(), columns.stream().map(Reader::column).toList(), groups, sections, rows);
        }

        private static List<String> titles(Vocabulary vocabulary) {
            return vocabulary == null || vocabulary.eIsProxy()
                    ? List.of()
                    : vocabulary.getTerms().stream().map(FormTable::title).toList();
        }

        private static String label(Section section, int index, SectionSpec spec) {
            var numbered = spec == null || spec.getNumbering() == NumberingStyle.ROMAN;
            var text = FormRows.heading(FormRows.name(section), spec);
            return numbered ? MarkerText.roman(index + 1) + ". " + text : text;
        }

        private static TableColumn column(Leaf leaf) {
            return new TableColumn(
                    leaf.name(),
                    leaf.title(),
                    leaf.type(),
                    leaf.instruction(),
                    titles(leaf.source().getVocabulary()),
                    leaf.source().getWidth() == null ? 0 : leaf.source().getWidth());
        }

        private static void headings(Item item, int level, List<List<Heading>> groups) {
            if (item instanceof Group group) {
                while (groups.size() <= level) {
                    groups.add(new ArrayList<>());
                }
                var first = first(group);
                groups.get(level)
                        .add(new Heading(
                                group.title(),
                                first,
                                group.span(),
                                group.source().isExactlyOne()));
                group.items().forEach(each -> headings(each, level + 1, groups));
            }
        }

        private static int first(Item item) {
            return switch (item) {
                case Leaf leaf -> leaf.index();
                case Group group -> first(group.items().getFirst());
            };
        }

        private void entries(List<Entry> entries, int section) {
            for (int i = 0; i < entries.size(); i++) {
                ordinal++;
                var entry = entries.get(i);
                rows.add(row(entry, new Id(section, i), "", cells(entry, null)));
                count(entry, null);
            }
        }

        private static Row row(EObject element, Id id, String label, List<TableCell> cells) {
            var node = NodeModelUtils.findActualNodeFor(element);
            return new Row(id, label, cells, node == null ? 0 : node.getOffset(), node == null ? 0 : node.getLength());
        }

        /** @param given the row of the template that the entry fills in; null for any other row */
        private List<TableCell> cells(Entry entry, GivenRow given) {
            Map<Object, Cell> written = new HashMap<>();
            entry.getCells().forEach(cell -> written.putIfAbsent(cell.getColumn(), cell));
            var cells = new ArrayList<TableCell>(columns.size());
            for (var column : columns) {
                cells.add(
                        switch (column.type()) {
                            case ORDINAL -> shown(given == null ? Integer.toString(ordinal) : ordinal(given));
                            case COMPUTED ->
                                shown(Entries.shown(entry, column, template, names)
                                        .map(Evaluator::print)
                                        .orElse(""));
                            default ->
                                given != null
                                                && (given.source().isHeading()
                                                        || Entries.printed(given, column, template)
                                                                .isPresent())
                                        ? printed(given, column)
                                        : cell(entry, column, written.get(column.source()));
                        });
            }
            return cells;
        }

        /** Returns what the column of ordinals shows: a dash is printed before the label instead. */
        private static String ordinal(GivenRow row) {
            return row.hasBullet() ? "" : row.ordinal();
        }

        private static TableCell shown(String text) {
            return new TableCell(text, text, -1, 0);
        }

        /** Returns a cell that the template prints, or leaves empty because the row is a heading. */
        private TableCell printed(GivenRow row, Leaf column) {
            var text =
                    Entries.printed(row, column, template).map(Reader::written).orElse("");
            var isLabel = template.titleColumn().filter(column::equals).isPresent();
            var label = isLabel
                            && (row.hasBullet() || template.ordinalColumn().isEmpty())
                            && !row.ordinal().isEmpty()
                    ? row.ordinal() + " " + text
                    : text;
            return new TableCell(isLabel ? INDENT.repeat(row.level()) + label : label, text, -1, 0, true, Origin.NONE);
        }

        private TableCell cell(Entry entry, Leaf column, Cell cell) {
            var value = Entries.value(entry, column, template).orElse(null);
            if (value == null) {
                return EMPTY;
            }
            var node = cell != null
                    ? NodeModelUtils.findActualNodeFor(cell)
                    : entry.getTitle() != null
                                    && template.titleColumn()
                                            .filter(column::equals)
                                            .isPresent()
                            ? title(entry)
                            : null;
            var written = written(value);
            return new TableCell(
                    value instanceof Prose ? unmarked(written) : written,
                    written,
                    node == null ? -1 : node.getOffset(),
                    node == null ? 0 : node.getLength(),
                    false,
                    Origin.of(entry, column.source()).orElse(Origin.NONE));
        }

        private static INode title(Entry entry) {
            var nodes = NodeModelUtils.findNodesForFeature(entry, BieumauPackage.Literals.ENTRY__TITLE);
            return nodes.isEmpty() ? null : nodes.getFirst();
        }

        private static String written(Value value) {
            return switch (value) {
                case MarkValue mark -> "X";
                case TextValue text -> text.getText() == null ? "" : text.getText();
                case NumberValue number ->
                    number.getNumber() == null ? "" : VietnameseNumbers.format(number.getNumber());
                case DateValue date -> String.valueOf(date.getDate());
                case TermValue term ->
                    term.getTerm() == null || term.getTerm().eIsProxy() ? "" : FormTable.title(term.getTerm());
                case Prose prose -> ProseLines.of(prose);
                default -> "";
            };
        }
    }

    /** Returns how a term is shown: its title, or else its name. */
    static String title(Term term) {
        return term.getTitle() == null ? term.getName() : term.getTitle();
    }

    /** Returns prose as plain text, without the markup of emphasis. */
    static String unmarked(String prose) {
        return prose.replaceAll("(?<!\\\\)\\*+", "").replaceAll("\\\\(.)", "$1");
    }
}
