/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.ooxml.internal.reading;

import java.io.IOException;
import org.bieumau.core.problem.ProblemException;

/** Carries a problem through the interface of streams. */
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
