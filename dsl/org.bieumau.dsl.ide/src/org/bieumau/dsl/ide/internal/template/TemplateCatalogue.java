/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Term;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;

/** Lists the form templates available to a file: those of the libraries in its folder and of packs. */
public final class TemplateCatalogue {

    /**
     * Template for a new form.
     *
     * @param library the name of the library that defines it, for «dùng»
     * @param name the name of the template
     * @param label the form number; empty if it has none
     * @param sections the names of the terms of its sections, in order; empty if it has none
     * @param pack the id of the pack that has the library; empty for a library in the folder of the file
     * @param stamp changes with the text of the template and of those that it is based on
     */
    public record Template(
            String library, String name, String title, String label, List<String> sections, String pack, String stamp) {

        /**
         * Returns the text of a new file with a form by this template that has no rows yet.
         *
         * @param unit the unit that fills in the form; blank if not known yet
         * @param period a year or another period; blank for none
         */
        public String form(String unit, String period) {
            var text = new StringBuilder("phiên bản 2\n\ndùng " + library + "\n\n");
            text.append("biểu ")
                    .append(name)
                    .append("ĐãLập lập theo mẫu ")
                    .append(name)
                    .append(" {\n");
            if (!unit.isBlank()) {
                text.append("    đơn vị lập ").append(NewFile.quoted(unit)).append('\n');
            }
            if (!period.isBlank()) {
                text.append("    kỳ ")
                        .append(period.strip().matches("\\d+") ? period.strip() : NewFile.quoted(period))
                        .append('\n');
            }
            sections.forEach(
                    section -> text.append("    lĩnh vực ").append(section).append(" {\n    }\n"));
            return text.append("}\n").toString();
        }
    }

    private TemplateCatalogue() {}

    /**
     * Returns the templates available to a file, sorted by library and name.
     *
     * @param file the file, which need not exist yet
     * @throws ProblemException if its folder cannot be read
     */
    public static List<Template> of(Path file, Registry registry) throws ProblemException {
        return of(file, List.of(), registry);
    }

    /** Returns the templates available to a file, including those of the given folders and files. */
    public static List<Template> of(Path file, List<Path> libraries, Registry registry) throws ProblemException {
        var resources = new LibraryResources(libraries, registry);
        resources.lookAround(file);
        var index = LibraryIndex.of(resources.resources());
        var from = LibraryIndex.uri(file);
        var found = new ArrayList<Template>();
        for (var library : index.names(from)) {
            for (var each : Libraries.readable(index.files(library, from), resources.resources())) {
                Libraries.named(each, FormTemplate.class).forEach(template -> found.add(template(library, template)));
            }
        }
        found.sort(Comparator.comparing(Template::library).thenComparing(Template::name));
        return found;
    }

    private static Template template(String library, FormTemplate template) {
        var resolved = ResolvedTemplate.of(template);
        var sections = resolved.sections()
                .map(spec -> spec.getVocabulary())
                .filter(vocabulary -> !vocabulary.eIsProxy())
                .map(vocabulary -> vocabulary.getTerms().stream()
                        .filter(term -> term.getName() != null)
                        .map(Term::getName)
                        .toList())
                .orElse(List.of());
        return new Template(
                library,
                template.getName(),
                resolved.title(),
                resolved.label(),
                sections,
                pack(template.eResource().getURI()),
                stamp(template));
    }

    private static String pack(URI file) {
        return file.isFile() ? "" : file.segment(0);
    }

    private static String stamp(FormTemplate template) {
        var text = new StringBuilder();
        var seen = new HashSet<FormTemplate>();
        for (var each = template; each != null && !each.eIsProxy() && seen.add(each); each = each.getBase()) {
            text.append(NodeModelUtils.getNode(each).getText());
        }
        return text.toString();
    }
}
