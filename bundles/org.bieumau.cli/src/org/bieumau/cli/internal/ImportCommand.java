/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.reading.internal.grid.SourceFile;
import org.bieumau.reading.internal.shape.ShapeDump;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads files of Word and Excel. */
@Command(name = "import", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ImportCommand implements Callable<ExitCode> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "import.FILE")
    private List<Path> files;

    @Option(names = "--dump", paramLabel = "FORMAT", descriptionKey = "dump")
    private Dump dump;

    @Mixin
    private CommonOptions common;

    /** Formats of what was found in a file. */
    enum Dump {
        JSON
    }

    @Override
    public ExitCode call() {
        var failed = false;
        var entries = new ArrayList<Map<String, Object>>();
        for (var file : files) {
            try (var progress =
                    new ConsoleProgress(common.err(), file.getFileName().toString())) {
                var content = SourceFile.read(file, common.registry(), progress);
                entries.addAll(new ShapeDump(file.getFileName().toString()).of(content));
            } catch (ProblemException e) {
                common.print(e.problem());
                failed = true;
            }
        }
        common.out()
                .println(new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(entries));
        return failed ? ExitCode.FAILED : ExitCode.DONE;
    }
}
