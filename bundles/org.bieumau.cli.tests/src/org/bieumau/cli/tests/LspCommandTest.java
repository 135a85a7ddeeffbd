/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Test;

/** The exit codes of the language server. */
class LspCommandTest {

    private static String message(String json) {
        return "Content-Length: " + json.length() + "\r\n\r\n" + json;
    }

    private static ExitCode run(String messages) {
        var in = System.in;
        var out = System.out;
        System.setIn(new ByteArrayInputStream(messages.getBytes(StandardCharsets.UTF_8)));
        System.setOut(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        try {
            var output = new PrintWriter(new StringWriter());
            return Main.run(output, output, "lsp");
        } finally {
            System.setIn(in);
            System.setOut(out);
        }
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
