/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.model.AddIndicator;
import org.bieumau.model.DropIndicator;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorChange;
import org.bieumau.model.IndicatorList;
import org.bieumau.model.Position;
import org.bieumau.model.RenameIndicator;

/** The rows that are printed with a form, in lists; a list may belong to a section. */
public final class GivenRows {

    /**
     * A list of rows.
     *
     * @param source the element that defines it
     * @param rows the outermost rows, in order
     */
    public record Block(IndicatorList source, List<GivenRow> rows) {

        /** Returns the heading of the section that contains the rows; empty if they are not in a section. */
        public Optional<String> section() {
            var term = source.getTerm();
            return term != null && !term.eIsProxy()
                    ? Optional.ofNullable(term.getTitle())
                    : Optional.ofNullable(source.getSectionTitle());
        }
    }

    private final List<Block> blocks = new ArrayList<>();
    private final Map<Indicator, GivenRow> bySource = new IdentityHashMap<>();
    private final List<GivenRow> all = new ArrayList<>();

    /** Resolves the rows of a template. */
    public static GivenRows of(FormTemplate template) {
        return new GivenRows(ResolvedTemplate.chain(template), true);
    }

    /**
     * Returns the rows to which the changes of a template can refer: those that the template and its bases declare.
     * References in the changes themselves are not resolved, because they are resolved by this result.
     */
    public static List<GivenRow> declared(FormTemplate template) {
        return new GivenRows(ResolvedTemplate.chain(template), false).all();
    }

    /** @param applied whether the changes of the first template are applied, too: dropped, renamed and added rows */
    private GivenRows(List<FormTemplate> chain, boolean applied) {
        var last = chain.getLast().getBase();
        var isCycle = last != null && !last.eIsProxy();
        for (int i = chain.size() - 1; i >= 0; i--) {
            for (var list : chain.get(i).getIndicatorLists()) {
                var rows = new ArrayList<GivenRow>();
                blocks.add(new Block(list, rows));
                list.getIndicators().forEach(each -> rows.add(row(each, list, Optional.empty())));
            }
            if (isCycle) {
                continue;
            }
            for (var change : chain.get(i).getIndicatorChanges()) {
                if (applied || i > 0 && change instanceof AddIndicator) {
                    apply(change);
                }
            }
        }
        blocks.forEach(block -> collect(block.rows(), all));
    }

    private GivenRow row(Indicator source, IndicatorList list, Optional<GivenRow> parent) {
        var row = new GivenRow(source, list, parent);
        bySource.put(source, row);
        source.getIndicators().forEach(each -> row.changeableChildren().add(row(each, list, Optional.of(row))));
        return row;
    }

    private void apply(IndicatorChange change) {
        switch (change) {
            case DropIndicator drop -> row(drop.getTarget()).ifPresent(this::drop);
            case RenameIndicator rename ->
                row(rename.getTarget()).ifPresent(row -> row.rename(rename.getOrdinal(), rename.getTitle()));
            case AddIndicator add -> {
                if (add.getIndicator() != null) {
                    row(add.getAnchor()).ifPresent(anchor -> add(add, anchor));
                }
            }
            default -> throw new IllegalArgumentException(change.eClass().getName());
        }
    }

    private void drop(GivenRow row) {
        siblings(row).remove(row);
        var below = new ArrayList<GivenRow>();
        collect(List.of(row), below);
        below.forEach(each -> bySource.remove(each.source()));
    }

    private void add(AddIndicator add, GivenRow anchor) {
        if (add.getPosition() == Position.INSIDE) {
            anchor.changeableChildren().add(row(add.getIndicator(), anchor.list(), Optional.of(anchor)));
        } else {
            var siblings = siblings(anchor);
            var index = siblings.indexOf(anchor) + (add.getPosition() == Position.AFTER ? 1 : 0);
            siblings.add(index, row(add.getIndicator(), anchor.list(), anchor.parent()));
        }
    }

    private List<GivenRow> siblings(GivenRow row) {
        return row.parent()
                .map(GivenRow::changeableChildren)
                .orElseGet(() -> blocks.stream()
                        .filter(block -> block.source() == row.list())
                        .findFirst()
                        .orElseThrow()
                        .rows());
    }

    private static void collect(List<GivenRow> rows, List<GivenRow> all) {
        for (var row : rows) {
            all.add(row);
            collect(row.children(), all);
        }
    }

    /** Returns the lists, in order. */
    public List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }

    /** Returns all rows in the order in which they are printed: each before the rows below it. */
    public List<GivenRow> all() {
        return Collections.unmodifiableList(all);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Returns the row for an element of the model; empty if a change dropped it. */
    public Optional<GivenRow> row(Indicator source) {
        return Optional.ofNullable(bySource.get(source));
    }

    /** Returns the row with a path. */
    public Optional<GivenRow> row(String path) {
        return all.stream().filter(row -> row.path().equals(path)).findFirst();
    }
}
