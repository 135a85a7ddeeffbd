/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.model.Aggregate;
import org.bieumau.model.ColumnType;

/**
 * The formulas of the subtotals and totals. They cover the entries above them, including rows that are inserted later.
 * The end of such a range is computed with INDEX, because a plain range does not grow when a row is inserted below it.
 */
final class Totals {

    /** Excel's limit for the arguments of a function. */
    private static final int MOST_ARGUMENTS = 255;
    /** Length of formulas well below Excel's limit of 8,192 characters. */
    private static final int LONGEST_FORMULA = 8_000;
    /** Decimals of a mean in a blank form, where the decimals of the numbers are not known yet. */
    private static final int BLANK_DECIMALS = 4;
    /** Columns that can contain the number and the title of a section. */
    private static final int HEADING_COLUMNS = 2;

    private final EntryRows entries;
    /** The entries included in totals. */
    private final EntryRows counted = new EntryRows();

    private final ResolvedTemplate template;
    private final RowRule.Translation translation;
    private final boolean blank;
    private final boolean hasSubtotals;
    /** Rows of the subtotals. */
    private final List<Integer> subtotals = new ArrayList<>();
    /** Index of the first run of the current section. */
    private int sectionRun;
    /** Whether each run of entries has a subtotal. */
    private boolean areCovered = true;
    /** Number of continuation rows of texts that are split, by column: in the section, and in the table. */
    private final int[] sectionPieces;

    private final int[] pieces;

    Totals(EntryRows entries, ResolvedTemplate template, RowRule.Translation translation, boolean blank) {
        this.entries = entries;
        this.template = template;
        this.translation = translation;
        this.blank = blank;
        var columns = template.columns();
        hasSubtotals = columns.stream().anyMatch(column -> column.source().getSubtotal() != Aggregate.NONE);
        sectionPieces = new int[columns.size()];
        pieces = new int[columns.size()];
    }

    /** Begins a section. */
    void startSection() {
        areCovered &= sectionRun == counted.count();
        sectionRun = counted.count();
        Arrays.fill(sectionPieces, 0);
        entries.endSection();
        counted.endSection();
    }

    /** Adds an entry that totals include. */
    void count(int firstRow, int lastRow) {
        counted.add(firstRow, lastRow);
    }

    /** Records an entry that totals exclude from their ranges. */
    void leaveOut() {
        counted.endSection();
    }

    /** Records that a text of a column continues in further rows. */
    void split(int column, int furtherRows) {
        sectionPieces[column] += furtherRows;
        pieces[column] += furtherRows;
    }

    /** Records that the formulas of a subtotal row have been written. */
    void endSection(int row) {
        subtotals.add(row);
        sectionRun = counted.count();
        entries.endSection();
        counted.endSection();
    }

    /**
     * Returns the formula of a subtotal or total.
     *
     * @param isSubtotal whether it covers the section only
     * @param row the row of the formula, from 1
     * @param label the column with the words «Cộng» and «Tổng cộng», or -1
     * @param value the value of the cell, or null if it is empty
     * @return empty if Excel cannot compute the value, because there are no entries or a number is written as text
     */
    Optional<String> formula(Leaf column, boolean isSubtotal, int row, int label, BigDecimal value) {
        var aggregate =
                isSubtotal ? column.source().getSubtotal() : column.source().getAggregate();
        var runs = counted.runs(isSubtotal ? sectionRun : 0);
        if (runs.isEmpty() || !canCompute(column, aggregate, runs.getFirst().first())) {
            return Optional.empty();
        }
        if (!isSubtotal && addsUp(column, aggregate)) {
            return Optional.of(ofSubtotals(column, label, runs)).filter(formula -> formula.length() <= LONGEST_FORMULA);
        }
        if (runs.size() > 1 && isClear(column, label)) {
            runs = List.of(
                    new EntryRows.Run(runs.getFirst().first(), runs.getLast().last()));
        }
        var ranges = ranges(column, runs, row);
        var decimals = blank || value == null ? BLANK_DECIMALS : value.scale();
        var formula = switch (aggregate) {
            case SUM -> sum(ranges);
            case AVERAGE ->
                "IF(" + call("COUNT", ranges) + "=0,\"\",ROUND(" + call("AVERAGE", ranges) + "," + decimals + "))";
            case COUNT -> shownIfPositive(count(column, ranges, (isSubtotal ? sectionPieces : pieces)[column.index()]));
            case NONE -> "";
        };
        return Optional.of(formula).filter(each -> !each.isEmpty() && each.length() <= LONGEST_FORMULA);
    }

    /** Returns whether Excel can compute an aggregate: numbers must be numbers in the sheet, too. */
    private boolean canCompute(Leaf column, Aggregate aggregate, int firstRow) {
        if (entries.hasText(column.index(), firstRow)) {
            return aggregate == Aggregate.COUNT && column.type() != ColumnType.COMPUTED;
        }
        return switch (column.type()) {
            case NUMBER, MONEY -> true;
            case ORDINAL -> !blank;
            case COMPUTED ->
                aggregate == Aggregate.COUNT
                        || kind(column)
                                .map(kind -> kind == RowFormula.Kind.NUMBER)
                                .orElse(true);
            default -> aggregate == Aggregate.COUNT;
        };
    }

    private Optional<RowFormula.Kind> kind(Leaf column) {
        return Optional.ofNullable(translation.formulas().get(column.index())).map(RowRule.Formula::kind);
    }

    /** Returns whether the total of a column is the sum of its subtotals. */
    private boolean addsUp(Leaf column, Aggregate aggregate) {
        return !subtotals.isEmpty()
                && areCovered
                && sectionRun == counted.count()
                && aggregate == column.source().getSubtotal()
                && aggregate != Aggregate.AVERAGE;
    }

    /** Returns whether the rows between the sections contain nothing in a column. */
    private boolean isClear(Leaf column, int label) {
        return template.givenRows().isEmpty()
                && column.index() >= HEADING_COLUMNS
                && column.index() != label
                && !(hasSubtotals && column.source().getSubtotal() != Aggregate.NONE);
    }

    private String ofSubtotals(Leaf column, int label, List<EntryRows.Run> runs) {
        var cells = subtotals.stream()
                .map(row -> CellNames.cell(column.index(), row))
                .toList();
        var sum = sum(cells);
        if (sum.length() <= LONGEST_FORMULA) {
            return sum;
        }
        var last = subtotals.getLast();
        var first = runs.getFirst().first();
        return "SUMIF(" + CellNames.range(label, first, label, last) + ",\"Cộng\","
                + CellNames.range(column.index(), first, column.index(), last) + ")";
    }

    private static List<String> ranges(Leaf column, List<EntryRows.Run> runs, int row) {
        var letter = CellNames.column(column.index());
        return runs.stream()
                .map(run -> letter + run.first() + ":"
                        + (run.last() == row - 1
                                ? "INDEX(" + letter + ":" + letter + ",ROW()-1)"
                                : letter + run.last()))
                .toList();
    }

    private String sum(List<String> ranges) {
        return blank ? "IF(" + call("COUNT", ranges) + "=0,\"\"," + call("SUM", ranges) + ")" : call("SUM", ranges);
    }

    private String count(Leaf column, List<String> ranges, int continuations) {
        var isText = switch (column.type()) {
            case TEXT, PROSE -> true;
            case COMPUTED ->
                kind(column)
                        .filter(kind -> kind == RowFormula.Kind.TEXT || kind == RowFormula.Kind.TRUTH)
                        .isPresent();
            default -> false;
        };
        if (!isText) {
            var isNumber = column.type() == ColumnType.COMPUTED && kind(column).isPresent();
            return call(isNumber ? "COUNT" : "COUNTA", ranges);
        }
        var counts = new StringJoiner("+");
        var placeholder = blank ? generatedText(column) : "";
        for (var range : ranges) {
            counts.add(
                    placeholder.isEmpty()
                            ? "COUNTIF(" + range + ",\"?*\")"
                            : "COUNTIFS(" + range + ",\"?*\"," + range + ",\"<>*" + placeholder + "\")");
        }
        return continuations == 0 ? counts.toString() : counts + "-" + continuations;
    }

    /** Returns the end of the texts that a blank form has in a column, as a pattern for COUNTIFS. */
    private String generatedText(Leaf column) {
        if (!RowRule.hasGeneratedText(column, template)) {
            return "";
        }
        var text = template.placeholders().map(spec -> spec.getEntryText()).orElse("");
        return text.isEmpty() ? "." : text.replaceAll("[~*?]", "~$0").replace("\"", "\"\"");
    }

    private String shownIfPositive(String count) {
        return blank ? "IF(" + count + "=0,\"\"," + count + ")" : count;
    }

    /**
     * Returns the call of a function such as SUM. The calls are nested if there are too many arguments, which must not
     * change the result.
     */
    private static String call(String function, List<String> arguments) {
        if (arguments.size() <= MOST_ARGUMENTS) {
            return function + "(" + String.join(",", arguments) + ")";
        }
        var union = new StringJoiner(",", function + "((", "))");
        arguments.forEach(union::add);
        return union.toString();
    }
}
