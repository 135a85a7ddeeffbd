/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.bieumau.core.environment.DataAccess;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Exports the contents of files to other formats, as the command line does. */
public final class ExportFiles {

    /**
     * The result of an export.
     *
     * @param written the files that were written
     * @param reasons messages for the user: why a file or an output is missing, and what an output leaves out
     */
    public record Result(List<Path> written, List<String> reasons) {}

    private ExportFiles() {}

    /** Exports with default options, and replaces no file that was edited. */
    public static Result run(List<Path> files, List<Exporter> exporters, Path folder, IProgressMonitor monitor) {
        return run(files, exporters, folder, ExportRun.Options.DEFAULT, target -> false, monitor);
    }

    /** Exports and opens no data source outside the folders of the files. */
    public static Result run(
            List<Path> files,
            List<Exporter> exporters,
            Path folder,
            ExportRun.Options options,
            Predicate<Path> replaces,
            IProgressMonitor monitor) {
        return run(files, exporters, folder, options, replaces, DataAccess.NONE, monitor);
    }

    /**
     * Exports the documents and forms of the files.
     *
     * @param replaces asked before a file is replaced that is not a former output or was edited; called on the thread
     *     of the export
     * @param data the data sources that may be opened
     * @throws java.util.concurrent.CancellationException if the monitor was cancelled; the output that was being
     *     written is removed
     */
    public static Result run(
            List<Path> files,
            List<Exporter> exporters,
            Path folder,
            ExportRun.Options options,
            Predicate<Path> replaces,
            DataAccess data,
            IProgressMonitor monitor) {
        var reader = new BieuReader(List.of(), Registry.installed().withDataAccess(data));
        return run(reader, files, exporters, folder, options, replaces, monitor);
    }

    /** Exports as a reader sees the files and their data sources. */
    public static Result run(
            BieuReader reader,
            List<Path> files,
            List<Exporter> exporters,
            Path folder,
            ExportRun.Options options,
            Predicate<Path> replaces,
            IProgressMonitor monitor) {
        var listener = new Monitored(
                SubMonitor.convert(monitor, RcpMessages.ALL.text("export.running"), files.size()), replaces);
        new ExportRun(reader, folder, exporters, options, listener).run(files);
        return new Result(listener.written, listener.reasons);
    }

    /** Shows an export in a progress monitor and collects its results. */
    private static final class Monitored implements ExportRun.Listener {

        private static final int ERRORS_SHOWN = 5;

        private final SubMonitor monitor;
        private final Predicate<Path> replaces;
        private final List<Path> written = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();
        /** Problems of the files that the user keeps. Their messages give advice for the command line. */
        private final List<Problem> kept = new ArrayList<>();

        Monitored(SubMonitor monitor, Predicate<Path> replaces) {
            this.monitor = monitor;
            this.replaces = replaces;
        }

        @Override
        public boolean replaces(Path target, Problem reason) {
            var replaced = replaces.test(target);
            if (!replaced) {
                kept.add(reason);
                reasons.add(RcpMessages.ALL.text("export.kept", target.getFileName()));
            }
            return replaced;
        }

        @Override
        public void checked(Path file, List<Problem> problems, boolean exported) {
            monitor.worked(1);
            if (!exported) {
                var strict = problems.stream().noneMatch(Problem::isError);
                var errors = problems.stream()
                        .filter(problem -> problem.stops(strict))
                        .toList();
                reasons.add(RcpMessages.ALL.text(
                        strict ? "export.violations" : "export.errors", file.getFileName(), errors.size()));
                errors.stream()
                        .limit(ERRORS_SHOWN)
                        .forEach(error -> reasons.add(
                                "• " + RcpMessages.ALL.text("export.error", line(error.place()), error.message())));
            }
            var gaps = problems.stream()
                    .filter(problem -> problem.code().equals("DOCUMENT-BLANK"))
                    .toList();
            if (exported && !gaps.isEmpty()) {
                reasons.add(RcpMessages.ALL.text(
                        "export.gaps",
                        file.getFileName(),
                        gaps.size(),
                        line(gaps.getFirst().place())));
            }
        }

        private static int line(Place place) {
            return place instanceof Place.Text at ? at.line() : 0;
        }

        @Override
        public Progress begun(Path target) {
            monitor.subTask(target.getFileName().toString());
            return rows -> !monitor.isCanceled();
        }

        @Override
        public boolean leavesOut(Path target, List<Problem> leftOut) {
            var isWritten = ExportRun.Listener.super.leavesOut(target, leftOut);
            if (!isWritten) {
                reasons.add(RcpMessages.ALL.text("export.incomplete", target.getFileName()));
            }
            leftOut.forEach(problem -> reasons.add((isWritten ? "" : "• ") + problem.message()));
            return isWritten;
        }

        @Override
        public void written(Path target) {
            written.add(target);
        }

        @Override
        public void data(List<Problem> problems) {
            problems.stream().limit(ERRORS_SHOWN).forEach(problem -> reasons.add(problem.message()));
            if (problems.size() > ERRORS_SHOWN) {
                reasons.add(RcpMessages.ALL.text("export.data.more", problems.size() - ERRORS_SHOWN));
            }
        }

        @Override
        public void failed(Problem problem) {
            if (!kept.contains(problem)) {
                reasons.add(problem.message());
            }
        }
    }
}
