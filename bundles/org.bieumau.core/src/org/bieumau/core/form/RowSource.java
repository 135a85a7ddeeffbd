/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.bieumau.model.Entry;
import org.jspecify.annotations.Nullable;

/** A source of rows that are stored outside the file of a form. It can be read any number of times, row by row. */
public interface RowSource {

    /**
     * Starts reading.
     *
     * @param columns columns of the form, in order; cells refer to {@link FormColumn#source()}
     * @throws IOException if the rows cannot be read
     */
    Rows open(List<? extends FormColumn> columns) throws IOException;

    /** Rows being read. */
    interface Rows extends Closeable {

        /**
         * Returns the next row, or null after the last one. May return the same object each time, with new content.
         *
         * @throws IOException if the row cannot be read
         */
        @Nullable
        SourcedEntry next() throws IOException;
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
