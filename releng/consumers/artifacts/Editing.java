/* SPDX-License-Identifier: EPL-2.0 */
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bieumau.dsl.ide.internal.paste.PastedHtml;
import org.bieumau.dsl.ide.internal.server.BieuLanguageServer;
import org.bieumau.model.BieumauFactory;
import org.eclipse.emf.ecore.change.util.ChangeRecorder;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.launch.LSPLauncher;
import org.eclipse.lsp4j.services.LanguageClient;

/** Requests problems, completion and formatting from the language server by messages over streams. */
public final class Editing {

    private static final class Client implements LanguageClient {

        final LinkedBlockingQueue<PublishDiagnosticsParams> diagnostics = new LinkedBlockingQueue<>();

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

    private static final String TYPED = "file:///khong-co/a.bieu";
    private static final String WHOLE = "file:///khong-co/b.bieu";
    private static final String TEXT = """
        mẫu biểu M "MẪU" {
        cột a "A": đánh dấu
        }
        biểu B lập theo mẫu M {
            dòng "Một" { a "x" }
        }
        mẫu biểu N { linh vuc
        """;

    public static void main(String[] arguments) {
        try {
            askServer();
            paste();
            undo();
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
        // The threads that read the streams never end.
        System.exit(0);
    }

    private static Socket clientSocket;
    private static Socket serverSocket;

    private static void askServer() throws Exception {
        // Sockets, since piped streams fail when the thread that wrote last has ended, and channels when it is
        // interrupted.
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            clientSocket = new Socket(listener.getInetAddress(), listener.getLocalPort());
            serverSocket = listener.accept();
        }
        var itself = new BieuLanguageServer();
        var serverSide =
                LSPLauncher.createServerLauncher(itself, serverSocket.getInputStream(), serverSocket.getOutputStream());
        itself.connect(serverSide.getRemoteProxy());
        serverSide.startListening();
        var client = new Client();
        var clientSide =
                LSPLauncher.createClientLauncher(client, clientSocket.getInputStream(), clientSocket.getOutputStream());
        clientSide.startListening();
        var server = clientSide.getRemoteProxy();
        server.initialize(new InitializeParams()).get(20, TimeUnit.SECONDS);
        var documents = server.getTextDocumentService();
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(TYPED, "bieu", 1, TEXT)));

        var found = client.diagnostics.poll(20, TimeUnit.SECONDS);
        expect(found != null && !found.getDiagnostics().isEmpty(), "no problems: " + found);
        var line = (int) TEXT.lines().count() - 1;
        var caret = new Position(line, TEXT.lines().toList().getLast().length());
        var proposals = documents
                .completion(new CompletionParams(new TextDocumentIdentifier(TYPED), caret))
                .get(20, TimeUnit.SECONDS);
        var labels = (proposals.isLeft()
                        ? proposals.getLeft()
                        : proposals.getRight().getItems())
                .stream().map(item -> item.getLabel()).toList();
        expect(labels.contains("lĩnh vực theo"), labels.toString());

        var whole = TEXT.substring(0, TEXT.indexOf("mẫu biểu N"));
        documents.didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(WHOLE, "bieu", 1, whole)));
        var edits = documents
                .formatting(
                        new DocumentFormattingParams(new TextDocumentIdentifier(WHOLE), new FormattingOptions(4, true)))
                .get(20, TimeUnit.SECONDS);
        expect(edits.size() == 1 && edits.getFirst().getNewText().contains("    "), edits.toString());
        server.shutdown().get(20, TimeUnit.SECONDS);
    }

    private static void paste() {
        expect(PastedHtml.lines("<p>a <b>b</b></p>").size() == 1, "no line in HTML");
    }

    private static void undo() {
        var form = BieumauFactory.eINSTANCE.createForm();
        var recorder = new ChangeRecorder(form);
        form.setName("B");
        recorder.endRecording().apply();
        expect(form.getName() == null, "the change was not undone");
    }

    private static void expect(boolean condition, String found) {
        if (!condition) {
            throw new IllegalStateException(found);
        }
    }
}
