/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.bieumau.core.form.FormColumn;
import org.bieumau.core.form.RowTarget;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.AddItem;
import org.bieumau.model.Column;
import org.bieumau.model.ColumnGroup;
import org.bieumau.model.ColumnItem;
import org.bieumau.model.ColumnType;
import org.bieumau.model.DropItem;
import org.bieumau.model.Expression;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.MoveItem;
import org.bieumau.model.Orientation;
import org.bieumau.model.PaperSize;
import org.bieumau.model.PlaceholderSpec;
import org.bieumau.model.Position;
import org.bieumau.model.RenameItem;
import org.bieumau.model.Rule;
import org.bieumau.model.SectionSpec;
import org.bieumau.model.Signature;
import org.bieumau.model.TemplateChange;
import org.jspecify.annotations.NonNull;

/**
 * A form template with its bases and their changes applied, for the layout, the checks and the readers of filled forms.
 * It is a snapshot that does not follow changes of the model.
 */
public final class ResolvedTemplate implements RowTarget {

    /** A node of the column tree. */
    public sealed interface Item permits Group, Leaf {

        String name();

        /** Returns the heading; never null. */
        String title();

        /** Returns the instruction for filling in the column or group, or null. */
        String instruction();

        /** Returns the element that defines the item, in the template or in one of its bases. */
        ColumnItem source();
    }

    /** A group of columns under a common heading. */
    public record Group(String name, String title, String instruction, ColumnGroup source, List<Item> items)
            implements Item {

        /** Returns the number of columns that the group spans. */
        public int span() {
            return leaves(items).size();
        }
    }

    /**
     * A column.
     *
     * @param index the position among all columns, from 0
     */
    public record Leaf(
            String name,
            @NonNull String title,
            String instruction,
            @NonNull Column source,
            int index) implements Item, FormColumn {

        @Override
        public @NonNull ColumnType type() {
            return source.getType();
        }
    }

    private final FormTemplate template;
    private final List<FormTemplate> chain;
    private final List<Item> items;
    private final List<Leaf> columns;
    private final Map<Column, Leaf> leaves = new IdentityHashMap<>();
    private final Map<Leaf, List<Leaf>> inputs = new ConcurrentHashMap<>();
    private final Optional<Leaf> titleColumn;
    private final Optional<Leaf> ordinalColumn;
    private final GivenRows givenRows;
    private Evaluator.Scope names;

    private ResolvedTemplate(FormTemplate template, List<FormTemplate> chain, List<Item> items) {
        this.template = template;
        this.chain = chain;
        this.items = items;
        this.columns = leaves(items);
        columns.forEach(leaf -> leaves.put(leaf.source(), leaf));
        titleColumn = first(ColumnType.TEXT).or(() -> first(ColumnType.PROSE));
        ordinalColumn = first(ColumnType.ORDINAL);
        givenRows = GivenRows.of(template);
    }

    /** Resolves a template; cycles of bases are not followed. */
    public static ResolvedTemplate of(FormTemplate template) {
        var chain = chain(template);
        var nodes = new ArrayList<Node>();
        for (int i = chain.size() - 1; i >= 0; i--) {
            for (var item : chain.get(i).getItems()) {
                nodes.add(new Node(item));
            }
            for (var change : chain.get(i).getChanges()) {
                apply(change, nodes);
            }
        }
        return new ResolvedTemplate(template, List.copyOf(chain), freeze(nodes, new int[1]));
    }

    /** Returns a template and its bases, the template first; each once, even if the bases form a cycle. */
    public static List<FormTemplate> chain(FormTemplate template) {
        Set<FormTemplate> chain = new LinkedHashSet<>();
        for (var t = template; t != null && !t.eIsProxy() && chain.add(t); ) {
            t = t.getBase();
        }
        return new ArrayList<>(chain);
    }

    /** Returns the scope of the names in the template's file. */
    Evaluator.Scope names() {
        if (names == null) {
            names = Names.of(template);
        }
        return names;
    }

    // Applying changes to the column tree

    private static final class Node {

        final ColumnItem source;
        final List<Node> children = new ArrayList<>();
        String name;
        String title;

        Node(ColumnItem source) {
            this.source = source;
            name = source.getName();
            title = source.getTitle();
            if (source instanceof ColumnGroup group) {
                group.getItems().forEach(item -> children.add(new Node(item)));
            }
        }
    }

    private static void apply(TemplateChange change, List<Node> nodes) {
        switch (change) {
            case DropItem drop -> take(drop.getTarget(), nodes);
            case RenameItem rename ->
                find(rename.getTarget(), nodes).ifPresent(node -> {
                    node.name = rename.getName() != null ? rename.getName() : node.name;
                    node.title = rename.getTitle() != null ? rename.getTitle() : node.title;
                });
            case MoveItem move -> {
                if (!contains(move.getTarget(), move.getAnchor(), nodes)) {
                    take(move.getTarget(), nodes)
                            .ifPresent(node -> put(node, move.getPosition(), move.getAnchor(), nodes));
                }
            }
            case AddItem add -> {
                if (add.getItem() != null) {
                    put(new Node(add.getItem()), add.getPosition(), add.getAnchor(), nodes);
                }
            }
            default -> throw new IllegalArgumentException(change.eClass().getName());
        }
    }

    /** Returns whether the anchor is the target or inside it, so that the target cannot move there. */
    private static boolean contains(ColumnItem target, ColumnItem anchor, List<Node> nodes) {
        return find(target, nodes)
                .map(node -> find(anchor, List.of(node)).isPresent())
                .orElse(true);
    }

    private static Optional<Node> find(ColumnItem source, List<Node> nodes) {
        for (var node : nodes) {
            if (node.source == source) {
                return Optional.of(node);
            }
            var below = find(source, node.children);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    private static Optional<Node> take(ColumnItem source, List<Node> nodes) {
        for (var each = nodes.iterator(); each.hasNext(); ) {
            var node = each.next();
            if (node.source == source) {
                each.remove();
                return Optional.of(node);
            }
            var below = take(source, node.children);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }

    /** Inserts a node next to or into the anchor; at the end if there is no such anchor, so that it is not lost. */
    private static void put(Node node, Position position, ColumnItem anchor, List<Node> nodes) {
        if (!putAtAnchor(node, position, anchor, nodes)) {
            nodes.add(node);
        }
    }

    private static boolean putAtAnchor(Node node, Position position, ColumnItem anchor, List<Node> nodes) {
        for (int i = 0; i < nodes.size(); i++) {
            var candidate = nodes.get(i);
            if (candidate.source == anchor) {
                switch (position) {
                    case BEFORE -> nodes.add(i, node);
                    case AFTER -> nodes.add(i + 1, node);
                    case INSIDE -> candidate.children.add(node);
                }
                return true;
            }
            if (putAtAnchor(node, position, anchor, candidate.children)) {
                return true;
            }
        }
        return false;
    }

    /** Converts nodes to items. Groups that are empty after the changes are left out. */
    private static List<Item> freeze(List<Node> nodes, int[] index) {
        var items = new ArrayList<Item>();
        for (var node : nodes) {
            var title = node.title != null ? node.title : node.name == null ? "" : node.name;
            if (node.source instanceof Column column) {
                items.add(new Leaf(node.name, title, column.getInstruction(), column, index[0]++));
            } else {
                var children = freeze(node.children, index);
                if (!children.isEmpty()) {
                    items.add(new Group(
                            node.name, title, node.source.getInstruction(), (ColumnGroup) node.source, children));
                }
            }
        }
        return Collections.unmodifiableList(items);
    }

    private static List<Leaf> leaves(List<Item> items) {
        var leaves = new ArrayList<Leaf>();
        for (var item : items) {
            switch (item) {
                case Leaf leaf -> leaves.add(leaf);
                case Group group -> leaves.addAll(leaves(group.items()));
            }
        }
        return Collections.unmodifiableList(leaves);
    }

    // Queries

    public FormTemplate template() {
        return template;
    }

    /** Returns the roots of the column tree. */
    public List<Item> items() {
        return items;
    }

    /** Returns all columns, in order. */
    @Override
    public @NonNull List<Leaf> columns() {
        return columns;
    }

    /** Returns all groups, outer groups before inner ones. */
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        collectGroups(items, groups);
        return groups;
    }

    private static void collectGroups(List<Item> items, List<Group> groups) {
        for (var item : items) {
            if (item instanceof Group group) {
                groups.add(group);
                collectGroups(group.items(), groups);
            }
        }
    }

    /** Returns the number of header rows, the depth of the column tree. */
    public int depth() {
        return depth(items);
    }

    private static int depth(List<Item> items) {
        var depth = 0;
        for (var item : items) {
            depth = Math.max(depth, item instanceof Group group ? 1 + depth(group.items()) : 1);
        }
        return depth;
    }

    /** Returns the column for an element of the model; empty if a change dropped it. */
    public Optional<Leaf> column(Column source) {
        return Optional.ofNullable(leaves.get(source));
    }

    /** Returns the column that holds the title of a row: the first text column, or else the first prose column. */
    public Optional<Leaf> titleColumn() {
        return titleColumn;
    }

    /** Returns the column with the ordinals of rows. */
    public Optional<Leaf> ordinalColumn() {
        return ordinalColumn;
    }

    /** Returns the rows that are printed with the form. */
    public GivenRows givenRows() {
        return givenRows;
    }

    private Optional<Leaf> first(ColumnType type) {
        return columns.stream().filter(leaf -> leaf.type() == type).findFirst();
    }

    /**
     * Returns the columns that decide whether a computed column shows a value: those that its formula names. An empty
     * mark means «no», so a formula that names nothing but marks depends on all columns that can be filled in.
     */
    public List<Leaf> inputs(Leaf computed) {
        return inputs.computeIfAbsent(computed, column -> {
            var named = columns.stream()
                    .filter(ResolvedTemplate::canBeFilled)
                    .filter(leaf -> leaf.type() != ColumnType.MARK)
                    .filter(leaf -> names(column.source().getFormula(), leaf.name()))
                    .toList();
            return named.isEmpty()
                    ? columns.stream().filter(ResolvedTemplate::canBeFilled).toList()
                    : named;
        });
    }

    private static boolean canBeFilled(Leaf column) {
        return column.type() != ColumnType.COMPUTED && column.type() != ColumnType.ORDINAL;
    }

    private static boolean names(Expression formula, String column) {
        return formula != null && column != null && Rules.names(formula, column::equals);
    }

    /** Returns the column whose text the ordinal precedes; empty if there is none or ordinals have their own column. */
    public Optional<Leaf> ordinalIn() {
        return ordinalColumn.isPresent()
                ? Optional.empty()
                : inherited(FormTemplate::getOrdinalIn).flatMap(this::column);
    }

    public String title() {
        return inherited(FormTemplate::getTitle).orElse("");
    }

    /** Returns the label of the form, such as «Biểu số 2»; empty if there is none. */
    public String label() {
        return inherited(FormTemplate::getLabel).orElse("");
    }

    public PaperSize paper() {
        return inherited(FormTemplate::getPaper).orElse(PaperSize.A4);
    }

    public Orientation orientation() {
        return inherited(FormTemplate::getOrientation).orElse(Orientation.LANDSCAPE);
    }

    public boolean hasColumnNumberRow() {
        return inherited(FormTemplate::getColumnNumberRow).orElse(false);
    }

    public boolean columnNumbersItalic() {
        return inherited(FormTemplate::getColumnNumbersItalic).orElse(false);
    }

    /** Returns how a column number is printed, with the digit 1 in its place. */
    public String columnNumberPattern() {
        return inherited(FormTemplate::getColumnNumberPattern)
                .filter(pattern -> pattern.contains("1"))
                .orElse("1");
    }

    /** Returns whether the row of column numbers shows formulas. */
    public boolean hasColumnFormulas() {
        return inherited(FormTemplate::getColumnFormulas).orElse(false);
    }

    /** Returns the line above the title that names the unit; empty if there is none. */
    public String unitLine() {
        return inherited(FormTemplate::getUnitLine).orElse("");
    }

    /** Returns the unit of measurement of the numbers; empty if there is none. */
    public String measureUnit() {
        return inherited(FormTemplate::getMeasureUnit).orElse("");
    }

    /** Returns whether place and date are printed even if the form has no date yet. */
    public boolean hasDateLine() {
        return inherited(FormTemplate::getDateLine).orElse(false);
    }

    /** Returns the signature blocks at the end of the form. */
    public List<Signature> signatures() {
        return chain.stream()
                .map(FormTemplate::getSignatures)
                .filter(signatures -> !signatures.isEmpty())
                .findFirst()
                .<List<Signature>>map(List::copyOf)
                .orElse(List.of());
    }

    /** Returns the minimum number of rows of a filled form. */
    public int minimumEntries() {
        return inherited(FormTemplate::getMinimumEntries).orElse(0);
    }

    /** Returns how rows are grouped into sections; empty if they are not. */
    @Override
    public @NonNull Optional<SectionSpec> sections() {
        return inherited(FormTemplate::getSections);
    }

    /** Returns the definition of the empty rows of the blank form. */
    public Optional<PlaceholderSpec> placeholders() {
        return inherited(FormTemplate::getPlaceholders);
    }

    /** Returns the rules of the template and its bases; a rule overrides a base's rule with the same name. */
    public List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        for (var t : chain) {
            for (var rule : t.getRules()) {
                if (rules.stream()
                        .noneMatch(r -> r.getName() != null && r.getName().equals(rule.getName()))) {
                    rules.add(rule);
                }
            }
        }
        return rules;
    }

    private <T> Optional<T> inherited(Function<FormTemplate, T> setting) {
        return chain.stream().map(setting).filter(Objects::nonNull).findFirst();
    }
}
