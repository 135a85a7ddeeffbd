/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.bieumau.core.layout.Layout;
import org.bieumau.core.problem.Finding;

/**
 * Writes a layout in a file format. The same layout gives the same bytes. An exporter makes no layout decisions: it
 * pulls the blocks of the layout and renders them.
 */
public interface Exporter extends Contribution {

    /** Returns the id, in lower case, such as <code>docx</code>; it is also the file extension. */
    @Override
    String id();

    /** Returns whether the format can represent a layout: a workbook can hold a form, but not a letter. */
    default boolean accepts(Layout layout) {
        return true;
    }

    /**
     * Returns this exporter with options given by the user, such as <code>font</code>. Unknown options are ignored.
     *
     * @throws IllegalArgumentException if a value cannot be used; the message tells the user why
     */
    default Exporter with(Map<String, String> options) {
        return this;
    }

    /**
     * Returns findings for the parts of a layout that the format cannot represent, such as rules that a spreadsheet
     * does not check. They are shown to the user before the file is written; if one of them is an error, the file is
     * written only if the user wants it all the same. If the first argument of a finding is a character of the
     * element's text, it is reported at the place of the character. None by default.
     *
     * @throws FormatLimitException if the layout exceeds limits of the format, so that {@link #export} would throw this
     * @throws IOException if the rows cannot be read
     */
    default List<Finding> leftOut(Layout layout) throws IOException {
        return List.of();
    }

    /**
     * Writes the file. The stream is left open.
     *
     * @param progress receives each row; output written before a cancellation is unusable
     * @throws FormatLimitException if the layout exceeds limits of the format
     * @throws IOException if the rows cannot be read or the stream cannot be written
     * @throws java.util.concurrent.CancellationException if the progress was cancelled
     */
    void export(Layout layout, OutputStream out, Progress progress) throws IOException;
}
