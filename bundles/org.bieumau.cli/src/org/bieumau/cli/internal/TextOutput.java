/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.bieumau.core.internal.export.WholeFile;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.ExportRun;

/** Writes .bieu files that the user named. A file with another text, which somebody may have written, is kept. */
final class TextOutput {

    private TextOutput() {}

    /**
     * Writes a file completely or not at all.
     *
     * @param force whether a file with another text is replaced
     * @throws ProblemException if there is such a file, or the file cannot be written
     */
    static void write(Path file, String text, boolean force) throws ProblemException {
        try {
            if (!force && isOther(file, text)) {
                throw new ProblemException(
                        Problem.error(CliMessages.ALL, "OUTPUT-KEPT", Place.of(file.toString()), file));
            }
            WholeFile.write(file, text);
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file, e), e);
        }
    }

    private static boolean isOther(Path file, String text) throws IOException {
        return Files.isRegularFile(file)
                && !Arrays.equals(Files.readAllBytes(file), text.getBytes(StandardCharsets.UTF_8));
    }
}
