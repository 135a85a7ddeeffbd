/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.xlsx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.bieumau.core.layout.Block.TableColumn;
import org.bieumau.ooxml.XmlWriter;

/** What may be entered in a column, with the message that Excel shows otherwise. */
record Validation(String type, String formula, String range, String prompt, String error, boolean strict) {

    /** Excel's limit for a list within the rule. */
    private static final int LONGEST_LIST = 255;

    /** The rule of a column for the rows from first to last, empty where anything goes. */
    static Optional<Validation> of(List<TableColumn> columns, int column, int first, int last) {
        var spec = columns.get(column);
        var range = CellNames.range(column, first, column, last);
        return switch (spec.type()) {
            case MARK -> Optional.of(spec.group() > 0 ? oneOfGroup(columns, spec.group(), column, first, range)
                    : new Validation("list", "\"X\"", range, text("mark.prompt"), text("mark.error"), true));
            case CHOICE -> {
                var list = String.join(",", spec.choices());
                var fits = !list.isEmpty() && list.length() <= LONGEST_LIST && spec.choices().stream().noneMatch(c -> c.contains(","));
                yield fits ? Optional.of(new Validation("list", '"' + list.replace("\"", "\"\"") + '"', range, text("choice.prompt"),
                        text("choice.error"), true)) : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** The cell is X, and no other cell of the group in this row is filled. */
    private static Validation oneOfGroup(List<TableColumn> columns, int group, int column, int first, String range) {
        var filled = new StringJoiner("+");
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).group() == group) {
                filled.add("(LEN(" + CellNames.cell(i, first) + ")>0)");
            }
        }
        var formula = "AND(EXACT(UPPER(" + CellNames.cell(column, first) + "),\"X\")," + filled + "=1)";
        return new Validation("custom", formula, range, text("group.prompt"), text("group.error"), true);
    }

    private static String text(String key) {
        return XlsxMessages.FILE.getString(key);
    }

    void write(XmlWriter xml) throws IOException {
        xml.start("dataValidation").attribute("type", type).attribute("errorStyle", strict ? "stop" : "warning")
                .attribute("allowBlank", "1").attribute("showInputMessage", "1").attribute("showErrorMessage", "1")
                .attribute("errorTitle", text("error.title")).attribute("error", error).attribute("prompt", prompt)
                .attribute("sqref", range);
        xml.start("formula1").text(formula).end();
        xml.end();
    }
}
