/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide;

import java.util.Optional;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** What the names in an expression are about, by where it stands. */
public final class Expressions {

    private Expressions() {
    }

    /** Whether it is asked of documents. */
    public static boolean areOfDocuments(EObject place) {
        var rule = EcoreUtil2.getContainerOfType(place, Rule.class);
        return rule != null && (rule.isForDocuments() || !rule.getDocumentTypes().isEmpty());
    }

    /** The template whose columns it names: that of its rule, else that which it stands in; empty where there is none that is known. */
    public static Optional<FormTemplate> template(EObject place) {
        var rule = EcoreUtil2.getContainerOfType(place, Rule.class);
        return Optional.ofNullable(rule != null && rule.getFormTemplate() != null ? rule.getFormTemplate() : EcoreUtil2.getContainerOfType(place, FormTemplate.class))
                .filter(template -> !template.eIsProxy());
    }
}
