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

/** What the names in an expression are about, by where it stands. */
public final class Expressions {

    private Expressions() {}

    /** Whether it is asked of documents. */
    public static boolean areOfDocuments(EObject place) {
        var rule = EcoreUtil2.getContainerOfType(place, Rule.class);
        return rule != null
                && (rule.isForDocuments() || !rule.getDocumentTypes().isEmpty());
    }

    /**
     * The template whose columns it names: that of its rule, else that which it stands in; empty where there is none
     * that is known.
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
     * What a name in an expression stands for, where that is a column of the template that it is about, or a form of
     * its file. Other names, such as those of functions and of the parts of a document, are not defined in any file.
     */
    public static Optional<Named> named(NameReference name) {
        return name.getName() == null || name.eContainer() instanceof FunctionCall call && call.getCallee() == name
                ? Optional.empty()
                : named(name, name.getName());
    }

    /** As {@link #named(NameReference)}, of a name that stands in an element. */
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
