/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.match;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.model.Column;
import org.bieumau.reading.internal.shape.ShapeColumn;
import org.jspecify.annotations.Nullable;

/** Labels that the user assigned to columns in earlier runs. */
public final class KnownLabels {

    private final Map<String, Optional<Column>> columns = new HashMap<>();

    /** Returns a copy, which later decisions do not change. */
    public KnownLabels copy() {
        var copy = new KnownLabels();
        copy.columns.putAll(columns);
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
        return String.join(" / ", path);
    }

    private static String key(String label) {
        return Label.of(label).toString();
    }
}
