/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
import org.bieumau.dsl.internal.library.LibraryIndex;
import org.bieumau.dsl.internal.problem.Issues;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageClientAware;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.eclipse.xtext.validation.Issue;

/** Language server that offers the language services to any editor over the Language Server Protocol. */
public final class BieuLanguageServer implements LanguageServer, LanguageClientAware, WorkspaceService {

    /** Delay in ms between the last edit and the validation of the text. */
    private static final int DELAY = 150;

    /** The open files by their URIs. Accessed on the worker thread only, as all that follows. */
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    /** The checks of open files that have not begun yet, by the URIs of the files. */
    private final Map<String, Future<?>> checks = new HashMap<>();
    /** The notifications of other files, by the URIs of the libraries that have changed. */
    private final Map<String, Future<?>> changes = new HashMap<>();
    /** Number of changes of open files that the worker has not made yet. Accessed on any thread. */
    private final AtomicInteger arriving = new AtomicInteger();

    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "bieumau lsp");
        thread.setDaemon(true);
        return thread;
    });
    private final Answers answers = new Answers(this);
    private LanguageClient client;

    @Override
    public void connect(LanguageClient newClient) {
        client = newClient;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        var can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(new CompletionOptions(false, List.of("[", ".")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(true);
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setFoldingRangeProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setSemanticTokensProvider(new SemanticTokensWithRegistrationOptions(
                new SemanticTokensLegend(
                        Arrays.stream(Highlighting.Kind.values())
                                .map(Answers::tokenType)
                                .distinct()
                                .toList(),
                        List.of()),
                true));
        return CompletableFuture.completedFuture(new InitializeResult(can, new ServerInfo("bieumau")));
    }

    /** Ends after the requests that have been received before. */
    @Override
    public CompletableFuture<Object> shutdown() {
        CompletableFuture<Object> ended = later(() -> null);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.shutdown();
        return ended;
    }

    @Override
    public void exit() {
        worker.shutdownNow();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return answers;
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return this;
    }

    Session session(String uri) {
        return sessions.get(uri);
    }

    /** Runs work on the worker thread, not on the thread that reads the requests, in the order of the calls. */
    <T> CompletableFuture<T> later(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, worker);
    }

    /**
     * Makes a change of the open files, in the order of the messages. A check that is running ends early, since its
     * result would be outdated.
     */
    private void change(Runnable change) {
        arriving.incrementAndGet();
        worker.execute(() -> {
            arriving.decrementAndGet();
            change.run();
        });
    }

    // Documents

    void opened(DidOpenTextDocumentParams params) {
        var document = params.getTextDocument();
        change(() -> {
            var session = new Session(document.getUri(), document.getText(), this::texts);
            sessions.put(session.uri(), session);
            check(session.uri());
            libraryChanged(session, "");
        });
    }

    void changed(DidChangeTextDocumentParams params) {
        change(() -> {
            var session = sessions.get(params.getTextDocument().getUri());
            if (session != null) {
                var before = session.lines().text();
                params.getContentChanges().forEach(session::change);
                check(session.uri());
                libraryChanged(session, before);
            }
        });
    }

    void saved(DidSaveTextDocumentParams params) {
        change(() -> refreshOthers(params.getTextDocument().getUri()));
    }

    void closed(DidCloseTextDocumentParams params) {
        var uri = params.getTextDocument().getUri();
        change(() -> {
            var session = sessions.remove(uri);
            client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
            if (session != null) {
                // The other files see it as it is on disk again.
                libraryChanged(session, "");
            }
        });
    }

    /** Returns the texts of the open files. */
    private Map<Path, String> texts() {
        var texts = new HashMap<Path, String>();
        sessions.values().stream()
                .filter(session -> session.file().path() != null)
                .forEach(session ->
                        texts.put(session.file().path(), session.lines().text()));
        return texts;
    }

    /** Returns the URI of a file: the one the client has given it if the file is open. */
    String uri(Path file) {
        return sessions.values().stream()
                .filter(session -> file.equals(session.file().path()))
                .map(Session::uri)
                .findFirst()
                .orElseGet(() -> FileUris.of(file));
    }

    /** Has the other files see a change of an open library, soon. */
    private void libraryChanged(Session session, String before) {
        if (session.file().path() != null
                && (LibraryIndex.libraryName(session.lines().text()).isPresent()
                        || LibraryIndex.libraryName(before).isPresent())) {
            replace(changes.put(
                    session.uri(), worker.schedule(() -> refreshOthers(session.uri()), DELAY, TimeUnit.MILLISECONDS)));
        }
    }

    /** Searches the files visible to any one open document, since the request names no document. */
    @Override
    public CompletableFuture<Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>> symbol(
            WorkspaceSymbolParams params) {
        return later(() -> Either.forRight(sessions.values().stream()
                .findFirst()
                .map(session -> session.file().read(resource -> answers.symbols(resource, params.getQuery())))
                .orElse(List.of())));
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {}

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        params.getChanges().forEach(file -> change(() -> refreshOthers(file.getUri())));
    }

    /** Reloads and checks the other open files, which may use the file that has changed. */
    private void refreshOthers(String uri) {
        var file = FileUris.path(uri);
        sessions.values().stream()
                .filter(session -> !session.uri().equals(uri)
                        && !(file != null && file.equals(session.file().path())))
                .forEach(session -> {
                    session.file().librariesChanged();
                    check(session.uri());
                });
    }

    private void check(String uri) {
        replace(checks.put(uri, worker.schedule(() -> publish(uri), DELAY, TimeUnit.MILLISECONDS)));
    }

    private static void replace(Future<?> before) {
        if (before != null) {
            before.cancel(false);
        }
    }

    private void publish(String uri) {
        var session = sessions.get(uri);
        if (session == null) {
            return;
        }
        var lines = session.lines();
        session.file()
                .problems(() -> arriving.get() > 0)
                .ifPresentOrElse(
                        problems -> {
                            session.problems(problems);
                            client.publishDiagnostics(new PublishDiagnosticsParams(
                                    uri,
                                    problems.stream()
                                            .map(issue -> diagnostic(issue, lines))
                                            .toList()));
                        },
                        () -> check(uri));
    }

    static Diagnostic diagnostic(Issue issue, Lines lines) {
        var range = lines.range(
                issue.getOffset() == null ? 0 : issue.getOffset(), issue.getLength() == null ? 0 : issue.getLength());
        var severity = Issues.severity(issue);
        var shown = switch (severity) {
            case ERROR -> DiagnosticSeverity.Error;
            case VIOLATION, WARNING -> DiagnosticSeverity.Warning;
            case INFO -> DiagnosticSeverity.Information;
        };
        return new Diagnostic(range, Issues.shown(severity, issue.getMessage()), shown, "bieumau", issue.getCode());
    }
}
