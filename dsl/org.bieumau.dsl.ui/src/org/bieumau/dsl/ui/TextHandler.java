/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;

/** A command on the text that is being edited. */
public abstract class TextHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        var editor = Adapters.adapt(HandlerUtil.getActiveEditor(event), ITextEditor.class);
        if (editor != null && editor.getSelectionProvider() != null && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            execute(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection);
        }
        return null;
    }

    protected abstract void execute(ITextEditor editor, IDocument document, ITextSelection selection);
}
