/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Runs foreign code on a daemon thread, which is abandoned if the code does not return before a deadline. */
final class Guard {

    private static final int STACK = 1 << 21;

    private final Duration deadline;

    Guard(Duration deadline) {
        this.deadline = deadline;
    }

    Duration deadline() {
        return deadline;
    }

    /** Thrown when the code did not return before the deadline. */
    static final class TooSlowException extends Exception {

        private static final long serialVersionUID = 1L;
    }

    /**
     * Runs the code and returns its result.
     *
     * @throws TooSlowException if it does not return before the deadline
     * @throws Throwable what the code threw
     */
    <T> T call(Callable<T> action) throws Throwable {
        return call(action, new AtomicLong(System.nanoTime()));
    }

    /**
     * Runs the code and returns its result.
     *
     * @param sign time of the code's last sign of life, as of {@link System#nanoTime()}; the deadline counts from it
     * @throws TooSlowException if there is neither a result nor a sign of life before the deadline
     * @throws CancellationException if this thread was interrupted while it waited
     * @throws Throwable what the code threw
     */
    <T> T call(Callable<T> action, AtomicLong sign) throws Throwable {
        var task = new FutureTask<>(action);
        var thread = new Thread(null, task, "bieumau plug-in", STACK);
        thread.setDaemon(true);
        thread.start();
        while (true) {
            var left = deadline.toNanos() - (System.nanoTime() - sign.get());
            try {
                return task.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
            } catch (ExecutionException e) {
                throw e.getCause();
            } catch (TimeoutException e) {
                if (System.nanoTime() - sign.get() >= deadline.toNanos()) {
                    task.cancel(true);
                    throw new TooSlowException();
                }
            } catch (InterruptedException e) {
                task.cancel(true);
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
    }
}
