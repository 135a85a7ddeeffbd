/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.List;
import org.bieumau.core.text.Span;
import org.bieumau.model.TableRow;

/**
 * A table in a text.
 *
 * @param header whether the first row is its header
 * @param alignments how the cells of each column are aligned, as many as there are columns
 * @param rows the rows, each with at most as many cells as there are columns
 */
public record ProseTable(boolean header, List<Alignment> alignments, List<Row> rows) implements ProseBlock {

    /** How a cell is aligned. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A row. */
    public record Row(List<List<Span>> cells, TableRow source) {}
}
