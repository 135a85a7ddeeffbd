/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.Similar;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Place;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.dsl.library.BieuReader;

/** Finds the form templates that a file of another program may follow. */
final class TemplateChoice {

    /** Maximum number of templates that a message names. */
    private static final int NAMED = 5;

    private final CommonOptions common;
    private final BieuReader reader;
    private final Path here;
    private final List<Path> libraries;

    /**
     * @param here the file that will refer to the template, which need not exist yet
     * @param libraries folders and files that it may use beside those around it
     */
    TemplateChoice(CommonOptions common, BieuReader reader, Path here, List<Path> libraries) {
        this.common = common;
        this.reader = reader;
        this.here = here;
        this.libraries = libraries;
    }

    /**
     * Returns the template with a name, a qualified name or a label; all templates if the name is null.
     *
     * @throws CommonOptions.UsageException if there is no such template, or several
     */
    List<FoundTemplate> find(String name) throws ProblemException {
        var all = TemplateCatalogue.of(here, libraries, common.registry());
        var found = name == null ? all : List.of(one(all, name, common.libraries()));
        var chosen = new ArrayList<FoundTemplate>();
        for (var template : found) {
            FoundTemplate.load(template, reader).ifPresent(chosen::add);
        }
        return chosen;
    }

    /**
     * Returns the template with a name, a qualified name or a label.
     *
     * @param libraries folders and files of libraries on the command line
     * @throws CommonOptions.UsageException if there is no such template, or several
     */
    static Template one(List<Template> all, String name, List<Path> libraries) {
        var wanted = VietnameseText.fold(name);
        var found = all.stream()
                .filter(each -> names(each).stream()
                        .anyMatch(text -> VietnameseText.fold(text).equals(wanted)))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        var unnamed = found.isEmpty() ? unnamed(libraries) : Optional.<Path>empty();
        if (unnamed.isPresent()) {
            throw new CommonOptions.UsageException(Problem.error(
                    CliMessages.ALL,
                    "LIBRARY-UNNAMED",
                    Place.of(unnamed.get().toString()),
                    name,
                    unnamed.get().getFileName()));
        }
        throw new CommonOptions.UsageException(
                found.isEmpty()
                        ? Problem.error(
                                CliMessages.ALL,
                                "TEMPLATE-UNKNOWN",
                                null,
                                name,
                                qualified(Similar.nearest(name, distinct(all), TemplateChoice::names, NAMED)),
                                distinct(all).size(),
                                listing(libraries))
                        : Problem.error(CliMessages.ALL, "TEMPLATE-AMBIGUOUS", null, name, qualified(found)));
    }

    /** Returns a file among the libraries that has no name, so that nothing in it can be referred to. */
    private static Optional<Path> unnamed(List<Path> libraries) {
        return libraries.stream()
                .filter(Files::isRegularFile)
                .filter(file -> {
                    try (var lines = Files.lines(file)) {
                        return lines.noneMatch(line -> line.strip().startsWith("thư viện "));
                    } catch (IOException | UncheckedIOException e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static List<String> names(Template template) {
        return List.of(template.name(), qualified(template), template.label(), template.title());
    }

    private static String qualified(Template template) {
        return template.library() + "." + template.name();
    }

    private static String qualified(List<Template> templates) {
        return templates.stream().map(TemplateChoice::qualified).distinct().collect(Collectors.joining(", "));
    }

    /** Returns the templates without those that another library of the same name hides. */
    private static Collection<Template> distinct(List<Template> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        TemplateChoice::qualified, Function.identity(), (one, other) -> one, LinkedHashMap::new))
                .values();
    }

    /** Returns the command that lists all templates. */
    private static String listing(List<Path> libraries) {
        return "bieumau list templates"
                + libraries.stream().map(each -> " -l " + each).collect(Collectors.joining());
    }
}
