/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.consolidation.CampaignFile;
import org.bieumau.dsl.ide.internal.consolidation.ResultWriter;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.examples.internal.Examples;
import org.bieumau.examples.internal.returns.LabourReturns;
import org.bieumau.examples.internal.returns.RegistrationReturns;
import org.bieumau.examples.internal.returns.ReportReturns;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports all examples in all formats, next to copies of their sources, and consolidates the returns of a campaign. */
@Command(name = "demo", mixinStandardHelpOptions = true, showDefaultValues = true)
final class DemoCommand implements Callable<ExitCode> {

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            descriptionKey = "output",
            defaultValue = "bieumau-demo")
    private Path output;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        List<Path> files;
        try {
            Files.createDirectories(output);
            var edited = Examples.edited(output);
            if (!edited.isEmpty()) {
                edited.forEach(file ->
                        common.print(Problem.error(CliMessages.ALL, "OUTPUT-EXISTS", Place.of(file.toString()), file)));
                return ExitCode.FAILED;
            }
            files = Examples.copyAllTo(output);
        } catch (IOException e) {
            common.print(ExportRun.unwritable(output, e));
            return ExitCode.FAILED;
        }
        var exit = new Export(common, output, List.of(), ExportRun.Options.DEFAULT, Map.of(), false, false).run(files);
        if (exit == ExitCode.DONE) {
            consolidate();
            common.err().println(CliMessages.ALL.text("demo.done", output));
        }
        return exit;
    }

    /** Consolidates the returns of the first campaign; those of the others are for the user to try. */
    private void consolidate() throws ProblemException {
        var returns = List.of(new RegistrationReturns(), new LabourReturns(), new ReportReturns());
        try {
            for (int i = 0; i < returns.size(); i++) {
                var folder = output.resolve(Examples.CAMPAIGNS.get(i));
                // The user may have changed the returns of an earlier run.
                if (!Files.exists(folder)) {
                    returns.get(i).writeTo(folder);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(output, e), e);
        }
        var path = output.resolve(Examples.CAMPAIGNS.getFirst() + ".bieu");
        var file = CampaignFile.open(new BieuReader(common.libraries(), common.registry()), path, null);
        var run = CampaignRun.usual(file, common);
        try {
            var merged = run.consolidation().merge(run.read(common), run.settings());
            var writer = new ResultWriter(file, file.results(), false);
            writer.write(merged);
            writer.written().forEach(common.out()::println);
            var statuses = merged.returns().statuses();
            common.err()
                    .println(CliMessages.ALL.text(
                            "demo.campaign",
                            statuses.size(),
                            merged.returns().taken().size(),
                            merged.differences().stream()
                                    .filter(each -> each.isOpen())
                                    .count(),
                            output.resolve(Examples.CAMPAIGNS.getFirst()),
                            path));
        } catch (IOException e) {
            throw new ProblemException(ExportRun.unwritable(file.cache(), e), e);
        }
    }
}
