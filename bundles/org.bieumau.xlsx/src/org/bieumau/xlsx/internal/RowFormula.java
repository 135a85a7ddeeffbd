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
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
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

    private enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        DAY
    }

    /** A formula with the type of its value. */
    private record Typed(Kind kind, String text) {}

    /** Maximum number of comparisons in an OR, so that the formula does not become too long for Excel. */
    private static final int MOST_ELEMENTS = 30;
    /** Names that refer to all rows, which change while the form is filled in. */
    private static final Set<String> ALL_ROWS = Set.of("dòng", "lĩnh vực");

    /** Placeholder for the row number: a code point that XML does not allow in text. */
    private static final String ROW = "\uFFFF";

    private final ResolvedTemplate template;
    private final Evaluator.Scope names;
    private final Set<Leaf> columns = new LinkedHashSet<>();

    /** @param names resolves names that are not columns */
    RowFormula(ResolvedTemplate template, Evaluator.Scope names) {
        this.template = template;
        this.names = names;
    }

    /**
     * Returns a translated formula for one row.
     *
     * @param formula built from results of {@link #truth}, {@link #value}, {@link #filled} and {@link #haveDays}
     * @param row from 1
     */
    static String inRow(String formula, int row) {
        return formula.replace(ROW, Integer.toString(row));
    }

    /**
     * Translates a condition.
     *
     * @throws UntranslatableException if Excel cannot compute it or it is not a truth value
     */
    String truth(Expression expression) throws UntranslatableException {
        return of(expression, Kind.TRUTH);
    }

    /**
     * Translates an expression of any type.
     *
     * @throws UntranslatableException if Excel cannot compute it
     */
    String value(Expression expression) throws UntranslatableException {
        return of(expression).text();
    }

    /** Returns the columns referred to so far, in the order of their first use. */
    List<Leaf> columns() {
        return List.copyOf(columns);
    }

    /**
     * Returns the condition that at least one of the columns referred to is filled, so that an empty row breaks no
     * rule.
     */
    String filled() {
        return String.join(
                        "+",
                        columns.stream()
                                .map(column -> "LEN(" + cell(column) + ")")
                                .toList()) + ">0";
    }

    /**
     * Returns the conditions, separated by commas, that the date columns referred to contain dates.
     *
     * @return empty if there are no such columns
     */
    Optional<String> haveDays() {
        var days = columns.stream()
                .filter(column -> column.type() == ColumnType.DATE)
                .map(column -> "ISNUMBER(" + cell(column) + ")")
                .toList();
        return days.isEmpty() ? Optional.empty() : Optional.of(String.join(",", days));
    }

    private String cell(Leaf column) {
        return "$" + CellNames.column(column.index()) + ROW;
    }

    private String of(Expression expression, Kind wanted) throws UntranslatableException {
        var typed = of(expression);
        if (typed.kind() != wanted) {
            throw new UntranslatableException();
        }
        return typed.text();
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
            case BigDecimal number -> new Typed(Kind.NUMBER, number.toPlainString());
            case Year year -> new Typed(Kind.NUMBER, year.toString());
            case Boolean truth -> new Typed(Kind.TRUTH, truth ? "TRUE" : "FALSE");
            case PartialDate date
            when date.isComplete() ->
                new Typed(Kind.DAY, "DATE(" + date.year() + "," + date.month() + "," + date.day() + ")");
            case String text -> new Typed(Kind.TEXT, quoted(text));
            case Term term when term.getTitle() != null -> new Typed(Kind.TEXT, quoted(term.getTitle()));
            default -> throw new UntranslatableException();
        };
    }

    private static String quoted(String text) {
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
        return new Typed(Kind.NUMBER, part + "(" + owner.text() + ")");
    }

    private Typed binary(BinaryExpression binary) throws UntranslatableException {
        var left = binary.getLeft();
        var right = binary.getRight();
        return switch (binary.getOperator()) {
            case AND -> new Typed(Kind.TRUTH, "AND(" + of(left, Kind.TRUTH) + "," + of(right, Kind.TRUTH) + ")");
            case OR -> new Typed(Kind.TRUTH, "OR(" + of(left, Kind.TRUTH) + "," + of(right, Kind.TRUTH) + ")");
            case EQUAL -> new Typed(Kind.TRUTH, equal(of(left), of(right)));
            case NOT_EQUAL -> new Typed(Kind.TRUTH, "NOT(" + equal(of(left), of(right)) + ")");
            case IN -> in(of(left), right);
            case LESS -> compared(left, "<", right);
            case LESS_EQUAL -> compared(left, "<=", right);
            case GREATER -> compared(left, ">", right);
            case GREATER_EQUAL -> compared(left, ">=", right);
            case ADD -> sum(of(left), of(right));
            case SUBTRACT ->
                of(left).kind() == Kind.DAY
                        ? new Typed(Kind.DAY, "(" + of(left).text() + "-" + of(right, Kind.NUMBER) + ")")
                        : computed(left, "-", right);
            case MULTIPLY -> computed(left, "*", right);
            case DIVIDE -> computed(left, "/", right);
        };
    }

    /** Returns the comparison of two values. Texts are compared with EXACT, because Excel's «=» ignores case. */
    private static String equal(Typed left, Typed right) throws UntranslatableException {
        if (left.kind() == Kind.DAY && right.text().equals("\"\"")) {
            return "(LEN(" + left.text() + ")=0)";
        }
        if (left.kind() != right.kind()) {
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
        if (first.kind() != Kind.NUMBER && first.kind() != Kind.DAY) {
            throw new UntranslatableException();
        }
        return new Typed(Kind.TRUTH, "(" + first.text() + operator + of(right, first.kind()) + ")");
    }

    private Typed computed(Expression left, String operator, Expression right) throws UntranslatableException {
        return new Typed(Kind.NUMBER, "(" + of(left, Kind.NUMBER) + operator + of(right, Kind.NUMBER) + ")");
    }

    private static Typed sum(Typed left, Typed right) throws UntranslatableException {
        if (right.kind() == Kind.NUMBER && (left.kind() == Kind.NUMBER || left.kind() == Kind.DAY)) {
            return new Typed(left.kind(), "(" + left.text() + "+" + right.text() + ")");
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
                var first = of(given.get(1));
                yield new Typed(
                        first.kind(),
                        "IF(" + of(given.get(0), Kind.TRUTH) + "," + first.text() + "," + of(given.get(2), first.kind())
                                + ")");
            }
            default -> throw new UntranslatableException();
        };
    }

    private String lower(Expression text) throws UntranslatableException {
        return "LOWER(" + of(text, Kind.TEXT) + ")";
    }
}
