/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal;

import java.util.Optional;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.NameReference;
import org.bieumau.model.Named;
import org.bieumau.model.Rule;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.EcoreUtil2;

/** Resolves the names in an expression, depending on the element that contains the expression. */
public final class Expressions {

    private Expressions() {}

    /** Returns whether an expression at an element belongs to a rule for documents. */
    public static boolean areOfDocuments(EObject place) {
        var rule = EcoreUtil2.getContainerOfType(place, Rule.class);
        return rule != null
                && (rule.isForDocuments() || !rule.getDocumentTypes().isEmpty());
    }

    /**
     * Returns the template whose columns an expression names: the template of the enclosing rule, else the template
     * that contains the expression; empty if there is none or it cannot be resolved.
     */
    public static Optional<FormTemplate> template(EObject place) {
        var rule = EcoreUtil2.getContainerOfType(place, Rule.class);
        return Optional.ofNullable(
                        rule != null && rule.getFormTemplate() != null
                                ? rule.getFormTemplate()
                                : EcoreUtil2.getContainerOfType(place, FormTemplate.class))
                .filter(template -> !template.eIsProxy());
    }

    /**
     * Returns the column of the template or the form of the file that a name in an expression refers to. Other names,
     * such as those of functions and of the parts of a document, are not defined in any file and give an empty result.
     */
    public static Optional<Named> named(NameReference name) {
        return name.getName() == null || name.eContainer() instanceof FunctionCall call && call.getCallee() == name
                ? Optional.empty()
                : named(name, name.getName());
    }

    /** Returns the same for a name that is written in the given element. */
    public static Optional<Named> named(EObject place, String name) {
        var column = areOfDocuments(place)
                ? Optional.<Named>empty()
                : template(place)
                        .flatMap(template -> ResolvedTemplate.of(template).columns().stream()
                                .filter(each -> name.equals(each.name())
                                        && name.equals(each.source().getName()))
                                .findFirst())
                        .map(leaf -> (Named) leaf.source());
        return column.or(() -> Libraries.named(place.eResource(), Form.class, name));
    }
}
