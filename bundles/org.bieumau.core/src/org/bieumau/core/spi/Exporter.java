/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Problem;

/**
 * Writes a layout in a file format. The same layout gives the same bytes. An exporter decides nothing that the layout
 * decides: it pulls the blocks and renders them.
 */
public interface Exporter extends Contribution {

    /** The id by which the command line names it, in lower case, such as <code>docx</code>; also its file extension. */
    @Override
    String id();

    /** Whether the format can hold this layout: a workbook holds forms, but no letter. */
    default boolean accepts(Layout layout) {
        return true;
    }

    /**
     * This exporter with options of the user's, such as <code>font</code>; those that it does not know it ignores.
     *
     * @throws IllegalArgumentException if a value cannot be used; the message, for the user, says why
     */
    default Exporter with(Map<String, String> options) {
        return this;
    }

    /**
     * What the format cannot hold of a layout, such as rules that a spreadsheet does not check: for the user, beside
     * the file. Nothing by default.
     */
    default List<Problem> leftOut(Layout layout) {
        return List.of();
    }

    /**
     * Writes the file. The stream is left open.
     *
     * @param progress is told of each row; what was written before a cancellation is of no use
     * @throws IOException if the rows cannot be read or the stream not be written
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    void export(Layout layout, OutputStream out, Progress progress) throws IOException;
}
