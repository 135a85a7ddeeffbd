/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.problem;

import org.jspecify.annotations.Nullable;
import java.util.Objects;

/** Thrown when a problem ends an operation. Its message is for the user; a stack trace should not be shown. */
public final class ProblemException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        this(problem, null);
    }

    public ProblemException(Problem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
