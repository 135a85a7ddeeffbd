/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.live;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.problem.FailedCheck;
import org.bieumau.dsl.internal.reading.LibraryResources;
import org.bieumau.dsl.internal.reading.ProblemFinder;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.service.OperationCanceledManager;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;

/**
 * File that is open in an editor: its text while it is typed, and its model. Edits are accepted immediately, on any
 * thread; the model is updated when it is read. Elements of the model must not leave {@link #read}, because the next
 * edit may replace them.
 */
public final class LiveFile {

    private final Path path;
    private final List<Path> libraries;
    private final Registry registry;
    private final Supplier<Map<Path, String>> open;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<TextEdit> pending = new ArrayList<>();
    private volatile int version;
    /** Text version the model was built from. */
    private volatile int modelVersion;
    /** Whether the libraries must be read again. */
    private volatile boolean outdated = true;

    private String text;
    private XtextResource resource;
    /** Problem that prevents the text from being read at all, or null. */
    private Issue obstacle;

    /**
     * @param path the file, which need not exist; null for a text without a file
     * @param libraries as for {@link LibraryResources}
     */
    public LiveFile(Path path, String text, List<Path> libraries, Registry registry) {
        this(path, text, libraries, registry, Map::of);
    }

    /**
     * @param path the file, which need not exist; null for a text without a file
     * @param libraries as for {@link LibraryResources}
     * @param open returns the texts of all files that are open in an editor, by their absolute and normalized paths;
     *     they take precedence over the files on disk. Called when the libraries are read
     */
    public LiveFile(Path path, String text, List<Path> libraries, Registry registry, Supplier<Map<Path, String>> open) {
        this.path = path;
        this.open = open;
        this.text = text;
        this.libraries = libraries;
        this.registry = registry;
    }

    /** Returns the file, or null. */
    public Path path() {
        return path;
    }

    /** Returns the text version: it increases with each edit and each change of the libraries. */
    public int version() {
        return version;
    }

    /**
     * Returns the text version the model was built from. Called within a reader, it is the version being read, and
     * {@link #version} may already be higher.
     */
    public int modelVersion() {
        return modelVersion;
    }

    /** Records an edit of the text. */
    public void edited(TextEdit edit) {
        synchronized (pending) {
            pending.add(edit);
            version++;
        }
    }

    /** Marks the libraries as changed, so that they are read again before the next reader runs. */
    public void librariesChanged() {
        synchronized (pending) {
            outdated = true;
            version++;
        }
    }

    /** Runs a reader on the model of the current text. Waits while another reader runs. */
    public <T> T read(Function<XtextResource, T> reader) {
        waiting.incrementAndGet();
        lock.lock();
        waiting.decrementAndGet();
        return readLocked(reader);
    }

    /**
     * Does the same as {@link #read} for readers that run long. Such a reader should regularly check
     * {@link #isAwaited()} and return early if another reader is waiting.
     */
    public <T> T readAtLeisure(Function<XtextResource, T> reader) {
        lock.lock();
        return readLocked(reader);
    }

    private <T> T readLocked(Function<XtextResource, T> reader) {
        try {
            catchUp();
            return reader.apply(resource);
        } finally {
            lock.unlock();
        }
    }

    /** Returns whether a caller of {@link #read} is waiting. */
    public boolean isAwaited() {
        return waiting.get() > 0;
    }

    /**
     * Does the same as {@link #read}, but returns empty if another reader is running or the libraries must be read
     * first.
     */
    public <T> Optional<T> readUnlessBusy(Function<XtextResource, T> reader) {
        return outdated || !lock.tryLock() ? Optional.empty() : Optional.ofNullable(readLocked(reader));
    }

    /**
     * Returns the problems of the text with their codes. If a class of the program or of a plug-in cannot be loaded, so
     * that nothing can be checked, this is the only problem.
     *
     * @param cancelled polled during validation
     * @return empty if validation was cancelled, the text has changed meanwhile or another reader is waiting
     */
    public Optional<List<Issue>> problems(BooleanSupplier cancelled) {
        try {
            return findProblems(cancelled);
        } catch (LinkageError e) {
            return Optional.of(List.of(FailedCheck.issue(DslMessages.ALL.text("check.whole"), e)));
        }
    }

    private Optional<List<Issue>> findProblems(BooleanSupplier cancelled) {
        return read(file -> {
            CancelIndicator stop = () -> cancelled.getAsBoolean() || version != modelVersion || isAwaited();
            if (obstacle != null) {
                return Optional.of(List.of(obstacle));
            }
            var issues = List.<Issue>of();
            try {
                issues = ProblemFinder.issues(file, stop);
            } catch (RuntimeException | Error e) {
                if (!LibraryResources.service(OperationCanceledManager.class).isOperationCanceledException(e)) {
                    throw e;
                }
            }
            return stop.isCanceled() ? Optional.empty() : Optional.of(issues);
        });
    }

    /** Creates a problem of the file as a whole. */
    private static Issue obstacle(String code, String message) {
        var issue = new Issue.IssueImpl();
        issue.setCode(code);
        issue.setSeverity(Severity.ERROR);
        issue.setMessage(message);
        issue.setOffset(0);
        issue.setLength(0);
        issue.setLineNumber(1);
        return issue;
    }

    // Reading

    private void catchUp() {
        List<TextEdit> edits;
        boolean reload;
        synchronized (pending) {
            edits = List.copyOf(pending);
            pending.clear();
            reload = outdated;
            outdated = false;
            modelVersion = version;
        }
        if (reload) {
            edits.forEach(this::apply);
            load();
        } else if (!edits.isEmpty()) {
            update(edits);
        }
    }

    private void apply(TextEdit edit) {
        text = TextEdit.apply(List.of(edit), text);
    }

    private void update(List<TextEdit> edits) {
        var before = text;
        edits.forEach(this::apply);
        if (obstacle != null) {
            load();
            return;
        }
        var edit = edits.size() == 1 ? edits.getFirst() : TextEdit.between(before, text);
        try {
            resource.update(edit.offset(), edit.length(), edit.text());
        } catch (ParseException | StackOverflowError e) {
            load();
        }
    }

    private void load() {
        try {
            loadText();
        } catch (RuntimeException | Error e) {
            // The next reader must not see what was loaded before, or nothing.
            outdated = true;
            throw e;
        }
    }

    private void loadText() {
        obstacle = null;
        var around = new LibraryResources(libraries, registry);
        around.open(open.get());
        if (path != null) {
            try {
                around.lookAround(path);
            } catch (ProblemException e) {
                obstacle = obstacle(e.problem().code(), e.problem().message());
            }
        }
        try {
            resource = read(around, text);
        } catch (ParseException | StackOverflowError e) {
            resource = read(around, "");
            obstacle = obstacle("FILE-TOO-DEEP", DslMessages.ALL.text("FILE-TOO-DEEP", path));
        }
    }

    private XtextResource read(LibraryResources around, String content) {
        around.resources().getResources().clear();
        var file = (XtextResource) around.resources()
                .createResource(path == null ? URI.createURI("untitled:/untitled.bieu") : LibraryIndex.uri(path));
        try {
            file.load(
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
