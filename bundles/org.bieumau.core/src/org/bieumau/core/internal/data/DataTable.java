/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.bieumau.core.internal.value.CellReader;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;

/** A table of a data source, read row by row. {@link DataRows} converts it to rows of a form. */
public interface DataTable extends Closeable {

    /** Returns the labels of the columns, in order; a label is an empty string if the column has none. */
    List<String> labels();

    /**
     * Moves to the next row.
     *
     * @return whether there is one
     */
    boolean next() throws IOException;

    /** Returns the number of cells of the current row, which may differ from the number of labels. */
    int width();

    /**
     * Returns the content of a cell of the current row, of a type that {@link CellReader#read} accepts; null if it is
     * empty.
     *
     * @param column from 0, less than {@link #width}
     */
    Object cell(int column) throws IOException;

    /** Returns the heading of the section of the current row if the format stores it outside of cells; else null. */
    default String section() {
        return null;
    }

    /** Returns problems of the whole file that do not prevent reading, such as an old encoding. */
    default List<Problem> problems() {
        return List.of();
    }

    /** Returns the place of the current row; before the first row, that of the labels. */
    Place place();

    /** Returns the place of a cell of the current row, as exactly as the format records it. */
    default Place place(int column) {
        return place();
    }
}
