/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.rcp.internal.drop;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.texteditor.ITextEditorDropTargetListener;

/** Lets the Source page take files that are dropped on it: its text has a drop target of its own. */
public final class TextDropFactory implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object page, Class<T> type) {
        return type == ITextEditorDropTargetListener.class && page instanceof IEditorPart editor
                ? type.cast(new WindowDrop(editor.getSite().getWorkbenchWindow()))
                : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {ITextEditorDropTargetListener.class};
    }
}
