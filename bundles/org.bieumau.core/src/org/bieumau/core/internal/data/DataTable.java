/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.data;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;

/** A table of a data source, read row by row. {@link DataRows} makes rows of a form of it. */
public interface DataTable extends Closeable {

    /** Returns the labels of the columns, in order; a label is an empty string if the column has none. */
    List<String> labels();

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     */
    boolean next() throws IOException;

    /** Returns the number of cells of the current row, which may differ from the number of labels. */
    int width();

    /**
     * Returns the content of a cell of the current row, as {@link CellReader#read} takes it; null if it is empty.
     *
     * @param column from 0, less than {@link #width}
     */
    Object cell(int column) throws IOException;

    /** Returns the heading of the section of the current row, if the format has one outside of cells; else null. */
    default String section() {
        return null;
    }

    /** Returns the problems of the file as a whole that do not end reading, such as an old encoding. */
    default List<Problem> problems() {
        return List.of();
    }

    /** Returns the place of the labels before the first row, of the current row later. */
    Place place();

    /** Returns the place of a cell of the current row, as exact as the format knows it. */
    default Place place(int column) {
        return place();
    }
}
