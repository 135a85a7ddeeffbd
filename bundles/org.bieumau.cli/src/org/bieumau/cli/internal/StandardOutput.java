/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.OutputStream;
import java.io.PrintWriter;

/** Standard output, to which only the results of a command are written. {@link System#out} is redirected meanwhile. */
final class StandardOutput extends PrintWriter {

    private final OutputStream stream;

    StandardOutput(OutputStream stream) {
        super(stream, true);
        this.stream = stream;
    }

    /** Returns the stream, for commands that write bytes. */
    OutputStream stream() {
        return stream;
    }
}
