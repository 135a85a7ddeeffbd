/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.shape.ShapeColumn;

/** Assigns columns with equal labels and groups. Several columns with the same label are assigned in order. */
final class EqualLabels {

    private final TemplateColumns template;
    private final ColumnDecisions decisions;
    private final LabelKeys keys;

    EqualLabels(TemplateColumns template, ColumnDecisions decisions, LabelKeys keys) {
        this.template = template;
        this.decisions = decisions;
        this.keys = keys;
    }

    /** Assigns by the labels of the template first, because an overlay may give one column the label of another. */
    void assign() {
        assign(template.byOwnLabels());
        assign(template.byAllLabels());
    }

    private void assign(Map<String, List<Integer>> targets) {
        columns().forEach((key, columns) -> {
            var equal = targets.getOrDefault(key, List.of()).stream()
                    .filter(decisions::isOpen)
                    .toList();
            if (equal.size() == columns.size()) {
                for (int i = 0; i < equal.size(); i++) {
                    assign(equal.get(i), columns.get(i));
                }
            }
        });
    }

    private void assign(int target, int column) {
        var reason = ColumnDecisions.text(
                "decision.equal",
                decisions.name(column),
                template.all().get(target).path());
        decisions.assign(target, column, Kind.SURE, 1, reason);
    }

    /** Returns the open columns of the table by their keys. */
    private Map<String, List<Integer>> columns() {
        var columns = new LinkedHashMap<String, List<Integer>>();
        for (var index : decisions.openColumns()) {
            var column = decisions.column(index);
            if (!column.label().isEmpty()) {
                columns.computeIfAbsent(key(column), each -> new ArrayList<>()).add(index);
            }
        }
        return columns;
    }

    private String key(ShapeColumn column) {
        return TemplateColumns.key(keys, column.path().subList(0, column.path().size() - 1), column.label());
    }
}
