/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bieumau.consolidation.internal.report.RepeatedNotes;
import org.bieumau.consolidation.internal.run.Sink;
import org.bieumau.consolidation.internal.status.Difference;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.dsl.library.SilencedProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes one form of the returns of many units. */
@Command(name = "consolidate", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ConsolidateCommand implements Callable<ExitCode> {

    @Mixin
    private CampaignOptions campaign;

    @Option(names = "--forget", descriptionKey = "campaign.forget")
    private boolean forget;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "campaign.output")
    private Path output;

    @Option(names = "--force", descriptionKey = "force")
    private boolean force;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report")
    private Report report;

    @Mixin
    private CommonOptions common;

    private final List<Problem> problems = new ArrayList<>();
    private final List<SilencedProblem> silenced = new ArrayList<>();
    private boolean hasErrors;

    @Override
    public ExitCode call() throws ProblemException {
        var file = campaign.open(common);
        if (forget) {
            return forget(file);
        }
        var folder = output == null ? file.results() : output;
        var prepared = campaign.prepare(file, folder, false, common, this::tell);
        if (prepared.isEmpty()) {
            report();
            return ExitCode.PROBLEMS;
        }
        var run = prepared.get();
        var returns = run.read(common);
        try {
            var writer = new ResultWriter(file, folder, force);
            var notes = new RepeatedNotes(returns.units(), this::tell);
            writer.write(
                    run.consolidation().merge(returns, run.settings()),
                    each -> (report == null ? notes : (Sink<Difference>) this::tell).accept(each));
            notes.finish();
            writer.problems().forEach(this::tell);
            report();
            if (report == null) {
                writer.written().forEach(common.out()::println);
            }
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
        return hasErrors ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    private void tell(Difference each) {
        if (each.isOpen()) {
            tell(each.problem());
        } else if (report != null) {
            silenced.add(new SilencedProblem(each.problem(), each.decided()));
        }
    }

    /** Prints a problem at once, since there may be too many to be kept in memory, or keeps it for the report. */
    private void tell(Problem problem) {
        hasErrors |= problem.isError();
        if (report != null) {
            common.told(problem);
            problems.add(problem);
        } else {
            common.err().println(problem);
        }
    }

    private void report() {
        if (report != null) {
            report.write(problems, silenced, common.out());
        }
    }

    private ExitCode forget(CampaignFile file) throws ProblemException {
        try {
            ResultWriter.forget(file)
                    .forEach(each -> common.err().println(CliMessages.ALL.text("consolidate.forgotten", each)));
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }
}
