/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.layout;

import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.form.DataException;
import org.bieumau.core.form.RowSource;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.AgencyNames;
import org.bieumau.core.internal.prose.ProseReader;
import org.bieumau.core.internal.resolved.ColumnNumbers;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedDocument;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Item;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.resolved.Symbols;
import org.bieumau.core.internal.resolved.Tally;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.layout.Block.Amount;
import org.bieumau.core.layout.Block.Cell;
import org.bieumau.core.layout.Block.CellValue;
import org.bieumau.core.layout.Block.Day;
import org.bieumau.core.layout.Block.PageStart;
import org.bieumau.core.layout.Block.Paragraph;
import org.bieumau.core.layout.Block.Row;
import org.bieumau.core.layout.Block.RowKind;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.core.layout.Block.TableEnd;
import org.bieumau.core.layout.Block.TableStart;
import org.bieumau.core.problem.Finding;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.profile.Component;
import org.bieumau.core.profile.LayoutProfile;
import org.bieumau.core.profile.LayoutRule.Key;
import org.bieumau.core.profile.PageSetup;
import org.bieumau.core.text.Span;
import org.bieumau.model.Aggregate;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MarkValue;
import org.bieumau.model.MarkerText;
import org.bieumau.model.NumberingStyle;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jspecify.annotations.Nullable;

/** Lays out a filled or blank form: headings, one table whose rows are created on demand, and the signatures. */
final class FormLayout implements Layout {

    /** Number of rows from which the column widths are computed. */
    private static final int SAMPLE = 100;

    /** Number of rows that are read to check the column widths. */
    private static final int CHECKED = 2_000;

    /** Indent of the label of a printed row, for each row above it. */
    private static final String INDENT = "\u00A0\u00A0\u00A0";

    /** Space between the title and the table if no other line separates them, in pt. */
    private static final double SPACE_BELOW_TITLE = 6;

    /** Space between the table and a chart below it, in pt. */
    private static final double SPACE_ABOVE_CHART = 6;

    private final LibraryElement element;
    private final @Nullable Form form;
    private final ResolvedTemplate template;
    /** The column whose text the ordinal of the row precedes, or null. */
    private final @Nullable Leaf ordinalIn;

    private final LayoutProfile profile;
    private final @Nullable RowSource rows;
    /** The document that attaches the form, or null. */
    private final @Nullable ResolvedDocument document;

    private final LocalDate day;
    /** Names in expressions of the form; created once, since computed cells need them in each row. */
    private final Evaluator.Scope scope;

    FormLayout(LibraryElement element, FormTemplate template, LayoutProfile profile, @Nullable RowSource rows) {
        if (template == null || template.eIsProxy()) {
            throw new IllegalArgumentException("Form without a template: " + element.getName());
        }
        this.element = element;
        this.form = element instanceof Form filled ? filled : null;
        this.template = ResolvedTemplate.of(template);
        this.ordinalIn = this.template.ordinalIn().orElse(null);
        this.profile = profile;
        this.rows = rows;
        this.document = form == null
                ? null
                : ResolvedDocument.attaching(form).map(ResolvedDocument::of).orElse(null);
        this.day = document != null ? document.day(profile) : day(form, template, profile);
        this.scope = Names.of(element);
    }

    /** Returns the day of the document that the form belongs to, else the first day of the template or the profile. */
    private static LocalDate day(@Nullable Form form, FormTemplate template, LayoutProfile profile) {
        if (form != null && form.getAttachedTo() != null && form.getAttachedTo().getDate() != null) {
            return form.getAttachedTo().getDate().latest();
        }
        return template.getValidFrom() != null ? template.getValidFrom().latest() : profile.firstDay();
    }

    @Override
    public LibraryElement element() {
        return element;
    }

    @Override
    public LayoutProfile profile() {
        return profile;
    }

    @Override
    public LocalDate day() {
        return day;
    }

    @Override
    public List<Finding> findings() throws IOException {
        return narrow(profile.page(template.paper(), template.orientation()), element, NAMED__NAME).stream()
                .toList();
    }

    /**
     * Returns the finding that the columns are too narrow on a page. A check opens no data source, so the rows of one
     * give no finding.
     */
    private Optional<Finding> narrow(PageSetup page, EObject place, @Nullable EStructuralFeature feature)
            throws IOException {
        if (rows != null) {
            return Optional.empty();
        }
        return division(page, CHECKED).finding(place, feature);
    }

    /** Returns the finding that the columns of a form within a text are too narrow on a page. */
    static Optional<Finding> narrow(Form form, LayoutProfile profile, PageSetup page, EObject place)
            throws IOException {
        return new FormLayout(form, form.getTemplate(), profile, FormData.rows(form)).narrow(page, place, null);
    }

    @Override
    public String title() {
        return PrintedText.print(template.title());
    }

    @Override
    public String author() {
        if (form == null) {
            return "";
        }
        return PrintedText.print(
                form.getAgency() != null && form.getAgency().getTitle() != null
                        ? form.getAgency().getTitle()
                        : Optional.ofNullable(form.getUnitName()).orElse(""));
    }

    @Override
    public Blocks open() throws IOException {
        var page = profile.page(template.paper(), template.orientation(), document != null && document.isTwoSided());
        var blocks = new ArrayList<>(headings(page));
        blocks.addAll(tableHead(page));
        var closing = new ArrayList<>(chartBlocks(page));
        closing.addAll(new FormFoot(form, template, profile, day).blocks(page));
        return new NumberedNotes(new PrintedBlocks(new Pass(blocks, closing)));
    }

    @Override
    public List<Block.Chart> charts() throws IOException {
        if (form == null || form.getCharts().isEmpty()) {
            return List.of();
        }
        var page = profile.page(template.paper(), template.orientation(), document != null && document.isTwoSided());
        return charts(new NumberedNotes(new PrintedBlocks(Parts.blocks(parts -> parts.add(() -> new Parts(
                new ArrayDeque<>(chartBlocks(page).stream().map(Parts::one).toList())))))));
    }

    /** Returns the charts among blocks, and closes them. */
    static List<Block.Chart> charts(Blocks blocks) throws IOException {
        var charts = new ArrayList<Block.Chart>();
        try (blocks) {
            for (var block = blocks.next(); block != null; block = blocks.next()) {
                if (block instanceof Block.Chart chart) {
                    charts.add(chart);
                }
            }
        }
        return charts;
    }

    /** Returns the blocks of the table of a form, without its headings and signatures, for use within a text. */
    static Blocks table(Form form, LayoutProfile profile, PageSetup page) throws IOException {
        var layout = new FormLayout(form, form.getTemplate(), profile, FormData.rows(form));
        return layout.new Pass(layout.tableHead(page), layout.chartBlocks(page));
    }

    /** Returns the charts below the table. */
    private List<Block> chartBlocks(PageSetup page) throws IOException {
        var blocks = new ArrayList<Block>();
        if (form != null && !form.isBlank()) {
            for (var chart : form.getCharts()) {
                if (!chart.eIsProxy()) {
                    blocks.add(new Block.Line(0, SPACE_ABOVE_CHART));
                    blocks.add(new ChartLayout(chart, profile, day).block(page, form));
                }
            }
        }
        return blocks;
    }

    // Headings above the table, and its header

    private List<Block> headings(PageSetup page) {
        var blocks = new ArrayList<Block>();
        blocks.add(new PageStart(page));
        if (!unitLine().isEmpty()) {
            blocks.add(Paragraph.of(Component.FORM_UNIT, unitLine(), element));
        }
        blocks.add(Paragraph.of(Component.FORM_TITLE, template.title(), template.template()));
        reference().ifPresent(reference -> blocks.add(Paragraph.of(Component.FORM_REFERENCE, reference, form)));
        if (!template.label().isEmpty()) {
            blocks.add(Paragraph.of(Component.FORM_LABEL, template.label(), template.template()));
        } else if (reference().isEmpty() && measureUnit().isEmpty()) {
            blocks.add(new Block.Line(0, SPACE_BELOW_TITLE));
        }
        return blocks;
    }

    private List<Block> tableHead(PageSetup page) throws IOException {
        var blocks = new ArrayList<Block>();
        if (!measureUnit().isEmpty()) {
            blocks.add(Paragraph.of(
                    Component.FORM_MEASURE,
                    profile.text(Key.FORM_MEASURE_LABEL, day) + measureUnit(),
                    form != null && form.getMeasureUnit() != null ? form : template.template()));
        }
        var division = division(page, Integer.MAX_VALUE);
        var titles = template.columns().stream()
                .map(column -> Span.unmarked(column.title()))
                .toList();
        blocks.add(new TableStart(
                tableColumns(division.millimetres()),
                template.depth(),
                division.scale(),
                Span.unmarked(template.title()),
                TextTables.description(titles.size(), titles),
                template.template()));
        blocks.addAll(headerRows());
        if (template.hasColumnNumberRow()) {
            blocks.add(columnNumbers());
        }
        return blocks;
    }

    /**
     * Returns the line that refers to a document: the document that attaches the form or, if there is none, the
     * document that the form names. Empty if it names none, or if the profile requires no reference.
     */
    private Optional<String> reference() {
        return referenced().map(to -> to.line(profile, day)).filter(line -> !line.isEmpty());
    }

    private Optional<ResolvedDocument.Reference> referenced() {
        if (document != null) {
            return Optional.of(document.reference(Symbols.reference(document, profile)));
        }
        return form != null
                        && form.getAttachedTo() != null
                        && !form.getAttachedTo().eIsProxy()
                ? Optional.of(ResolvedDocument.Reference.of(form.getAttachedTo()))
                : Optional.empty();
    }

    /**
     * Returns the line that names the unit: the unit that filled in the form, unless a document of that unit attaches
     * it; in a blank form, the line that the template leaves for it.
     */
    private String unitLine() {
        if (form == null || form.isBlank() && !template.unitLine().isEmpty()) {
            return template.unitLine();
        }
        if (form.getUnitName() != null) {
            return form.getUnitName();
        }
        var agency = form.getAgency();
        return agency == null || agency.eIsProxy() || document != null && agency == document.agency()
                ? template.unitLine()
                : AgencyNames.at(agency, date()).title();
    }

    /** Returns the date of the document that the form belongs to, or null. */
    private @Nullable PartialDate date() {
        return document != null
                ? document.date()
                : form != null && form.getAttachedTo() != null
                        ? form.getAttachedTo().getDate()
                        : null;
    }

    private String measureUnit() {
        return form != null && form.getMeasureUnit() != null ? form.getMeasureUnit() : template.measureUnit();
    }

    /**
     * Divides the width of the page among the columns.
     *
     * @param most the number of rows that are read at most, to find the longest number
     */
    private ColumnWidths.Division division(PageSetup page, int most) throws IOException {
        return ColumnWidths.of(
                template.columns(),
                samples(most),
                page.textWidth(),
                style(Component.FORM_HEADER),
                style(Component.FORM_TEXT),
                profile.number(Key.TABLE_SMALLEST_SIZE, day));
    }

    private List<TableColumn> tableColumns(double[] widths) {
        var columns = template.columns();
        var groups = template.groups().stream()
                .filter(group -> group.source().isExactlyOne())
                .toList();
        var result = new ArrayList<TableColumn>();
        for (var column : columns) {
            var group = 0;
            for (int g = 0; g < groups.size(); g++) {
                group = groups.get(g).items().contains(column) ? g + 1 : group;
            }
            var vocabulary = column.source().getVocabulary();
            var choices = vocabulary == null
                    ? List.<String>of()
                    : vocabulary.getTerms().stream()
                            .map(term -> term.getTitle())
                            .filter(title -> title != null)
                            .toList();
            result.add(new TableColumn(widths[column.index()], column.type(), choices, group));
        }
        return result;
    }

    /**
     * Returns the texts of the first rows, by column, and the longest number of all rows and totals.
     *
     * @param most the number of rows that are read at most
     */
    private List<List<String>> samples(int most) throws IOException {
        var samples = new ArrayList<List<String>>();
        template.columns().forEach(column -> samples.add(new ArrayList<>()));
        var numeric = template.columns().stream().filter(FormLayout::isNumeric).toList();
        var longest = new String[template.columns().size()];
        Arrays.fill(longest, "");
        var total = Tally.ofForm(template);
        var reader = new ProseReader(scope);
        try (var lines = FormRows.open(element, template, rows)) {
            FormRows.Line line;
            for (int n = 0; n < most && (n < SAMPLE || !numeric.isEmpty()) && (line = lines.next()) != null; n++) {
                if (!(line instanceof FormRows.Row row)) {
                    continue;
                }
                var values = Entries.values(row.entry(), template);
                for (var column : n < SAMPLE ? template.columns() : numeric) {
                    var written = values[column.index()];
                    var value = value(row, column, written);
                    if (row.isCounted()) {
                        total.count(column, value);
                    }
                    if (n < SAMPLE) {
                        samples.get(column.index()).add(text(paragraphs(row, column, written, value, reader)));
                    } else if (value.orElse(null) instanceof BigDecimal number) {
                        longest[column.index()] = longer(longest[column.index()], number);
                    }
                }
            }
        }
        for (var column : numeric) {
            samples.get(column.index()).add(longest[column.index()]);
            total.result(column).ifPresent(sum -> samples.get(column.index()).add(VietnameseNumbers.format(sum)));
        }
        if (total.isWanted()) {
            samples.get(total.label().index()).add(Tally.TOTAL);
        }
        return samples;
    }

    private static boolean isNumeric(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY, COMPUTED -> true;
            default -> column.source().getAggregate() != Aggregate.NONE;
        };
    }

    private static String text(List<Paragraph> paragraphs) {
        return String.join(" ", paragraphs.stream().map(Paragraph::text).toList());
    }

    /** Returns the longer one of a text and a number as it is printed, which is not done for a number that is short. */
    private static String longer(String text, BigDecimal number) {
        if (VietnameseNumbers.longest(number) <= text.length()) {
            return text;
        }
        var printed = VietnameseNumbers.format(number);
        return printed.length() > text.length() ? printed : text;
    }

    private List<Row> headerRows() {
        var rows = new ArrayList<List<Cell>>();
        for (int i = 0; i < template.depth(); i++) {
            rows.add(new ArrayList<>());
        }
        template.items().forEach(item -> placeHeader(item, 0, rows));
        var result = new ArrayList<Row>();
        for (var cells : rows) {
            cells.sort(Comparator.comparingInt(Cell::column));
            result.add(new Row(RowKind.HEADER, Collections.unmodifiableList(cells), template.template()));
        }
        return result;
    }

    private static void placeHeader(Item item, int row, List<List<Cell>> rows) {
        var paragraphs = new ArrayList<Paragraph>();
        paragraphs.add(Paragraph.of(Component.FORM_HEADER, item.title(), item.source()));
        if (item.instruction() != null) {
            paragraphs.add(Paragraph.of(Component.FORM_INSTRUCTION, "(" + item.instruction() + ")", item.source()));
        }
        switch (item) {
            case Leaf leaf ->
                rows.get(row).add(new Cell(leaf.index(), 1, rows.size() - row, paragraphs, leaf.source()));
            case Group group -> {
                rows.get(row).add(new Cell(firstColumn(group), group.span(), 1, paragraphs, group.source()));
                group.items().forEach(child -> placeHeader(child, row + 1, rows));
            }
        }
    }

    private static int firstColumn(Item item) {
        return switch (item) {
            case Leaf leaf -> leaf.index();
            case Group group -> firstColumn(group.items().getFirst());
        };
    }

    private Row columnNumbers() {
        var cells = new ArrayList<Cell>();
        var numbers = new ColumnNumbers(template);
        for (var column : template.columns()) {
            var number = numbers.text(column);
            var text = new Span(number, false, template.columnNumbersItalic(), false);
            var paragraph = new Paragraph(Component.FORM_COLUMN_NUMBER, List.of(text), column.source());
            cells.add(new Cell(column.index(), 1, 1, List.of(paragraph), amount(number), column.source()));
        }
        return new Row(RowKind.COLUMN_NUMBERS, cells, template.template());
    }

    private static Amount amount(int number) {
        return new Amount(BigDecimal.valueOf(number));
    }

    // The rows

    private Row sectionRow(FormRows.Heading heading) {
        var number = sectionNumber(heading.number());
        var columns = template.columns().size();
        var cells = new ArrayList<Cell>();
        var own = template.ordinalColumn().filter(column -> column.index() == 0 && columns > 1 && !number.isEmpty());
        if (own.isPresent()) {
            cells.add(new Cell(
                    0,
                    1,
                    1,
                    List.of(sectionText(number, Component.FORM_MARK, heading.source())),
                    number.equals(Integer.toString(heading.number())) ? amount(heading.number()) : null,
                    heading.source()));
            cells.add(new Cell(
                    1,
                    columns - 1,
                    1,
                    List.of(sectionText(heading.text(), Component.FORM_SECTION, heading.source())),
                    heading.source()));
        } else {
            var text = number.isEmpty() ? heading.text() : number + ". " + heading.text();
            cells.add(new Cell(
                    0,
                    columns,
                    1,
                    List.of(sectionText(text, Component.FORM_SECTION, heading.source())),
                    heading.source()));
        }
        return new Row(RowKind.SECTION, cells, heading.source());
    }

    private Paragraph sectionText(String text, Component component, EObject source) {
        var spec = template.sections();
        var span = new Span(
                text,
                spec.map(s -> s.isBold()).orElse(false),
                spec.map(s -> s.isItalic()).orElse(false),
                false);
        return new Paragraph(component, List.of(span), source);
    }

    private String sectionNumber(int number) {
        var style = template.sections().map(spec -> spec.getNumbering()).orElse(NumberingStyle.ROMAN);
        try {
            return switch (style) {
                case ROMAN -> MarkerText.roman(number);
                case ARABIC -> Integer.toString(number);
                case LETTER -> MarkerText.letter(number);
                case NONE -> "";
            };
        } catch (IllegalArgumentException e) {
            return Integer.toString(number);
        }
    }

    /**
     * Returns the value of a column for totals: the value filled in or computed, or the ordinal. It is empty if the
     * cell shows nothing.
     *
     * @param written the value filled in, or null
     */
    private Optional<Object> value(FormRows.Row row, Leaf column, @Nullable Value written) {
        return switch (column.type()) {
            case ORDINAL ->
                row.given() == null
                        ? Optional.of(BigDecimal.valueOf(row.ordinal()))
                        : number(row.given().ordinal());
            case COMPUTED -> row.blank() ? Optional.empty() : Entries.shown(row.entry(), column, template, scope);
            default ->
                written == null || !Entries.isFilled(written) ? Optional.empty() : Optional.of(Entries.plain(written));
        };
    }

    /** Returns the number that a text is; empty if it is a letter or the like. */
    private static Optional<Object> number(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    private static @Nullable Amount amount(String text) {
        return number(text).orElse(null) instanceof BigDecimal number ? new Amount(number) : null;
    }

    /** Returns the number or date that a cell shows, or null. A text column shows numbers and dates as texts. */
    private static @Nullable CellValue cellValue(Leaf column, Optional<Object> value) {
        return switch (column.type()) {
            case NUMBER, MONEY, ORDINAL, DATE, COMPUTED ->
                switch (value.orElse(null)) {
                    case BigDecimal number -> new Amount(number);
                    case Year year -> amount(year.getValue());
                    case PartialDate date -> new Day(date);
                    case null, default -> null;
                };
            default -> null;
        };
    }

    /**
     * Returns the content of a cell: at least one paragraph, which may be empty.
     *
     * @param written the value filled in, or null
     * @param plain value of the cell for totals
     */
    private List<Paragraph> paragraphs(
            FormRows.Row row, Leaf column, @Nullable Value written, Optional<Object> plain, ProseReader reader) {
        if (column.type() == ColumnType.ORDINAL) {
            return List.of(Paragraph.of(Component.FORM_MARK, ordinal(row), place(row)));
        }
        var paragraphs = List.<Paragraph>of();
        if (column.type() == ColumnType.COMPUTED) {
            if (plain.isPresent()) {
                var value = plain.get();
                paragraphs = List.of(Paragraph.of(component(value), Evaluator.print(value), row.entry()));
            }
        } else if (written != null) {
            paragraphs = paragraphs(
                    written, column.type() == ColumnType.PROSE ? Component.FORM_TEXT : Component.FORM_VALUE, reader);
        }
        if (row.given() != null && template.titleColumn().filter(column::equals).isPresent()) {
            return prefixed(prefix(row.given()), paragraphs, row);
        }
        if (column == ordinalIn) {
            return prefixed(row.ordinal() + (row.blank() ? "." : ". "), paragraphs, row);
        }
        return paragraphs.isEmpty()
                ? List.of(new Paragraph(component(column.type()), List.of(), place(row)))
                : paragraphs;
    }

    /** Returns the text of the column with ordinals. */
    private static String ordinal(FormRows.Row row) {
        if (row.given() == null) {
            return Integer.toString(row.ordinal());
        }
        return row.given().hasBullet() ? "" : row.given().ordinal();
    }

    /**
     * Returns what precedes the label of a printed row: its ordinal, if no column shows it, and an indent, if nothing
     * else shows that the row is below another one.
     */
    private String prefix(GivenRow row) {
        var isShown = template.ordinalColumn().isPresent() && !row.hasBullet();
        if (!row.ordinal().isEmpty()) {
            return isShown ? "" : row.ordinal() + "\u00A0";
        }
        return INDENT.repeat(row.level());
    }

    /** Returns the element that a row of the table shows: the row of the template, if the form does not fill it in. */
    private static EObject place(FormRows.Row row) {
        return row.given() != null && row.entry().eContainer() == null
                ? row.given().source()
                : row.entry();
    }

    /** Returns the paragraphs of a cell with a text before the first one. */
    private static List<Paragraph> prefixed(String prefix, List<Paragraph> paragraphs, FormRows.Row row) {
        if (prefix.isEmpty() && !paragraphs.isEmpty()) {
            return paragraphs;
        }
        var numbered = new ArrayList<>(paragraphs);
        var first = numbered.isEmpty() ? Paragraph.of(Component.FORM_VALUE, "", place(row)) : numbered.removeFirst();
        var spans = new ArrayList<Span>();
        spans.add(Span.of(prefix));
        spans.addAll(first.spans());
        numbered.addFirst(new Paragraph(first.component(), spans, first.source()));
        return numbered;
    }

    /** Returns the paragraphs of a value; none if it is a prose without paragraphs. */
    private static List<Paragraph> paragraphs(Value value, Component component, ProseReader reader) {
        return switch (value) {
            case MarkValue mark -> List.of(Paragraph.of(Component.FORM_MARK, "X", mark));
            case Prose prose ->
                reader.readParagraphs(prose).stream()
                        .map(paragraph -> {
                            var spans = new ArrayList<Span>();
                            if (!paragraph.label().isEmpty()) {
                                spans.add(Span.of(paragraph.label() + " "));
                            }
                            spans.addAll(paragraph.spans());
                            return new Paragraph(component, spans, paragraph.source());
                        })
                        .toList();
            case TextValue text -> {
                var lines = PrintedText.lines(text.getText());
                yield lines.size() == 1
                        ? List.of(Paragraph.of(Component.FORM_VALUE, lines.getFirst(), text))
                        : lines.stream()
                                .map(line -> Paragraph.of(Component.FORM_VALUE, line, text))
                                .toList();
            }
            default -> {
                if (!Entries.isFilled(value)) {
                    yield List.of();
                }
                var plain = Entries.plain(value);
                yield List.of(Paragraph.of(component(plain), Evaluator.print(plain), value));
            }
        };
    }

    /** Returns the component that gives an empty cell its look, for text that is filled in later. */
    private static Component component(ColumnType type) {
        return switch (type) {
            case MARK -> Component.FORM_MARK;
            case NUMBER, MONEY -> Component.FORM_NUMBER;
            case PROSE -> Component.FORM_TEXT;
            default -> Component.FORM_VALUE;
        };
    }

    private static Component component(Object value) {
        return value instanceof BigDecimal ? Component.FORM_NUMBER : Component.FORM_VALUE;
    }

    /**
     * Gives the opening blocks, then the rows, with a subtotal after each section and a total where the template asks,
     * then the closing blocks.
     */
    private final class Pass implements Blocks {

        private final Deque<Block> ready;
        private final FormRows lines;
        private final ProseReader reader = new ProseReader(scope);
        private final Tally total = Tally.ofForm(template);
        private final Tally subtotal = Tally.ofSection(template);
        private final List<Block> closing;
        private boolean inSection;
        private boolean ended;

        Pass(List<Block> opening, List<Block> closing) throws IOException {
            ready = new ArrayDeque<>(opening);
            this.closing = closing;
            lines = FormRows.open(element, template, rows);
        }

        @Override
        public @Nullable Block next() throws IOException {
            if (ready.isEmpty() && !ended) {
                advance();
            }
            return ready.poll();
        }

        private void advance() throws IOException {
            switch (lines.next()) {
                case FormRows.Heading heading -> {
                    endSection();
                    inSection = true;
                    ready.add(sectionRow(heading));
                }
                case FormRows.Row row -> ready.add(entryRow(row));
                case null -> {
                    ended = true;
                    endSection();
                    if (total.isWanted()) {
                        ready.add(totalRow(RowKind.TOTAL, total, Tally.TOTAL));
                    }
                    ready.add(new TableEnd());
                    ready.addAll(closing);
                }
            }
        }

        private void endSection() {
            if (inSection && subtotal.isWanted()) {
                ready.add(totalRow(RowKind.SUBTOTAL, subtotal, Tally.SUBTOTAL));
                subtotal.clear();
            }
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }

        private Row entryRow(FormRows.Row row) throws IOException {
            var cells = new ArrayList<Cell>(template.columns().size());
            var values = Entries.values(row.entry(), template);
            for (var column : template.columns()) {
                var written = values[column.index()];
                var value = value(row, column, written);
                if (rows != null && value.isEmpty() && column.type() == ColumnType.COMPUTED) {
                    checkComputed(row, column);
                }
                if (row.isCounted()) {
                    total.count(column, value);
                    subtotal.count(column, value);
                }
                cells.add(new Cell(
                        column.index(),
                        1,
                        1,
                        paragraphs(row, column, written, value, reader),
                        cellValue(column, value),
                        place(row)));
            }
            return new Row(
                    row.isCounted() ? RowKind.ENTRY : RowKind.DETAIL,
                    isHeading(row) ? heading(cells) : cells,
                    place(row));
        }

        private boolean isHeading(FormRows.Row row) {
            return row.given() != null && row.given().source().isHeading();
        }

        /** Returns the cells of a heading: its label takes the place of the empty cells to the right. */
        private List<Cell> heading(List<Cell> cells) {
            var label = template.titleColumn().map(Leaf::index).orElse(0);
            var end = label + 1;
            while (end < cells.size()
                    && cells.get(end).paragraphs().stream()
                            .allMatch(paragraph -> paragraph.text().isEmpty())) {
                end++;
            }
            var kept = new ArrayList<>(cells.subList(0, label));
            var cell = cells.get(label);
            kept.add(new Cell(label, end - label, 1, cell.paragraphs(), cell.value(), cell.source()));
            kept.addAll(cells.subList(end, cells.size()));
            return kept;
        }

        /** Rows of a data source are checked when they are read, unlike rows of the model. */
        private void checkComputed(FormRows.Row row, Leaf column) throws IOException {
            var failure = Entries.hasAllInputs(row.entry(), column, template)
                    ? Entries.failure(row.entry(), column, template, scope, new Evaluator.Steps())
                    : Optional.<EvaluationException>empty();
            if (failure.isPresent() && !failure.get().code().equals(Evaluator.UNKNOWN_VALUE)) {
                var reason = CoreMessages.ALL.text(
                        failure.get().code(), failure.get().arguments());
                throw new DataException(
                        Problem.error(CoreMessages.ALL, "DATA-COMPUTED", null, row.ordinal(), column.title(), reason));
            }
        }

        /** Returns a row of totals. In a blank form they are empty, until values are filled in. */
        private Row totalRow(RowKind kind, Tally tally, String title) {
            var label = tally.label();
            var cells = new ArrayList<Cell>();
            for (var column : template.columns()) {
                var number = isBlank() ? Optional.<BigDecimal>empty() : tally.result(column);
                var text = number.map(VietnameseNumbers::format).orElse(label.equals(column) ? title : "");
                var component = tally.isWanted(column) ? Component.FORM_NUMBER : Component.FORM_VALUE;
                var paragraph = new Paragraph(component, List.of(new Span(text, true, false, false)), column.source());
                var value = number.map(Amount::new).orElse(null);
                cells.add(new Cell(column.index(), 1, 1, List.of(paragraph), value, column.source()));
            }
            return new Row(kind, cells, template.template());
        }
    }

    private boolean isBlank() {
        return form == null || form.isBlank();
    }
}
