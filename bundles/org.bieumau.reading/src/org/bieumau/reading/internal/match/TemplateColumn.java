/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Item;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;

/**
 * A column of a template with all labels that its header may show.
 *
 * @param groups headings of the groups around it, from the outermost
 * @param labels headings of the column: its own, that of the base of an overlay, other names
 */
record TemplateColumn(Leaf leaf, List<String> groups, Set<String> labels) {

    /** Returns the columns of a template in order. */
    static List<TemplateColumn> of(ResolvedTemplate template) {
        var columns = new ArrayList<TemplateColumn>();
        collect(template.items(), List.of(), columns);
        return columns;
    }

    private static void collect(List<Item> items, List<String> groups, List<TemplateColumn> columns) {
        for (var item : items) {
            switch (item) {
                case Leaf leaf -> columns.add(new TemplateColumn(leaf, groups, labels(leaf)));
                case Group group -> {
                    var inner = new ArrayList<>(groups);
                    inner.add(heading(group));
                    collect(group.items(), inner, columns);
                }
            }
        }
    }

    private static Set<String> labels(Leaf leaf) {
        var labels = new LinkedHashSet<String>();
        labels.add(heading(leaf));
        labels.add(leaf.title());
        if (leaf.source().getTitle() != null) {
            labels.add(leaf.source().getTitle());
        }
        labels.addAll(leaf.source().getSynonyms());
        return labels;
    }

    /** Returns the heading as it is printed: the title with its instruction. */
    private static String heading(Item item) {
        return item.instruction() == null ? item.title() : item.title() + " (" + item.instruction() + ")";
    }

    /** Returns the headings of the groups and of the column, for the user. */
    String path() {
        return groups.isEmpty() ? leaf.title() : String.join(" / ", groups) + " / " + leaf.title();
    }

    boolean isRequired() {
        return leaf.source().isRequired();
    }
}
