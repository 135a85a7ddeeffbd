/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.internal.server;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bieumau.dsl.ide.internal.IdeMessages;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.jsonrpc.Endpoint;
import org.eclipse.lsp4j.jsonrpc.JsonRpcException;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.json.JsonRpcMethod;
import org.eclipse.lsp4j.jsonrpc.json.MessageJsonHandler;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageConsumer;
import org.eclipse.lsp4j.jsonrpc.json.StreamMessageProducer;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.jsonrpc.services.ServiceEndpoints;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * Connection of the language server with one client, over a pair of streams. Keeps the order of the protocol (<code>
 * initialize</code>, requests, <code>shutdown</code>, <code>exit</code>), and answers unreadable input with an error,
 * so that the connection continues.
 */
public final class Connection {

    /** Maximum size of a message, in bytes. A larger one is taken for a wrong header. */
    private static final int LARGEST = 256 << 20;

    private enum State {
        NEW,
        RUNNING,
        SHUT_DOWN
    }

    private final BieuLanguageServer server = new BieuLanguageServer();
    private final Map<String, JsonRpcMethod> methods =
            new LinkedHashMap<>(ServiceEndpoints.getSupportedMethods(BieuLanguageServer.class));
    private final Endpoint services = ServiceEndpoints.toEndpoint(server);
    private final MessageConsumer out;
    private final LanguageClient client;
    private final Reader reader;
    private final RemoteEndpoint remote;
    private volatile State state = State.NEW;

    private Connection(InputStream in, OutputStream out) {
        var both = new LinkedHashMap<>(methods);
        both.putAll(ServiceEndpoints.getSupportedMethods(LanguageClient.class));
        var json = new MessageJsonHandler(both);
        this.out = new StreamMessageConsumer(out, json);
        remote = new RemoteEndpoint(this.out, new Ordered(), this::error);
        json.setMethodProvider(remote);
        remote.setJsonHandler(json);
        client = ServiceEndpoints.toServiceObject(remote, LanguageClient.class);
        server.connect(client);
        reader = new Reader(in, json);
    }

    /**
     * Serves a client until it sends <code>exit</code> or closes the connection.
     *
     * @return whether the client has shut the server down before, as the protocol asks
     */
    public static boolean serve(InputStream in, OutputStream out) {
        var connection = new Connection(in, out);
        connection.reader.listen(connection.remote);
        connection.server.exit();
        return connection.state == State.SHUT_DOWN;
    }

    private static ResponseErrorException refused(ResponseErrorCode code, String key, Object... arguments) {
        return new ResponseErrorException(new ResponseError(code, IdeMessages.ALL.text(key, arguments), null));
    }

    /** Returns the answer to a request that failed. The client shows its sentence to the user. */
    private ResponseError error(Throwable failure) {
        var cause = failure;
        while ((cause instanceof CompletionException || cause instanceof InvocationTargetException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof ResponseErrorException answer) {
            return answer.getResponseError();
        }
        if (isNotImplemented(cause)) {
            var method = cause.getStackTrace()[0].getMethodName();
            return new ResponseError(
                    ResponseErrorCode.MethodNotFound, IdeMessages.ALL.text("lsp.unknown", method), null);
        }
        var sentence = IdeMessages.ALL.text("lsp.failed", String.valueOf(cause));
        client.logMessage(new MessageParams(MessageType.Error, sentence));
        return new ResponseError(ResponseErrorCode.InternalError, sentence, null);
    }

    /** Returns whether a method of the protocol is not implemented by our services: those of LSP4J throw then. */
    private static boolean isNotImplemented(Throwable failure) {
        return failure instanceof UnsupportedOperationException
                && failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith(LanguageServer.class.getPackageName());
    }

    /** Passes those messages on to the services that the protocol allows in the current state. */
    private final class Ordered implements Endpoint {

        @Override
        public CompletableFuture<?> request(String method, Object parameter) {
            var isInitialize = method.equals("initialize");
            if (state == State.SHUT_DOWN) {
                return failed(ResponseErrorCode.InvalidRequest, "lsp.shutdown", method);
            }
            if (state == State.NEW && !isInitialize) {
                return failed(ResponseErrorCode.ServerNotInitialized, "lsp.new", method);
            }
            if (state == State.RUNNING && isInitialize) {
                return failed(ResponseErrorCode.InvalidRequest, "lsp.again");
            }
            if (method.startsWith("$/") && !methods.containsKey(method)) {
                return failed(ResponseErrorCode.MethodNotFound, "lsp.unknown", method);
            }
            if (method.equals("shutdown")) {
                state = State.SHUT_DOWN;
            } else if (parameter == null && methods.containsKey(method)) {
                return failed(ResponseErrorCode.InvalidParams, "lsp.parameters", method);
            }
            if (isInitialize) {
                state = State.RUNNING;
            }
            return services.request(method, parameter);
        }

        private CompletableFuture<?> failed(ResponseErrorCode code, String key, Object... arguments) {
            return CompletableFuture.failedFuture(refused(code, key, arguments));
        }

        /** Notifications at the wrong time are dropped, since they have no answer. */
        @Override
        public void notify(String method, Object parameter) {
            if (method.equals("exit")) {
                reader.close();
            } else if (state == State.RUNNING && (parameter != null || !methods.containsKey(method))) {
                try {
                    services.notify(method, parameter);
                } catch (RuntimeException e) {
                    error(e);
                }
            }
        }
    }

    /** Reads messages. Input that is not a message is answered with an error without a request id. */
    private final class Reader extends StreamMessageProducer {

        Reader(InputStream in, MessageJsonHandler json) {
            super(in, json, (message, issues) -> remote.handle(message, issues));
        }

        /** After a message of the wrong length, the header follows other text on the same line. */
        @Override
        protected void parseHeader(String line, Headers headers) {
            var at = line.indexOf(CONTENT_LENGTH_HEADER + ":");
            if (at < 0) {
                super.parseHeader(line, headers);
                return;
            }
            var length = line.substring(at + CONTENT_LENGTH_HEADER.length() + 1).strip();
            if (length.matches("\\d{1,9}") && Integer.parseInt(length) <= LARGEST) {
                headers.contentLength = Integer.parseInt(length);
            }
        }

        @Override
        protected void fireError(Throwable error) {
            if (error instanceof JsonRpcException) {
                // The client can no longer be reached.
                close();
                return;
            }
            var answer = new ResponseMessage();
            answer.setJsonrpc("2.0");
            answer.setError(new ResponseError(
                    ResponseErrorCode.ParseError,
                    IdeMessages.ALL.text("lsp.unreadable", String.valueOf(error.getMessage())),
                    null));
            try {
                out.consume(answer);
            } catch (JsonRpcException gone) {
                close();
            }
        }

        @Override
        protected void fireStreamClosed(Exception cause) {
            close();
        }
    }
}
