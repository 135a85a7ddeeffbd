/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.edit;

import java.util.Set;
import java.util.TreeSet;
import org.bieumau.model.Library;
import org.bieumau.model.LibraryElement;
import org.eclipse.emf.common.notify.Notification;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EContentAdapter;

/** Notes which elements of a library are changed. */
final class Changes extends EContentAdapter {

    private final Library library;
    private final Set<Integer> elements = new TreeSet<>();
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
        while (changed != null && changed.eContainer() != library) {
            changed = changed.eContainer();
        }
        if (changed instanceof LibraryElement element) {
            elements.add(library.getElements().indexOf(element));
        } else {
            outside = true;
        }
    }

    /** The places of the changed elements in the library. */
    Set<Integer> elements() {
        return elements;
    }

    /** Whether elements were added, taken out or moved, or the head of the library was changed. */
    boolean isOutsideOfElements() {
        return outside;
    }
}
