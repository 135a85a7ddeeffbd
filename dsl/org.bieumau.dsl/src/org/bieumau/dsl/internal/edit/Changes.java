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

/** Records the changes of a library: for each changed element, the smallest part of it that contains all changes. */
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
            parts.merge(element, changed, Changes::commonContainer);
        }
    }

    /** Returns the innermost object that contains both. */
    private static EObject commonContainer(EObject one, EObject other) {
        var part = one;
        while (!EcoreUtil.isAncestor(part, other)) {
            part = part.eContainer();
        }
        return part;
    }

    /** Returns the changed parts, as fragment paths relative to the library. */
    List<String> paths() {
        var paths = new ArrayList<String>();
        parts.values().forEach(part -> paths.add(EcoreUtil.getRelativeURIFragmentPath(library, part)));
        return paths;
    }

    /** Returns whether elements were added, removed or moved, or the library's own features were changed. */
    boolean isOutsideOfElements() {
        return outside;
    }
}
