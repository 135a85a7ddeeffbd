/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DateValue;
import org.bieumau.model.Entry;
import org.bieumau.model.MarkValue;
import org.bieumau.model.NumberValue;
import org.bieumau.model.Prose;
import org.bieumau.model.TermValue;
import org.bieumau.model.TextValue;
import org.bieumau.model.Value;

/** Reads the values of rows by column. */
public final class Entries {

    private static final Set<String> MARKS = Set.of("x", "×", "✓", "✔", "✗", "✘", "√", "☑", "☒", "v");
    private static final Value MARK = BieumauFactory.eINSTANCE.createMarkValue();

    private Entries() {}

    /**
     * Returns the value of a row in a column: the value of the cell, or else the title of the row in the title column,
     * or else the default of the column if the column applies to the row.
     */
    public static Optional<Value> value(Entry entry, Leaf column, ResolvedTemplate template) {
        return written(entry, column, template).or(() -> ofDefault(entry, column, template));
    }

    private static Optional<Value> ofDefault(Entry entry, Leaf column, ResolvedTemplate template) {
        return Optional.ofNullable(column.source().getDefaultValue())
                .filter(value -> mayApply(entry, column, template));
    }

    /** Returns the values of a row in all columns, as {@link #value} does for one; null where there is none. */
    public static Value[] values(Entry entry, ResolvedTemplate template) {
        var columns = template.columns();
        var values = new Value[columns.size()];
        var cells = entry.getCells();
        for (int i = 0, next = 0; i < cells.size(); i++) {
            var cell = cells.get(i);
            // Most cells are in the order of the columns; the ordinal and computed columns have none.
            while (next < columns.size() && columns.get(next).source() != cell.getColumn()) {
                next++;
            }
            var column = next < columns.size()
                    ? columns.get(next)
                    : template.column(cell.getColumn()).orElse(null);
            next = next < columns.size() ? next + 1 : 0;
            if (column != null && values[column.index()] == null && cell.getValue() != null) {
                values[column.index()] = written(cell.getValue(), column);
            }
        }
        for (var column : columns) {
            if (values[column.index()] == null) {
                values[column.index()] = titled(entry, column, template)
                        .or(() -> ofDefault(entry, column, template))
                        .orElse(null);
            }
        }
        return values;
    }

    private static Optional<Value> written(Entry entry, Leaf column, ResolvedTemplate template) {
        for (var cell : entry.getCells()) {
            if (cell.getColumn() == column.source() && cell.getValue() != null) {
                return Optional.of(written(cell.getValue(), column));
            }
        }
        return titled(entry, column, template);
    }

    /** Returns the title of a row, if the column shows it, or what the template prints in the cell. */
    private static Optional<Value> titled(Entry entry, Leaf column, ResolvedTemplate template) {
        if (entry.getIndicator() != null) {
            return template.givenRows().row(entry.getIndicator()).flatMap(row -> printed(row, column, template));
        }
        return entry.getTitle() != null
                        && template.titleColumn().filter(column::equals).isPresent()
                ? Optional.of(text(entry.getTitle()))
                : Optional.empty();
    }

    /** Returns what is printed with the form in a cell of a row: label, unit, code or another fixed value. */
    public static Optional<Value> printed(GivenRow row, Leaf column, ResolvedTemplate template) {
        var source = row.source();
        for (var cell : source.getCells()) {
            if (cell.getColumn() == column.source() && cell.getValue() != null) {
                return Optional.of(written(cell.getValue(), column));
            }
        }
        if (template.titleColumn().filter(column::equals).isPresent()) {
            return Optional.of(text(row.title()));
        }
        return switch (column.type()) {
            case MEASURE -> Optional.ofNullable(source.getMeasureUnit()).map(Entries::text);
            case CODE -> Optional.ofNullable(source.getCode()).map(Entries::text);
            default -> Optional.empty();
        };
    }

    private static Value written(Value value, Leaf column) {
        return column.type() == ColumnType.MARK && isMark(value) ? MARK : value;
    }

    /**
     * Returns whether a column applies to a row. The condition of the column can use the values written in other
     * columns and the defaults of columns without a condition, but no computed columns, so that no condition depends on
     * itself. It can also use the period of the form and the names of the template's file, such as vocabularies.
     *
     * @throws EvaluationException if the condition cannot be evaluated for this row
     */
    public static boolean applies(Entry entry, Leaf column, ResolvedTemplate template) {
        var condition = column.source().getCondition();
        if (condition == null) {
            return true;
        }
        var columns = columns(
                template,
                other -> written(entry, other, template)
                        .or(() -> Optional.ofNullable(other.source().getDefaultValue())
                                .filter(value -> other.source().getCondition() == null)));
        return new Evaluator(template.names()
                        .shadowedBy(name -> columns.apply(name).or(() -> Names.period(entry, name))))
                .truth(condition);
    }

    /** As {@link #applies}, but true if the condition cannot be evaluated; the checks report that. */
    private static boolean mayApply(Entry entry, Leaf column, ResolvedTemplate template) {
        try {
            return applies(entry, column, template);
        } catch (EvaluationException e) {
            return true;
        }
    }

    /** Returns whether a value is a mark, or a text that is commonly used as one: x, ×, ✓, √. */
    public static boolean isMark(Value value) {
        return value instanceof MarkValue
                || value instanceof TextValue text
                        && text.getText() != null
                        && MARKS.contains(text.getText().strip().toLowerCase(VietnameseText.LOCALE));
    }

    /** Returns a new text value. */
    public static TextValue text(String text) {
        var value = BieumauFactory.eINSTANCE.createTextValue();
        value.setText(text);
        return value;
    }

    /** Returns whether a value has content: whitespace alone does not count. */
    public static boolean isFilled(Value value) {
        return switch (value) {
            case TextValue text -> text.getText() != null && !text.getText().isBlank();
            case Prose prose -> !prose.getLines().isEmpty();
            // What was written may be no date or number, which the parser reports.
            case DateValue date -> date.getDate() != null;
            case NumberValue number -> number.getNumber() != null;
            default -> true;
        };
    }

    /** Returns the value of an empty cell in expressions: 0, false or an empty text, depending on the column type. */
    public static Object empty(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY -> Evaluator.EMPTY_NUMBER;
            case MARK -> Boolean.FALSE;
            default -> "";
        };
    }

    /** Converts a value for expressions: to a number, a text, a date, a term, a boolean, or prose. */
    public static Object plain(Value value) {
        return switch (value) {
            case NumberValue number -> number.getNumber();
            case DateValue date -> date.getDate();
            case TermValue term -> term.getTerm() == null || term.getTerm().getTitle() == null ? "" : term.getTerm();
            case TextValue text -> text.getText();
            case MarkValue mark -> Boolean.TRUE;
            default -> value;
        };
    }

    /**
     * Returns the value of a computed column in an expression, an empty text if it has none yet.
     *
     * @param typed whether a row without values in the columns that the formula uses has the value for empty cells,
     *     rather than none
     * @throws EvaluationException if the formula has no value although all columns that it uses are filled in
     */
    static Object member(Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names, boolean typed) {
        try {
            if (typed) {
                return formula(entry, column, template, names, new Evaluator.Steps());
            }
            return hasInput(entry, column, template)
                    ? Optional.of(formula(entry, column, template, names, new Evaluator.Steps()))
                            .filter(value -> !value.equals(false))
                            .orElse("")
                    : "";
        } catch (EvaluationException e) {
            if (!hasAllInputs(entry, column, template)) {
                return "";
            }
            throw e.code().equals("EXPRESSION-COMPUTED") || e.code().equals("EXPRESSION-CYCLE")
                    ? e
                    : new EvaluationException(
                                    column.source().getFormula(),
                                    "EXPRESSION-COMPUTED",
                                    column.title(),
                                    template.titleColumn()
                                            .flatMap(title -> value(entry, title, template))
                                            .map(Entries::plain)
                                            .map(Evaluator::print)
                                            .orElse("…"),
                                    CoreMessages.ALL.text(e.code(), e.arguments()))
                            .of(entry);
        }
    }

    /**
     * Returns the reason why a computed column has no value in a row with values that it uses; empty if it has one.
     *
     * @param steps the steps taken for other rows, which this row adds to
     */
    public static Optional<EvaluationException> failure(
            Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names, Evaluator.Steps steps) {
        try {
            if (hasInput(entry, column, template)) {
                formula(entry, column, template, names, steps);
            }
            return Optional.empty();
        } catch (EvaluationException e) {
            return Optional.of(e);
        }
    }

    private static boolean hasInput(Entry entry, Leaf column, ResolvedTemplate template) {
        return template.inputs(column).stream().anyMatch(input -> isFilled(entry, input, template));
    }

    /** Returns whether all columns that a formula uses are filled in. */
    public static boolean hasAllInputs(Entry entry, Leaf column, ResolvedTemplate template) {
        return template.inputs(column).stream().allMatch(input -> isFilled(entry, input, template));
    }

    /**
     * Returns the value of a formula for a row: an empty text if the column does not apply. It can use other columns,
     * but no computed ones, and other names.
     */
    private static Object formula(
            Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names, Evaluator.Steps steps) {
        if (!mayApply(entry, column, template)) {
            return "";
        }
        var formula = column.source().getFormula();
        var row = columns(template, other -> value(entry, other, template));
        var constants = names.constants(formula, name -> row.apply(name).isPresent());
        var value = new Evaluator(names.shadowedBy(row), constants, steps).printable(formula);
        return value == Evaluator.EMPTY_NUMBER ? BigDecimal.ZERO : value;
    }

    /**
     * Returns what the value of a column must equal in a row.
     *
     * @throws EvaluationException if the formula has no value, or a value that it needs is missing
     */
    public static Object expected(Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names) {
        var formula = column.source().getExpected();
        for (var other : template.columns()) {
            if (canBeMissing(other)
                    && Rules.names(formula, name -> name.equals(other.name()))
                    && !isFilled(entry, other, template)) {
                throw Evaluator.missing(formula);
            }
        }
        var row = columns(template, other -> value(entry, other, template));
        return new Evaluator(names.shadowedBy(row)).printable(formula);
    }

    private static boolean canBeMissing(Leaf column) {
        return switch (column.type()) {
            case ORDINAL, COMPUTED, MARK -> false;
            default -> true;
        };
    }

    /**
     * Returns what a computed column shows in a row. It shows nothing if no column that its formula uses is filled in,
     * if it does not apply, or if its formula has no value; then {@link #failure} tells the reason.
     *
     * @param names resolves the names that are not columns
     */
    public static Optional<Object> shown(Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names) {
        try {
            return hasInput(entry, column, template)
                    ? Optional.of(formula(entry, column, template, names, new Evaluator.Steps()))
                            .filter(value -> !value.equals("") && !value.equals(false))
                    : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.empty();
        }
    }

    /** Returns whether a row has a value with content in a column. */
    public static boolean isFilled(Entry entry, Leaf column, ResolvedTemplate template) {
        return value(entry, column, template).filter(Entries::isFilled).isPresent();
    }

    /** Returns the scope of the columns of a row by name, without computed columns. */
    private static Evaluator.Scope columns(ResolvedTemplate template, Function<Leaf, Optional<Value>> values) {
        return name -> template.columns().stream()
                .filter(column -> name.equals(column.name()) && column.type() != ColumnType.COMPUTED)
                .findFirst()
                .map(column -> values.apply(column)
                        .filter(Entries::isFilled)
                        .map(Entries::plain)
                        .orElseGet(() -> empty(column)));
    }
}
