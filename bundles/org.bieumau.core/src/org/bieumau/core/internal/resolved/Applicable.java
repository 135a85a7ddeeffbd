/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.internal.resolved;

import java.util.List;
import java.util.stream.Stream;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.model.Conditional;
import org.bieumau.model.Entry;
import org.bieumau.model.Form;
import org.bieumau.model.Section;

/** Selects the sections and rows of a form that apply: those without a condition and those whose condition is true. */
public final class Applicable {

    private Applicable() {}

    /** Returns the applicable sections of a form. */
    public static List<Section> sections(Form form) {
        return applying(form.getSections(), form);
    }

    /** Returns the applicable rows of a section. */
    public static List<Entry> entries(Section section) {
        return section.eContainer() instanceof Form form ? applying(section.getEntries(), form) : section.getEntries();
    }

    /** Returns the applicable rows of a form outside of sections. */
    public static List<Entry> plainEntries(Form form) {
        return applying(form.getEntries(), form);
    }

    /**
     * Returns the applicable rows of a form in the model, those of all sections in a form with sections. Rows that are
     * printed with the form can be outside of its sections.
     */
    public static List<Entry> entries(Form form) {
        return form.getSections().isEmpty()
                ? plainEntries(form)
                : Stream.concat(
                                plainEntries(form).stream()
                                        .filter(entry -> entry.getIndicator() != null || entry.getParent() != null),
                                sections(form).stream().flatMap(section -> entries(section).stream()))
                        .toList();
    }

    private static <T extends Conditional> List<T> applying(List<T> all, Form form) {
        if (all.stream().allMatch(each -> each.getCondition() == null)) {
            return all;
        }
        var evaluator = new Evaluator(Names.ofConditions(form));
        return all.stream()
                .filter(each -> each.getCondition() == null || holds(each, evaluator))
                .toList();
    }

    /** Returns true also if the condition cannot be evaluated; the checks report that. */
    private static boolean holds(Conditional each, Evaluator evaluator) {
        try {
            return evaluator.truth(each.getCondition());
        } catch (EvaluationException e) {
            return true;
        }
    }
}
