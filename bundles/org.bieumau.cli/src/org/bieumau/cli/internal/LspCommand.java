/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.bieumau.dsl.ide.internal.server.BieuLanguageServer;
import org.eclipse.lsp4j.launch.LSPLauncher;
import picocli.CommandLine.Command;

/** Runs the language server on standard input and output until the client closes the connection. */
@Command(name = "lsp", mixinStandardHelpOptions = true)
final class LspCommand implements Callable<ExitCode> {

    @Override
    public ExitCode call() throws InterruptedException, ExecutionException {
        // System.out is redirected (Main.run), since other output must not get between the messages of the protocol.
        var out = new FileOutputStream(FileDescriptor.out);
        var server = new BieuLanguageServer();
        var launcher = LSPLauncher.createServerLauncher(server, System.in, out);
        server.connect(launcher.getRemoteProxy());
        launcher.startListening().get();
        return ExitCode.DONE;
    }
}
