/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
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

/** What a row holds, by column. */
public final class Entries {

    private static final Set<String> MARKS = Set.of("x", "×", "✓", "✔", "✗", "✘", "v");
    private static final Value MARK = BieumauFactory.eINSTANCE.createMarkValue();

    private Entries() {}

    /**
     * The value in a column: the cell's, else the row's title in the title column, else the column's default where the
     * column applies to the row.
     */
    public static Optional<Value> value(Entry entry, Leaf column, ResolvedTemplate template) {
        return written(entry, column, template)
                .or(() -> Optional.ofNullable(column.source().getDefaultValue())
                        .filter(value -> mayApply(entry, column, template)));
    }

    private static Optional<Value> written(Entry entry, Leaf column, ResolvedTemplate template) {
        for (var cell : entry.getCells()) {
            if (cell.getColumn() == column.source() && cell.getValue() != null) {
                return Optional.of(
                        column.type() == ColumnType.MARK && isMark(cell.getValue()) ? MARK : cell.getValue());
            }
        }
        if (entry.getTitle() != null
                && template.titleColumn().filter(column::equals).isPresent()) {
            return Optional.of(text(entry.getTitle()));
        }
        return Optional.empty();
    }

    /**
     * Whether a column applies to a row. Its condition sees what is written in the other columns and their
     * unconditional defaults, but no computed column: so none depends on itself. It also sees the period of the form
     * and the vocabularies of the template's file.
     *
     * @throws EvaluationException if the condition cannot be computed for this row
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

    /** Whether a column applies, also where its condition cannot be computed; the checks report that. */
    private static boolean mayApply(Entry entry, Leaf column, ResolvedTemplate template) {
        try {
            return applies(entry, column, template);
        } catch (EvaluationException e) {
            return true;
        }
    }

    /** Whether a value is a mark, though it be written in another way: x, ×, ✓. */
    public static boolean isMark(Value value) {
        return value instanceof MarkValue
                || value instanceof TextValue text
                        && text.getText() != null
                        && MARKS.contains(text.getText().strip().toLowerCase(VietnameseText.LOCALE));
    }

    /** A value of plain text. */
    public static TextValue text(String text) {
        var value = BieumauFactory.eINSTANCE.createTextValue();
        value.setText(text);
        return value;
    }

    /** Whether a value says something: blanks alone do not. */
    public static boolean isFilled(Value value) {
        return switch (value) {
            case TextValue text -> text.getText() != null && !text.getText().isBlank();
            case Prose prose -> !prose.getLines().isEmpty();
            default -> true;
        };
    }

    /** What an empty cell of a column is in an expression. */
    public static Object empty(Leaf column) {
        return switch (column.type()) {
            case NUMBER, MONEY -> BigDecimal.ZERO;
            case MARK -> Boolean.FALSE;
            default -> "";
        };
    }

    /** A value as expressions see it: a number, a text, a date, a term, a truth value, or prose. */
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
     * What the formula of a column gives for a row: empty where it has no value, an empty text where the column does
     * not apply. A formula sees the other columns, but no computed ones: so none depends on itself.
     *
     * @param names what other names stand for
     */
    public static Optional<Object> computed(
            Entry entry, Leaf column, ResolvedTemplate template, Evaluator.Scope names) {
        if (!mayApply(entry, column, template)) {
            return Optional.of("");
        }
        try {
            return Optional.of(new Evaluator(
                            names.shadowedBy(columns(template, other -> value(entry, other, template))))
                    .evaluate(column.source().getFormula()));
        } catch (EvaluationException e) {
            return Optional.empty();
        }
    }

    /** The columns by their names, but for the computed ones, as an expression about a row sees them. */
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
