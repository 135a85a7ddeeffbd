/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.spi;

import java.io.IOException;
import java.util.List;
import org.bieumau.core.problem.Finding;

/**
 * Thrown by an exporter if a layout exceeds limits of the format, such as the number of columns of a table, so that no
 * file can be written. What a file merely lacks is returned by {@link Exporter#leftOut} instead.
 */
public final class FormatLimitException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * Creates an exception.
     *
     * @param findings tell the user where limits are exceeded and what to do; at least one
     */
    public FormatLimitException(List<Finding> findings) {
        super(findings.getFirst().message());
        this.findings = List.copyOf(findings);
    }

    /** Returns where limits are exceeded and what to do. */
    public List<Finding> findings() {
        return findings;
    }
}
