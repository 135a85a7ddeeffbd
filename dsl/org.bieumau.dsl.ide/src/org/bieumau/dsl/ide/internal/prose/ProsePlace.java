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
 * A text in a file: the body of a document or a template, an appendix, the text that a template is given.
 *
 * @param label the name of the document, and what it is of that
 * @param offset where it begins in the file
 * @param citations what it can cite
 */
public record ProsePlace(String label, int offset, RichProse prose, List<Choice> citations) {

    /**
     * Something that can be cited.
     *
     * @param code as it is written: the name in brackets
     * @param shown as it prints
     */
    public record Choice(String code, String shown) {}

    /** The labels of the texts of a file, that of a document's body before its others. */
    public static List<String> labels(XtextResource resource) {
        return all(resource).keySet().stream().toList();
    }

    /** The text of a label. */
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
