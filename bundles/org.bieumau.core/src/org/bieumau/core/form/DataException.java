/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.form;

import java.io.IOException;
import java.util.Objects;
import org.bieumau.core.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Thrown when the rows of a data source cannot be read, with the problem for the user. */
public final class DataException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public DataException(Problem problem) {
        this(problem, null);
    }

    public DataException(Problem problem, @Nullable Throwable cause) {
        super(problem.message(), cause);
        this.problem = Objects.requireNonNull(problem);
    }

    public Problem problem() {
        return problem;
    }
}
