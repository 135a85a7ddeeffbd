/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.consolidation;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.Set;
import org.bieumau.dsl.ide.internal.imports.UsedLibraries;
import org.bieumau.model.Campaign;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * Copies elements, with all elements that they use, into a library of their own, so that results can be opened without
 * the file of the campaign. Elements of packs are used, not copied.
 */
final class Copies {

    private final EcoreUtil.Copier copier = new EcoreUtil.Copier();
    private final Set<String> uses = new LinkedHashSet<>();

    /** Adds an element with what it uses to a library. */
    Copies(Library library, EObject... elements) {
        var pending = new ArrayDeque<LibraryElement>();
        var copied = new LinkedHashSet<LibraryElement>();
        for (var element : elements) {
            if (element instanceof LibraryElement each) {
                pending.add(each);
            }
        }
        while (!pending.isEmpty()) {
            var element = pending.remove();
            if (element.eIsProxy() || element instanceof Campaign) {
                continue;
            }
            if (isOfPack(element)) {
                if (element.eContainer() instanceof Library pack && pack.getName() != null) {
                    uses.add(pack.getName());
                }
                continue;
            }
            if (copied.add(element)) {
                EcoreUtil.CrossReferencer.find(Set.of(element)).keySet().stream()
                        .map(Copies::owner)
                        .filter(each -> each != null)
                        .forEach(pending::add);
            }
        }
        copied.forEach(element -> library.getElements().add((LibraryElement) copier.copy(element)));
        copier.copyReferences();
        uses.forEach(name -> UsedLibraries.add(library, name));
    }

    private static LibraryElement owner(EObject object) {
        var each = object;
        while (each != null && !(each instanceof LibraryElement)) {
            each = each.eContainer();
        }
        return (LibraryElement) each;
    }

    private static boolean isOfPack(EObject element) {
        var resource = element.eResource();
        return resource != null
                && resource.getURI() != null
                && "bieumau".equals(resource.getURI().scheme());
    }

    /** Returns the copy of an element; the element itself if it was not copied. */
    @SuppressWarnings("unchecked")
    <T extends EObject> T of(T element) {
        var copy = copier.get(element);
        return copy == null ? element : (T) copy;
    }
}
