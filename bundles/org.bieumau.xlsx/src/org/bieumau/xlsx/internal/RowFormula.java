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
 * An expression about one row as a formula of Excel; what names no column is computed and stands there as a value. The
 * formula is translated once and put into each row with {@link #inRow}.
 */
final class RowFormula {

    /** Excel has no such thing. */
    static final class UntranslatableException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    private enum Kind {
        NUMBER,
        TEXT,
        TRUTH,
        DAY
    }

    private record Typed(Kind kind, String text) {}

    /** An OR of more comparisons would be longer than Excel takes. */
    private static final int MOST_ELEMENTS = 30;
    /** Names that stand for all rows, which change as the form is filled. */
    private static final Set<String> ALL_ROWS = Set.of("dòng", "lĩnh vực");

    /** Placeholder for the number of the row: a code point that no text in XML may contain. */
    private static final String ROW = "\uFFFF";

    private final ResolvedTemplate template;
    private final Evaluator.Scope names;
    private final Set<Leaf> columns = new LinkedHashSet<>();

    /** @param names what names stand for that are no columns */
    RowFormula(ResolvedTemplate template, Evaluator.Scope names) {
        this.template = template;
        this.names = names;
    }

    /**
     * Returns a translated formula for one row.
     *
     * @param formula made of what the other methods return
     * @param row from 1
     */
    static String inRow(String formula, int row) {
        return formula.replace(ROW, Integer.toString(row));
    }

    /** The formula of a condition. */
    String truth(Expression expression) throws UntranslatableException {
        return of(expression, Kind.TRUTH);
    }

    /** The formula of a value. */
    String value(Expression expression) throws UntranslatableException {
        return of(expression).text();
    }

    /** The columns that were named, in their order. */
    List<Leaf> columns() {
        return List.copyOf(columns);
    }

    /**
     * Whether something stands in one of the columns that were named, so that an empty row is none that breaks a rule.
     */
    String filled() {
        return String.join(
                        "+",
                        columns.stream()
                                .map(column -> "LEN(" + cell(column) + ")")
                                .toList()) + ">0";
    }

    /** Whether there are days where days are compared. */
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
            // A sum of one cell, since an empty one or a text counts nothing in it.
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

    /** Excel's own «=» between texts does not tell capitals from small letters. */
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
                new Typed(Kind.TRUTH, "ISNUMBER(FIND(" + small(given.get(1)) + "," + small(given.get(0)) + "))");
            case BEGINS ->
                new Typed(
                        Kind.TRUTH,
                        "(LEFT(" + small(given.get(0)) + ",LEN(" + small(given.get(1)) + "))=" + small(given.get(1))
                                + ")");
            case ENDS ->
                new Typed(
                        Kind.TRUTH,
                        "(RIGHT(" + small(given.get(0)) + ",LEN(" + small(given.get(1)) + "))=" + small(given.get(1))
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

    private String small(Expression text) throws UntranslatableException {
        return "LOWER(" + of(text, Kind.TEXT) + ")";
    }
}
