/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;

/** The language server, started by the command line. */
class LspCommandTest {

    private static String message(String json) {
        return "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static ExitCode run(String messages) {
        return run(messages, new ByteArrayOutputStream());
    }

    private static ExitCode run(String messages, ByteArrayOutputStream answers) {
        var in = System.in;
        var out = System.out;
        System.setIn(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(answers, true, StandardCharsets.UTF_8));
        try {
            return Main.run("lsp");
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
    }

    @Test
    void answersAreWrittenToStandardOutput() {
        var answers = new ByteArrayOutputStream();
        run(
                message("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}"),
                answers);
        var text = answers.toString(StandardCharsets.UTF_8);
        assertTrue(text.startsWith("Content-Length: ") && text.contains("\"id\":7"), text);
    }

    @Test
    void exitCodeIsZeroOnlyAfterShutdown() {
        var initialize =
                message("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"capabilities\":{}}}");
        var shutdown = message("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"shutdown\"}");
        var exit = message("{\"jsonrpc\":\"2.0\",\"method\":\"exit\"}");
        assertEquals(ExitCode.DONE, run(initialize + shutdown + exit));
        assertEquals(ExitCode.PROBLEMS, run(initialize + exit));
        assertEquals(ExitCode.PROBLEMS, run(exit));
        assertEquals(ExitCode.PROBLEMS, run(initialize));
    }
}
