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
import org.bieumau.core.layout.Layout;
import org.bieumau.model.ColumnType;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.PartialDate;
import org.bieumau.model.Rule;
import org.bieumau.model.Severity;

/**
 * A row rule that Excel can check.
 *
 * @param broken a formula for the first row of the table that is true if the row breaks the rule
 * @param columns the indexes of the columns that the rule refers to, from 0
 * @param message the message for the user, with column titles in place of values
 */
record RowRule(String broken, List<Integer> columns, String message, Severity severity) {

    /** Number of rows below the first that are searched for duplicate values. */
    private static final int LONGEST_FORM = 20_000;

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]+)}");

    /**
     * The rules and formulas of a form, translated for Excel.
     *
     * @param rules the translated rules
     * @param formulas the formulas of computed columns, by column index
     * @param leftOut the names of rules and columns that Excel cannot compute
     */
    record Translation(List<RowRule> rules, Map<Integer, String> formulas, List<String> leftOut) {

        /**
         * Returns the formula of a computed column for a row of the sheet.
         *
         * @param row from 1
         * @return empty if the column has no formula or Excel cannot compute it
         */
        Optional<String> formula(int column, int row) {
            return Optional.ofNullable(formulas.get(column)).map(formula -> RowFormula.inRow(formula, row));
        }
    }

    /**
     * Translates the rules and formulas of a form. Callers do this once per form, because it evaluates every expression
     * that refers to no column.
     *
     * @param row the first row of the table, from 1; Excel adapts the rules to the rows below it
     */
    static Translation of(Layout layout, int row) {
        var form = layout.element() instanceof Form filled ? filled : null;
        var template = ResolvedTemplate.of(form != null ? form.getTemplate() : (FormTemplate) layout.element());
        var names = form != null ? Names.ofRule(form) : Names.of(template.template());
        var day = PartialDate.of(layout.day());
        var all = new ArrayList<>(template.rules());
        all.removeIf(rule -> rule.getCondition() == null || !Validity.holds(rule, day));
        if (form != null) {
            all.addAll(LibraryRules.of(form, day));
        }
        var rules = new ArrayList<RowRule>();
        var leftOut = new ArrayList<String>();
        for (var rule : all) {
            try {
                if (!Rules.isForRows(rule, template)) {
                    throw new RowFormula.UntranslatableException();
                }
                rules.add(of(rule, template, Rules.names(rule, names), row));
            } catch (RowFormula.UntranslatableException e) {
                leftOut.add(rule.getName());
            }
        }
        for (var column : template.columns()) {
            if (column.source().isUnique()) {
                if (hasGeneratedText(column, template)) {
                    leftOut.add(column.name());
                } else {
                    rules.add(unique(column, row));
                }
            }
        }
        var computed = new TreeMap<Integer, String>();
        for (var column : template.columns()) {
            if (column.type() == ColumnType.COMPUTED) {
                computed(column, template, names, computed, leftOut);
            }
        }
        return new Translation(List.copyOf(rules), computed, List.copyOf(leftOut));
    }

    private static RowRule of(Rule rule, ResolvedTemplate template, Evaluator.Scope names, int row)
            throws RowFormula.UntranslatableException {
        var formula = new RowFormula(template, names);
        var condition = formula.truth(rule.getCondition());
        var broken = "AND(" + formula.filled() + ","
                + formula.haveDays()
                        .map(days -> "IF(AND(" + days + ")," + condition + ",FALSE)")
                        .orElse(condition) + ")";
        return new RowRule(
                RowFormula.inRow(broken, row),
                formula.columns().stream().map(Leaf::index).toList(),
                message(rule, template),
                rule.getSeverity());
    }

    /** Returns whether cells of a column contain generated text: the row number, or a dotted line to write on. */
    private static boolean hasGeneratedText(Leaf column, ResolvedTemplate template) {
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
        var cell = "$" + CellNames.cell(column.index(), row);
        var all = "$" + CellNames.column(column.index()) + "$" + row + ":$" + CellNames.column(column.index()) + "$"
                + (row + LONGEST_FORM);
        return new RowRule(
                "AND(LEN(" + cell + ")>0,COUNTIF(" + all + "," + cell + ")>1)",
                List.of(column.index()),
                XlsxMessages.FILE.getString("unique.error").replace("{0}", column.title()),
                Severity.WARNING);
    }

    private static void computed(
            Leaf column,
            ResolvedTemplate template,
            Evaluator.Scope names,
            Map<Integer, String> computed,
            List<String> leftOut) {
        try {
            if (column.source().getCondition() != null) {
                throw new RowFormula.UntranslatableException();
            }
            var formula = new RowFormula(template, names);
            var value = formula.value(column.source().getFormula());
            computed.put(
                    column.index(),
                    formula.columns().isEmpty() ? value : "IF(" + formula.filled() + "," + value + ",\"\")");
        } catch (RowFormula.UntranslatableException e) {
            leftOut.add(column.name());
        }
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
