/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.internal.edit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bieumau.model.Library;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EContentAdapter;
import org.eclipse.emf.ecore.util.EcoreUtil;

/** Notes what is changed in a library: of each of its elements the smallest part that holds all changes. */
final class Changes extends EContentAdapter {

    private final Library library;
    private final Map<EObject, EObject> parts = new LinkedHashMap<>();
    private boolean outside;

    Changes(Library library) {
        this.library = library;
        library.eAdapters().add(this);
    }

    @Override
    public void notifyChanged(Notification notification) {
        super.notifyChanged(notification);
        if (notification.isTouch() || !(notification.getNotifier() instanceof EObject changed)) {
            return;
        }
        var element = changed;
        while (element != null && element.eContainer() != library) {
            element = element.eContainer();
        }
        if (element == null) {
            outside |= changed == library;
        } else {
            parts.merge(element, changed, Changes::around);
        }
    }

    /** The smallest part that holds both. */
    private static EObject around(EObject one, EObject other) {
        var part = one;
        while (!EcoreUtil.isAncestor(part, other)) {
            part = part.eContainer();
        }
        return part;
    }

    /** The changed parts, by their paths from the library. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        parts.values().forEach(part -> paths.add(EcoreUtil.getRelativeURIFragmentPath(library, part)));
        return paths;
    }

    /** Whether elements were added, taken out or moved, or the head of the library was changed. */
    boolean isOutsideOfElements() {
        return outside;
    }
}
