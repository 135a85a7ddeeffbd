/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.dsl.ide.internal.server.Connection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the rules of the Language Server Protocol 3.17, with the bytes of messages. */
class ProtocolTest {

    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int METHOD_NOT_FOUND = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int NOT_INITIALIZED = -32002;

    @TempDir
    private Path folder;

    private Socket client;
    private Socket server;
    private CompletableFuture<Boolean> ended;
    private int id;

    @BeforeEach
    void connect() throws IOException {
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            client = new Socket(listener.getInetAddress(), listener.getLocalPort());
            server = listener.accept();
        }
        client.setSoTimeout(30_000);
        var in = server.getInputStream();
        var out = server.getOutputStream();
        ended = CompletableFuture.supplyAsync(() -> Connection.serve(in, out));
    }

    @AfterEach
    void disconnect() throws IOException {
        client.close();
        server.close();
    }

    // Messages

    private void sendBytes(String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        client.getOutputStream().flush();
    }

    private void send(String json) throws IOException {
        sendBytes("Content-Length: " + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    private void tell(String method, String params) throws IOException {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"%s\",\"params\":%s}".formatted(method, params));
    }

    /** Sends a request and returns its answer. */
    private String ask(String method, String params) throws IOException {
        id++;
        send("{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, params));
        return answer(Integer.toString(id));
    }

    /** Returns the next answer to a request. */
    private String answer(String to) throws IOException {
        return next(Pattern.compile("\"id\":\"?" + to + "\"?[,}]"));
    }

    private String next(Pattern wanted) throws IOException {
        String message;
        do {
            message = receive();
        } while (!wanted.matcher(message).find());
        return message;
    }

    private String receive() throws IOException {
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            var next = client.getInputStream().read();
            assertTrue(next >= 0, "the server has closed the connection");
            head.append((char) next);
        }
        var length = Integer.parseInt(
                head.substring(head.indexOf(":") + 1, head.indexOf("\r\n")).strip());
        return new String(client.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
    }

    private static void assertError(int code, String answer) {
        assertTrue(answer.contains("\"code\":" + code), answer);
        assertTrue(!answer.contains("\\tat "), "a stack trace: " + answer);
    }

    private void initialize() throws IOException {
        var answer = ask("initialize", "{\"capabilities\":{}}");
        assertTrue(answer.contains("\"capabilities\""), answer);
        tell("initialized", "{}");
    }

    private boolean ended() throws Exception {
        return ended.get(30, TimeUnit.SECONDS);
    }

    private String hover(String uri, int line, int character) throws IOException {
        return ask(
                "textDocument/hover",
                "{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":%d,\"character\":%d}}"
                        .formatted(uri, line, character));
    }

    private void open(String uri, String text) throws IOException {
        tell(
                "textDocument/didOpen",
                "{\"textDocument\":{\"uri\":\"%s\",\"languageId\":\"bieu\",\"version\":1,\"text\":\"%s\"}}"
                        .formatted(uri, json(text)));
    }

    private void change(String uri, String range, String text) throws IOException {
        tell(
                "textDocument/didChange",
                "{\"textDocument\":{\"uri\":\"%s\",\"version\":2},\"contentChanges\":[{%s\"text\":\"%s\"}]}"
                        .formatted(uri, range, json(text)));
    }

    private static String json(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\r", "\\r")
                .replace("\n", "\\n");
    }

    /** Waits for the problems of a document. */
    private String problems(String uri) throws IOException {
        return next(Pattern.compile("publishDiagnostics.*\"uri\":\"" + Pattern.quote(uri) + "\""));
    }

    // The life of a server

    @Test
    void exitAfterShutdownEndsTheServerInOrder() throws Exception {
        initialize();
        assertTrue(ask("shutdown", "null").contains("\"result\":null"));
        tell("exit", "null");
        assertTrue(ended());
    }

    @Test
    void exitWithoutShutdownEndsTheServerOutOfOrder() throws Exception {
        initialize();
        tell("exit", "null");
        assertEquals(false, ended());
    }

    @Test
    void closedConnectionEndsTheServer() throws Exception {
        initialize();
        client.close();
        assertEquals(false, ended());
    }

    @Test
    void exitIsObeyedBeforeInitialize() throws Exception {
        send("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertEquals(false, ended());
    }

    @Test
    void requestBeforeInitializeIsRefused() throws Exception {
        assertError(NOT_INITIALIZED, hover(A, 0, 0));
        assertError(NOT_INITIALIZED, ask("shutdown", "null"));
        // Notifications before are dropped.
        open(A, "cơ quan");
        initialize();
        assertTrue(hover(A, 0, 0).contains("\"result\":null"));
    }

    @Test
    void secondInitializeIsRefused() throws Exception {
        initialize();
        assertError(INVALID_REQUEST, ask("initialize", "{\"capabilities\":{}}"));
    }

    @Test
    void requestAfterShutdownIsRefused() throws Exception {
        initialize();
        ask("shutdown", "null");
        assertError(INVALID_REQUEST, hover(A, 0, 0));
        assertError(INVALID_REQUEST, ask("shutdown", "null"));
        open(A, "cơ quan");
        tell("exit", "null");
        assertTrue(ended());
    }

    @Test
    void requestsReceivedBeforeShutdownAreAnswered() throws Exception {
        initialize();
        open(A, "cơ quan A \"Á\"\n");
        send("{\"jsonrpc\":\"2.0\",\"id\":\"h\",\"method\":\"textDocument/hover\",\"params\":"
                + "{\"textDocument\":{\"uri\":\"file:///a.bieu\"},\"position\":{\"line\":0,\"character\":1}}}");
        send("{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"method\":\"shutdown\"}");
        assertTrue(answer("h").contains("\"contents\""));
        assertTrue(answer("s").contains("\"result\":null"));
    }

    // Messages that cannot be read

    @ParameterizedTest
    @ValueSource(strings = {"{", "nothing", "[1, 2", "{\"jsonrpc\":\"2.0\",\"id\":", "\"a\"", "{\"id\":{}}"})
    void malformedJsonIsAnsweredAndTheConnectionGoesOn(String json) throws Exception {
        send(json);
        initialize();
        tell("exit", "null");
        assertEquals(false, ended());
    }

    @Test
    void malformedJsonIsAParseErrorWithoutId() throws Exception {
        send("{");
        var answer = receive();
        assertError(PARSE_ERROR, answer);
        assertTrue(answer.contains("\"id\":null"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: viele\r\n\r\n",
                "Content-Length: -5\r\n\r\n",
                "Content-Length: 99999999999\r\n\r\n",
                "Content-Length: 999999999\r\n\r\n",
                "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n",
                "nothing\r\n\r\n",
                "{\"jsonrpc\":\"2.0\"}\r\n\r\n",
            })
    void wrongHeaderIsAnsweredAndTheConnectionGoesOn(String header) throws Exception {
        sendBytes(header);
        assertError(PARSE_ERROR, receive());
        initialize();
    }

    @Test
    void headerIsFoundAfterAMessageThatIsLongerThanItSays() throws Exception {
        sendBytes("Content-Length: 2\r\n\r\n{}more");
        initialize();
    }

    @Test
    void charsetOfTheHeaderIsRespected() throws Exception {
        var json = "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}";
        sendBytes("Content-Length: " + json.length()
                + "\r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n" + json);
        assertTrue(answer("7").contains("\"capabilities\""));
    }

    @Test
    void unknownMethodAndMissingParametersAreErrors() throws Exception {
        initialize();
        assertError(METHOD_NOT_FOUND, ask("textDocument/unknown", "{}"));
        assertError(METHOD_NOT_FOUND, ask("$/unknown", "{}"));
        assertError(METHOD_NOT_FOUND, ask("textDocument/linkedEditingRange", "{}"));
        assertError(METHOD_NOT_FOUND, ask("textDocument/rangeFormatting", "{}"));
        assertError(INVALID_PARAMS, ask("textDocument/hover", "null"));
        tell("$/unknown", "{}");
        tell("textDocument/didOpen", "null");
        assertTrue(ask("shutdown", "null").contains("\"result\":null"));
    }

    // Positions

    private static final String A = "file:///a.bieu";
    private static final String TEXT = "cơ quan A \"Á\"\ncơ quan B \"B\"\n";

    /** Replaces a range of a text and returns the names of the symbols of the document. */
    private String replaced(String text, int line, int character, int endLine, int endCharacter, String with)
            throws IOException {
        open(A, text);
        change(
                A,
                "\"range\":{\"start\":{\"line\":%d,\"character\":%d},\"end\":{\"line\":%d,\"character\":%d}},"
                        .formatted(line, character, endLine, endCharacter),
                with);
        return Pattern.compile("\"name\":\"([^\"]*)\"")
                .matcher(ask("textDocument/documentSymbol", "{\"textDocument\":{\"uri\":\"%s\"}}".formatted(A)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             0 |  11 |  0 |  12 | X               | X B
             0 |  12 |  0 |  11 | X               | X B
             1 |  12 |  0 |  11 | X               | X
            -1 |  -1 |  0 |   7 | cơ quan         | Á B
             0 |  12 | -3 |   0 | cơ quan C "X    | X B
             1 | -99 |  1 |   7 | cơ quan         | Á B
             1 |  11 |  1 |  12 | X               | Á X
            """)
    void rangesInAnyOrderAndOutsideTheTextAreUnderstood(
            int line, int character, int endLine, int endCharacter, String with, String names) throws Exception {
        initialize();
        assertEquals(names, replaced(TEXT, line, character, endLine, endCharacter, with));
    }

    @Test
    void positionPastTheEndOfALineOrOfTheTextIsThatEnd() throws Exception {
        initialize();
        for (var end : List.of("\n", "\r\n", "\r")) {
            // If the range included the line end, the comment would go on over the second agency.
            assertEquals(
                    "Á B",
                    replaced(TEXT.replace("\n", end), 0, 13, 0, 900, end.equals("\r") ? "" : " // lời chú"),
                    end);
        }
        assertEquals("Á B D", replaced(TEXT, 900, 5, 901, 0, "cơ quan D \"D\""));
    }

    @ParameterizedTest
    @CsvSource({"-1,-1", "0,-7", "-7,3", "900,0", "1,900", "2147483647,2147483647", "-2147483648,-2147483648"})
    void positionsOutsideTheTextAreAnswered(int line, int character) throws Exception {
        initialize();
        open(A, TEXT);
        var position = "{\"line\":%d,\"character\":%d}".formatted(line, character);
        var document = "\"textDocument\":{\"uri\":\"file:///a.bieu\"}";
        for (var method : new String[] {"hover", "definition", "documentHighlight", "completion"}) {
            var answer = ask("textDocument/" + method, "{%s,\"position\":%s}".formatted(document, position));
            assertTrue(answer.contains("\"result\":"), answer);
        }
        var answer = ask(
                "textDocument/codeAction",
                "{%s,\"range\":{\"start\":%s,\"end\":{\"line\":0,\"character\":0}},\"context\":{\"diagnostics\":[]}}"
                        .formatted(document, position));
        assertTrue(answer.contains("\"result\":["), answer);
    }

    // Addresses

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a%20b.bieu",
                "a b.bieu",
                "biểu mẫu.bieu",
                "bi%E1%BB%83u.bieu",
                "a%b.bieu",
                "a#b.bieu",
                "a?b.bieu",
                "a[b].bieu",
                "a^b|c.bieu",
                "a\\\\b.bieu",
                "a%2Bb+c.bieu"
            })
    void fileWithOddCharactersInItsUriFindsItsLibraries(String name) throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n");
        initialize();
        var uri = "file://" + folder + "/" + name;
        open(uri, "dùng chung\nbiểu B lập theo mẫu M { đơn vị lập SNV }\n");
        var problems = problems(uri);
        assertTrue(!problems.contains("SNV"), problems);
        assertTrue(problems.contains("LINK-UNKNOWN"), problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "file://",
                "file:",
                "file:///",
                "file://host/share/a.bieu",
                "file:///a%00b.bieu",
                "http://a b/c",
                "",
                "%",
                "vscode-notebook-cell:/a b#x"
            })
    void documentWithoutAFileIsServed(String uri) throws Exception {
        initialize();
        open(uri, "cơ quan A \"Á\"\n");
        assertTrue(hover(uri, 0, 1).contains("\"contents\""));
    }

    // Files that are open

    private static final String USER =
            "dùng chung\nmẫu biểu M { cột a: chữ }\nbiểu B lập theo mẫu M { đơn vị lập SNV }\n";
    private static final String LIBRARY = "thư viện chung\ncơ quan SNV \"Sở Nội vụ\"\n";

    private String uri(String name) {
        return folder.resolve(name).toUri().toString();
    }

    private String problemsWith(String uri, String code, boolean isThere) throws IOException {
        String found;
        do {
            found = problems(uri);
        } while (found.contains(code) != isThere);
        return found;
    }

    @Test
    void unsavedLibraryIsUsedByOtherFiles() throws Exception {
        Files.writeString(folder.resolve("chung.bieu"), LIBRARY.replace("SNV", "Khác"));
        initialize();
        open(uri("a.bieu"), USER);
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", true);
        open(uri("chung.bieu"), LIBRARY);
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", false);
        change(uri("chung.bieu"), "", LIBRARY.replace("SNV", "STP"));
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", true);
        change(uri("chung.bieu"), "", LIBRARY);
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", false);
        // Closed without being saved, the library is as on disk again.
        tell("textDocument/didClose", "{\"textDocument\":{\"uri\":\"%s\"}}".formatted(uri("chung.bieu")));
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", true);
    }

    @Test
    void newLibraryThatWasNeverSavedIsUsedByOtherFiles() throws Exception {
        initialize();
        open(uri("a.bieu"), USER);
        problemsWith(uri("a.bieu"), "LIBRARY", true);
        open(uri("mới.bieu"), LIBRARY);
        problemsWith(uri("a.bieu"), "LIBRARY", false);
    }

    @Test
    void definitionInAnOpenFileHasTheUriOfTheClientAndTheUnsavedPosition() throws Exception {
        Files.writeString(folder.resolve("chung .bieu"), LIBRARY);
        var library = "file://" + folder + "/chung .bieu";
        initialize();
        open(uri("a.bieu"), USER);
        open(library, LIBRARY.replace("cơ quan", "// một\n// hai\ncơ quan"));
        problemsWith(uri("a.bieu"), "LINK-UNKNOWN", false);
        var answer = ask(
                "textDocument/definition",
                "{\"textDocument\":{\"uri\":\"%s\"},\"position\":{\"line\":2,\"character\":36}}"
                        .formatted(uri("a.bieu")));
        assertTrue(answer.contains("\"uri\":\"" + library + "\""), answer);
        assertTrue(answer.contains("\"start\":{\"line\":3,"), answer);
    }
}
