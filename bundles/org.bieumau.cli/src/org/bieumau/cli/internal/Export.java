/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.spi.Exporter;
import org.bieumau.core.spi.Progress;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.dsl.library.SilencedProblem;

/** Exports the forms and documents of files. Each result is written completely or not at all. */
final class Export {

    private final CommonOptions common;
    private final Path output;
    private final List<String> formats;
    private final ExportRun.Options what;
    private final Map<String, String> options;
    private final boolean force;
    private final boolean allowData;
    private BieuReader reader;

    /**
     * @param formats the ids of the formats; if empty, all formats that accept the element
     * @param what the elements to export, and how
     * @param options the options of the exporters, by key
     * @param force whether edited files and files other than former outputs are replaced, and incomplete outputs are
     *     written
     * @param allowData whether data sources outside the folder of a form are opened
     */
    Export(
            CommonOptions common,
            Path output,
            List<String> formats,
            ExportRun.Options what,
            Map<String, String> options,
            boolean force,
            boolean allowData) {
        this.common = common;
        this.output = output;
        this.formats = formats;
        this.what = what;
        this.options = options;
        this.force = force;
        this.allowData = allowData;
    }

    /** Exports the current files and returns the outcome. */
    ExitCode run(List<Path> files) throws ProblemException {
        var registry = common.registry();
        var profile = what.profile();
        if (profile != null && registry.profile(profile).isEmpty()) {
            var known = String.join(", ", registry.profileIds());
            common.print(Problem.error(CliMessages.ALL, "PROFILE-OPTION", null, profile, known));
            return ExitCode.USAGE;
        }
        List<Exporter> exporters = new ArrayList<>();
        for (var format : formats) {
            var exporter = registry.exporter(format);
            if (exporter.isEmpty()) {
                common.print(ExportRun.unknownFormat(registry, format));
                return ExitCode.USAGE;
            }
            exporters.add(exporter.get());
        }
        if (formats.isEmpty()) {
            exporters.addAll(registry.exporters());
        }
        try {
            exporters = exporters.stream()
                    .flatMap(exporter -> registry.configured(exporter, options).stream())
                    .toList();
        } catch (IllegalArgumentException e) {
            common.print(Problem.error(CliMessages.ALL, "EXPORT-OPTION", null, e.getMessage()));
            return ExitCode.USAGE;
        }
        if (reader == null) {
            reader = new BieuReader(common.libraries(), registry.withDataAccess(new ConsoleData(allowData)));
        } else {
            reader.refresh();
        }
        try (var console = new Console()) {
            ExportRun run;
            try {
                run = new ExportRun(reader, output, exporters, what, console);
            } catch (IllegalArgumentException e) {
                common.print(Problem.error(CliMessages.ALL, "NAME-PATTERN", null, what.name(), e.getMessage()));
                return ExitCode.USAGE;
            }
            return switch (run.run(files)) {
                case DONE -> ExitCode.DONE;
                case PROBLEMS -> ExitCode.PROBLEMS;
                case UNKNOWN_ELEMENT -> ExitCode.USAGE;
                case FAILED -> ExitCode.FAILED;
            };
        }
    }

    /** Prints results to standard output; problems and progress to standard error. */
    private final class Console implements ExportRun.Listener, AutoCloseable {

        private ConsoleProgress progress;

        @Override
        public void checked(Path file, List<Problem> problems, boolean exported) {
            problems.forEach(common::print);
            if (!exported) {
                common.err().println(CliMessages.ALL.text("export.skipped", file));
            }
        }

        @Override
        public void silenced(Path file, List<SilencedProblem> problems) {
            common.err().println(CliMessages.ALL.text("export.silenced", file, problems.size()));
            problems.forEach(problem -> common.err().println(Report.text(problem)));
        }

        @Override
        public void empty(Path file) {
            common.err().println(CliMessages.ALL.text("export.nothing", file));
        }

        @Override
        public boolean replaces(Path target, Problem reason) {
            return force;
        }

        @Override
        public Progress begun(Path target) {
            close();
            progress = new ConsoleProgress(common.err(), target.getFileName().toString());
            return progress;
        }

        @Override
        public boolean leavesOut(Path target, List<Problem> leftOut) {
            leftOut.forEach(common::print);
            var isWritten = force || leftOut.stream().noneMatch(Problem::isError);
            if (!isWritten) {
                common.err().println(CliMessages.ALL.text("export.incomplete", target));
            }
            return isWritten;
        }

        @Override
        public void written(Path target) {
            close();
            common.out().println(target);
        }

        @Override
        public void data(List<Problem> problems) {
            close();
            problems.forEach(common::print);
        }

        @Override
        public void failed(Problem problem) {
            close();
            common.print(problem);
        }

        @Override
        public void close() {
            if (progress != null) {
                progress.close();
                progress = null;
            }
        }
    }
}
