/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.model.AddIndicator;
import org.bieumau.model.BieumauFactory;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Indicator;
import org.bieumau.model.Position;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Takes the rows that a template prints from their places and puts them at others. A template states the places of rows
 * next to inherited ones by changes of its base.
 */
final class RowPlaces {

    private RowPlaces() {}

    /** Puts a row next to another one, or below it at the end. */
    static void put(Indicator row, Indicator anchor, Position position, FormTemplate changed) {
        if (!TemplateRows.isOwn(anchor, changed)) {
            changed.getIndicatorChanges().add(addition(row, position, anchor));
        } else if (position == Position.INSIDE) {
            anchor.getIndicators().add(row);
        } else if (anchor.eContainer() instanceof AddIndicator add) {
            // Rows that are added after the same row are printed in reverse order.
            var isReversed = add.getPosition() == Position.AFTER;
            var changes = changed.getIndicatorChanges();
            changes.add(
                    changes.indexOf(add) + ((position == Position.AFTER) != isReversed ? 1 : 0),
                    addition(row, add.getPosition(), add.getAnchor()));
        } else {
            var siblings = siblings(anchor);
            siblings.add(siblings.indexOf(anchor) + (position == Position.AFTER ? 1 : 0), row);
        }
    }

    private static AddIndicator addition(Indicator row, Position position, Indicator anchor) {
        var add = BieumauFactory.eINSTANCE.createAddIndicator();
        add.setIndicator(row);
        add.setPosition(position);
        add.setAnchor(anchor);
        return add;
    }

    @SuppressWarnings("unchecked")
    private static EList<Indicator> siblings(Indicator row) {
        return (EList<Indicator>) row.eContainer().eGet(row.eContainingFeature());
    }

    /** Takes a row from its place. */
    static void take(Indicator row) {
        EcoreUtil.remove(row.eContainer() instanceof AddIndicator add ? add : row);
    }

    /**
     * Returns the row of the same level at a distance from a row.
     *
     * @param by the distance, negative for rows before the row
     */
    static Optional<Indicator> sibling(Indicator row, int by, FormTemplate changed) {
        var all = GivenRows.of(changed);
        return all.row(row).flatMap(given -> {
            var siblings = siblings(given, all);
            var at = siblings.indexOf(given) + by;
            return at >= 0 && at < siblings.size()
                    ? Optional.of(siblings.get(at).source())
                    : Optional.empty();
        });
    }

    /** Returns the rows of the level of a row: those below the same row, or the outermost rows of the same list. */
    static List<GivenRow> siblings(GivenRow row, GivenRows all) {
        return row.parent()
                .map(GivenRow::children)
                .orElseGet(() -> all.blocks().stream()
                        .filter(block -> block.rows().contains(row))
                        .findFirst()
                        .orElseThrow()
                        .rows());
    }

    /** Puts a row after the one above it, with the rows that follow it at its level below it. */
    static void outdent(Indicator row, Indicator above, FormTemplate changed) {
        var followers = List.<Indicator>of();
        if (row.eContainer() == above) {
            var siblings = above.getIndicators();
            followers = List.copyOf(siblings.subList(siblings.indexOf(row) + 1, siblings.size()));
        }
        var all = GivenRows.of(changed);
        take(row);
        name(row, siblings(all.row(above).orElseThrow(), all));
        for (var follower : followers) {
            EcoreUtil.remove(follower);
            name(follower, children(row, changed, all));
            row.getIndicators().add(follower);
        }
        put(row, above, Position.AFTER, changed);
    }

    /** Returns the rows directly below a row. */
    static List<GivenRow> children(Indicator row, FormTemplate changed) {
        return children(row, changed, GivenRows.of(changed));
    }

    private static List<GivenRow> children(Indicator row, FormTemplate changed, GivenRows all) {
        return all.row(row).map(GivenRow::children).orElse(List.of());
    }

    /** Gives a row another name if one of its new siblings has the same. */
    static void name(Indicator row, List<GivenRow> siblings) {
        var names = new HashSet<String>();
        siblings.stream()
                .filter(each -> each.source() != row)
                .forEach(each -> names.add(each.source().getName()));
        var name = row.getName();
        for (int i = 2; names.contains(row.getName()); i++) {
            row.setName(name + i);
        }
    }

    /** Returns the rows whose names a row cannot have: those below the same row, or all outermost rows. */
    static List<GivenRow> namesakes(Indicator row, FormTemplate changed) {
        var all = GivenRows.of(changed);
        return all.row(row)
                .flatMap(GivenRow::parent)
                .map(GivenRow::children)
                .orElseGet(() -> all.blocks().stream()
                        .flatMap(block -> block.rows().stream())
                        .toList());
    }
}
