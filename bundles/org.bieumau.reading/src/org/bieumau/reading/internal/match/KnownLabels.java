/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.Column;
import org.bieumau.model.Indicator;
import org.bieumau.model.IndicatorMapping;
import org.bieumau.model.MappingItem;
import org.bieumau.model.SectionMapping;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.jspecify.annotations.Nullable;

/** Labels that the user assigned to columns, printed rows and sections in earlier runs. */
public final class KnownLabels {

    private static final String SEPARATOR = " / ";

    private final Map<String, Optional<Column>> columns = new HashMap<>();
    private final Map<Indicator, Set<String>> rows = new HashMap<>();
    private final Set<String> ignoredRows = new HashSet<>();
    private final Map<String, String> sections = new HashMap<>();

    /** Returns a copy, which later decisions do not change. */
    public KnownLabels copy() {
        var copy = new KnownLabels();
        copy.columns.putAll(columns);
        copy.rows.putAll(rows);
        copy.ignoredRows.addAll(ignoredRows);
        copy.sections.putAll(sections);
        return copy;
    }

    /**
     * Records the decision of the user about a label.
     *
     * @param label label as {@link #of} writes it
     * @param column column of the template; empty if the column is not to be read
     */
    public void add(String label, Optional<Column> column) {
        columns.put(key(label), column);
    }

    /**
     * Records the decision of the user about a label in one column of a file that has several columns with it.
     *
     * @param place name of the column in the file, such as <code>C</code>, or its number
     */
    public void add(String label, String place, Optional<Column> column) {
        columns.put(key(label) + '\t' + place, column);
    }

    /** Records a decision about rows or sections; one about columns needs the template. */
    public void add(MappingItem item) {
        switch (item) {
            case IndicatorMapping row when row.getLabel() != null && row.isIgnored() -> ignoreRow(row.getLabel());
            case IndicatorMapping row
            when row.getLabel() != null
                    && row.getIndicator() != null
                    && !row.getIndicator().eIsProxy() -> addRow(row.getLabel(), row.getIndicator());
            case SectionMapping section
            when section.getLabel() != null && section.getTitle() != null ->
                addSection(section.getLabel(), section.getTitle());
            case SectionMapping section
            when section.getLabel() != null
                    && section.getTerm() != null
                    && section.getTerm().getTitle() != null ->
                addSection(section.getLabel(), section.getTerm().getTitle());
            default -> {}
        }
    }

    /**
     * Records another label of a printed row.
     *
     * @param label the label, either alone or preceded by the labels of its parent rows
     */
    public void addRow(String label, Indicator row) {
        rows.computeIfAbsent(row, key -> new HashSet<>()).add(last(label));
    }

    /** Records that a row is known and has no place in the form. */
    public void ignoreRow(String label) {
        ignoredRows.add(key(last(label)));
    }

    /** Records the name that the form has for a section with a heading. */
    public void addSection(String heading, String name) {
        sections.put(VietnameseText.fold(heading), name);
    }

    /** Returns whether the user decided anything about columns. */
    boolean hasColumns() {
        return !columns.isEmpty();
    }

    /** Returns the other labels of a printed row. */
    public Set<String> rows(Indicator row) {
        return rows.getOrDefault(row, Set.of());
    }

    public boolean isIgnoredRow(String label) {
        return !ignoredRows.isEmpty() && ignoredRows.contains(key(label));
    }

    /** Returns the name that the form has for a section; empty if the user decided nothing. */
    public Optional<String> section(String heading) {
        return sections.isEmpty() ? Optional.empty() : Optional.ofNullable(sections.get(VietnameseText.fold(heading)));
    }

    private static String last(String label) {
        return label.substring(
                label.lastIndexOf(SEPARATOR) < 0 ? 0 : label.lastIndexOf(SEPARATOR) + SEPARATOR.length());
    }

    /**
     * Returns what the user decided about a column; null if nothing.
     *
     * @param place name of the column in the file
     */
    @Nullable
    Optional<Column> find(ShapeColumn column, String place) {
        var label = key(of(column));
        var known = columns.get(label + '\t' + place);
        return known == null ? columns.get(label) : known;
    }

    /** Returns the label under which the decision about a column is recorded: its groups and its own label. */
    public static String of(ShapeColumn column) {
        return of(column.path());
    }

    private static String of(List<String> path) {
        return String.join(SEPARATOR, path);
    }

    private static String key(String label) {
        return Label.of(label).toString();
    }
}
