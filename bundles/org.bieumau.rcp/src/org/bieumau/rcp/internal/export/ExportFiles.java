/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.internal.export.ExportPlan;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.internal.library.BieuReader;
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

    /** @throws CancellationException if it was cancelled: then the file that was being written is not there */
    public static Result run(List<Path> files, List<Exporter> exporters, Path folder, IProgressMonitor monitor) {
        var registry = Registry.installed();
        var reader = new BieuReader(List.of(), registry);
        var written = new ArrayList<Path>();
        var reasons = new ArrayList<String>();
        var progress = SubMonitor.convert(monitor, RcpMessages.ALL.text("export.running"), files.size());
        for (var file : files) {
            try {
                Files.createDirectories(folder);
                var result = reader.read(file);
                if (result.hasErrors() || result.library() == null) {
                    var errors =
                            result.problems().stream().filter(Problem::isError).toList();
                    reasons.add(RcpMessages.ALL.text("export.errors", file.getFileName(), errors.size()));
                    errors.stream()
                            .limit(5)
                            .forEach(error -> reasons.add("• "
                                    + RcpMessages.ALL.text(
                                            "export.error", error.place().line(), error.message())));
                    progress.worked(1);
                    continue;
                }
                var plan = new ExportPlan(registry, file.getFileName().toString(), null);
                var elements = ExportPlan.usual(result.library());
                var outputs = elements.stream()
                        .flatMap(element -> plan.outputs(element, exporters, elements.size()).stream())
                        .toList();
                var steps = progress.newChild(1).setWorkRemaining(outputs.size());
                for (var output : outputs) {
                    write(plan, output, output.in(folder), steps, written, reasons);
                    steps.worked(1);
                }
            } catch (ProblemException e) {
                reasons.add(e.problem().message());
            } catch (IOException e) {
                reasons.add(RcpMessages.ALL.text("export.unwritable", folder, e.getMessage()));
            }
        }
        return new Result(written, reasons);
    }

    private static void write(
            ExportPlan plan,
            ExportPlan.Output output,
            Path target,
            SubMonitor progress,
            List<Path> written,
            List<String> reasons) {
        progress.subTask(target.getFileName().toString());
        try {
            plan.write(output, target, rows -> !progress.isCanceled());
            written.add(target);
            plan.leftOut(output).forEach(problem -> reasons.add(problem.message()));
        } catch (ProblemException e) {
            reasons.add(e.problem().message());
        } catch (IOException e) {
            reasons.add(RcpMessages.ALL.text("export.unwritable", target, e.getMessage()));
        }
    }
}
