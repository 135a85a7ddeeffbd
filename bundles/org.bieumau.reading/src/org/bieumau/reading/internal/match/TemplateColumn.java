/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Group;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Item;
import org.bieumau.core.internal.resolved.ResolvedTemplate.Leaf;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.RenameItem;

/**
 * A column of a template with all labels that its header may show.
 *
 * @param groups headings of the groups around it, from the outermost
 * @param labels headings of the column: its own, and other names
 * @param allGroups the same as <code>groups</code>, with the headings that the bases of an overlay print instead
 * @param allLabels the same as <code>labels</code>, with the headings that the bases of an overlay print instead
 */
record TemplateColumn(
        Leaf leaf, List<String> groups, Set<String> labels, Set<List<String>> allGroups, Set<String> allLabels) {

    /** Maximum number of paths, since each renamed group doubles it. */
    private static final int MOST_PATHS = 64;

    /** Returns the columns of a template in order. */
    static List<TemplateColumn> of(ResolvedTemplate template) {
        var columns = new ArrayList<TemplateColumn>();
        collect(template.items(), List.of(), Set.of(List.of()), ResolvedTemplate.chain(template.template()), columns);
        return columns;
    }

    private static void collect(
            List<Item> items,
            List<String> groups,
            Set<List<String>> paths,
            List<FormTemplate> chain,
            List<TemplateColumn> columns) {
        for (var item : items) {
            switch (item) {
                case Leaf leaf -> {
                    var labels = labels(leaf, List.of(leaf.title()));
                    labels.addAll(leaf.source().getSynonyms());
                    var all = new LinkedHashSet<>(labels);
                    all.addAll(labels(leaf, titles(leaf, chain)));
                    columns.add(new TemplateColumn(leaf, groups, labels, paths, all));
                }
                case Group group ->
                    collect(
                            group.items(),
                            with(groups, heading(group.title(), group)),
                            paths.stream()
                                    .flatMap(path -> labels(group, titles(group, chain)).stream()
                                            .map(label -> with(path, label)))
                                    .limit(MOST_PATHS)
                                    .collect(Collectors.toCollection(LinkedHashSet::new)),
                            chain,
                            columns);
            }
        }
    }

    private static List<String> with(List<String> groups, String group) {
        return Stream.concat(groups.stream(), Stream.of(group)).toList();
    }

    /** Returns the titles of a column or group in the template and in its bases. */
    private static Set<String> titles(Item item, List<FormTemplate> chain) {
        var titles = new LinkedHashSet<>(List.of(item.title()));
        chain.stream()
                .flatMap(template -> template.getChanges().stream())
                .filter(change -> change instanceof RenameItem rename
                        && rename.getTarget() == item.source()
                        && rename.getTitle() != null)
                .forEach(change -> titles.add(((RenameItem) change).getTitle()));
        var source = item.source().getTitle() == null
                ? item.source().getName()
                : item.source().getTitle();
        if (source != null) {
            titles.add(source);
        }
        return titles;
    }

    /** Returns headings with and without the instruction. */
    private static Set<String> labels(Item item, Collection<String> titles) {
        var labels = new LinkedHashSet<String>();
        titles.forEach(title -> {
            labels.add(heading(title, item));
            labels.add(title);
        });
        return labels;
    }

    /** Returns the heading as it is printed: the title with its instruction. */
    private static String heading(String title, Item item) {
        return item.instruction() == null ? title : title + " (" + item.instruction() + ")";
    }

    /** Returns the headings of the groups and of the column, for the user. */
    String path() {
        return groups.isEmpty() ? leaf.title() : String.join(" / ", groups) + " / " + leaf.title();
    }

    boolean isRequired() {
        return leaf.source().isRequired();
    }
}
