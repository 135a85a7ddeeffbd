/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.law.Validity;
import org.bieumau.core.internal.resolved.LibraryRules;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.core.internal.resolved.Rules;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.internal.text.PrintedText;
import org.bieumau.core.layout.Layout;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;

/**
 * A row rule that Excel can check.
 *
 * @param broken a formula that is true if the row breaks the rule, see {@link RowFormula#inRow}
 * @param columns the indexes of the columns that the rule refers to, from 0
 * @param message the message for the user, with column titles in place of values
 */
record RowRule(String broken, List<Integer> columns, String message, Severity severity) {

    RowRule {
        message = PrintedText.print(message);
    }

    /** Number of rows below the first that are searched for duplicate values. */
    private static final int LONGEST_FORM = 20_000;

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    /**
     * The formula of a computed column.
     *
     * @param text the formula, see {@link RowFormula#inRow}
     * @param kind the type of its value
     * @param columns the columns that it uses
     */
    record Formula(String text, RowFormula.Kind kind, List<Leaf> columns) {

        NumberFormat format() {
            return switch (kind) {
                case NUMBER -> NumberFormat.DECIMALS;
                case YEAR -> NumberFormat.PLAIN;
                case DAY -> NumberFormat.DAY;
                case TEXT, TRUTH -> NumberFormat.GENERAL;
            };
        }
    }

    /**
     * The rules and formulas of a form, translated for Excel.
     *
     * @param rules the translated rules
     * @param formulas the formulas of computed columns, by column index
     * @param unchecked the names of rules that Excel cannot check
     * @param uncomputed the titles of columns that Excel cannot compute
     */
    record Translation(
            List<RowRule> rules, Map<Integer, Formula> formulas, List<String> unchecked, List<String> uncomputed) {}

    /** Returns the formula for a row of the sheet, from 1, that is true if the row breaks the rule. */
    String broken(int row) {
        return RowFormula.inRow(broken, row);
    }

    /**
     * Translates the rules and formulas of a form. Callers do this once per form, because it evaluates every expression
     * that refers to no column.
     *
     * @param row the first row of the table, from 1
     */
    static Translation of(Layout layout, int row) {
        var form = layout.element() instanceof Form filled ? filled : null;
        var template = SheetPart.template(layout);
        var names = form != null ? Names.ofRule(form) : Names.of(template.template());
        var day = PartialDate.of(layout.day());
        var all = new ArrayList<>(template.rules());
        all.removeIf(rule -> rule.getCondition() == null || !Validity.holds(rule, day));
        if (form != null) {
            all.addAll(LibraryRules.of(form, day));
        }
        var rules = new ArrayList<RowRule>();
        var unchecked = new ArrayList<String>();
        var uncomputed = new ArrayList<String>();
        for (var rule : all) {
            try {
                if (!Rules.isForRows(rule, template)) {
                    throw new RowFormula.UntranslatableException();
                }
                rules.add(of(rule, template, Rules.names(rule, names)));
            } catch (RowFormula.UntranslatableException e) {
                unchecked.add(rule.getName());
            }
        }
        for (var column : template.columns()) {
            if (column.source().isUnique()) {
                if (hasGeneratedText(column, template)) {
                    unchecked.add(column.name());
                } else {
                    rules.add(unique(column, row));
                }
            }
        }
        var formulas = new TreeMap<Integer, Formula>();
        for (var column : template.columns()) {
            if (column.type() == ColumnType.COMPUTED) {
                try {
                    formulas.put(column.index(), formula(column, template, names, SheetPart.isBlank(layout)));
                } catch (RowFormula.UntranslatableException e) {
                    uncomputed.add(column.name());
                }
            }
        }
        return new Translation(List.copyOf(rules), formulas, List.copyOf(unchecked), List.copyOf(uncomputed));
    }

    private static RowRule of(Rule rule, ResolvedTemplate template, Evaluator.Scope names)
            throws RowFormula.UntranslatableException {
        var formula = new RowFormula(template, names);
        var condition = formula.truth(rule.getCondition(), false);
        if (formula.columns().isEmpty()) {
            throw new RowFormula.UntranslatableException();
        }
        return new RowRule(
                RowFormula.accepted("AND(" + RowFormula.filled(formula.columns()) + "," + condition + ")"),
                formula.columns().stream().map(Leaf::index).toList(),
                message(rule, template),
                rule.getSeverity());
    }

    private static Formula formula(Leaf column, ResolvedTemplate template, Evaluator.Scope names, boolean blank)
            throws RowFormula.UntranslatableException {
        var formula = new RowFormula(template, names);
        var value = formula.value(column.source().getFormula());
        var inputs = template.inputs(column).stream()
                .filter(input -> !blank || !hasGeneratedText(input, template))
                .toList();
        if (inputs.isEmpty()) {
            throw new RowFormula.UntranslatableException();
        }
        var text = value.text();
        if (column.source().getCondition() != null) {
            text = "IF(" + formula.truth(column.source().getCondition(), true) + "," + text + ",\"\")";
        }
        return new Formula(
                RowFormula.accepted("IF(" + RowFormula.filled(inputs) + "," + text + ",\"\")"),
                value.kind(),
                formula.columns());
    }

    /** Returns whether cells of a column contain generated text: the row number, or a dotted line to write on. */
    static boolean hasGeneratedText(Leaf column, ResolvedTemplate template) {
        var dots = template.placeholders().map(spec -> spec.getEntryText()).filter(text -> !text.isEmpty());
        return template.ordinalIn().filter(column::equals).isPresent()
                || dots.isPresent()
                        && template.titleColumn().filter(column::equals).isPresent();
    }

    /**
     * Returns the rule of a column without duplicate values. COUNTIF ignores case. The check for duplicates in the core
     * also ignores diacritics.
     */
    private static RowRule unique(Leaf column, int row) {
        var cell = RowFormula.cell(column);
        var letter = "$" + CellNames.column(column.index()) + "$";
        var all = letter + row + ":" + letter + (row + LONGEST_FORM);
        return new RowRule(
                "AND(LEN(" + cell + ")>0,COUNTIF(" + all + "," + cell + ")>1)",
                List.of(column.index()),
                XlsxMessages.FILE.getString("unique.error").replace("{0}", column.title()),
                Severity.WARNING);
    }

    /** Returns a message with column titles in place of values, because Excel shows the same message in every row. */
    private static String message(Rule rule, ResolvedTemplate template) {
        return rule.getMessage() == null
                ? ""
                : VALUE.matcher(rule.getMessage())
                        .replaceAll(found -> Matcher.quoteReplacement(template.columns().stream()
                                .filter(column -> column.name() != null
                                        && column.name().equals(found.group(1).strip()))
                                .findFirst()
                                .or(() -> found.group(1).strip().equals("tên")
                                        ? template.titleColumn()
                                        : Optional.empty())
                                .map(column -> "«" + column.title() + "»")
                                .orElse("…")));
    }
}
