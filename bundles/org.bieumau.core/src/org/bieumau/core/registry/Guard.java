/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the code of others on a thread that is left behind when it does not return in time; it keeps no program alive.
 */
final class Guard {

    private static final int STACK = 1 << 21;

    private final Duration deadline;

    Guard(Duration deadline) {
        this.deadline = deadline;
    }

    Duration deadline() {
        return deadline;
    }

    /** It took too long. */
    static final class TooSlowException extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /**
     * The answer.
     *
     * @throws TooSlowException if there is none in time
     * @throws Throwable what the code threw
     */
    <T> T call(Callable<T> question) throws Throwable {
        return call(question, new AtomicLong(System.nanoTime()));
    }

    /**
     * The answer.
     *
     * @param sign when the code last gave a sign that it goes on, as of {@link System#nanoTime()}; the time counts from
     *     then
     * @throws TooSlowException if there is neither an answer nor a sign in time
     * @throws Throwable what the code threw
     */
    <T> T call(Callable<T> question, AtomicLong sign) throws Throwable {
        var task = new FutureTask<>(question);
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
                throw new TooSlowException();
            }
        }
    }
}
