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

/** The columns of a template, by the keys of the groups and labels that their headers may show. */
final class TemplateColumns {

    private final List<TemplateColumn> all;
    private final LabelKeys keys;
    private final Map<String, List<Integer>> byOwnLabels;
    private final Map<String, List<Integer>> byAllLabels;

    TemplateColumns(List<TemplateColumn> all, LabelKeys keys) {
        this.all = List.copyOf(all);
        this.keys = keys;
        byOwnLabels = byKeys(column -> keys(Set.of(column.groups()), column.labels()));
        byAllLabels = byKeys(column -> keys(column.allGroups(), column.allLabels()));
    }

    /** Returns the columns in order. */
    List<TemplateColumn> all() {
        return all;
    }

    /** Returns the positions of the columns by the labels that the template itself gives them. */
    Map<String, List<Integer>> byOwnLabels() {
        return byOwnLabels;
    }

    /** Returns the positions of the columns by their labels in the template and in its bases. */
    Map<String, List<Integer>> byAllLabels() {
        return byAllLabels;
    }

    private Map<String, List<Integer>> byKeys(Function<TemplateColumn, Set<String>> keysOf) {
        var columns = new LinkedHashMap<String, List<Integer>>();
        for (int i = 0; i < all.size(); i++) {
            for (var key : keysOf.apply(all.get(i))) {
                columns.computeIfAbsent(key, each -> new ArrayList<>()).add(i);
            }
        }
        return columns;
    }

    private Set<String> keys(Set<List<String>> paths, Set<String> labels) {
        var found = new HashSet<String>();
        for (var groups : paths) {
            labels.forEach(label -> found.add(key(keys, groups, label)));
        }
        return found;
    }

    /** Returns the key of a label below groups. */
    static String key(LabelKeys keys, Collection<String> groups, String label) {
        return keys.of(String.join(" ", groups)) + "/" + keys.of(label);
    }
}
