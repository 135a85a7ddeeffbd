/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/** Reads the tables of a file format, to be matched with the columns of a form. */
public interface Importer extends Contribution {

    /** The file extensions that it reads, without the dot, in lower case. */
    Set<String> extensions();

    /**
     * A table as it was read.
     *
     * @param place where it stands, for the user: the sheet, or the number of the table
     * @param rows its rows from top to bottom, each with its cells from left to right
     */
    record Grid(String place, List<List<String>> rows) {}

    /**
     * Reads the tables of a file. The stream is left open.
     *
     * @throws IOException if the file cannot be read; the message says why
     */
    List<Grid> read(InputStream in, Progress progress) throws IOException;
}
