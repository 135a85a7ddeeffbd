/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.outline;

import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.ui.views.contentoutline.IContentOutlinePage;

/** Provides the outline page for text editors of .bieu files. */
public final class OutlineAdapter implements IAdapterFactory {

    @Override
    public <T> T getAdapter(Object adaptable, Class<T> type) {
        if (type != IContentOutlinePage.class
                || !(adaptable instanceof ITextEditor editor)
                || editor.getDocumentProvider() == null) {
            return null;
        }
        var document = editor.getDocumentProvider().getDocument(editor.getEditorInput());
        return document == null
                ? null
                : OpenDocument.of(document)
                        .map(open -> type.cast(new OutlinePage(editor, open)))
                        .orElse(null);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContentOutlinePage.class};
    }
}
