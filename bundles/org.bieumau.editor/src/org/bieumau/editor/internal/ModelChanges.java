/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.editor.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bieumau.dsl.internal.edit.RefusedException;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.document.DocumentEdits;
import org.bieumau.dsl.ui.internal.document.OpenDocument;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.IDocument;
import org.eclipse.swt.widgets.Display;
import org.eclipse.xtext.resource.XtextResource;

/**
 * Queue of the changes that the pages of an editor make to the model. Each change becomes an edit of the text and one
 * undo step, in the order of the calls. The edits are computed off the UI thread, and computed again if the text has
 * been edited meanwhile.
 */
public final class ModelChanges {

    /** Computes the edits of a change from the current model. */
    @FunctionalInterface
    public interface Change {
        List<TextEdit> edits(XtextResource resource) throws RefusedException;
    }

    /** Called on the UI thread with a sentence for the user if a change cannot be made. */
    @FunctionalInterface
    public interface Refusal {
        void refused(String reason);
    }

    private static final int ATTEMPTS = 20;

    private final OpenDocument open;
    private final IDocument document;
    private final Refusal refusal;
    private final Deque<Change> waiting = new ArrayDeque<>();
    private final Job job = new Job(EditorMessages.ALL.text("job.change")) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            return work();
        }
    };

    ModelChanges(OpenDocument open, IDocument document, Refusal refusal) {
        this.open = open;
        this.document = document;
        this.refusal = refusal;
        job.setSystem(true);
        job.setPriority(Job.INTERACTIVE);
    }

    /** Appends a change to the queue. */
    public void make(Change change) {
        synchronized (waiting) {
            waiting.add(change);
        }
        job.schedule();
    }

    /** Returns whether all changes have been made. */
    public boolean isIdle() {
        synchronized (waiting) {
            return waiting.isEmpty() && job.getState() == Job.NONE;
        }
    }

    private IStatus work() {
        while (true) {
            Change change;
            synchronized (waiting) {
                change = waiting.peek();
            }
            if (change == null) {
                return Status.OK_STATUS;
            }
            try {
                make(change, ATTEMPTS);
            } catch (RefusedException e) {
                Display.getDefault().asyncExec(() -> refusal.refused(e.getMessage()));
            } catch (RuntimeException e) {
                Platform.getLog(ModelChanges.class).error(e.getMessage(), e);
                Display.getDefault().asyncExec(() -> refusal.refused(EditorMessages.ALL.text("change.failed")));
            }
            synchronized (waiting) {
                waiting.poll();
            }
        }
    }

    private void make(Change change, int attempts) throws RefusedException {
        record Found(int version, List<TextEdit> edits, RefusedException refused) {}
        var found = open.read(resource -> {
            try {
                return new Found(open.modelVersion(), change.edits(resource), null);
            } catch (RefusedException e) {
                return new Found(0, List.of(), e);
            }
        });
        if (found.refused() != null) {
            throw found.refused();
        }
        var done = new boolean[1];
        Display.getDefault().syncExec(() -> {
            if (open.version() == found.version()) {
                DocumentEdits.apply(document, found.edits());
                done[0] = true;
            }
        });
        if (!done[0] && attempts > 0) {
            make(change, attempts - 1);
        }
    }
}
