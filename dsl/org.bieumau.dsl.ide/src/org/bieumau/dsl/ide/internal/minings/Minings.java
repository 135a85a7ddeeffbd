/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.minings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/** Computes code minings to be shown next to elements: the number of rows of a form, the result of a rule. */
public final class Minings {

    /** @param offset the offset of the element */
    public record Mining(int offset, String label) {}

    private Minings() {}

    /** @param problems the problems of the text */
    public static List<Mining> of(XtextResource resource, List<Issue> problems) {
        return Libraries.library(resource).map(library -> of(library, problems)).orElse(List.of());
    }

    private static List<Mining> of(Library library, List<Issue> problems) {
        var minings = new ArrayList<Mining>();
        for (var element : library.getElements()) {
            switch (element) {
                case Form form when !form.isBlank() -> add(form, rows(form), minings);
                case FormTemplate template ->
                    template.getRules().stream()
                            .filter(rule -> isUsed(template, library))
                            .forEach(rule -> add(rule, result(rule, problems), minings));
                case Rule rule -> add(rule, result(rule, problems), minings);
                default -> {}
            }
        }
        return minings;
    }

    private static String rows(Form form) {
        var rows = form.getEntries().size()
                + form.getSections().stream()
                        .mapToInt(section -> section.getEntries().size())
                        .sum();
        return form.getSections().isEmpty()
                ? IdeMessages.ALL.text("mining.rows", rows)
                : IdeMessages.ALL.text(
                        "mining.sections", rows, form.getSections().size());
    }

    /**
     * Returns whether a form of the file is filled in from a template: only then the rules of the template have a
     * result.
     */
    private static boolean isUsed(FormTemplate template, Library library) {
        return library.getElements().stream()
                .anyMatch(each -> each instanceof Form form && form.getTemplate() == template && !form.isBlank());
    }

    private static String result(Rule rule, List<Issue> problems) {
        var found = problems.stream()
                .filter(issue -> issue.getCode() != null
                        && issue.getCode().endsWith("-RULE")
                        && issue.getData() != null
                        && Arrays.asList(issue.getData()).contains(rule.getName()))
                .count();
        return found == 0 ? IdeMessages.ALL.text("mining.kept") : IdeMessages.ALL.text("mining.broken", found);
    }

    private static void add(EObject element, String label, List<Mining> minings) {
        var node = NodeModelUtils.findActualNodeFor(element);
        if (node != null) {
            minings.add(new Mining(node.getOffset(), label));
        }
    }
}
