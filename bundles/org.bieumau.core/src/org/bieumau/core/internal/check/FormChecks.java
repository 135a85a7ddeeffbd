/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.check;

import static org.bieumau.model.BieumauPackage.Literals.CELL__VALUE;
import static org.bieumau.model.BieumauPackage.Literals.DATA_SOURCE__CONNECTION;
import static org.bieumau.model.BieumauPackage.Literals.DATA_SOURCE__LOCATION;
import static org.bieumau.model.BieumauPackage.Literals.DATA_SOURCE__QUERY;
import static org.bieumau.model.BieumauPackage.Literals.ENTRY__TITLE;
import static org.bieumau.model.BieumauPackage.Literals.FORM__TEMPLATE;
import static org.bieumau.model.BieumauPackage.Literals.NAMED__NAME;
import static org.bieumau.model.BieumauPackage.Literals.SECTION__TITLE;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.core.environment.Environment;
import org.bieumau.core.internal.data.JdbcUrl;
import org.bieumau.core.internal.data.SqlText;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.core.internal.resolved.Applicable;
import org.bieumau.core.internal.resolved.ColumnNumbers;
import org.bieumau.core.internal.resolved.ContentParts;
import org.bieumau.core.internal.resolved.Entries;
import org.bieumau.core.internal.resolved.FormData;
import org.bieumau.core.internal.resolved.FormRows;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Cell;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DataSource;
import org.bieumau.model.DateValue;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.MarkValue;
import org.bieumau.model.NumberValue;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Prose;
import org.bieumau.model.Rule;
import org.bieumau.model.Section;
import org.bieumau.model.Severity;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * Checks filled forms against their template. Rows are checked one at a time, so that they need not be in the model.
 */
public final class FormChecks {

    /** Placeholder of a blank form for a name, such as «1.....». */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\d*\\s*[.…]{3,}|\\d+\\s*[.…]+");

    private final ResolvedTemplate template;
    private final Consumer<Finding> report;

    public FormChecks(ResolvedTemplate template, Consumer<Finding> report) {
        this.template = template;
        this.report = report;
    }

    /** Checks a form with all its rows in the model. The rows of a blank form are not checked. */
    public void check(Form form) {
        checkWhole(form);
        rows(form).forEach(this::check);
    }

    /** Returns the rows of a form that are checked one at a time; an empty list for a blank form. */
    public static List<Entry> rows(Form form) {
        return form.isBlank()
                ? List.of()
                : Stream.concat(
                                Applicable.sections(form).stream()
                                        .flatMap(section -> Applicable.entries(section).stream()),
                                Applicable.plainEntries(form).stream())
                        .toList();
    }

    /**
     * Checks a form as a whole: template, sections, duplicate values, data source, number of rows, and rules. The cells
     * of each row are checked by {@link #check(Entry)}.
     */
    public void checkWhole(Form form) {
        checkValidity(form);
        if (form.isBlank()) {
            return;
        }
        for (var section : Applicable.sections(form)) {
            var vocabulary = template.sections().map(spec -> spec.getVocabulary());
            if (template.sections().isEmpty() && !isPrinted(section)) {
                error("FORM-NO-SECTIONS", section, null, template.template().getName());
            } else if (section.getTitle() != null && vocabulary.isPresent()) {
                error(
                        "FORM-SECTION-TERM",
                        section,
                        SECTION__TITLE,
                        section.getTitle(),
                        vocabulary.get().getName());
            } else if (Applicable.entries(section).isEmpty()
                    && template.givenRows().isEmpty()) {
                error("FORM-SECTION-EMPTY", section, null, FormRows.name(section));
            }
        }
        checkOutside(form);
        checkDuplicates(form);
        checkComputed(form);
        checkExpected(form);
        checkData(form);
        new GivenRowChecks(template, report).checkForm(form);
        if (form.getDataSource() == null) {
            var entries = Applicable.entries(form).stream()
                    .filter(entry -> entry.getIndicator() == null)
                    .count();
            if (entries < template.minimumEntries()) {
                error("FORM-ENTRIES", form, NAMED__NAME, template.minimumEntries(), entries);
            }
            checkRules(form);
        }
    }

    /** Checks that no row is outside of the sections, if the form has some: it would not be printed. */
    private void checkOutside(Form form) {
        var outside = Applicable.plainEntries(form);
        if (!form.getSections().isEmpty() && template.givenRows().isEmpty() && !outside.isEmpty()) {
            error("FORM-ROW-OUTSIDE", outside.getFirst(), null, outside.size());
        }
    }

    /** Returns whether a section is the heading of rows that are printed with the form. */
    private boolean isPrinted(Section section) {
        return section.getTitle() != null
                && template.givenRows().blocks().stream()
                        .anyMatch(block ->
                                section.getTitle().equals(block.source().getSectionTitle()));
    }

    /** Checks the data source of the rows, without opening it. */
    private void checkData(Form form) {
        var data = form.getDataSource();
        if (data == null) {
            return;
        }
        if (data.getConnection() != null) {
            checkQuery(form, data);
        } else {
            checkFile(form, data);
        }
        if (!rows(form).isEmpty()) {
            error("DATA-ROWS", data, DATA_SOURCE__LOCATION);
        }
    }

    private void checkFile(Form form, DataSource data) {
        var place = FormData.place(form);
        if (place.isEmpty()) {
            error("DATA-PLACE", data, DATA_SOURCE__LOCATION, data.getLocation());
        } else if (Environment.of(form)
                .rows(place.get().file(), data.getFormat())
                .isEmpty()) {
            var known = String.join(", ", Environment.of(form).rowFormats());
            error("DATA-FORMAT", data, DATA_SOURCE__LOCATION, data.getLocation(), known.isEmpty() ? "–" : known);
        } else if (!place.get().inside()) {
            report.accept(
                    Finding.of("DATA-OUTSIDE", Severity.WARNING, data, DATA_SOURCE__LOCATION, data.getLocation()));
        }
    }

    private void checkQuery(Form form, DataSource data) {
        var query = FormData.query(form);
        if (query.isEmpty()) {
            error("DATA-PLACE", data, DATA_SOURCE__CONNECTION, data.getConnection());
        } else if (Environment.of(form).rows(query.get()).isEmpty()) {
            error("DATA-NO-DATABASE", data, DATA_SOURCE__CONNECTION, data.getConnection());
        } else if (query.get().isWrittenInForm() && JdbcUrl.hasLogin(data.getConnection())) {
            error("DATA-LOGIN-WRITTEN", data, DATA_SOURCE__CONNECTION);
        }
        if (query.isPresent() && !SqlText.isOneQuery(query.get().text())) {
            error("DATA-QUERY", data, DATA_SOURCE__QUERY);
        }
    }

    /** Checks that the template is valid on the date of the form. */
    private void checkValidity(Form form) {
        var own = template.template();
        var date = date(form);
        if (!Validity.holds(own, date)) {
            report.accept(Finding.of(
                    "FORM-TEMPLATE-DATE",
                    Severity.WARNING,
                    form,
                    FORM__TEMPLATE,
                    own.getName(),
                    Validity.written(own.getValidFrom()),
                    Validity.written(own.getValidTo()),
                    date));
        }
    }

    /** Returns the date of the document to which the form is attached, else its period if that is a year; else null. */
    private static PartialDate date(Form form) {
        if (form.getAttachedTo() != null && form.getAttachedTo().getDate() != null) {
            return form.getAttachedTo().getDate();
        }
        return Names.period(form) instanceof Year year && year.getValue() > 0
                ? new PartialDate(0, 0, year.getValue())
                : null;
    }

    private void checkRules(Form form) {
        var around = Names.ofRule(form);
        var entries = Applicable.entries(form);
        for (var rule : rules(form)) {
            var check = new RuleCheck(rule, "FORM-RULE", around, report);
            if (Rules.isForRows(rule, template)) {
                check.askRows(entries, ENTRY__TITLE);
            } else {
                check.ask(form, NAMED__NAME);
            }
        }
    }

    /** Returns the rules that apply to a form. */
    List<Rule> rules(Form form) {
        var date = date(form);
        var rules = new ArrayList<>(template.rules());
        rules.removeIf(rule -> rule.getCondition() == null || !Validity.holds(rule, date));
        rules.addAll(LibraryRules.of(form, date));
        return rules;
    }

    /** Returns the checks of one row after another, with what depends on the rows before: duplicate values. */
    Consumer<Entry> ofEachRow(Form form) {
        var names = Names.of(form);
        var seen = new HashMap<Leaf, SeenValues>();
        return entry -> {
            check(entry);
            for (var column : template.columns()) {
                if (column.source().isUnique()) {
                    var value = printed(entry, column);
                    if (!value.isEmpty()
                            && !seen.computeIfAbsent(column, key -> new SeenValues())
                                    .add(VietnameseText.fold(value))) {
                        reportDuplicate(entry, column, value);
                    }
                }
                if (column.type() == ColumnType.COMPUTED && column.source().getFormula() != null) {
                    Entries.failure(entry, column, template, names, new Evaluator.Steps())
                            .ifPresent(failure -> reportComputed(entry, column, failure));
                }
                if (column.source().getExpected() != null) {
                    checkExpected(entry, column, names);
                }
            }
        };
    }

    private void reportDuplicate(Entry entry, Leaf column, String value) {
        report.accept(Finding.of("FORM-DUPLICATE", Severity.WARNING, entry, ENTRY__TITLE, value, column.title()));
    }

    /** Checks columns marked <code>không trùng</code> for duplicate values, such as the name of a model. */
    private void checkDuplicates(Form form) {
        for (var column : template.columns()) {
            if (column.source().isUnique()) {
                checkDuplicates(form, column);
            }
        }
    }

    private void checkDuplicates(Form form, Leaf column) {
        var seen = new HashSet<String>();
        for (var entry : Applicable.entries(form)) {
            var value = printed(entry, column);
            if (!value.isEmpty() && !seen.add(VietnameseText.fold(value))) {
                reportDuplicate(entry, column, value);
            }
        }
    }

    /**
     * Reports formulas that have no value in a row. It is an error if all columns that they use are filled in: the file
     * would have an empty cell in place of a number.
     */
    private void checkComputed(Form form) {
        var names = Names.of(form);
        for (var column : template.columns()) {
            if (column.type() == ColumnType.COMPUTED && column.source().getFormula() != null) {
                var steps = new Evaluator.Steps();
                Applicable.entries(form)
                        .forEach(entry -> Entries.failure(entry, column, template, names, steps)
                                .ifPresent(failure -> reportComputed(entry, column, failure)));
            }
        }
    }

    private void reportComputed(Entry entry, Leaf column, EvaluationException failure) {
        var incomplete =
                failure.code().equals(Evaluator.UNKNOWN_VALUE) || !Entries.hasAllInputs(entry, column, template);
        report.accept(Finding.of(
                incomplete ? "FORM-COMPUTED-EMPTY" : "FORM-COMPUTED",
                incomplete ? Severity.WARNING : Severity.ERROR,
                entry,
                ENTRY__TITLE,
                column.title(),
                CoreMessages.ALL.text(failure.code(), failure.arguments())));
    }

    /** Reports numbers that differ from what the template says they must equal. */
    private void checkExpected(Form form) {
        var names = Names.of(form);
        for (var column : template.columns()) {
            if (column.source().getExpected() != null) {
                Applicable.entries(form).forEach(entry -> checkExpected(entry, column, names));
            }
        }
    }

    private void checkExpected(Entry entry, Leaf column, Evaluator.Scope names) {
        if (!(Entries.value(entry, column, template).orElse(null) instanceof NumberValue written)
                || written.getNumber() == null) {
            return;
        }
        try {
            var scale = Math.max(0, written.getNumber().stripTrailingZeros().scale());
            var expected = Entries.expected(entry, column, template, names);
            if (expected instanceof BigDecimal number
                    && number.setScale(scale, RoundingMode.HALF_UP).compareTo(written.getNumber()) != 0) {
                var cell = cell(entry, column);
                error(
                        "FORM-EXPECTED",
                        cell != null ? cell : entry,
                        cell != null ? CELL__VALUE : null,
                        column.title(),
                        VietnameseNumbers.format(written.getNumber()),
                        new ColumnNumbers(template).formula(column),
                        VietnameseNumbers.format(number.setScale(Math.max(scale, 2), RoundingMode.HALF_UP)
                                .stripTrailingZeros()));
            }
        } catch (EvaluationException e) {
            // Values that the formula needs are missing, or it is reported in the template.
        }
    }

    private String printed(Entry entry, Leaf column) {
        return Entries.value(entry, column, template)
                .filter(Entries::isFilled)
                .map(Entries::plain)
                .map(Evaluator::print)
                .orElse("");
    }

    /** Returns the name of a row; an empty string if it has none. */
    private String title(Entry entry) {
        return template.titleColumn().map(column -> printed(entry, column)).orElse("");
    }

    /** Checks the cells of a row. */
    public void check(Entry entry) {
        if (PLACEHOLDER.matcher(title(entry).strip()).matches()) {
            error("FORM-PLACEHOLDER", entry, ENTRY__TITLE, title(entry));
        }
        checkTitle(entry);
        new GivenRowChecks(template, report).check(entry);
        var isHeading = entry.getIndicator() != null && entry.getIndicator().isHeading();
        for (var cell : entry.getCells()) {
            checkType(cell);
        }
        for (var column : template.columns()) {
            if (isHeading || !applies(entry, column)) {
                continue;
            }
            var value = Entries.value(entry, column, template).filter(Entries::isFilled);
            if (column.source().isRequired()
                    && value.isEmpty()
                    && column.type() != ColumnType.ORDINAL
                    && column.type() != ColumnType.COMPUTED) {
                error("FORM-REQUIRED", entry, ENTRY__TITLE, column.title(), column.name());
            }
            if (value.isPresent()
                    && value.get() instanceof Prose prose
                    && !column.source().getParts().isEmpty()) {
                checkParts(prose, column, entry);
            }
        }
        if (!isHeading) {
            template.groups().forEach(group -> checkGroup(entry, group));
        }
    }

    /** Reports a name of a row that no column prints. */
    private void checkTitle(Entry entry) {
        var title = entry.getTitle();
        if (title == null) {
            return;
        }
        var column = template.titleColumn();
        if (column.isEmpty()) {
            error(
                    "FORM-NO-TITLE",
                    entry,
                    ENTRY__TITLE,
                    title,
                    template.template().getName());
        } else if (!title.equals(printed(entry, column.get()))) {
            error("FORM-TITLE-TWICE", entry, ENTRY__TITLE, title, column.get().title());
        }
    }

    /** Returns whether a column applies to a row. Reports a value in a column that does not apply. */
    private boolean applies(Entry entry, Leaf column) {
        try {
            var applies = Entries.applies(entry, column, template);
            var cell = applies ? null : cell(entry, column);
            if (cell != null && cell.getValue() != null && Entries.isFilled(cell.getValue())) {
                error("FORM-NOT-APPLICABLE", cell, null, column.title());
            }
            return applies;
        } catch (EvaluationException e) {
            error(e.code(), entry, ENTRY__TITLE, e.arguments());
            return true;
        }
    }

    private void checkGroup(Entry entry, Group group) {
        var filled = new ArrayList<Leaf>();
        for (var item : group.items()) {
            if (item instanceof Leaf leaf
                    && Entries.value(entry, leaf, template)
                            .filter(Entries::isFilled)
                            .isPresent()) {
                filled.add(leaf);
            }
        }
        if (group.source().isExactlyOne() && filled.size() != 1) {
            var second = filled.size() < 2 ? null : cell(entry, filled.get(1));
            error(
                    filled.isEmpty() ? "FORM-EXACTLY-ONE-NONE" : "FORM-EXACTLY-ONE",
                    second != null ? second : entry,
                    second != null ? null : ENTRY__TITLE,
                    group.title(),
                    String.join(
                            ", ",
                            filled.stream()
                                    .map(leaf -> "«" + leaf.title() + "»")
                                    .toList()));
        }
        var minimum = group.source().getMinimum();
        if (minimum != null && filled.size() < minimum) {
            error("FORM-AT-LEAST", entry, ENTRY__TITLE, group.title(), minimum, filled.size());
        }
    }

    private static Cell cell(Entry entry, Leaf column) {
        return entry.getCells().stream()
                .filter(cell -> cell.getColumn() == column.source())
                .findFirst()
                .orElse(null);
    }

    private void checkType(Cell cell) {
        var column = cell.getColumn();
        if (column == null || column.eIsProxy() || cell.getValue() == null) {
            return;
        }
        if (template.column(column).isEmpty()) {
            error("FORM-DROPPED", cell, null, column.getName());
        } else if (column.getType() == ColumnType.MARK
                && cell.getValue() instanceof TextValue written
                && Entries.isMark(written)) {
            report.accept(Finding.of("FORM-MARK", Severity.WARNING, cell, CELL__VALUE, written.getText()));
        } else if (!accepts(column.getType(), cell.getValue())) {
            error("FORM-TYPE-" + column.getType().getName(), cell, CELL__VALUE, column.getName());
        }
    }

    private static boolean accepts(ColumnType type, Value value) {
        return switch (type) {
            case TEXT, MEASURE, CODE ->
                value instanceof TextValue
                        || value instanceof NumberValue
                        || value instanceof DateValue
                        || value instanceof Prose;
            case PROSE -> value instanceof Prose || value instanceof TextValue;
            case NUMBER, MONEY -> value instanceof NumberValue;
            case DATE -> value instanceof DateValue;
            case CHOICE -> value instanceof TermValue;
            case MARK -> value instanceof MarkValue;
            case ORDINAL, COMPUTED -> false;
        };
    }

    private void checkParts(Prose prose, Leaf column, Entry entry) {
        for (var missing : ContentParts.of(prose, column.source()).missing()) {
            error(
                    missing.elsewhere() ? "FORM-PART-ORDER" : "FORM-PART",
                    prose.eContainer() instanceof Cell ? prose.eContainer() : entry,
                    null,
                    missing.label(),
                    column.title());
        }
    }

    private void error(String code, EObject element, EStructuralFeature feature, Object... arguments) {
        report.accept(Finding.of(code, Severity.ERROR, element, feature, arguments));
    }
}
