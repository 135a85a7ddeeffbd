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
import org.bieumau.core.problem.ProblemException;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.internal.DslMessages;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.bieumau.dsl.internal.library.LibraryIndex;
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
 * A file that is open in an editor: its text as it is typed, and the model of it. Edits are taken at once, on any
 * thread; the model follows when it is asked for. No element of the model leaves {@link #read}: after the next edit it
 * would be another.
 */
public final class LiveFile {

    private final Path path;
    private final List<Path> libraries;
    private final Registry registry;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final AtomicInteger waiting = new AtomicInteger();
    private final List<TextEdit> pending = new ArrayList<>();
    private volatile int version;
    /** The one that the model is of. */
    private volatile int modelVersion;
    /** Whether the libraries have to be read anew. */
    private volatile boolean outdated = true;

    private String text;
    private XtextResource resource;
    /** What keeps the text from being read at all, or null. */
    private Issue obstacle;

    /**
     * @param path the file, which need not exist; null for a text without one
     * @param libraries as for {@link LibraryResources}
     */
    public LiveFile(Path path, String text, List<Path> libraries, Registry registry) {
        this.path = path;
        this.text = text;
        this.libraries = libraries;
        this.registry = registry;
    }

    /** The file, or null. */
    public Path path() {
        return path;
    }

    /** Counts the edits. */
    public int version() {
        return version;
    }

    /**
     * The version that the model is of. Who asks within a reader is told that of what it reads; {@link #version} may be
     * ahead by then.
     */
    public int modelVersion() {
        return modelVersion;
    }

    /** Takes an edit of the text. */
    public void edited(TextEdit edit) {
        synchronized (pending) {
            pending.add(edit);
            version++;
        }
    }

    /** Has the files around be read anew: one of them has changed. */
    public void librariesChanged() {
        synchronized (pending) {
            outdated = true;
            version++;
        }
    }

    /** What is read off the model of the text as it is now. */
    public <T> T read(Function<XtextResource, T> reader) {
        waiting.incrementAndGet();
        lock.lock();
        waiting.decrementAndGet();
        return readLocked(reader);
    }

    /**
     * As {@link #read}, for who reads long: they are to ask now and then whether somebody else {@linkplain #isAwaited()
     * waits}, and to give way.
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

    /** Whether somebody waits to read. */
    public boolean isAwaited() {
        return waiting.get() > 0;
    }

    /** As {@link #read}, but empty where somebody else is reading just now, or the libraries have to be read first. */
    public <T> Optional<T> readUnlessBusy(Function<XtextResource, T> reader) {
        return outdated || !lock.tryLock() ? Optional.empty() : Optional.ofNullable(readLocked(reader));
    }

    /**
     * The problems of the text, with their codes.
     *
     * @param cancelled asked now and then
     * @return empty if it was cancelled, the text has changed meanwhile, or somebody else waits to read
     */
    public Optional<List<Issue>> problems(BooleanSupplier cancelled) {
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

    /** Makes a problem of the file as a whole. */
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
            follow(edits);
        }
    }

    private void apply(TextEdit edit) {
        text = TextEdit.apply(List.of(edit), text);
    }

    private void follow(List<TextEdit> edits) {
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
        obstacle = null;
        var around = new LibraryResources(libraries, registry);
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
