/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal;

import java.util.Collection;
import java.util.Optional;
import org.bieumau.core.internal.expression.EvaluationException;
import org.bieumau.core.internal.expression.Evaluator;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.core.internal.resolved.GivenRow;
import org.bieumau.core.internal.resolved.GivenRows;
import org.bieumau.core.internal.resolved.NamedTerms;
import org.bieumau.core.internal.resolved.Names;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Chart;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.Expression;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.FunctionCall;
import org.bieumau.model.Indicator;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.MemberAccess;
import org.bieumau.model.NameReference;
import org.bieumau.model.Named;
import org.bieumau.model.Prose;
import org.bieumau.model.Rule;
import org.bieumau.model.Term;
import org.bieumau.model.Vocabulary;
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
     * Returns the column or printed row of the template, the form or chart of the file or the term that a name in an
     * expression refers to. Other names, such as those of functions and of the parts of a document, are not defined in
     * any file and give an empty result.
     */
    public static Optional<Named> named(NameReference name) {
        return name.getName() == null || name.eContainer() instanceof FunctionCall call && call.getCallee() == name
                ? Optional.empty()
                : named(name, name.getName()).or(() -> term(name));
    }

    /**
     * Returns the term that a name means in a comparison, as in <code>mức = Cao</code>. A column, function or other
     * declaration of the same name takes precedence; then the result is empty.
     */
    public static Optional<Term> term(NameReference name) {
        var other = NamedTerms.comparedWith(name);
        if (other.isEmpty() || name.getName() == null || areOfDocuments(name)) {
            return Optional.empty();
        }
        var template = template(name);
        if (template.isPresent()) {
            var resolved = ResolvedTemplate.of(template.get());
            var isKnown = FormName.of(name.getName(), FormName.Place.RULE).isPresent()
                    || resolved.columns().stream()
                            .anyMatch(column -> name.getName().equals(column.name()))
                    || Names.of(template.get()).apply(name.getName()).isPresent();
            return isKnown
                    ? Optional.empty()
                    : NamedTerms.of(name, resolved)
                            .or(() -> vocabulary(other.get(), Names.of(template.get()))
                                    .flatMap(each -> NamedTerms.of(name.getName(), each)));
        }
        var scope = scope(name);
        return scope.apply(name.getName()).isPresent()
                ? Optional.empty()
                : vocabulary(other.get(), scope).flatMap(each -> NamedTerms.of(name.getName(), each));
    }

    /** Returns the scope of an expression outside templates of forms. */
    private static Evaluator.Scope scope(NameReference name) {
        var form = EcoreUtil2.getContainerOfType(name, Form.class);
        var isCondition = form != null && EcoreUtil2.getContainerOfType(name, Prose.class) == null;
        return isCondition
                ? Names.ofConditions(form)
                : Names.inProse(
                        Optional.<EObject>ofNullable(EcoreUtil2.getContainerOfType(name, DocumentTemplate.class))
                                .orElse(EcoreUtil2.getContainerOfType(name, LibraryElement.class)));
    }

    private static Optional<Vocabulary> vocabulary(Expression expression, Evaluator.Scope scope) {
        try {
            var value = new Evaluator(scope).evaluate(expression);
            var first = value instanceof Collection<?> list && !list.isEmpty()
                    ? list.iterator().next()
                    : value;
            return first instanceof Term term && term.eContainer() instanceof Vocabulary vocabulary
                    ? Optional.of(vocabulary)
                    : first instanceof Vocabulary vocabulary ? Optional.of(vocabulary) : Optional.empty();
        } catch (EvaluationException e) {
            return Optional.empty();
        }
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
        return column.or(() -> areOfDocuments(place)
                        ? Optional.empty()
                        : template(place)
                                .flatMap(template -> outermost(template, name))
                                .map(GivenRow::source))
                .or(() -> Libraries.named(place.eResource(), Form.class, name))
                .or(() -> Libraries.named(place.eResource(), Chart.class, name));
    }

    /** Returns the row printed with a form that an expression names by its path; empty for any other expression. */
    public static Optional<GivenRow> row(Expression expression) {
        return switch (expression) {
            case NameReference name ->
                named(name)
                        .filter(Indicator.class::isInstance)
                        .flatMap(each -> template(name).flatMap(template -> outermost(template, name.getName())));
            case MemberAccess access
            when access.getName() != null ->
                row(access.getOwner())
                        .flatMap(row -> row.child(access.getName()))
                        .or(() -> access.getOwner() instanceof NameReference owner
                                ? named(owner)
                                        .filter(Form.class::isInstance)
                                        .map(form -> ((Form) form).getTemplate())
                                        .filter(template -> !template.eIsProxy())
                                        .flatMap(template -> outermost(template, access.getName()))
                                : Optional.empty());
            case null, default -> Optional.empty();
        };
    }

    private static Optional<GivenRow> outermost(FormTemplate template, String name) {
        return GivenRows.of(template).blocks().stream()
                .flatMap(block -> block.rows().stream())
                .filter(row -> name.equals(row.source().getName()))
                .findFirst();
    }
}
