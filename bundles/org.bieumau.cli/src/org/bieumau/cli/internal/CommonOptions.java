/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.FileFailure;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.ProvincePack;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Options that all commands share. */
final class CommonOptions {

    @Option(
            names = {"-l", "--library"},
            paramLabel = "PATH",
            descriptionKey = "library")
    private List<Path> libraries = List.of();

    @Option(names = "--plugins", paramLabel = "DIR", descriptionKey = "plugins")
    private Path plugins;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private Registry registry;
    /** The messages of the problems reported so far. */
    private final Set<String> told = new HashSet<>();

    List<Path> libraries() {
        return libraries;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints a problem to standard error. */
    void print(Problem problem) {
        told.add(problem.message());
        err().println(problem);
    }

    /** Notes that a problem was shown in another way, such as in a report. */
    void told(Problem problem) {
        told.add(problem.message());
    }

    /**
     * Returns the installed plug-ins and those in the folder of <code>--plugins</code>. Prints a problem for each
     * plug-in that cannot be loaded.
     *
     * @throws ProblemException if the folder cannot be read
     */
    Registry registry() throws ProblemException {
        if (registry == null) {
            try {
                registry = plugins == null ? Registry.installed() : Registry.load(plugins);
            } catch (IOException e) {
                throw new ProblemException(
                        Problem.error(
                                CliMessages.ALL,
                                "PLUGINS-UNREADABLE",
                                Place.of(plugins.toString()),
                                plugins,
                                FileFailure.reason(e)),
                        e);
            }
            printFailures();
        }
        return registry;
    }

    /**
     * Returns the code of a province, given by the id of its pack.
     *
     * @throws UsageException if there is no pack with this id, or it belongs to no province
     */
    String provinceCode(String pack) throws ProblemException {
        var code = registry().provinceOfPack(pack);
        if (code.isEmpty()) {
            var known = registry().provinces().stream()
                    .map(ProvincePack::id)
                    .filter(id -> !registry.provinceOfPack(id).isEmpty())
                    .collect(Collectors.joining(", "));
            throw new UsageException(Problem.error(CliMessages.ALL, "PROVINCE-UNKNOWN", null, pack, known));
        }
        return code;
    }

    /** Thrown for an argument that refers to something unknown. */
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        UsageException(Problem problem) {
            super(problem.message());
            this.problem = problem;
        }

        Problem problem() {
            return problem;
        }
    }

    private void printFailures() {
        registry.problems().stream()
                .filter(problem -> !told.contains(problem.message()))
                .forEach(this::print);
    }

    /**
     * Returns the outcome of a command: at least {@link ExitCode#FAILED} if a plug-in could not be loaded or failed.
     * Prints failures that have not been reported yet.
     */
    ExitCode conclude(ExitCode outcome) {
        if (registry == null || registry.problems().isEmpty()) {
            return outcome;
        }
        printFailures();
        return ExitCode.FAILED;
    }
}
