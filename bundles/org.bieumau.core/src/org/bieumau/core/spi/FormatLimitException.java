/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.util.Objects;
import org.bieumau.core.problem.Finding;

/**
 * Thrown by an exporter if a layout exceeds a limit of the format, such as the number of columns of a table, so that no
 * file can be written. Content that a file merely lacks is reported by {@link Exporter#leftOut} instead.
 */
public final class FormatLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** @param finding tells the user where the limit is exceeded and what to do */
    public FormatLimitException(Finding finding) {
        super(finding.message());
        this.finding = Objects.requireNonNull(finding);
    }

    /** Returns where the limit is exceeded and what to do. */
    public Finding finding() {
        return finding;
    }
}
