/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.model.Entry;
import org.jspecify.annotations.Nullable;

/** A source of rows that are stored outside the file of a form. It can be read any number of times, row by row. */
public interface RowSource {

    /**
     * Starts reading.
     *
     * @param target columns and sections of the form
     * @throws DataException if the rows cannot be read, with the problem
     * @throws IOException if the file cannot be read
     */
    Rows open(RowTarget target) throws IOException;

    /** Rows being read. */
    interface Rows extends Closeable {

        /**
         * Returns the next row, or null after the last one. May return the same object each time, with new content.
         *
         * @throws DataException if the row cannot be read, with the problem
         * @throws IOException if the row cannot be read
         */
        @Nullable
        SourcedEntry next() throws IOException;

        /**
         * Returns the problems found so far that do not end reading, such as a value that does not fit its column; its
         * cell keeps the text. A source limits their number.
         */
        default List<Problem> problems() {
            return List.of();
        }

        /** Returns the place of the row that {@link #next} returned last; null if it is not known. */
        default @Nullable Place place() {
            return null;
        }

        /** Returns the place of a column in the row that {@link #next} returned last, as exactly as it is known. */
        default @Nullable Place place(FormColumn column) {
            return place();
        }
    }

    /**
     * A row.
     *
     * @param section heading of the section of the row; null if the form has no sections. The rows of a section are
     *     consecutive
     * @param entry the row
     */
    record SourcedEntry(@Nullable String section, Entry entry) {}
}
