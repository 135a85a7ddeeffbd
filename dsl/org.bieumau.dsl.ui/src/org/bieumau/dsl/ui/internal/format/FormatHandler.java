/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.format;

import java.util.List;
import org.bieumau.dsl.ide.internal.format.Formatting;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.bieumau.dsl.ui.internal.document.TextHandler;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.ITextSelection;
import org.eclipse.ui.progress.UIJob;
import org.eclipse.ui.texteditor.ITextEditor;

/**
 * Formats the file as one undo step. The edits are computed off the UI thread and dropped if the text has been edited
 * meanwhile.
 */
public final class FormatHandler extends TextHandler {

    @Override
    protected void execute(ITextEditor editor, IDocument document, ITextSelection selection) {
        var open = OpenDocument.of(document).orElse(null);
        if (open == null || !editor.isEditable()) {
            return;
        }
        Job.create(UiMessages.ALL.text("job.format"), monitor -> {
                    var version = new int[1];
                    var edits = open.read(resource -> {
                        version[0] = open.modelVersion();
                        return Formatting.of(resource);
                    });
                    apply(document, open, version[0], edits);
                })
                .schedule();
    }

    private static void apply(IDocument document, OpenDocument open, int version, List<TextEdit> edits) {
        new UIJob(UiMessages.ALL.text("job.format")) {
            @Override
            public IStatus runInUIThread(IProgressMonitor monitor) {
                if (open.version() == version) {
                    DocumentEdits.apply(document, edits);
                }
                return Status.OK_STATUS;
            }
        }.schedule();
    }
}
