/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.dsl.internal.DslMessages;

/** Tells why a file is not replaced by an output without asking. */
public final class KeptOutput {

    private KeptOutput() {}

    /**
     * Returns the problem of a file that somebody has edited since it was exported, or that is not the former output;
     * empty if the file can be replaced.
     *
     * @throws IOException if the file cannot be read
     */
    public static Optional<Problem> problem(ExportPlan.Output output, Path target) throws IOException {
        if (!Files.isRegularFile(target)) {
            return Optional.empty();
        }
        var code = switch (ExportPlan.state(output, target)) {
            case INTACT -> null;
            case OTHER_ORIGIN -> "OUTPUT-OTHER";
            case UNKNOWN -> "OUTPUT-EDITED";
        };
        return Optional.ofNullable(code)
                .map(each -> Problem.error(DslMessages.ALL, each, Place.of(target.toString()), target));
    }
}
