/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.imports.FoundTemplate;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.dsl.library.BieuReader;

/** Finds the form templates that a file of another program may follow. */
final class TemplateChoice {

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
        var found = name == null ? all : named(all, name);
        if (name != null && found.size() != 1) {
            var known = (found.isEmpty() ? all : found)
                    .stream()
                            .map(each -> each.library() + "." + each.name())
                            .distinct()
                            .collect(Collectors.joining(", "));
            throw new CommonOptions.UsageException(Problem.error(
                    CliMessages.ALL, found.isEmpty() ? "TEMPLATE-UNKNOWN" : "TEMPLATE-AMBIGUOUS", null, name, known));
        }
        var chosen = new ArrayList<FoundTemplate>();
        for (var template : found) {
            FoundTemplate.load(template, reader).ifPresent(chosen::add);
        }
        return chosen;
    }

    private static List<Template> named(List<Template> all, String name) {
        var wanted = VietnameseText.fold(name);
        return all.stream()
                .filter(each -> List.of(each.name(), each.library() + "." + each.name(), each.label()).stream()
                        .anyMatch(text -> VietnameseText.fold(text).equals(wanted)))
                .toList();
    }
}
