/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.check;

import java.util.function.Consumer;
import org.bieumau.core.internal.check.DocumentChecks;
import org.bieumau.core.internal.check.FormChecks;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.problem.Finding;
import org.bieumau.model.Document;
import org.bieumau.model.Form;
import org.bieumau.model.LibraryElement;

/**
 * Checks a model in plain Java, against the layout profile of a document or the template of a form. Errors that only a
 * text can contain, such as unresolved names, are reported when the text is read.
 */
public final class Checks {

    private Checks() {}

    /**
     * Checks a document or a filled form. Other elements are not checked.
     *
     * @param report receives each finding, in the order in which they are found
     */
    public static void check(LibraryElement element, Consumer<Finding> report) {
        switch (element) {
            case Document document -> DocumentChecks.check(document, report);
            case Form form
            when form.getTemplate() != null && !form.getTemplate().eIsProxy() ->
                new FormChecks(ResolvedTemplate.of(form.getTemplate()), report).check(form);
            default -> {}
        }
    }
}
