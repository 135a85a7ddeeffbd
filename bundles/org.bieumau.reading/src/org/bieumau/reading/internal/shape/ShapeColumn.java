/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.internal.shape;

import java.util.List;

/**
 * A column of a table.
 *
 * @param first first column of the grid, from 0
 * @param span number of columns of the grid
 * @param path labels from the outermost group to the column itself, each in one line
 * @param number number of the column as it is shown; an empty string if there is none
 */
public record ShapeColumn(int first, int span, List<String> path, String number) {

    public ShapeColumn {
        path = List.copyOf(path);
    }

    /** Returns the label of the column itself; an empty string if it has none. */
    public String label() {
        return path.isEmpty() ? "" : path.getLast();
    }

    /** Returns the column of the grid after the last one. */
    public int end() {
        return first + span;
    }
}
