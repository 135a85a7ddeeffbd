/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.PrintWriter;
import org.bieumau.consolidation.internal.run.RunProgress;

/**
 * Shows on a terminal how many files are read, how many errors they have, and how long the rest will take. Prints
 * nothing if standard error is not a terminal.
 */
final class CampaignProgress implements RunProgress, AutoCloseable {

    /** Minimum time between two updates, in nanoseconds. */
    private static final long INTERVAL = 300_000_000L;

    private final PrintWriter err;
    private final boolean terminal = ConsoleProgress.isTerminal();
    private final long begin = System.nanoTime();
    private long shown = begin;
    private int files;
    private int errors;
    private int width;

    CampaignProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public synchronized void found(int count) {
        files = count;
    }

    @Override
    public synchronized boolean read(int done, String file, boolean cached, int found) {
        errors += found;
        var now = System.nanoTime();
        if (terminal && now - shown > INTERVAL) {
            shown = now;
            var left = (now - begin) / 1_000_000_000d / done * (files - done);
            var text = CliMessages.ALL.text("consolidate.progress", done, files, errors, Math.round(left), file);
            err.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
            err.flush();
            width = text.length();
        }
        return true;
    }

    @Override
    public synchronized void close() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
        }
    }
}
