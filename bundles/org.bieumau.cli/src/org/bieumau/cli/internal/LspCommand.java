/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.concurrent.Callable;
import org.bieumau.dsl.ide.internal.server.Connection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Runs the language server on standard input and output, until the client sends <code>exit</code> or closes the
 * connection. The exit code is 1 unless the client has shut the server down before, as the protocol asks.
 */
@Command(name = "lsp", mixinStandardHelpOptions = true)
final class LspCommand implements Callable<ExitCode> {

    @Spec
    private CommandSpec spec;

    @Override
    public ExitCode call() {
        var out = spec.commandLine().getOut() instanceof StandardOutput output ? output.stream() : System.out;
        return Connection.serve(System.in, out) ? ExitCode.DONE : ExitCode.PROBLEMS;
    }
}
