/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** <code>--watch</code> repeats a command when a file changes that it reads, until it is stopped. */
class WatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FORM = """
            mẫu biểu Mẫu "KHẢO SÁT" { cột tên "TÊN": chữ }
            biểu Một lập theo mẫu Mẫu { dòng { tên "một" } }
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final AtomicReference<Thread> thread = new AtomicReference<>();
    private CompletableFuture<ExitCode> outcome;

    private void start(String... arguments) {
        outcome = new CompletableFuture<>();
        thread.set(Thread.ofPlatform()
                .start(() ->
                        outcome.complete(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments))));
    }

    private ExitCode stop() throws InterruptedException, ExecutionException {
        thread.get().interrupt();
        return outcome.get();
    }

    @AfterEach
    void interrupt() throws InterruptedException {
        thread.get().interrupt();
        thread.get().join();
    }

    private static void awaitText(StringWriter writer, String text) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!writer.toString().contains(text)) {
            if (System.nanoTime() > end) {
                fail("not printed: " + text + "\nbut: " + writer);
            }
            Thread.sleep(5);
        }
    }

    @Test
    void fileIsValidatedAgainWhenItChanges() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), FORM.replace("tên \"một\"", "khác \"một\""));
        start("validate", file.toString(), "--watch");
        awaitText(out, "a.bieu:2:");
        out.getBuffer().setLength(0);
        Files.writeString(file, "\n\n" + FORM.replace("biểu Một", "biểu ("));
        awaitText(out, "a.bieu:4:");
        assertEquals(ExitCode.PROBLEMS, stop());
    }

    @Test
    void fileIsValidatedAgainWhenALibraryBelowItsFolderChanges() throws Exception {
        var library = Files.createDirectory(folder.resolve("thu-vien")).resolve("chung.bieu");
        var text = "thư viện chung\nmẫu biểu Mẫu \"KHẢO SÁT\" { cột %s \"TÊN\": chữ }\n";
        Files.writeString(library, text.formatted("tên"));
        var file = Files.writeString(
                folder.resolve("a.bieu"), "dùng chung\nbiểu Một lập theo mẫu Mẫu { dòng { tên \"một\" } }\n");
        // The first run is over when the second file is reported, which is not there.
        start("validate", file.toString(), folder.resolve("b.bieu").toString(), "--watch");
        awaitText(out, "FILE-MISSING");
        assertTrue(!out.toString().contains("a.bieu"), out.toString());
        Files.writeString(library, text.formatted("khác"));
        awaitText(out, "a.bieu:2:");
    }

    @Test
    void outputsBesideTheFileDoNotStartTheExportAgain() throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), FORM);
        start("export", file.toString(), "-f", "html", "-o", folder.toString(), "--watch");
        awaitText(out, ".html");
        out.getBuffer().setLength(0);
        Files.writeString(folder.resolve("ghi-chu.md"), "khác");
        Thread.sleep(500);
        assertEquals("", out.toString());
        Files.writeString(file, FORM.replace("một", "hai"));
        awaitText(out, ".html");
        assertEquals(ExitCode.DONE, stop());
        try (var outputs = Files.newDirectoryStream(folder, "*.html")) {
            assertTrue(Files.readString(outputs.iterator().next()).contains("hai"));
        }
    }
}
