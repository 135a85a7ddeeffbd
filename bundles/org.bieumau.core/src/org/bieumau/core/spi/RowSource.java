/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.Closeable;
import java.io.IOException;
import org.bieumau.core.form.ResolvedTemplate;
import org.bieumau.model.Entry;

/** The rows of a form that do not lie in its file. They are read one by one, as often as asked. */
public interface RowSource {

    /**
     * Begins reading.
     *
     * @param template the form's template, for the columns that cells refer to
     * @throws IOException if the rows cannot be read
     */
    Rows open(ResolvedTemplate template) throws IOException;

    /** Rows being read. */
    interface Rows extends Closeable {

        /**
         * The next row, or null at the end. A row may be the same object each time, with other content.
         *
         * @throws IOException if the rows cannot be read on
         */
        SourcedEntry next() throws IOException;
    }

    /**
     * A row.
     *
     * @param section the heading of its section, or null where the form has none; rows of a section come together
     * @param entry the row
     */
    record SourcedEntry(String section, Entry entry) {}
}
