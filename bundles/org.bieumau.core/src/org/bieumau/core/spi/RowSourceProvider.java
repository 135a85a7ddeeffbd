/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.nio.file.Path;
import java.util.Set;
import org.bieumau.core.form.RowSource;

/**
 * Reads the rows of forms from files of a format: <code>dữ liệu từ "danhsach.csv"</code>. The id is the name of the
 * format, as in <code>định dạng "csv"</code>.
 */
public interface RowSourceProvider extends Contribution {

    /** Returns the file extensions of the format, in lower case and without a dot, used when a form names no format. */
    Set<String> extensions();

    /**
     * Returns the rows of a file. The file is opened when rows are read, not before; checking a form does not open it.
     *
     * @param file the file; it may be missing
     */
    RowSource rows(Path file);
}
