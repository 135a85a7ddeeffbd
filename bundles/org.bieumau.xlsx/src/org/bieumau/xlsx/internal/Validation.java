/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.bieumau.core.internal.sheet.CellNames;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.model.Severity;
import org.bieumau.ooxml.internal.XString;
import org.bieumau.ooxml.internal.XmlWriter;

/**
 * The data validation of a column: the values that Excel accepts and its message for other values.
 *
 * @param type the type in SpreadsheetML: <code>list</code>, <code>decimal</code> or <code>custom</code>
 * @param formulas one formula, or two for the lower and upper limit of a number
 * @param range the validated cells, such as <code>B4:B210</code>
 * @param prompt the message shown when a cell is selected; empty for none
 * @param error the message shown for an invalid value
 * @param style Excel's reaction to an invalid value: <code>stop</code>, <code>warning</code> or <code>information
 *     </code>
 */
record Validation(String type, List<String> formulas, String range, String prompt, String error, String style) {

    /** Maximum length of an error message: slightly below Excel's limit, in case Excel counts differently. */
    private static final int LONGEST_MESSAGE = 220;

    /** Excel's limit for the formula of a data validation, in UTF-16 code units. */
    private static final int LONGEST_FORMULA = 255;

    /** Excel's largest number. */
    private static final String LARGEST = "9.99999999999999E+307";

    /**
     * Returns the validation of a column. A cell can have only one, so it combines the column's type with all rules
     * that refer to the column.
     *
     * @param column the index of the column, from 0
     * @param cells the cells of the column
     * @return empty if the column accepts every value
     */
    static Optional<Validation> of(
            List<TableColumn> columns, int column, CellRanges cells, List<RowRule> rules, ChoiceLists lists) {
        var spec = columns.get(column);
        var first = cells.firstRow();
        var own = rules.stream().filter(rule -> rule.columns().contains(column)).toList();
        var cell = CellNames.cell(column, first);
        var oneOfGroup = oneOfGroup(columns, column, first);
        return switch (spec.type()) {
            case MARK ->
                Optional.of(
                        oneOfGroup.isPresent()
                                ? custom(oneOfGroup.get(), cells, "group", own)
                                : own.isEmpty()
                                        ? list("\"X\"", cells, "mark")
                                        : custom("EXACT(UPPER(" + cell + "),\"X\")", cells, "mark", own));
            case CHOICE -> lists.formula(column).map(list -> list(list, cells, "choice"));
            case NUMBER, MONEY ->
                Optional.of(
                        own.isEmpty()
                                ? new Validation(
                                        "decimal",
                                        List.of("-" + LARGEST, LARGEST),
                                        cells.text(),
                                        "",
                                        text("number.error"),
                                        "stop")
                                : custom("ISNUMBER(" + cell + ")", cells, "number", own));
            case DATE -> Optional.of(custom("ISNUMBER(" + cell + ")", cells, "date", own));
            default ->
                own.isEmpty()
                        ? Optional.empty()
                        : Optional.of(custom("TRUE", cells, "rule", own))
                                .filter(validation -> !validation.formulas().contains("TRUE"));
        };
    }

    private static Validation list(String formula, CellRanges cells, String key) {
        return new Validation(
                "list", List.of(formula), cells.text(), text(key + ".prompt"), text(key + ".error"), "stop");
    }

    /**
     * Returns a validation by formula. Its style follows the most severe of the rules; a value of the wrong type is
     * always an error. Rules for which there is no room in the formula are only highlighted.
     *
     * @param formula the condition of the column's type, or <code>TRUE</code> for none
     */
    private static Validation custom(String formula, CellRanges cells, String key, List<RowRule> rules) {
        var errors = new ArrayList<String>();
        var parts = new StringJoiner(",", "AND(", ")");
        if (!formula.equals("TRUE")) {
            parts.add(formula);
            errors.add(text(key + ".error"));
        }
        var checked = new ArrayList<RowRule>();
        for (var rule : rules) {
            var kept = "NOT(" + rule.broken(cells.firstRow()) + ")";
            if (parts.length() + 1 + kept.length() <= LONGEST_FORMULA) {
                parts.add(kept);
                errors.add(rule.message());
                checked.add(rule);
            }
        }
        var isError = !formula.equals("TRUE") || checked.stream().anyMatch(rule -> rule.severity() == Severity.ERROR);
        var style = isError
                ? "stop"
                : checked.stream().anyMatch(rule -> rule.severity() != Severity.INFO) ? "warning" : "information";
        var prompt = XlsxMessages.FILE.containsKey(key + ".prompt") ? text(key + ".prompt") : "";
        return new Validation(
                "custom",
                List.of(checked.isEmpty() ? formula : parts.toString()),
                cells.text(),
                prompt,
                String.join("\n", errors),
                style);
    }

    /**
     * Returns the condition that a cell contains X and no other cell of its group in the row is filled; empty if it
     * belongs to no group, or if the group has too many parts for a formula.
     */
    private static Optional<String> oneOfGroup(List<TableColumn> columns, int column, int row) {
        var group = columns.get(column).group();
        var filled = new StringJoiner("+");
        for (int i = 0; group > 0 && i < columns.size(); i++) {
            if (columns.get(i).group() == group) {
                var first = i;
                while (i + 1 < columns.size() && columns.get(i + 1).group() == group) {
                    i++;
                }
                filled.add("SUMPRODUCT(--(LEN(" + CellNames.range(first, row, i, row) + ")>0))");
            }
        }
        return Optional.of("AND(EXACT(UPPER(" + CellNames.cell(column, row) + "),\"X\")," + filled + "=1)")
                .filter(formula -> group > 0 && formula.length() <= LONGEST_FORMULA);
    }

    private static String text(String key) {
        return XlsxMessages.FILE.getString(key);
    }

    private static String shortened(String message) {
        return message.length() <= LONGEST_MESSAGE
                ? message
                : message.substring(0, LONGEST_MESSAGE - 1).strip() + "…";
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("dataValidation")
                .attribute("type", type)
                .attribute("errorStyle", style)
                .attribute("allowBlank", "1")
                .attribute("showInputMessage", "1")
                .attribute("showErrorMessage", "1")
                .attribute("errorTitle", text("error.title"))
                .attribute("error", XString.of(shortened(error)));
        if (!prompt.isEmpty()) {
            xml.attribute("prompt", prompt);
        }
        xml.attribute("sqref", range);
        for (int i = 0; i < formulas.size(); i++) {
            xml.start("formula" + (i + 1)).text(XString.of(formulas.get(i))).end();
        }
        xml.end();
    }
}
