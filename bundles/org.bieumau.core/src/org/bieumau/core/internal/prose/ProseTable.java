/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.prose;

import java.util.List;
import org.bieumau.core.text.Span;
import org.bieumau.model.TableRow;

/**
 * A table in a text.
 *
 * @param header whether the first row is the header
 * @param alignments the alignment of the cells of each column
 * @param rows the rows, each with at most one cell per column
 */
public record ProseTable(boolean header, List<Alignment> alignments, List<Row> rows) implements ProseBlock {

    /** Horizontal alignment of a cell. */
    public enum Alignment {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A row: the spans of each cell. */
    public record Row(List<List<Span>> cells, TableRow source) {}
}
