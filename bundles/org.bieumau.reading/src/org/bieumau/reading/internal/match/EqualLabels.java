/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.bieumau.reading.internal.match.Decision.Kind;
import org.bieumau.reading.internal.shape.ShapeColumn;

/** Assigns columns with equal labels and groups. Several columns with the same label are assigned in order. */
final class EqualLabels {

    private final List<TemplateColumn> template;
    private final ColumnDecisions decisions;

    EqualLabels(List<TemplateColumn> template, ColumnDecisions decisions) {
        this.template = template;
        this.decisions = decisions;
    }

    /** Assigns by the labels of the template first, because an overlay may give one column the label of another. */
    void assign() {
        assign(targets(column -> keys(Set.of(column.groups()), column.labels())));
        assign(targets(column -> keys(column.allGroups(), column.allLabels())));
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
                "decision.equal", decisions.name(column), template.get(target).path());
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

    /** Returns the columns of the template by their keys. */
    private Map<String, List<Integer>> targets(Function<TemplateColumn, Set<String>> keys) {
        var targets = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < template.size(); i++) {
            for (var key : keys.apply(template.get(i))) {
                targets.computeIfAbsent(key, each -> new ArrayList<>()).add(i);
            }
        }
        return targets;
    }

    private static Set<String> keys(Set<List<String>> paths, Set<String> labels) {
        var keys = new HashSet<String>();
        for (var groups : paths) {
            labels.forEach(label -> keys.add(key(groups, label)));
        }
        return keys;
    }

    private static String key(ShapeColumn column) {
        return key(column.path().subList(0, column.path().size() - 1), column.label());
    }

    private static String key(Collection<String> groups, String label) {
        return Label.of(String.join(" ", groups)) + "/" + Label.of(label);
    }
}
