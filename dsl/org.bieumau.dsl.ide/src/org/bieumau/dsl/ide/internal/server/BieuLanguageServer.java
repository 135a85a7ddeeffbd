/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.bieumau.dsl.ide.internal.highlighting.Highlighting;
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

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Future<?>> checks = new ConcurrentHashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(work -> {
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

    @Override
    public CompletableFuture<Object> shutdown() {
        worker.shutdownNow();
        return CompletableFuture.completedFuture(null);
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

    // Documents

    void opened(DidOpenTextDocumentParams params) {
        var document = params.getTextDocument();
        sessions.put(document.getUri(), new Session(document.getUri(), document.getText()));
        check(document.getUri());
    }

    void changed(DidChangeTextDocumentParams params) {
        var session = sessions.get(params.getTextDocument().getUri());
        if (session != null) {
            params.getContentChanges().forEach(session::change);
            check(session.uri());
        }
    }

    void saved(DidSaveTextDocumentParams params) {
        refreshOthers(params.getTextDocument().getUri());
    }

    void closed(DidCloseTextDocumentParams params) {
        var uri = params.getTextDocument().getUri();
        sessions.remove(uri);
        client.publishDiagnostics(new PublishDiagnosticsParams(uri, List.of()));
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
        params.getChanges().forEach(change -> refreshOthers(change.getUri()));
    }

    /** Reloads and checks the other open files, which may use the file that has changed on disk. */
    private void refreshOthers(String uri) {
        sessions.values().stream().filter(session -> !session.uri().equals(uri)).forEach(session -> {
            session.file().librariesChanged();
            check(session.uri());
        });
    }

    private void check(String uri) {
        var waiting = checks.put(uri, worker.schedule(() -> publish(uri), DELAY, TimeUnit.MILLISECONDS));
        if (waiting != null) {
            waiting.cancel(false);
        }
    }

    private void publish(String uri) {
        var session = sessions.get(uri);
        if (session == null) {
            return;
        }
        var lines = session.lines();
        session.file().problems(() -> session.lines() != lines).ifPresent(problems -> {
            session.problems(problems);
            client.publishDiagnostics(new PublishDiagnosticsParams(
                    uri,
                    problems.stream().map(issue -> diagnostic(issue, lines)).toList()));
        });
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
