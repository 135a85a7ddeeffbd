/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.prose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bieumau.core.internal.law.Citations;
import org.bieumau.core.text.Span;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.Appendix;
import org.bieumau.model.Argument;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Citation;
import org.bieumau.model.Document;
import org.bieumau.model.DocumentTemplate;
import org.bieumau.model.LibraryElement;
import org.bieumau.model.Prose;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.scoping.IScopeProvider;

/**
 * Prose in a file: the body of a document or a document template, an appendix, a subject, or an argument for a
 * template.
 *
 * @param label the name of the document and the role of the prose in it
 * @param offset offset in the file
 * @param citations the citations available in the prose
 */
public record ProsePlace(String label, int offset, RichProse prose, List<Choice> citations) {

    /**
     * Citation that can be inserted.
     *
     * @param code its source: the name in brackets
     * @param shown its text in print
     */
    public record Choice(String code, String shown) {}

    /** Returns the labels of all prose in a file. In each document the body comes first. */
    public static List<String> labels(XtextResource resource) {
        return all(resource).keySet().stream().toList();
    }

    /** Returns the prose with a label. */
    public static Optional<ProsePlace> of(XtextResource resource, String label) {
        return Optional.ofNullable(all(resource).get(label))
                .map(prose -> new ProsePlace(
                        label,
                        NodeModelUtils.findActualNodeFor(prose).getOffset(),
                        RichProse.of(prose),
                        citations(prose, resource)));
    }

    private static Map<String, Prose> all(XtextResource resource) {
        Map<String, Prose> all = new LinkedHashMap<>();
        Libraries.library(resource).ifPresent(library -> {
            for (var element : library.getElements()) {
                if ((element instanceof Document || element instanceof DocumentTemplate) && element.getName() != null) {
                    var document =
                            element instanceof DocumentTemplate template ? template.getDocument() : (Document) element;
                    if (document != null && document.getBody() != null) {
                        all.putIfAbsent(element.getName(), document.getBody());
                    }
                    for (var each = EcoreUtil.<EObject>getAllContents(element, true); each.hasNext(); ) {
                        if (each.next() instanceof Prose prose && NodeModelUtils.findActualNodeFor(prose) != null) {
                            all.putIfAbsent(label(element, prose), prose);
                        }
                    }
                }
            }
        });
        return all;
    }

    private static String label(LibraryElement element, Prose prose) {
        var argument = EcoreUtil2.getContainerOfType(prose, Argument.class);
        if (argument != null) {
            return element.getName() + " · "
                    + (argument.getParameter() == null
                            ? ""
                            : argument.getParameter().getName());
        }
        if (prose.eContainer() instanceof Appendix appendix) {
            return element.getName() + " · " + IdeMessages.ALL.text("prose.appendix", appendix.getName());
        }
        return prose.eContainingFeature() == BieumauPackage.Literals.DOCUMENT__SUBJECT_LINES
                ? element.getName() + " · " + IdeMessages.ALL.text("prose.subject")
                : element.getName();
    }

    private static List<Choice> citations(Prose prose, XtextResource resource) {
        var found = new ArrayList<Choice>();
        for (var each : resource.getResourceServiceProvider()
                .get(IScopeProvider.class)
                .getScope(prose, BieumauPackage.Literals.CITATION_RUN__CITATION)
                .getAllElements()) {
            if (EcoreUtil.resolve(each.getEObjectOrProxy(), resource) instanceof Citation citation
                    && !citation.eIsProxy()
                    && citation.getType() != null) {
                found.add(new Choice("[" + each.getName() + "]", Span.unmarked(Citations.full(citation))));
            }
        }
        return found;
    }
}
