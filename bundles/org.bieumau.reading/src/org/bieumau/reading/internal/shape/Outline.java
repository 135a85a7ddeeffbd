/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bieumau.reading.internal.grid.GridCell;
import org.jspecify.annotations.Nullable;

/** Determines the levels of the rows of a table whose sections are known. */
public final class Outline {

    private Outline() {}

    /** Returns for each row the number of rows above it, by the ordinals of the rows; a row may have none. */
    public static List<Integer> levels(List<Optional<Ordinal>> ordinals) {
        var outline = new RowLevels(0);
        return ordinals.stream()
                .map(ordinal -> outline.add(ordinal, 0, false).level())
                .toList();
    }

    /** Returns for each row its ordinals from the outermost; null for rows that are not part of an outline. */
    static List<@Nullable List<String>> of(TableBody body, List<RowKind> kinds) {
        var grid = body.grid();
        var paths = new ArrayList<@Nullable List<String>>();
        var outline = new RowLevels(0);
        for (int row = 0; row < grid.height(); row++) {
            if (kinds.get(row) == RowKind.SECTION) {
                outline.clear();
            }
            paths.add(
                    kinds.get(row) == RowKind.BODY
                            ? outline.add(ordinal(body, row), 0, false).path()
                            : null);
        }
        return paths;
    }

    private static Optional<Ordinal> ordinal(TableBody body, int row) {
        var grid = body.grid();
        if (body.ordinals() instanceof ShapeColumn column && grid.at(row, column.first()) instanceof GridCell cell) {
            return Ordinal.of(cell.text());
        }
        return grid.at(row, body.labels().first()) instanceof GridCell label
                ? Ordinal.before(label.text()).map(Ordinal.Before::ordinal)
                : Optional.empty();
    }

    /** Returns whether any row is below another one. */
    static boolean hasLevels(List<@Nullable List<String>> paths) {
        return paths.stream().anyMatch(path -> path != null && path.size() > 1);
    }

    /** Returns the levels of a table without an outline. */
    static List<@Nullable List<String>> flat(int rows) {
        return Collections.nCopies(rows, null);
    }
}
