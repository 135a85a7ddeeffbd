/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.bieumau.core.export.ExportPlan;
import org.bieumau.core.export.WholeFile;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Exporter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.rcp.RcpMessages;
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
    public record Result(List<Path> written, List<String> reasons) {
    }

    private ExportFiles() {
    }

    /** @throws CancellationException if it was cancelled: then the file that was being written is not there */
    public static Result run(List<Path> files, List<Exporter> exporters, Path folder, IProgressMonitor monitor) {
        var registry = Registry.installed();
        var reader = new BieuReader(List.of(), registry);
        var written = new ArrayList<Path>();
        var reasons = new ArrayList<String>();
        var progress = SubMonitor.convert(monitor, RcpMessages.ALL.text("export.running"), files.size() * exporters.size());
        for (var file : files) {
            try {
                Files.createDirectories(folder);
                var result = reader.read(file);
                if (result.hasErrors() || result.library() == null) {
                    var errors = result.problems().stream().filter(Problem::isError).toList();
                    reasons.add(RcpMessages.ALL.text("export.errors", file.getFileName(), errors.size()));
                    errors.stream().limit(5).forEach(error -> reasons.add("• " + RcpMessages.ALL.text("export.error", error.place().line(), error.message())));
                    progress.worked(exporters.size());
                    continue;
                }
                var plan = new ExportPlan(registry, file.getFileName().toString(), null);
                var elements = ExportPlan.usual(result.library());
                for (var exporter : exporters) {
                    for (var element : elements) {
                        for (var output : plan.outputs(element, exporter, elements.size())) {
                            write(registry, exporter, output, folder.resolve(output.name() + "." + exporter.id()), progress, written, reasons);
                        }
                    }
                    progress.worked(1);
                }
            } catch (ProblemException e) {
                reasons.add(e.problem().message());
            } catch (IOException e) {
                reasons.add(RcpMessages.ALL.text("export.unwritable", folder, e.getMessage()));
            }
        }
        return new Result(written, reasons);
    }

    private static void write(Registry registry, Exporter exporter, ExportPlan.Output output, Path target, SubMonitor progress, List<Path> written,
            List<String> reasons) {
        progress.subTask(target.getFileName().toString());
        try {
            WholeFile.write(target, out -> {
                if (exporter.getClass().getName().startsWith("org.bieumau.")) {
                    exporter.export(output.layout(), out, rows -> !progress.isCanceled());
                } else if (!registry.export(exporter, output.layout(), out, rows -> !progress.isCanceled())) {
                    throw new IOException(registry.failure(exporter).map(Problem::message).orElse(exporter.id()));
                }
            });
            written.add(target);
            registry.call(exporter, () -> exporter.leftOut(output.layout())).orElse(List.of()).forEach(problem -> reasons.add(problem.message()));
        } catch (IOException e) {
            reasons.add(RcpMessages.ALL.text("export.unwritable", target, e.getMessage()));
        }
    }
}
