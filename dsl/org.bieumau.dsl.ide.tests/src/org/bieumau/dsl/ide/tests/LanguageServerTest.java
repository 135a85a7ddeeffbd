/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bieumau.dsl.ide.internal.server.Connection;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the language server from the side of a client, with messages over streams. */
class LanguageServerTest {

    private static final class Client implements LanguageClient {

        final BlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();

        @Override
        public void publishDiagnostics(PublishDiagnosticsParams params) {
            diagnostics.add(params);
        }

        @Override
        public void telemetryEvent(Object object) {}

        @Override
        public void showMessage(MessageParams params) {}

        @Override
        public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams params) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void logMessage(MessageParams params) {}
    }

    private static final String LIBRARY = """
            thư viện chung
            cơ quan SNV "Sở Nội vụ" { viết tắt "SNV" }
            """;
    private static final String TEXT = """
            dùng chung
            danh mục LV { A "Lĩnh A" }
            mẫu biểu M "MẪU" {
                cột tên "Tên": chữ
                cột a "A": đánh dấu
                lĩnh vực theo LV
            }
            biểu B lập theo mẫu M {
                đơn vị lập SNV
                lĩnh vực A {
                    dòng "Một" { a "x" }
                }
            }
            """;

    @TempDir
    private Path folder;

    private final Client client = new Client();
    private LanguageServer server;
    private Socket clientSocket;
    private Socket serverSocket;
    private String uri;
    private String text = TEXT;
    private int version = 1;

    @BeforeEach
    void connect() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), LIBRARY);
        uri = folder.resolve("a.bieu").toUri().toString();
        // Sockets, since piped streams fail when the thread that wrote last has ended, and channels when it is
        // interrupted.
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            clientSocket = new Socket(listener.getInetAddress(), listener.getLocalPort());
            serverSocket = listener.accept();
        }
        var in = serverSocket.getInputStream();
        var out = serverSocket.getOutputStream();
        Thread.ofVirtual().start(() -> Connection.serve(in, out));
        var clientSide =
                LSPLauncher.createClientLauncher(client, clientSocket.getInputStream(), clientSocket.getOutputStream());
        clientSide.startListening();
        server = clientSide.getRemoteProxy();
        var capabilities = server.initialize(new InitializeParams())
                .get(20, TimeUnit.SECONDS)
                .getCapabilities();
        assertTrue(capabilities.getRenameProvider().getLeft());
        server.getTextDocumentService()
                .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, "bieu", version, text)));
    }

    @AfterEach
    void disconnect() throws Exception {
        server.shutdown().get(20, TimeUnit.SECONDS);
        server.exit();
        clientSocket.close();
        serverSocket.close();
    }

    private List<Diagnostic> diagnostics() throws InterruptedException {
        PublishDiagnosticsParams found;
        do {
            found = client.diagnostics.poll(20, TimeUnit.SECONDS);
            assertTrue(found != null, "no diagnostics");
        } while (!found.getUri().equals(uri));
        return found.getDiagnostics();
    }

    private Position at(String word) {
        var before = text.substring(0, text.indexOf(word));
        return new Position(
                (int) before.chars().filter(c -> c == '\n').count(), before.length() - before.lastIndexOf('\n') - 1);
    }

    private TextDocumentIdentifier document() {
        return new TextDocumentIdentifier(uri);
    }

    /** Replaces a word with an incremental change, as a client sends it. */
    private void replace(String word, String with) {
        var start = at(word);
        server.getTextDocumentService()
                .didChange(new DidChangeTextDocumentParams(
                        new VersionedTextDocumentIdentifier(uri, ++version),
                        List.of(new TextDocumentContentChangeEvent(
                                new Range(start, new Position(start.getLine(), start.getCharacter() + word.length())),
                                with))));
        text = text.replaceFirst(Pattern.quote(word), Matcher.quoteReplacement(with));
    }

    private String applied(List<? extends TextEdit> edits) {
        var result = new StringBuilder(text);
        for (var edit : edits.reversed()) {
            result.replace(
                    offset(edit.getRange().getStart()), offset(edit.getRange().getEnd()), edit.getNewText());
        }
        return result.toString();
    }

    private int offset(Position position) {
        return text.lines()
                        .limit(position.getLine())
                        .mapToInt(line -> line.length() + 1)
                        .sum()
                + position.getCharacter();
    }

    @Test
    void diagnosticsFollowTheEdits() throws Exception {
        var found = diagnostics();
        assertEquals(
                List.of("FORM-MARK"),
                found.stream().map(each -> each.getCode().getLeft()).toList());
        assertEquals(
                at("a \"x\"").getLine(), found.getFirst().getRange().getStart().getLine());
        replace("\"x\"", "X");
        assertEquals(List.of(), diagnostics());
        replace("lập theo mẫu M", "lập theo mẫu Mx");
        assertEquals("LINK-UNKNOWN", diagnostics().getFirst().getCode().getLeft());
    }

    @Test
    void problemHasAQuickFix() throws Exception {
        var problem = diagnostics().getFirst();
        var actions = server.getTextDocumentService()
                .codeAction(
                        new CodeActionParams(document(), problem.getRange(), new CodeActionContext(List.of(problem))))
                .get();
        assertEquals(1, actions.size());
        assertEquals(
                TEXT.replace("a \"x\"", "a X"),
                applied(actions.getFirst().getRight().getEdit().getChanges().get(uri)));
    }

    @Test
    void wordIsAddedToTheDictionaryOfTheOffice() throws Exception {
        diagnostics();
        replace("a \"x\"", "a X");
        diagnostics();
        replace("\"Một\"", "\"Một phẹtt\"");
        var problem = diagnostics().getFirst();
        assertEquals("SPELLING", problem.getCode().getLeft());
        assertEquals(DiagnosticSeverity.Information, problem.getSeverity());
        var library = folder.resolve("chung.bieu");
        var edit = server
                .getTextDocumentService()
                .codeAction(
                        new CodeActionParams(document(), problem.getRange(), new CodeActionContext(List.of(problem))))
                .get()
                .stream()
                .map(action -> action.getRight().getEdit().getChanges())
                .filter(changes -> changes.containsKey(library.toUri().toString()))
                .findFirst()
                .orElseThrow()
                .get(library.toUri().toString())
                .getFirst();
        assertEquals(new Position(0, "thư viện chung".length()), edit.getRange().getStart());
        assertEquals(edit.getRange().getStart(), edit.getRange().getEnd());
        Files.writeString(library, LIBRARY.replaceFirst("\n", Matcher.quoteReplacement(edit.getNewText()) + "\n"));
        server.getWorkspaceService()
                .didChangeWatchedFiles(new DidChangeWatchedFilesParams(
                        List.of(new FileEvent(library.toUri().toString(), FileChangeType.Changed))));
        assertEquals(List.of(), diagnostics());
    }

    @Test
    void completionFindsPhrasesWithoutDiacritics() throws Exception {
        replace("đơn vị lập SNV", "linh v");
        var place = at("linh v");
        var items = server.getTextDocumentService()
                .completion(new CompletionParams(document(), new Position(place.getLine(), place.getCharacter() + 6)))
                .get()
                .getLeft();
        var item = items.stream()
                .filter(each -> each.getLabel().equals("lĩnh vực"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                text.replace("linh v", "lĩnh vực"),
                applied(List.of(item.getTextEdit().getLeft())));
        assertEquals("linh v", item.getFilterText());
        assertTrue(items.stream().map(CompletionItem::getLabel).toList().contains("lĩnh vực …"));
    }

    @Test
    void namesAreResolvedAcrossFiles() throws Exception {
        var target = server.getTextDocumentService()
                .definition(new DefinitionParams(document(), at("SNV")))
                .get()
                .getLeft();
        assertEquals(
                folder.resolve("chung.bieu").toUri().toString(),
                target.getFirst().getUri());
        assertEquals(new Position(1, 8), target.getFirst().getRange().getStart());
        assertEquals(
                2,
                server.getTextDocumentService()
                        .references(new ReferenceParams(document(), at("LV"), new ReferenceContext(true)))
                        .get()
                        .size());
        assertTrue(server.getTextDocumentService()
                .hover(new HoverParams(document(), at("SNV")))
                .get()
                .getContents()
                .getRight()
                .getValue()
                .contains("Sở Nội vụ"));
        var edits = server.getTextDocumentService()
                .rename(new RenameParams(document(), at("LV"), "LĩnhVực"))
                .get()
                .getChanges()
                .get(uri);
        assertEquals(
                TEXT.replace("LV", "LĩnhVực"),
                applied(edits.stream()
                        .sorted(Comparator.comparingInt(
                                each -> offset(each.getRange().getStart())))
                        .toList()));
        assertThrows(
                ExecutionException.class,
                () -> server.getTextDocumentService()
                        .rename(new RenameParams(document(), at("LV"), "1 2"))
                        .get());
    }

    @Test
    void outlineFoldingFormattingAndTokensAreReported() throws Exception {
        var symbols = server.getTextDocumentService()
                .documentSymbol(new DocumentSymbolParams(document()))
                .get();
        assertEquals(
                List.of("LV", "M", "B"),
                symbols.stream().map(each -> each.getRight().getName()).toList());
        assertEquals(
                List.of("1-5", "6-11", "8-10"),
                server.getTextDocumentService().foldingRange(new FoldingRangeRequestParams(document())).get().stream()
                        .map(each -> (each.getStartLine() - 1) + "-" + (each.getEndLine() - 1))
                        .toList());
        replace("    cột tên", "  cột tên");
        assertEquals(
                TEXT,
                applied(server.getTextDocumentService()
                        .formatting(new DocumentFormattingParams(document(), new FormattingOptions(4, true)))
                        .get()));
        var tokens = server.getTextDocumentService()
                .semanticTokensFull(new SemanticTokensParams(document()))
                .get()
                .getData();
        assertEquals(List.of(0, 0, 4), tokens.subList(0, 3));
        assertEquals(0, tokens.size() % 5);
    }

    @Test
    void changedLibraryIsReloaded() throws Exception {
        diagnostics();
        Files.writeString(folder.resolve("chung.bieu"), LIBRARY.replace("SNV \"", "SCT \""));
        server.getTextDocumentService()
                .didSave(new DidSaveTextDocumentParams(new TextDocumentIdentifier(
                        folder.resolve("chung.bieu").toUri().toString())));
        assertTrue(
                diagnostics().stream().anyMatch(each -> each.getCode().getLeft().equals("LINK-UNKNOWN")));
        server.getTextDocumentService().didClose(new DidCloseTextDocumentParams(document()));
        assertEquals(List.of(), diagnostics());
    }

    @Test
    void workspaceSymbolsAndCodeLensesAreReported() throws Exception {
        var symbols = server.getWorkspaceService()
                .symbol(new WorkspaceSymbolParams("so noi vu"))
                .get(20, TimeUnit.SECONDS)
                .getRight();
        // The symbols of packs follow: three provinces have such an agency.
        assertEquals(
                folder.resolve("chung.bieu").toUri().toString(),
                symbols.getFirst().getLocation().getLeft().getUri());
        assertTrue(symbols.stream().allMatch(each -> each.getName().equals("Sở Nội vụ")), symbols::toString);
        var lenses = server.getTextDocumentService()
                .codeLens(new CodeLensParams(new TextDocumentIdentifier(uri)))
                .get(20, TimeUnit.SECONDS);
        assertEquals(
                List.of(7),
                lenses.stream()
                        .map(each -> each.getRange().getStart().getLine())
                        .toList());
        assertTrue(lenses.getFirst().getCommand().getTitle().startsWith("1 "));
    }
}
