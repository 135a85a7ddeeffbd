/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.bieumau.checking.FileCheck;
import org.bieumau.checking.internal.batch.CheckInput;
import org.bieumau.checking.internal.batch.CheckInputs;
import org.bieumau.checking.internal.batch.CopyTarget;
import org.bieumau.checking.report.Repair;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Progress;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;

/**
 * Checks the files of a folder in a job and mends them, one task at a time. Called on the UI thread, and calls its
 * listener there.
 */
final class FolderDesk {

    /** Time in ms between two updates of the user interface. */
    private static final int INTERVAL = 150;

    /**
     * How far a task has come.
     *
     * @param isMending whether copies are written; otherwise files are checked
     * @param files number of files; 0 while they are being looked for
     * @param seconds time since the task began
     * @param left estimated time left in seconds; negative while unknown
     * @param file the file at hand; an empty string for none
     */
    record Stage(boolean isMending, int done, int files, long seconds, long left, String file) {}

    /** How files are mended. */
    record Order(List<FolderRow> rows, Path folder, boolean replaces) {}

    /**
     * How a task ended.
     *
     * @param isStopped whether the user has stopped it
     * @param mended number of files that were mended
     * @param repairs number of findings that were mended
     * @param left the files that were left alone, by the reason
     * @param failure why the task was not finished, for the user; null if it was, or was stopped
     */
    record End(
            Stage stage, boolean isStopped, int mended, int repairs, Map<String, List<String>> left, String failure) {}

    /** Is told of the state of the work. */
    interface Listener {

        /** Called when a task begins or ends. */
        void busyChanged();

        /** Called when rows have changed, were added, or removed. */
        void rowsChanged();

        void progressed(Stage stage);

        void ended(End end);
    }

    private final Display display;
    private final Listener listener;
    private final List<Path> paths;
    private final Map<Integer, FolderRow> rows = new LinkedHashMap<>();
    private Job job;
    private boolean isClosed;

    /** @param paths the folders and files that are checked */
    FolderDesk(Display display, List<Path> paths, Listener listener) {
        this.display = display;
        this.listener = listener;
        this.paths = List.copyOf(paths);
    }

    boolean isBusy() {
        return job != null;
    }

    List<FolderRow> rows() {
        return List.copyOf(rows.values());
    }

    /** Checks all files anew. */
    void check() {
        if (!isBusy() && !isClosed) {
            rows.clear();
            listener.rowsChanged();
            start("folder.checks", monitor -> new Work(monitor, false).check());
        }
    }

    /** Writes mended copies of files. Each is checked anew, since it may have changed. */
    void mend(Order order) {
        if (!isBusy() && !isClosed) {
            var inputs = rows.values().stream().map(FolderRow::input).toList();
            start("folder.mends", monitor -> new Work(monitor, true).mend(order, inputs));
        }
    }

    /** Stops the task. The files that are done stay. */
    void cancel() {
        if (job != null) {
            job.cancel();
        }
    }

    void close() {
        isClosed = true;
        cancel();
    }

    private void start(String key, ICoreRunnable work) {
        job = Job.create(RcpMessages.ALL.text(key), work);
        listener.busyChanged();
        job.schedule();
    }

    /** One task, on the thread of its job. */
    private final class Work {

        private final IProgressMonitor monitor;
        private final boolean isMending;
        private final FileCheck check = new FileCheck(Registry.installed());
        private final long begin = System.nanoTime();
        private final Map<String, List<String>> left = new LinkedHashMap<>();
        private int mended;
        private int repairs;
        // What the user interface shows next; guarded by this object.
        private final Map<Integer, Optional<FolderRow>> changed = new LinkedHashMap<>();
        private int done;
        private int files;
        private String file = "";
        private boolean isShowing;

        Work(IProgressMonitor monitor, boolean isMending) {
            this.monitor = monitor;
            this.isMending = isMending;
        }

        /** Does a task, and tells how it ended. */
        private void run(Runnable task) {
            var isStopped = false;
            String failure = null;
            try {
                task.run();
            } catch (CancellationException e) {
                isStopped = true;
            } catch (RuntimeException | Error e) {
                Platform.getLog(FolderDesk.class).error(String.valueOf(e.getMessage()), e);
                failure = RcpMessages.ALL.text("folder.failed");
            }
            var end = new End(stage(), isStopped, mended, repairs, left, failure);
            display.asyncExec(() -> {
                showChanges();
                job = null;
                if (!isClosed) {
                    listener.ended(end);
                    listener.busyChanged();
                }
            });
        }

        // The user interface

        private synchronized Stage stage() {
            var seconds = (System.nanoTime() - begin) / 1e9;
            var rest = done == 0 ? -1 : Math.round(seconds / done * (files - done));
            return new Stage(isMending, done, files, Math.round(seconds), rest, file);
        }

        private Progress progress() {
            return rows -> {
                showSoon();
                return !monitor.isCanceled();
            };
        }

        private synchronized void show(FolderRow row) {
            changed.put(row.number(), Optional.of(row));
            showSoon();
        }

        private synchronized void remove(FolderRow row) {
            changed.put(row.number(), Optional.empty());
            showSoon();
        }

        private synchronized void count(int all) {
            files = all;
        }

        private synchronized void begin(FolderRow row) {
            file = row.name();
            showSoon();
        }

        private synchronized void done() {
            done++;
        }

        /** Lets the user interface show the changes, unless it is about to. */
        private synchronized void showSoon() {
            if (!isShowing) {
                isShowing = true;
                display.asyncExec(() -> display.timerExec(INTERVAL, this::showChanges));
            }
        }

        private void showChanges() {
            Map<Integer, Optional<FolderRow>> news;
            synchronized (this) {
                news = new LinkedHashMap<>(changed);
                changed.clear();
                isShowing = false;
            }
            if (isClosed) {
                return;
            }
            if (!news.isEmpty()) {
                news.forEach((number, row) ->
                        row.ifPresentOrElse(each -> rows.put(number, each), () -> rows.remove(number)));
                listener.rowsChanged();
            }
            if (isBusy()) {
                listener.progressed(stage());
            }
        }

        // Checking

        void check() {
            run(() -> {
                var inputs = CheckInputs.find(paths, progress());
                var number = 0;
                for (var problem : inputs.problems()) {
                    show(FolderRow.begun(number++, input(Path.of(problem.place().file())))
                            .failed(problem));
                }
                count(inputs.files().size());
                for (var input : inputs.files()) {
                    check(FolderRow.begun(number++, input));
                    done();
                }
            });
        }

        /** Returns a folder that could not be read, with the folder that it was found in. */
        private CheckInput input(Path path) {
            return new CheckInput(
                    path,
                    paths.stream()
                            .filter(each -> !each.equals(path) && path.startsWith(each))
                            .findFirst()
                            .orElse(null));
        }

        private void check(FolderRow row) {
            progress().done(0);
            begin(row);
            show(row);
            try {
                show(row.checked(check.check(row.input().file(), progress())));
            } catch (ProblemException e) {
                show(failed(row, e));
            } catch (CancellationException e) {
                remove(row);
                throw e;
            }
        }

        /** Returns a file that could not be checked. A failure of the program is logged. */
        private static FolderRow failed(FolderRow row, ProblemException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                Platform.getLog(FolderDesk.class).error(row.input().file() + ": " + failure, failure);
            }
            return row.failed(e.problem());
        }

        // Mending

        void mend(Order order, List<CheckInput> inputs) {
            run(() -> {
                count(order.rows().size());
                try {
                    Files.createDirectories(order.folder());
                } catch (IOException e) {
                    var reason = RcpMessages.ALL.text("folder.unwritable", order.folder(), FileFailure.reason(e));
                    order.rows().forEach(row -> leave(row, reason));
                    return;
                }
                var target = new CopyTarget(order.folder(), inputs, copy -> order.replaces());
                for (var row : order.rows()) {
                    progress().done(0);
                    begin(row);
                    mend(row, target);
                    done();
                }
            });
        }

        private void mend(FolderRow row, CopyTarget target) {
            if (row.state() != FolderRow.State.BREACHES && row.state() != FolderRow.State.WARNINGS) {
                // Its state tells already why nothing is mended.
                count(row, RcpMessages.ALL.text("folder.left." + row.state()));
                return;
            }
            FolderRow now;
            try {
                now = row.checked(check.check(row.input().file(), progress()));
            } catch (ProblemException e) {
                leave(failed(row, e), RcpMessages.ALL.text("folder.left.UNREADABLE"));
                return;
            }
            try {
                mendNow(now, target);
            } catch (ProblemException e) {
                leave(
                        now,
                        e.problem().code().equals("CHECK-EXISTS")
                                ? RcpMessages.ALL.text("folder.left.exists")
                                : e.problem().message());
            }
        }

        private void mendNow(FolderRow row, CopyTarget target) throws ProblemException {
            if (row.count(Repair.SAFE) == 0) {
                leave(row, RcpMessages.ALL.text("folder.left.nothing"));
                return;
            }
            var mending = check.mend(row.report(), EnumSet.of(Repair.SAFE), target.of(row.input()), progress());
            if (mending.isWritten()) {
                mended++;
                repairs += mending.mended().size();
                show(row.noted(RcpMessages.ALL.text(
                        "folder.mended",
                        mending.mended().size(),
                        mending.after().findings().size())));
            } else {
                leave(
                        row,
                        mending.refusal()
                                .map(Problem::message)
                                .orElseGet(() -> RcpMessages.ALL.text("folder.left.nothing")));
            }
        }

        /** Counts a file that was left alone. */
        private void count(FolderRow row, String reason) {
            left.computeIfAbsent(reason, each -> new ArrayList<>()).add(row.name());
        }

        /** Notes that a file was left alone. */
        private void leave(FolderRow row, String reason) {
            count(row, reason);
            show(row.noted(RcpMessages.ALL.text("folder.left", reason)));
        }
    }
}
