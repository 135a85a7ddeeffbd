/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorList;

/** A row that is printed with a form (<i>chỉ tiêu</i>), with the changes of overlays applied. */
public final class GivenRow {

    /** Ordinals that are printed before the label even if there is a column for ordinals. */
    private static final Set<String> BULLETS = Set.of("-", "–", "+", "*", "•");

    private final Indicator source;
    private final IndicatorList list;
    private final Optional<GivenRow> parent;
    private final String path;
    private final int level;
    private final List<GivenRow> children = new ArrayList<>();
    private String ordinal;
    private String title;

    GivenRow(Indicator source, IndicatorList list, Optional<GivenRow> parent) {
        this.source = source;
        this.list = list;
        this.parent = parent;
        path = parent.map(row -> row.path + ".").orElse("") + source.getName();
        level = parent.map(row -> row.level + 1).orElse(0);
        ordinal = source.getOrdinal() == null ? "" : source.getOrdinal();
        title = source.getTitle() != null ? source.getTitle() : source.getName() == null ? "" : source.getName();
    }

    /** Returns the element that defines the row, in the template or in one of its bases. */
    public Indicator source() {
        return source;
    }

    /** Returns the list in which the row, or the outermost row above it, is declared. */
    public IndicatorList list() {
        return list;
    }

    public Optional<GivenRow> parent() {
        return parent;
    }

    /** Returns the names of the rows above and of the row itself, joined by dots. */
    public String path() {
        return path;
    }

    /** Returns the depth of the row: the number of its ancestors. */
    public int level() {
        return level;
    }

    /** Returns the rows one level below, in order. */
    public List<GivenRow> children() {
        return Collections.unmodifiableList(children);
    }

    /** Returns the ordinal as printed; empty if there is none. */
    public String ordinal() {
        return ordinal;
    }

    /** Returns the label without its ordinal. */
    public String title() {
        return title;
    }

    /** Returns whether the ordinal is a dash or the like, which is printed before the label. */
    public boolean hasBullet() {
        return BULLETS.contains(ordinal);
    }

    /** Returns the labels from the outermost row to this one. */
    public List<String> titles() {
        var titles = parent.map(row -> new ArrayList<>(row.titles())).orElseGet(ArrayList::new);
        titles.add(title);
        return titles;
    }

    /**
     * Returns whether totals of the form include the row, which they do unless one of its ancestors has numbers. Rows
     * below such a row are parts of its number, often by several criteria.
     */
    public boolean isCounted() {
        return parent.map(row -> row.source.isHeading() && row.isCounted()).orElse(true);
    }

    /** Returns the child with a name. */
    public Optional<GivenRow> child(String name) {
        return children.stream()
                .filter(row -> name.equals(row.source.getName()))
                .findFirst();
    }

    List<GivenRow> changeableChildren() {
        return children;
    }

    void rename(String newOrdinal, String newTitle) {
        ordinal = newOrdinal != null ? newOrdinal : ordinal;
        title = newTitle != null ? newTitle : title;
    }
}
