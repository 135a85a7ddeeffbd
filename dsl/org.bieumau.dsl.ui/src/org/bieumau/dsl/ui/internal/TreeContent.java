/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal;

import java.util.List;
import java.util.function.Function;
import org.eclipse.jface.viewers.ITreeContentProvider;

/** The content of a tree whose elements hold those below them; its input is the list of its roots. */
public record TreeContent<T>(Function<T, List<?>> below) implements ITreeContentProvider {

    @Override
    public Object[] getElements(Object roots) {
        return ((List<?>) roots).toArray();
    }

    @Override
    @SuppressWarnings("unchecked")
    public Object[] getChildren(Object element) {
        return below.apply((T) element).toArray();
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
