/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.consolidation.internal.engine;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.bieumau.consolidation.internal.message.ConsolidationMessages;
import org.bieumau.consolidation.spi.ConsolidationEngine;
import org.bieumau.core.spi.Progress;
import org.jspecify.annotations.NonNull;

/** Runs consolidations on threads of this program. Each thread has one input at a time. */
public final class LocalEngine implements ConsolidationEngine {

    /** More threads need more memory, since each has the content of a file. */
    private static final int MOST_THREADS = 8;

    private final int threads;

    public LocalEngine() {
        this(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_THREADS));
    }

    /** @param threads number of threads, at least 1 */
    public LocalEngine(int threads) {
        this.threads = threads;
    }

    @Override
    public @NonNull String id() {
        return "local";
    }

    @Override
    public @NonNull String title() {
        return ConsolidationMessages.ALL.text("engine.local");
    }

    @Override
    public <T extends Serializable, A extends Serializable> A run(List<T> inputs, Work<T, A> work, Progress progress)
            throws IOException {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        var stopped = new AtomicBoolean();
        Callable<A> worker = () -> {
            var result = work.empty();
            try {
                for (int i = next.getAndIncrement(); i < inputs.size() && !stopped.get(); i = next.getAndIncrement()) {
                    result = work.merge(result, work.apply(inputs.get(i)));
                    if (!goesOn(progress, done.incrementAndGet())) {
                        throw new CancellationException();
                    }
                }
                return result;
            } catch (IOException | RuntimeException | Error e) {
                stopped.set(true);
                throw e;
            }
        };
        var count = Math.min(threads, Math.max(1, inputs.size()));
        try (var pool = Executors.newFixedThreadPool(count, LocalEngine::thread)) {
            var running = new ArrayList<Future<A>>();
            for (int i = 0; i < count; i++) {
                running.add(pool.submit(worker));
            }
            return merged(running, work);
        }
    }

    private static synchronized boolean goesOn(Progress progress, int done) {
        return progress.goesOn(done);
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "consolidation");
        thread.setDaemon(true);
        return thread;
    }

    private static <A extends Serializable> A merged(List<Future<A>> running, Work<?, A> work) throws IOException {
        var result = work.empty();
        Throwable failure = null;
        for (var each : running) {
            try {
                result = work.merge(result, each.get());
            } catch (ExecutionException e) {
                failure = failure == null || failure instanceof CancellationException ? e.getCause() : failure;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException();
            }
        }
        switch (failure) {
            case null -> {
                return result;
            }
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IOException(failure);
        }
    }
}
