/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.ide.internal.live.LiveFile;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.ui.internal.UiMessages;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.text.DocumentEvent;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentListener;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;

/**
 * The document of an open file with the model that follows it: one for all editors of the file. A job reads the text a
 * moment after it was edited and tells those who listen, first that the model has followed, then the problems.
 */
public final class OpenDocument {

    /** Who wants to know that the model has followed the text. Called on the thread of the job. */
    public interface Listener {

        /** The model is that of the text. */
        default void modelChanged() {}

        /** The problems of the text were found. */
        default void problemsChanged(List<Issue> problems) {}
    }

    /** A pause this long, in ms, in typing has the text read. */
    private static final int DELAY = 200;

    /** From when the buffer of a file is set up until it is disposed of. */
    private static final Map<IDocument, OpenDocument> OPEN = new HashMap<>();

    private final LiveFile file;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Follower follower = new Follower();
    private final IDocumentListener edits = new IDocumentListener() {
        @Override
        public void documentAboutToBeChanged(DocumentEvent event) {}

        @Override
        public void documentChanged(DocumentEvent event) {
            file.edited(new TextEdit(event.fOffset, event.fLength, event.fText == null ? "" : event.fText));
            follower.schedule(DELAY);
        }
    };
    private final IDocument document;
    private volatile List<Issue> problems = List.of();
    /** The version of the text that the problems are of. */
    private volatile int checked = -1;

    private OpenDocument(IDocument document, Path path) {
        this.document = document;
        file = new LiveFile(path, document.get(), List.of(), Registry.installed());
        document.addDocumentListener(edits);
        follower.schedule();
    }

    /** Follows a document from now on, if nobody does so yet. */
    static OpenDocument follow(IDocument document, Path path) {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(document, key -> new OpenDocument(document, path));
        }
    }

    /** The one of a document, if the document is that of an open file. */
    public static Optional<OpenDocument> of(IDocument document) {
        synchronized (OPEN) {
            return Optional.ofNullable(OPEN.get(document));
        }
    }

    /** The one of a file, if that is open. */
    public static Optional<OpenDocument> of(Path file) {
        return all().stream().filter(open -> file.equals(open.path())).findFirst();
    }

    /** All that are open. */
    public static List<OpenDocument> all() {
        synchronized (OPEN) {
            return List.copyOf(OPEN.values());
        }
    }

    /** What the document is of; null where it has no file. */
    public Path path() {
        return file.path();
    }

    /** The text. */
    public IDocument document() {
        return document;
    }

    /** Counts the edits. */
    public int version() {
        return file.version();
    }

    /** As {@link LiveFile#modelVersion}. */
    public int modelVersion() {
        return file.modelVersion();
    }

    /** Whether the problems are those of the text as it is. */
    public boolean isSettled() {
        return checked == file.version();
    }

    /** The problems that were found last. */
    public List<Issue> problems() {
        return problems;
    }

    /** What is read off the model of the text as it is now; may take a moment after an edit. */
    public <T> T read(Function<XtextResource, T> reader) {
        return file.read(reader);
    }

    /** As {@link #read}, for the UI thread: empty where the model is busy. */
    public <T> Optional<T> readUnlessBusy(Function<XtextResource, T> reader) {
        return file.readUnlessBusy(reader);
    }

    /** As {@link LiveFile#readAtLeisure}. */
    public <T> T readAtLeisure(Function<XtextResource, T> reader) {
        return file.readAtLeisure(reader);
    }

    /** Whether somebody waits to read. */
    public boolean isAwaited() {
        return file.isAwaited();
    }

    /** Tells a listener from now on, and at once what is known. */
    public void addListener(Listener listener) {
        listeners.add(listener);
        follower.schedule();
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Another file of a library has changed. */
    void librariesChanged() {
        file.librariesChanged();
        follower.schedule(DELAY);
    }

    /** The file is closed. */
    void close() {
        synchronized (OPEN) {
            OPEN.values().remove(this);
        }
        document.removeDocumentListener(edits);
        follower.cancel();
        listeners.clear();
    }

    private final class Follower extends Job {

        Follower() {
            super(UiMessages.ALL.text("job.follow"));
            setSystem(true);
            setPriority(SHORT);
        }

        @Override
        protected IStatus run(IProgressMonitor monitor) {
            file.read(resource -> null);
            listeners.forEach(Listener::modelChanged);
            var version = file.version();
            var found = file.problems(monitor::isCanceled);
            if (found.isEmpty()) {
                if (!monitor.isCanceled()) {
                    schedule(DELAY);
                }
                return Status.CANCEL_STATUS;
            }
            problems = found.get();
            listeners.forEach(listener -> listener.problemsChanged(problems));
            checked = version;
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == OpenDocument.class;
        }
    }
}
