/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.rcp.internal.RcpMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.SubMonitor;

/** Writes what is in files into other formats, as the command line does. */
public final class ExportFiles {

    /**
     * What has come of it.
     *
     * @param written the files that were written
     * @param reasons why others were not, and what they leave out, for the user
     */
    public record Result(List<Path> written, List<String> reasons) {}

    private ExportFiles() {}

    /**
     * Exports what the files contain.
     *
     * @throws java.util.concurrent.CancellationException if it was cancelled; the output that was being written does not exist then
     */
    public static Result run(List<Path> files, List<Exporter> exporters, Path folder, IProgressMonitor monitor) {
        var listener = new Monitored(SubMonitor.convert(monitor, RcpMessages.ALL.text("export.running"), files.size()));
        new ExportRun(new BieuReader(), folder, exporters, List.of(), null, listener).run(files);
        return new Result(listener.written, listener.reasons);
    }

    /** Follows a run in a progress monitor, and collects its results. */
    private static final class Monitored implements ExportRun.Listener {

        private static final int ERRORS_SHOWN = 5;

        private final SubMonitor monitor;
        private final List<Path> written = new ArrayList<>();
        private final List<String> reasons = new ArrayList<>();

        Monitored(SubMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public void checked(Path file, List<Problem> problems, boolean exported) {
            monitor.worked(1);
            if (!exported) {
                var errors = problems.stream().filter(Problem::isError).toList();
                reasons.add(RcpMessages.ALL.text("export.errors", file.getFileName(), errors.size()));
                errors.stream()
                        .limit(ERRORS_SHOWN)
                        .forEach(error -> reasons.add(
                                "• " + RcpMessages.ALL.text("export.error", line(error.place()), error.message())));
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
        public void written(Path target, List<Problem> leftOut) {
            written.add(target);
            leftOut.forEach(problem -> reasons.add(problem.message()));
        }

        @Override
        public void failed(Problem problem) {
            reasons.add(problem.message());
        }
    }
}
