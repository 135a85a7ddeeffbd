/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ui.internal.document;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
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
 * Document of an open file with its model, shared by all editors of the file. A job reads the text shortly after each
 * edit and notifies the listeners: first that the model is up to date, then of the problems.
 */
public final class OpenDocument {

    /** Listener for updates of the model. Called on the thread of the job. */
    public interface Listener {

        /** Called when the model has been updated to the text. */
        default void modelChanged() {}

        /** Called on the UI thread when the user types something in an editor that the text does not have yet. */
        default void typed() {}

        /** Called when the problems of the text have been found. */
        default void problemsChanged(List<Issue> problems) {}
    }

    /** Pause in typing after which the text is read, in ms. */
    private static final int DELAY = 200;

    /** Open documents, from the setup of the buffer of a file until its disposal. */
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
    /** Text version the problems were found in. */
    private volatile int checked = -1;
    /** Number of listeners that have been added so far. */
    private final AtomicInteger added = new AtomicInteger();
    /** Number of listeners added before the listeners were notified last. */
    private volatile int notified;

    private OpenDocument(IDocument document, Path path) {
        this.document = document;
        file = new LiveFile(path, document.get(), List.of(), Registry.installed());
        document.addDocumentListener(edits);
        follower.schedule();
    }

    /**
     * Connects a document with a model, unless it already has one.
     *
     * @param path the file; null for a document without a file
     */
    static OpenDocument follow(IDocument document, Path path) {
        synchronized (OPEN) {
            return OPEN.computeIfAbsent(document, key -> new OpenDocument(document, path));
        }
    }

    /** Returns the open document for a document; empty if the document does not belong to an open file. */
    public static Optional<OpenDocument> of(IDocument document) {
        synchronized (OPEN) {
            return Optional.ofNullable(OPEN.get(document));
        }
    }

    /** Returns the open document of a file; empty if the file is not open. */
    public static Optional<OpenDocument> of(Path file) {
        return all().stream().filter(open -> file.equals(open.path())).findFirst();
    }

    /** Returns all open documents. */
    public static List<OpenDocument> all() {
        synchronized (OPEN) {
            return List.copyOf(OPEN.values());
        }
    }

    /** Returns the file; null for a document without a file. */
    public Path path() {
        return file.path();
    }

    public IDocument document() {
        return document;
    }

    /** Returns the text version: it increases with each edit and each change of the libraries. */
    public int version() {
        return file.version();
    }

    /** See {@link LiveFile#modelVersion}. */
    public int modelVersion() {
        return file.modelVersion();
    }

    /** Returns whether the problems are those of the current text and all listeners have been notified of them. */
    public boolean isSettled() {
        return checked == file.version() && notified == added.get();
    }

    /** Returns the problems found last. */
    public List<Issue> problems() {
        return problems;
    }

    /**
     * Runs a reader on the model of the current text. Waits while another reader runs and, after an edit, for the model
     * to be updated.
     */
    public <T> T read(Function<XtextResource, T> reader) {
        return file.read(reader);
    }

    /** Does the same as {@link #read}, but returns empty if the model is busy. Suitable for the UI thread. */
    public <T> Optional<T> readUnlessBusy(Function<XtextResource, T> reader) {
        return file.readUnlessBusy(reader);
    }

    /** See {@link LiveFile#readAtLeisure}. */
    public <T> T readAtLeisure(Function<XtextResource, T> reader) {
        return file.readAtLeisure(reader);
    }

    /** See {@link LiveFile#isAwaited}. */
    public boolean isAwaited() {
        return file.isAwaited();
    }

    /** Adds a listener and soon notifies it of the current state. */
    public void addListener(Listener listener) {
        listeners.add(listener);
        added.incrementAndGet();
        follower.schedule();
    }

    /** Tells the listeners that the user types something that the text does not have yet. */
    public void typed() {
        listeners.forEach(Listener::typed);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    /** Marks the libraries as changed, because another file has been saved. */
    void librariesChanged() {
        file.librariesChanged();
        follower.schedule(DELAY);
    }

    /** Stops following the document, because its file has been closed. */
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
            var before = added.get();
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
            notified = before;
            return Status.OK_STATUS;
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == OpenDocument.class;
        }
    }
}
