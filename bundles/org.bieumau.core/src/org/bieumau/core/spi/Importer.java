/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Reads the tables of a file, so that they can be matched with the columns of a form. */
public interface Importer extends Contribution {

    /** Returns the file extensions of the format, in lower case and without a dot. */
    Set<String> extensions();

    /**
     * A table read from a file.
     *
     * @param place its place in the file, for the user: the sheet, or the number of the table
     * @param rows the rows from top to bottom, each with its cells from left to right
     */
    record Grid(String place, List<List<String>> rows) {}

    /**
     * Reads the tables of a file. The stream is left open.
     *
     * @throws IOException if the file cannot be read; the message tells why
     */
    List<Grid> read(InputStream in, Progress progress) throws IOException;
}
