/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue;
import org.bieumau.dsl.ide.internal.template.TemplateCatalogue.Template;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;

/** Finds the form templates that a file of another program may follow. */
final class TemplateChoice {

    /**
     * A template.
     *
     * @param library name of its library, for <code>dùng</code>
     */
    record Chosen(String library, FormTemplate template) {}

    private final CommonOptions common;
    private final BieuReader reader;

    TemplateChoice(CommonOptions common, BieuReader reader) {
        this.common = common;
        this.reader = reader;
    }

    /**
     * Returns the template with a name, a qualified name or a label; all templates if the name is null.
     *
     * @throws CommonOptions.UsageException if there is no such template, or several
     */
    List<Chosen> find(String name) throws ProblemException {
        var all = TemplateCatalogue.of(Path.of("x.bieu").toAbsolutePath(), common.libraries(), common.registry());
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
        var chosen = new ArrayList<Chosen>();
        for (var template : found) {
            load(template, chosen);
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

    /** Loads a template by the reference of a form to it. */
    private void load(Template template, List<Chosen> chosen) throws ProblemException {
        var file = reader.read("phiên bản 2\n\ndùng " + template.library() + "\n\nbiểu Nhập lập theo mẫu "
                + template.name() + " {\n}\n");
        file.element(Form.class, "Nhập")
                .map(Form::getTemplate)
                .filter(each -> !each.eIsProxy())
                .ifPresent(each -> chosen.add(new Chosen(template.library(), each)));
    }
}
