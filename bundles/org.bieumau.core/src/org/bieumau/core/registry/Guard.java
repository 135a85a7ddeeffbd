/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.registry;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the code of others on a thread that is left behind when it does not return in time; it keeps no program alive. */
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
     * @throws Throwable        what the code threw
     */
    <T> T call(Callable<T> question) throws Throwable {
        var task = new FutureTask<>(question);
        var thread = new Thread(null, task, "bieumau plug-in", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause();
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new TooSlowException();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new TooSlowException();
        }
    }
}
