/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.bieumau.dsl.ide.internal.server.BieuLanguageServer;
import org.eclipse.lsp4j.launch.LSPLauncher;
import picocli.CommandLine.Command;

/** Serves editors over standard input and output, by the Language Server Protocol, until the client ends it. */
@Command(name = "lsp", mixinStandardHelpOptions = true)
final class LspCommand implements Callable<ExitCode> {

    @Override
    public ExitCode call() throws InterruptedException, ExecutionException {
        var out = System.out;
        // What else is printed must not come between the messages.
        System.setOut(System.err);
        var server = new BieuLanguageServer();
        var launcher = LSPLauncher.createServerLauncher(server, System.in, out);
        server.connect(launcher.getRemoteProxy());
        launcher.startListening().get();
        return ExitCode.DONE;
    }
}
