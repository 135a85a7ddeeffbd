/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.util.function.Consumer;
import java.util.function.Function;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.texteditor.ITextEditor;
import org.eclipse.xtext.resource.XtextResource;

/** Handler of a command that works on the edited text. */
public abstract class TextHandler extends AbstractHandler {

    @Override
    public final Object execute(ExecutionEvent event) {
        var editor = Adapters.adapt(HandlerUtil.getActiveEditor(event), ITextEditor.class);
        if (editor != null
                && editor.getSelectionProvider() != null
                && editor.getSelectionProvider().getSelection() instanceof ITextSelection selection) {
            execute(editor, editor.getDocumentProvider().getDocument(editor.getEditorInput()), selection);
        }
        return null;
    }

    /**
     * Reads the model in a job and passes the result to the UI thread, unless the shell has been disposed of.
     *
     * @param job the message key of the name of the job
     */
    protected static <T> void later(
            Shell shell, IDocument document, String job, Function<XtextResource, T> read, Consumer<T> show) {
        OpenDocument.of(document).ifPresent(open -> {
            ICoreRunnable reading = monitor -> {
                var found = open.read(read);
                shell.getDisplay().asyncExec(() -> {
                    if (!shell.isDisposed()) {
                        show.accept(found);
                    }
                });
            };
            Job.create(UiMessages.ALL.text(job), reading).schedule();
        });
    }

    protected abstract void execute(ITextEditor editor, IDocument document, ITextSelection selection);
}
