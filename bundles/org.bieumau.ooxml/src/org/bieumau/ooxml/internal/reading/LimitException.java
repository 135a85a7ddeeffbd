/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.IOException;
import org.bieumau.core.problem.ProblemException;

/** Carries a problem through the methods of a stream, which may throw only I/O exceptions. */
final class LimitException extends IOException {

    private static final long serialVersionUID = 1L;

    private final ProblemException problem;

    LimitException(ProblemException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    ProblemException problem() {
        return problem;
    }
}
