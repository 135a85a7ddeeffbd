/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.template;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bieumau.core.internal.resolved.ResolvedTemplate;
import org.bieumau.core.internal.starter.NewFile;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Copy of a form template in a library of its own, for other files. It has what the template uses of its file: lists
 * and base templates. A template of another library is not copied; the new one is based on it.
 */
public final class TemplateCopy {

    private final XtextResource resource;
    private final FormTemplate template;
    private final Set<LibraryElement> copied = new LinkedHashSet<>();
    private final Set<String> uses = new TreeSet<>();

    private TemplateCopy(XtextResource resource, FormTemplate template) {
        this.resource = resource;
        this.template = template;
    }

    /**
     * Returns the copy of a template, or of the template of a form.
     *
     * @param element the name of the template or form; null for the first one of the file
     * @return empty if the file has no such template or form
     */
    public static Optional<TemplateCopy> of(XtextResource resource, String element) {
        return Libraries.library(resource).stream()
                .map(Library::getElements)
                .flatMap(List::stream)
                .filter(each -> element == null || element.equals(each.getName()))
                .flatMap(each -> Optional.ofNullable(
                        switch (each) {
                            case FormTemplate own -> own;
                            case Form form -> form.getTemplate();
                            default -> null;
                        })
                        .stream())
                .filter(each -> !each.eIsProxy() && each.getName() != null)
                .findFirst()
                .map(each -> new TemplateCopy(resource, each));
    }

    /** Returns the title of the template; its name if it has none. */
    public String title() {
        var title = ResolvedTemplate.of(template).title();
        return title.isBlank() ? template.getName() : title;
    }

    /** Returns the name of the template. */
    public String name() {
        return template.getName();
    }

    /**
     * Returns the text of the library.
     *
     * @param library the name of the library
     * @param title the title of the template in it
     */
    public String text(String library, String title) {
        var elements = new StringBuilder();
        if (template.eResource() == resource) {
            collect(template);
            Libraries.library(resource).orElseThrow().getElements().stream()
                    .filter(copied::contains)
                    .forEach(each ->
                            elements.append('\n').append(source(each, title)).append('\n'));
        } else {
            use(template);
            elements.append("\nmẫu biểu ")
                    .append(name())
                    .append("Riêng ")
                    .append(NewFile.quoted(title))
                    .append(" dựa trên ")
                    .append(name())
                    .append(" {\n}\n");
        }
        var text = new StringBuilder("phiên bản 2\nthư viện ").append(library).append('\n');
        uses.forEach(each -> text.append("dùng ").append(each).append('\n'));
        return text.append(elements).toString();
    }

    /** Collects an element of the file with the elements that it refers to. */
    private void collect(LibraryElement element) {
        if (!copied.add(element)) {
            return;
        }
        for (var target :
                EcoreUtil.CrossReferencer.find(List.of((EObject) element)).keySet()) {
            var owner = EcoreUtil2.getContainerOfType(target, LibraryElement.class);
            if (owner != null && owner.eResource() == resource) {
                collect(owner);
            } else if (owner != null && !target.eIsProxy()) {
                use(owner);
            }
        }
    }

    private void use(LibraryElement element) {
        if (EcoreUtil.getRootContainer(element) instanceof Library library && library.getName() != null) {
            uses.add(library.getName());
        }
    }

    /** Returns the source of an element, that of the template with another title. */
    private String source(LibraryElement element, String title) {
        var node = NodeModelUtils.findActualNodeFor(element);
        var text = new StringBuilder(node.getText());
        if (element == template) {
            var titles = NodeModelUtils.findNodesForFeature(element, BieumauPackage.Literals.FORM_TEMPLATE__TITLE);
            var place = titles.isEmpty()
                    ? NodeModelUtils.findNodesForFeature(element, BieumauPackage.Literals.NAMED__NAME)
                            .getFirst()
                    : titles.getFirst();
            var start = place.getOffset() - node.getTotalOffset();
            text.replace(
                    titles.isEmpty() ? end(place, node) : start,
                    end(place, node),
                    (titles.isEmpty() ? " " : "") + NewFile.quoted(title));
        }
        return text.toString().strip();
    }

    private static int end(INode place, INode element) {
        return place.getEndOffset() - element.getTotalOffset();
    }
}
