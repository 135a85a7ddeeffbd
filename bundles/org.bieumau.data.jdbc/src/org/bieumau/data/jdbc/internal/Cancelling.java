/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.data.jdbc.internal;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bieumau.core.environment.DataAccess;

/** Cancels a running statement when the user cancels the export or the time limit is reached. */
final class Cancelling implements AutoCloseable {

    private static final long INTERVAL_MILLIS = 100;

    private final Statement statement;
    private final DataAccess access;
    private final long end;
    private final CountDownLatch done = new CountDownLatch(1);

    /** @param seconds time until the statement is cancelled, in seconds */
    Cancelling(Statement statement, DataAccess access, int seconds) {
        this.statement = statement;
        this.access = access;
        end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        Thread.ofPlatform().daemon().name("query").start(this::watch);
    }

    private void watch() {
        try {
            while (!done.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (access.isCancelled() || System.nanoTime() - end > 0) {
                    // Repeats the call, because a statement between two fetches ignores it.
                    statement.cancel();
                }
            }
        } catch (SQLException | InterruptedException e) {
            // The connection is lost or closed, so the statement has ended.
        }
    }

    @Override
    public void close() {
        done.countDown();
    }
}
