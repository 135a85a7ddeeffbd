/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report")
    private Report report;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var file = campaign.open(common);
        if (forget) {
            return forget(file);
        }
        var problems = new ArrayList<Problem>();
        if (CampaignOptions.hasErrors(file, problems)) {
            tell(problems, List.of());
            return ExitCode.PROBLEMS;
        }
        var plan = file.plan();
        var folder = output == null ? file.results() : output;
        var settings = campaign.settings(file, plan, folder, false);
        var consolidation = campaign.consolidation(plan, common);
        var returns = CampaignOptions.read(consolidation, settings, file, common);
        try {
            var merged = consolidation.merge(returns, settings);
            var writer = new ResultWriter(file, folder);
            writer.write(merged);
            var silenced = new ArrayList<SilencedProblem>();
            merged.differences().forEach(each -> sort(each, problems, silenced));
            problems.addAll(writer.problems());
            tell(problems, silenced);
            if (report == null) {
                writer.written().forEach(common.out()::println);
            }
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(settings.cache(), e), e);
        }
        return problems.stream().anyMatch(Problem::isError) ? ExitCode.PROBLEMS : ExitCode.DONE;
    }

    private static void sort(Difference each, List<Problem> problems, List<SilencedProblem> silenced) {
        if (each.isOpen()) {
            problems.add(each.problem());
        } else {
            silenced.add(new SilencedProblem(each.problem(), each.decided()));
        }
    }

    private void tell(List<Problem> problems, List<SilencedProblem> silenced) {
        if (report != null) {
            problems.forEach(common::told);
            report.write(problems, silenced, common.out());
        } else {
            problems.forEach(common::print);
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
