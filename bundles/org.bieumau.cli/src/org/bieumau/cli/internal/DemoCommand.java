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
import org.bieumau.dsl.library.ExportRun;
import org.bieumau.examples.internal.Examples;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exports all examples in all formats, next to copies of their sources. */
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
            common.err().println(CliMessages.ALL.text("demo.done", output));
        }
        return exit;
    }
}
