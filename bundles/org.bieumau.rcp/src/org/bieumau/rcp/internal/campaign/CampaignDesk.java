/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.campaign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.bieumau.consolidation.internal.report.OpenProblems;
import org.bieumau.consolidation.internal.report.StatusText;
import org.bieumau.consolidation.internal.run.Returns;
import org.bieumau.consolidation.internal.run.RunProgress;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.consolidation.internal.status.ReturnIndex;
import org.bieumau.consolidation.internal.status.ReturnSummary;
import org.bieumau.consolidation.internal.status.UnitStatus;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.ide.internal.consolidation.CampaignSession;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Reads the returns of a campaign and merges them in jobs, one at a time. Called on the UI thread, and calls its
 * listener there.
 */
final class CampaignDesk {

    /** What is to be done; a later one includes those before it. */
    enum Task {
        /** Decides again what counts, after the text has changed. */
        DECIDE,
        /** Reads new files, too. */
        READ,
        /** Writes the results, too. */
        WRITE
    }

    /**
     * The campaign as its text is now.
     *
     * @param texts texts of the files that are open in editors
     */
    record Text(Path file, String campaign, Map<Path, String> texts) {}

    /**
     * What a task found.
     *
     * @param written the results that it has written; none if it was not to write
     * @param results the files in the folder of the results
     * @param stamp of the files that were read, see {@link CampaignSession#stamp}
     * @param problem what kept the results from being written or the returns from being merged; null if nothing did
     */
    record Outcome(
            CampaignSession session,
            Returns returns,
            List<StatusText.Row> rows,
            List<Difference> differences,
            List<Path> written,
            List<Path> results,
            long stamp,
            String problem) {}

    /** Is told of the state of the work. */
    interface Listener {

        /** Called when a task begins or ends. */
        void busyChanged();

        /**
         * Called as files are read.
         *
         * @param done number of files that have been read; 0 while they are not
         * @param files number of files; 0 while unknown
         * @param seconds estimated time left; negative while unknown
         */
        void progressed(int done, int files, String file, long seconds);

        /** Called now and then while files are read, with the state so far. */
        void soFar(List<UnitStatus> statuses);

        void finished(Outcome outcome);

        /** Called if nothing was read, with the reason for the user. */
        void failed(String reason);

        /** Called if the user has stopped the task. */
        void cancelled(int done, int files);
    }

    private final Display display;
    private final Listener listener;
    private Outcome last;
    private Job job;
    /** The task that follows the running one; null for none. */
    private Task next;

    private Text nextText;
    private boolean isClosed;

    CampaignDesk(Display display, Listener listener) {
        this.display = display;
        this.listener = listener;
    }

    boolean isBusy() {
        return job != null;
    }

    /** Returns what was found last; null before anything was. */
    Outcome last() {
        return last;
    }

    /** Does a task now, or after the running one. */
    void start(Task task, Text text) {
        if (isClosed) {
            return;
        }
        if (isBusy()) {
            next = next == null || next.compareTo(task) < 0 ? task : next;
            nextText = text;
            return;
        }
        ICoreRunnable work = monitor -> new Work(task, text, last, monitor).run();
        job = Job.create(RcpMessages.ALL.text("campaign.job", text.campaign()), work);
        job.schedule();
        listener.busyChanged();
    }

    /** Forgets what was found, since the page shows another campaign. */
    void forget() {
        last = null;
        cancel();
    }

    /** Stops the running task. What has been read is kept, so that the next one goes on. */
    void cancel() {
        next = null;
        if (job != null) {
            job.cancel();
        }
    }

    void close() {
        isClosed = true;
        cancel();
    }

    private void ended(Runnable told) {
        display.asyncExec(() -> {
            job = null;
            if (isClosed) {
                return;
            }
            told.run();
            listener.busyChanged();
            if (next != null) {
                var task = next;
                next = null;
                start(task, nextText);
            }
        });
    }

    /** One task, on the thread of its job. */
    private final class Work implements RunProgress {

        /** Least time between two reports to the UI, in nanoseconds. */
        private static final long INTERVAL = 150_000_000L;
        /** Least time between two states of the units. */
        private static final long STATE_INTERVAL = 1_000_000_000L;
        /** How much longer than the making of a state its interval is, so that large campaigns are not slowed down. */
        private static final int LEISURE = 20;

        private final Task task;
        private final Text text;
        private final Outcome before;
        private final IProgressMonitor monitor;
        private final long begin = System.nanoTime();
        private final ReturnIndex index = new ReturnIndex();
        private final ReentrantLock states = new ReentrantLock();
        private CampaignSession session;
        private long shown = begin;
        private volatile long nextState = begin + STATE_INTERVAL;
        private volatile int files;
        private volatile int done;
        private int read;

        Work(Task task, Text text, Outcome before, IProgressMonitor monitor) {
            this.task = task;
            this.text = text;
            this.before = before;
            this.monitor = monitor;
        }

        void run() {
            try {
                session = CampaignSession.open(text.file(), text.campaign(), text.texts(), Registry.installed());
                var stamp = task == Task.DECIDE && before != null ? before.stamp() : session.stamp();
                var outcome = outcome(returns(), stamp);
                ended(() -> {
                    last = outcome;
                    listener.finished(outcome);
                });
            } catch (CancellationException e) {
                ended(() -> listener.cancelled(done, files));
            } catch (ProblemException e) {
                ended(() -> listener.failed(sentence(e.problem())));
            } catch (RuntimeException | Error e) {
                Platform.getLog(CampaignDesk.class).error(String.valueOf(e.getMessage()), e);
                ended(() -> listener.failed(RcpMessages.ALL.text("campaign.failed")));
            }
        }

        private static String sentence(Problem problem) {
            var position = problem.place() == null ? "" : problem.place().position();
            return position.isEmpty() ? problem.message() : position + ": " + problem.message();
        }

        private Returns returns() throws ProblemException {
            if (task == Task.DECIDE && before != null) {
                var again = session.again(before.returns());
                if (again.isPresent()) {
                    return again.get();
                }
            }
            return session.read(this);
        }

        private Outcome outcome(Returns returns, long stamp) {
            var differences = returns.differences();
            var written = List.<Path>of();
            String problem = null;
            display.asyncExec(() -> progressed(0, 0, "", -1));
            Progress progress = rows -> !monitor.isCanceled();
            try {
                if (task == Task.WRITE) {
                    var results = session.write(returns, progress);
                    written = results.files();
                    differences = results.differences();
                    problem = results.problems().stream()
                            .filter(Problem::isError)
                            .findFirst()
                            .map(Work::sentence)
                            .orElse(null);
                } else {
                    differences = session.merge(returns, progress).differences();
                }
            } catch (ProblemException e) {
                problem = sentence(e.problem());
            }
            var rows = StatusText.rows(returns, OpenProblems.of(differences));
            return new Outcome(session, returns, rows, differences, written, results(), stamp, problem);
        }

        private List<Path> results() {
            var folder = session.file().results();
            var name = session.plan().name();
            try (var all = Files.list(folder)) {
                return new ArrayList<>(
                        all.filter(file -> file.getFileName().toString().startsWith(name))
                                .sorted()
                                .toList());
            } catch (IOException e) {
                // There are no results yet.
                return List.of();
            }
        }

        private void progressed(int now, int all, String file, long seconds) {
            if (!isClosed) {
                listener.progressed(now, all, file, seconds);
            }
        }

        // Progress, on the threads of the reader

        @Override
        public void found(int count) {
            files = count;
            display.asyncExec(() -> progressed(0, count, "", -1));
        }

        @Override
        public synchronized boolean read(int count, String file, boolean cached, int errors) {
            done = Math.max(done, count);
            read += cached ? 0 : 1;
            var now = System.nanoTime();
            if (now - shown > INTERVAL || count == files) {
                shown = now;
                // Files that an earlier run has read take no time.
                var left = read == 0 ? 0 : Math.round((now - begin) / 1e9 / read * (files - count));
                display.asyncExec(() -> progressed(count, files, file, left));
            }
            return !monitor.isCanceled();
        }

        @Override
        public void summarized(ReturnSummary summary) {
            ReturnIndex copy;
            synchronized (index) {
                index.merge(ReturnIndex.of(summary));
                if (System.nanoTime() < nextState || !states.tryLock()) {
                    return;
                }
                copy = new ReturnIndex().merge(index);
            }
            try {
                var from = System.nanoTime();
                var statuses = session.soFar(copy).units();
                var took = System.nanoTime() - from;
                nextState = System.nanoTime() + Math.max(STATE_INTERVAL, took * LEISURE);
                display.asyncExec(() -> {
                    if (!isClosed && job != null) {
                        listener.soFar(statuses);
                    }
                });
            } finally {
                states.unlock();
            }
        }
    }
}
