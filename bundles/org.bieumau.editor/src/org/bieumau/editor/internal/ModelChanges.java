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

    private record Waiting(Change change, Runnable done) {}

    private final OpenDocument open;
    private final IDocument document;
    private final Refusal refusal;
    /** Called on the UI thread when the queue is no longer empty or is empty again. */
    private final Runnable changed;

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    /** Number of changes that were refused or failed. Accessed on the UI thread. */
    private int refused;

    private final Job job = new Job(EditorMessages.ALL.text("job.change")) {
        @Override
        protected IStatus run(IProgressMonitor monitor) {
            return work();
        }
    };

    ModelChanges(OpenDocument open, IDocument document, Refusal refusal, Runnable changed) {
        this.open = open;
        this.document = document;
        this.refusal = refusal;
        this.changed = changed;
        job.setSystem(true);
        job.setPriority(Job.INTERACTIVE);
    }

    /** Appends a change to the queue. */
    public void make(Change change) {
        make(change, () -> {});
    }

    /**
     * Appends a change to the queue.
     *
     * @param done called on the UI thread as soon as the text has been edited or the change turned out to be impossible
     *     or unnecessary
     */
    public void make(Change change, Runnable done) {
        synchronized (waiting) {
            waiting.add(new Waiting(change, done));
        }
        job.schedule();
        if (Display.getCurrent() != null) {
            changed.run();
        } else {
            Display.getDefault().asyncExec(changed);
        }
    }

    /** Returns whether all changes have been made. */
    public boolean isIdle() {
        return isEmpty() && job.getState() == Job.NONE;
    }

    /** Returns whether the text has all changes. */
    boolean isEmpty() {
        synchronized (waiting) {
            return waiting.isEmpty();
        }
    }

    /**
     * Waits on the UI thread until the text has all changes. The user interface stays alive meanwhile.
     *
     * @return whether all of them could be made
     */
    boolean finish() {
        var before = refused;
        var display = Display.getCurrent();
        while (!isEmpty() && !display.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        return refused == before;
    }

    private IStatus work() {
        while (true) {
            Waiting next;
            synchronized (waiting) {
                next = waiting.peek();
            }
            if (next == null) {
                return Status.OK_STATUS;
            }
            try {
                make(next);
            } catch (RefusedException e) {
                refuse(next, e.getMessage());
            } catch (RuntimeException e) {
                Platform.getLog(ModelChanges.class).error(e.getMessage(), e);
                refuse(next, EditorMessages.ALL.text("change.failed"));
            }
        }
    }

    /** Makes a change, unless the text is edited meanwhile. */
    private void make(Waiting next) throws RefusedException {
        record Found(int version, List<TextEdit> edits, RefusedException refused) {}
        var found = open.read(resource -> {
            try {
                return new Found(open.modelVersion(), next.change().edits(resource), null);
            } catch (RefusedException e) {
                return new Found(0, List.of(), e);
            }
        });
        if (found.refused() != null) {
            throw found.refused();
        }
        Display.getDefault().syncExec(() -> {
            if (open.version() == found.version()) {
                DocumentEdits.apply(document, found.edits());
                finished(next);
            }
        });
    }

    private void refuse(Waiting change, String reason) {
        Display.getDefault().syncExec(() -> {
            refused++;
            refusal.refused(reason);
            finished(change);
        });
    }

    /** Removes a change from the queue, on the UI thread, so that {@link #finish} returns when the text has it. */
    private void finished(Waiting change) {
        synchronized (waiting) {
            waiting.remove(change);
        }
        change.done().run();
        changed.run();
    }
}
