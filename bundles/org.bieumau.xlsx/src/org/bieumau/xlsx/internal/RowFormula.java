/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.NamedTerms;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.model.BinaryExpression;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Expression;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Term;
import org.bieumau.model.UnaryExpression;
import org.bieumau.model.UnaryOperator;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Translates an expression over one row into an Excel formula. Subexpressions that refer to no column are evaluated and
 * become constants. A formula is translated once and adapted to each row by {@link #inRow}.
 */
final class RowFormula {

    /** Thrown when an expression has no equivalent in Excel. */
    static final class UntranslatableException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** The type of a value. */
    enum Kind {
        NUMBER,
        /** A number that is printed without separators. */
        YEAR,
        TEXT,
        TRUTH,
        DAY
    }

    /** A formula with the type of its value. */
    record Typed(Kind kind, String text) {

        private boolean isNumeric() {
            return kind == Kind.NUMBER || kind == Kind.YEAR;
        }
    }

    /** Maximum number of comparisons in an OR, so that the formula does not become too long for Excel. */
    private static final int MOST_ELEMENTS = 30;
    /** Names that refer to all rows, which change while the form is filled in. */
    private static final Set<String> ALL_ROWS = Set.of("dòng", "lĩnh vực");

    private static final String NOTHING = "\"\"";

    /** Excel's limit for a text in a formula, in UTF-16 code units. */
    private static final int LONGEST_TEXT = 255;

    /** Excel's limit for a formula, in UTF-16 code units. */
    private static final int LONGEST_FORMULA = 8_192;

    /** Placeholder for the row number: a code point that XML does not allow in text. */
    private static final String ROW = "\uFFFF";

    private final ResolvedTemplate template;
    private final Evaluator.Scope names;
    private final Set<Leaf> columns = new LinkedHashSet<>();
    /** Whether the value of the part translated last is an error for some rows. */
    private boolean canFail;

    /** @param names resolves names that are not columns */
    RowFormula(ResolvedTemplate template, Evaluator.Scope names) {
        this.template = template;
        this.names = names;
    }

    /**
     * Returns a translated formula for one row.
     *
     * @param formula built from results of {@link #truth}, {@link #value} and {@link #filled}
     * @param row from 1
     */
    static String inRow(String formula, int row) {
        return formula.replace(ROW, Integer.toString(row));
    }

    /**
     * Returns a formula that Excel accepts.
     *
     * @throws UntranslatableException if the formula is too long
     */
    static String accepted(String formula) throws UntranslatableException {
        if (inRow(formula, CellNames.ROWS).length() > LONGEST_FORMULA) {
            throw new UntranslatableException();
        }
        return formula;
    }

    /**
     * Translates a condition.
     *
     * @param otherwise its value in rows where it cannot be computed, because a date is missing or a divisor is 0
     * @throws UntranslatableException if Excel cannot compute it or it is not a truth value
     */
    String truth(Expression expression, boolean otherwise) throws UntranslatableException {
        canFail = false;
        var condition = of(expression, Kind.TRUTH);
        return canFail ? "IFERROR(" + condition + "," + (otherwise ? "TRUE" : "FALSE") + ")" : condition;
    }

    /**
     * Translates an expression of any type into a formula for what its cell shows: nothing if it cannot be computed.
     *
     * @throws UntranslatableException if Excel cannot compute it
     */
    Typed value(Expression expression) throws UntranslatableException {
        canFail = false;
        var value = of(expression);
        var shown = value.kind() == Kind.TRUTH ? "IF(" + value.text() + ",\"X\",\"\")" : value.text();
        return new Typed(value.kind(), canFail ? "IFERROR(" + shown + ",\"\")" : shown);
    }

    /** Returns the columns referred to so far, in the order of their first use. */
    List<Leaf> columns() {
        return List.copyOf(columns);
    }

    /** Returns the condition that at least one of some columns is filled in. */
    static String filled(List<Leaf> columns) {
        return String.join(
                        "+",
                        columns.stream()
                                .map(column -> "LEN(" + cell(column) + ")")
                                .toList()) + ">0";
    }

    /** Returns a reference to the cell of a column, or with {@link #inRow}, to that of a row. */
    static String cell(Leaf column) {
        return "$" + CellNames.column(column.index()) + ROW;
    }

    private String of(Expression expression, Kind wanted) throws UntranslatableException {
        var typed = of(expression);
        if (wanted == Kind.NUMBER ? !typed.isNumeric() : typed.kind() != wanted) {
            throw new UntranslatableException();
        }
        return wanted == Kind.DAY ? day(typed) : typed.text();
    }

    /** Returns the number of a date. An empty cell, or a date that Excel does not know, gives an error. */
    private String day(Typed date) {
        if (!date.text().endsWith(ROW) || date.text().indexOf(ROW) < date.text().length() - 1) {
            return date.text();
        }
        canFail = true;
        return "IF(ISNUMBER(" + date.text() + ")," + date.text() + ",NA())";
    }

    private Typed of(Expression expression) throws UntranslatableException {
        if (!namesColumns(expression)) {
            return constant(expression);
        }
        return switch (expression) {
            case NameReference name -> column(column(name.getName()).orElseThrow(UntranslatableException::new));
            case MemberAccess access -> member(access);
            case UnaryExpression unary ->
                unary.getOperator() == UnaryOperator.NOT
                        ? new Typed(Kind.TRUTH, "NOT(" + of(unary.getOperand(), Kind.TRUTH) + ")")
                        : new Typed(Kind.NUMBER, "(-" + of(unary.getOperand(), Kind.NUMBER) + ")");
            case BinaryExpression binary -> binary(binary);
            case FunctionCall call -> call(call);
            default -> throw new UntranslatableException();
        };
    }

    private boolean namesColumns(Expression expression) throws UntranslatableException {
        var found = false;
        for (var each = EcoreUtil.getAllContents(List.of(expression)); each.hasNext(); ) {
            if (each.next() instanceof NameReference name) {
                if (ALL_ROWS.contains(name.getName())) {
                    throw new UntranslatableException();
                }
                found |= column(name.getName()).isPresent();
            }
        }
        return found;
    }

    private Optional<Leaf> column(String name) {
        return template.columns().stream()
                .filter(column -> name.equals(column.name()))
                .findFirst()
                .or(() -> name.equals("tên") ? template.titleColumn() : Optional.empty());
    }

    private Typed column(Leaf column) throws UntranslatableException {
        if (column.type() == ColumnType.COMPUTED) {
            return of(column.source().getFormula());
        }
        columns.add(column);
        return switch (column.type()) {
            // SUM of a single cell treats an empty cell or a text as 0.
            case NUMBER, MONEY -> new Typed(Kind.NUMBER, "SUM(" + cell(column) + ")");
            case MARK -> new Typed(Kind.TRUTH, "(UPPER(" + cell(column) + ")=\"X\")");
            case DATE -> new Typed(Kind.DAY, cell(column));
            case TEXT, CHOICE -> new Typed(Kind.TEXT, cell(column));
            default -> throw new UntranslatableException();
        };
    }

    private Typed constant(Expression expression) throws UntranslatableException {
        try {
            return constant(new Evaluator(names).evaluate(expression));
        } catch (EvaluationException e) {
            throw new UntranslatableException();
        }
    }

    private static Typed constant(Object value) throws UntranslatableException {
        return switch (value) {
            case BigDecimal number ->
                new Typed(
                        Kind.NUMBER, number.signum() < 0 ? "(" + number.toPlainString() + ")" : number.toPlainString());
            case Year year -> new Typed(Kind.YEAR, year.toString());
            case Boolean truth -> new Typed(Kind.TRUTH, truth ? "TRUE" : "FALSE");
            case PartialDate date when date.isComplete() -> new Typed(Kind.DAY, SerialDay.formula(date));
            case String text -> new Typed(Kind.TEXT, quoted(text));
            case Term term when term.getTitle() != null -> new Typed(Kind.TEXT, quoted(term.getTitle()));
            default -> throw new UntranslatableException();
        };
    }

    private static String quoted(String text) throws UntranslatableException {
        if (text.length() > LONGEST_TEXT) {
            throw new UntranslatableException();
        }
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private Typed member(MemberAccess access) throws UntranslatableException {
        var owner = of(access.getOwner());
        if (owner.kind() == Kind.TEXT && access.getName().equals("tên")) {
            return owner;
        }
        var part = switch (access.getName()) {
            case "ngày" -> "DAY";
            case "tháng" -> "MONTH";
            case "năm" -> "YEAR";
            default -> throw new UntranslatableException();
        };
        if (owner.kind() != Kind.DAY) {
            throw new UntranslatableException();
        }
        return new Typed(part.equals("YEAR") ? Kind.YEAR : Kind.NUMBER, part + "(" + day(owner) + ")");
    }

    private Typed binary(BinaryExpression binary) throws UntranslatableException {
        var left = binary.getLeft();
        var right = binary.getRight();
        return switch (binary.getOperator()) {
            case AND -> joined(left, right, "AND(%s,%s)", "IF(%s,%s,FALSE)");
            case OR -> joined(left, right, "OR(%s,%s)", "IF(%s,TRUE,%s)");
            case EQUAL -> new Typed(Kind.TRUTH, equal(comparable(left), comparable(right)));
            case NOT_EQUAL -> new Typed(Kind.TRUTH, "NOT(" + equal(comparable(left), comparable(right)) + ")");
            case IN -> in(of(left), right);
            case LESS -> compared(left, "<", right);
            case LESS_EQUAL -> compared(left, "<=", right);
            case GREATER -> compared(left, ">", right);
            case GREATER_EQUAL -> compared(left, ">=", right);
            case ADD -> sum(of(left), of(right));
            case SUBTRACT ->
                of(left).kind() == Kind.DAY
                        ? new Typed(Kind.DAY, "(" + of(left, Kind.DAY) + "-" + of(right, Kind.NUMBER) + ")")
                        : computed(left, "-", right);
            case MULTIPLY -> computed(left, "*", right);
            case DIVIDE -> {
                var quotient = computed(left, "/", right);
                canFail |= namesColumns(right);
                yield quotient;
            }
        };
    }

    /** Returns an operand of a comparison, which may name a term of the vocabulary of the other one. */
    private Typed comparable(Expression operand) throws UntranslatableException {
        if (operand instanceof NameReference name
                && column(name.getName()).isEmpty()
                && names.apply(name.getName()).isEmpty()) {
            var term = NamedTerms.of(name, template);
            if (term.isPresent()) {
                return constant((Object) term.get());
            }
        }
        return of(operand);
    }

    /**
     * Joins two conditions. Excel evaluates both arguments of AND and OR, but the second one may have no value where
     * the first one decides.
     *
     * @param strict the formula for a second condition that always has a value
     * @param lazy the formula for one that may have none
     */
    private Typed joined(Expression left, Expression right, String strict, String lazy) throws UntranslatableException {
        var first = of(left, Kind.TRUTH);
        var firstCanFail = canFail;
        canFail = false;
        var second = of(right, Kind.TRUTH);
        var pattern = canFail ? lazy : strict;
        canFail |= firstCanFail;
        return new Typed(Kind.TRUTH, pattern.formatted(first, second));
    }

    /** Returns the comparison of two values. Texts are compared with EXACT, because Excel's «=» ignores case. */
    private static String equal(Typed left, Typed right) throws UntranslatableException {
        if (left.kind() == Kind.DAY && right.text().equals(NOTHING)) {
            return "(LEN(" + left.text() + ")=0)";
        }
        if (right.kind() == Kind.DAY && left.text().equals(NOTHING)) {
            return equal(right, left);
        }
        if (left.kind() != right.kind() && !(left.isNumeric() && right.isNumeric())) {
            throw new UntranslatableException();
        }
        return left.kind() == Kind.TEXT
                ? "EXACT(" + left.text() + "," + right.text() + ")"
                : "(" + left.text() + "=" + right.text() + ")";
    }

    private Typed in(Typed element, Expression list) throws UntranslatableException {
        if (namesColumns(list)) {
            throw new UntranslatableException();
        }
        Collection<?> elements;
        try {
            elements = new Evaluator(names).list(list);
        } catch (EvaluationException e) {
            throw new UntranslatableException();
        }
        if (elements.isEmpty() || elements.size() > MOST_ELEMENTS) {
            throw new UntranslatableException();
        }
        var comparisons = new ArrayList<String>();
        for (var each : elements) {
            comparisons.add(equal(element, constant(each)));
        }
        return new Typed(Kind.TRUTH, "OR(" + String.join(",", comparisons) + ")");
    }

    private Typed compared(Expression left, String operator, Expression right) throws UntranslatableException {
        var first = of(left);
        if (!first.isNumeric() && first.kind() != Kind.DAY) {
            throw new UntranslatableException();
        }
        var kind = first.isNumeric() ? Kind.NUMBER : Kind.DAY;
        var value = kind == Kind.DAY ? day(first) : first.text();
        return new Typed(Kind.TRUTH, "(" + value + operator + of(right, kind) + ")");
    }

    private Typed computed(Expression left, String operator, Expression right) throws UntranslatableException {
        return new Typed(Kind.NUMBER, "(" + of(left, Kind.NUMBER) + operator + of(right, Kind.NUMBER) + ")");
    }

    private Typed sum(Typed left, Typed right) throws UntranslatableException {
        if (left.kind() == Kind.DAY && right.isNumeric()) {
            return new Typed(Kind.DAY, "(" + day(left) + "+" + right.text() + ")");
        }
        if (left.isNumeric() && right.isNumeric()) {
            return new Typed(Kind.NUMBER, "(" + left.text() + "+" + right.text() + ")");
        }
        if (left.kind() == Kind.TEXT && right.kind() == Kind.TEXT) {
            return new Typed(Kind.TEXT, "(" + left.text() + "&" + right.text() + ")");
        }
        throw new UntranslatableException();
    }

    private Typed call(FunctionCall call) throws UntranslatableException {
        var function = call.getCallee() instanceof NameReference callee
                ? BuiltIn.of(callee.getName())
                : Optional.<BuiltIn>empty();
        var given = call.getArguments();
        return switch (function.orElseThrow(UntranslatableException::new)) {
            case CONTAINS ->
                new Typed(Kind.TRUTH, "ISNUMBER(FIND(" + lower(given.get(1)) + "," + lower(given.get(0)) + "))");
            case BEGINS ->
                new Typed(
                        Kind.TRUTH,
                        "(LEFT(" + lower(given.get(0)) + ",LEN(" + lower(given.get(1)) + "))=" + lower(given.get(1))
                                + ")");
            case ENDS ->
                new Typed(
                        Kind.TRUTH,
                        "(RIGHT(" + lower(given.get(0)) + ",LEN(" + lower(given.get(1)) + "))=" + lower(given.get(1))
                                + ")");
            case LENGTH -> new Typed(Kind.NUMBER, "LEN(" + of(given.get(0), Kind.TEXT) + ")");
            case CAPITALS -> new Typed(Kind.TEXT, "UPPER(" + of(given.get(0), Kind.TEXT) + ")");
            case ROUND ->
                new Typed(
                        Kind.NUMBER,
                        "ROUND(" + of(given.get(0), Kind.NUMBER) + "," + of(given.get(1), Kind.NUMBER) + ")");
            case DAYS ->
                new Typed(Kind.NUMBER, "(" + of(given.get(1), Kind.DAY) + "-" + of(given.get(0), Kind.DAY) + ")");
            case DATE ->
                new Typed(
                        Kind.DAY,
                        "DATE(" + of(given.get(2), Kind.NUMBER) + "," + of(given.get(1), Kind.NUMBER) + ","
                                + of(given.get(0), Kind.NUMBER) + ")");
            case IF -> {
                var condition = of(given.get(0), Kind.TRUTH);
                var first = of(given.get(1));
                var kind = first.kind() == Kind.YEAR ? Kind.NUMBER : first.kind();
                yield new Typed(kind, "IF(" + condition + "," + first.text() + "," + of(given.get(2), kind) + ")");
            }
            default -> throw new UntranslatableException();
        };
    }

    private String lower(Expression text) throws UntranslatableException {
        return "LOWER(" + of(text, Kind.TEXT) + ")";
    }
}
