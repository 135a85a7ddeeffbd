/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.imports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.Libraries;
import org.bieumau.model.BieumauPackage;
import org.bieumau.model.Library;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Elements that are added at the end of a file, with the libraries that they use.
 *
 * @param libraries names of the libraries
 * @param elements texts of the elements
 */
public record Insertion(List<String> libraries, List<String> elements) {

    public Insertion {
        libraries = List.copyOf(libraries);
        elements = List.copyOf(elements);
    }

    /** Returns the edits that add the elements to a file, and <code>dùng</code> for what it does not use yet. */
    public List<TextEdit> edits(XtextResource file) {
        var text = file.getParseResult().getRootNode().getText();
        var library = Libraries.library(file);
        var edits = new ArrayList<TextEdit>();
        var missing = libraries.stream()
                .filter(name -> library.stream().noneMatch(each -> has(each, name)))
                .map(name -> "dùng " + name)
                .toList();
        if (!missing.isEmpty()) {
            edits.add(uses(library, missing));
        }
        var separator = text.isBlank() || text.endsWith("\n\n") ? "" : text.endsWith("\n") ? "\n" : "\n\n";
        edits.add(new TextEdit(
                text.length(),
                0,
                separator
                        + String.join(
                                "\n",
                                elements.stream()
                                        .map(element -> element.strip() + "\n")
                                        .toList())));
        return merged(edits);
    }

    private static boolean has(Library library, String name) {
        return name.equals(library.getName())
                || library.getUses().stream().anyMatch(use -> name.equals(use.getLibraryName()));
    }

    private static TextEdit uses(Optional<Library> library, Collection<String> lines) {
        var text = String.join("\n", lines);
        var last = library.filter(each -> !each.getUses().isEmpty())
                .map(each -> NodeModelUtils.findActualNodeFor(each.getUses().getLast()));
        if (last.isPresent()) {
            return new TextEdit(last.get().getEndOffset(), 0, "\n" + text);
        }
        var head = library.flatMap(each -> node(each, BieumauPackage.Literals.LIBRARY__NAME)
                .or(() -> node(each, BieumauPackage.Literals.LIBRARY__LANGUAGE_VERSION)));
        return head.isPresent()
                ? new TextEdit(head.get().getEndOffset(), 0, "\n\n" + text)
                : new TextEdit(0, 0, text + "\n\n");
    }

    private static Optional<INode> node(Library library, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(library, feature).stream().findFirst();
    }

    /** Joins two insertions at the same offset, so that their order is certain. */
    private static List<TextEdit> merged(List<TextEdit> edits) {
        return edits.size() == 2 && edits.getFirst().offset() == edits.getLast().offset()
                ? List.of(new TextEdit(
                        edits.getFirst().offset(),
                        0,
                        edits.getFirst().text() + edits.getLast().text()))
                : List.copyOf(edits);
    }
}
