/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.PrintWriter;
import org.bieumau.core.spi.Progress;

/** Shows the progress of long work on a terminal. Prints nothing if standard error is not a terminal. */
final class ConsoleProgress implements Progress, AutoCloseable {

    /** Minimum time between two updates, in nanoseconds. */
    private static final long INTERVAL = 300_000_000L;

    private final PrintWriter err;
    private final String label;
    private final boolean terminal = isTerminal();
    private long shown = System.nanoTime();
    private boolean written;

    ConsoleProgress(PrintWriter err, String label) {
        this.err = err;
        this.label = label;
    }

    /**
     * Returns whether standard error is a terminal. Java 22 and newer have a console even without a terminal, so the
     * start script also sets <code>BIEUMAU_TERMINAL</code>.
     */
    static boolean isTerminal() {
        return System.console() != null && "1".equals(System.getenv("BIEUMAU_TERMINAL"));
    }

    @Override
    public boolean goesOn(long rows) {
        if (terminal && System.nanoTime() - shown > INTERVAL) {
            shown = System.nanoTime();
            written = true;
            err.print("\r" + CliMessages.ALL.text("progress", label, rows) + " ");
            err.flush();
        }
        return true;
    }

    @Override
    public void close() {
        if (written) {
            err.print("\r" + " ".repeat(label.length() + 24) + "\r");
            err.flush();
        }
    }
}
