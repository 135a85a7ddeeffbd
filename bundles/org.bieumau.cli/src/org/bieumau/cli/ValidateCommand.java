/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.library.BieuReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reports the problems of files. */
@Command(name = "validate", mixinStandardHelpOptions = true, showDefaultValues = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "FILE")
    private List<Path> files;

    @Option(names = "--report", paramLabel = "FORMAT", descriptionKey = "report", defaultValue = "text")
    private Report report;

    @Mixin
    private CommonOptions common;

    @Override
    public Integer call() {
        var reader = new BieuReader(common.libraries());
        var problems = new ArrayList<Problem>();
        var failed = false;
        for (var file : files) {
            try {
                problems.addAll(reader.read(file).problems());
            } catch (ProblemException e) {
                problems.add(e.problem());
                failed = true;
            }
        }
        report.write(problems, common.out());
        if (failed) {
            return Main.FAILED;
        }
        return problems.stream().anyMatch(Problem::isError) ? Main.PROBLEMS : Main.DONE;
    }
}
