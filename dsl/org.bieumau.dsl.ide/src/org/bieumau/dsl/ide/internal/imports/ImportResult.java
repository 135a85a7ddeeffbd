/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.nio.file.Path;
import java.util.List;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.ide.internal.table.FormTable;
import org.bieumau.reading.internal.values.Question;

/**
 * What an import adds to a file.
 *
 * @param forms the forms, in the order of the files
 * @param insertion the text that is added
 * @param text the whole text of the file with the forms
 */
public record ImportResult(List<Read> forms, Insertion insertion, String text) {

    /**
     * A form that was read.
     *
     * @param file the file that it was read from
     * @param table the form as the editor shows it
     * @param leftovers what was not read
     * @param problems what is doubtful, lost or wrong
     * @param questions what the file leaves open
     */
    public record Read(
            Path file,
            String name,
            FormTable table,
            List<Left> leftovers,
            List<Problem> problems,
            List<Question> questions) {}

    /** Something that was not read, with its place in the file. */
    public record Left(String place, String text) {}

    public ImportResult {
        forms = List.copyOf(forms);
    }
}
