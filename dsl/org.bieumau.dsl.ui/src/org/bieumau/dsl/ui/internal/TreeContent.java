/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ITreeContentProvider;

/**
 * Content provider for a tree whose elements hold their children. The input of the viewer is the list of the roots.
 *
 * @param children returns the children of an element
 */
public record TreeContent<T>(Function<T, List<?>> children) implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object roots) {
        return ((List<?>) roots).toArray();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object[] getChildren(Object element) {
        return children.apply((T) element).toArray();
    }

    @Override
    public Object getParent(Object element) {
        return null;
    }

    @Override
    public boolean hasChildren(Object element) {
        return getChildren(element).length > 0;
    }
}
