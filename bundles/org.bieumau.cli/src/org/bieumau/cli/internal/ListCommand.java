/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bieumau.consolidation.internal.engine.Engines;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.core.spi.Contribution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the installed contributions of one kind. */
@Command(name = "list", mixinStandardHelpOptions = true)
final class ListCommand implements Callable<ExitCode> {

    /** Kinds of contributions. */
    enum Kind {
        EXPORTERS,
        IMPORTERS,
        ROWSOURCES,
        ENGINES,
        VALIDATORS,
        FUNCTIONS,
        PROVINCES,
        PROFILES,
        RULES,
        TEMPLATES,
        AGENCIES,
        LIBRARIES
    }

    @Parameters(paramLabel = "KIND", descriptionKey = "KIND")
    private Kind kind;

    @Option(names = "--province", paramLabel = "ID", descriptionKey = "list.province")
    private String province;

    @Mixin
    private CommonOptions common;

    @Override
    public ExitCode call() throws ProblemException {
        var registry = common.registry();
        var code = province == null ? null : common.provinceCode(province);
        var contents = new LibraryLists(registry, common.libraries(), code, common.out());
        switch (kind) {
            case EXPORTERS -> print(registry.exporters(), registry);
            case IMPORTERS -> print(registry.importers(), registry);
            case ROWSOURCES -> {
                print(registry.rowSources(), registry);
                print(registry.databases(), registry);
            }
            case ENGINES -> print(Engines.all(registry), registry);
            case VALIDATORS -> print(registry.validators(), registry);
            case FUNCTIONS -> {
                Stream.of(BuiltIn.values()).forEach(each -> common.out().println(each.help()));
                registry.functionProviders()
                        .forEach(provider -> registry.call(provider, provider::functions)
                                .ifPresent(functions -> functions.forEach(
                                        each -> common.out().println(each.name() + ": " + each.help()))));
                print(registry.functionProviders(), registry);
            }
            case PROVINCES -> print(registry.provinces(), registry);
            case RULES -> contents.printRules();
            case TEMPLATES -> contents.printTemplates();
            case AGENCIES -> contents.printAgencies();
            case LIBRARIES -> contents.printLibraries();
            case PROFILES -> {
                print(registry.profiles(), registry);
                print(
                        registry.provinces().stream()
                                .filter(pack -> registry.profile(pack.id()).isPresent())
                                .toList(),
                        registry);
            }
        }
        return ExitCode.DONE;
    }

    /** Prints the id, the title and the origin of each contribution. */
    private void print(List<? extends Contribution> contributions, Registry registry) {
        for (var each : contributions) {
            common.out()
                    .printf(
                            "%-12s %-44s %s%n",
                            each.id(), registry.call(each, each::title).orElse(each.id()), registry.origin(each));
        }
    }
}
