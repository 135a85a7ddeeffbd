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
 * @param reads the forms and documents, in the order of the files
 * @param insertion the text that is added
 * @param text the whole text of the file with them
 */
public record ImportResult(List<Read> reads, Insertion insertion, String text) {

    /** A form or document that was read. */
    public sealed interface Read {

        /** Returns the file that it was read from. */
        Path file();

        String name();

        /** Returns what was not read. */
        List<Left> leftovers();

        /** Returns what is doubtful, lost or wrong. */
        List<Problem> problems();
    }

    /**
     * A form that was read.
     *
     * @param file the file that it was read from
     * @param table the form as the editor shows it
     * @param leftovers what was not read
     * @param problems what is doubtful, lost or wrong
     * @param questions what the file leaves open
     */
    public record ReadForm(
            Path file,
            String name,
            FormTable table,
            List<Left> leftovers,
            List<Problem> problems,
            List<Question> questions)
            implements Read {}

    /**
     * A document that was read.
     *
     * @param lines the document as it will be printed
     */
    public record ReadDocument(
            Path file, String name, List<PrintedLine> lines, List<Left> leftovers, List<Problem> problems)
            implements Read {}

    /** Something that was not read, with its place in the file. */
    public record Left(String place, String text) {}

    public ImportResult {
        reads = List.copyOf(reads);
    }

    /** Returns the forms. */
    public List<ReadForm> forms() {
        return reads.stream()
                .filter(ReadForm.class::isInstance)
                .map(ReadForm.class::cast)
                .toList();
    }
}
