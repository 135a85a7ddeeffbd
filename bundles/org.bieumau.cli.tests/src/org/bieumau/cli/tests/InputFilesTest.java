/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with other names than <code>….bieu</code>, and inputs that are no files. */
class InputFilesTest {

    private static final String TEMPLATE = "mẫu biểu M \"MẪU\" { cột a \"A\": chữ }\n";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private ExitCode run(Object... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                Arrays.stream(arguments).map(String::valueOf).toArray(String[]::new));
    }

    private List<String> exported() throws IOException {
        try (var files = Files.list(folder.resolve("out"))) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.BIEU", "a.Bieu", "a"})
    void theExtensionOfAFileDoesNotMatter(String name) throws IOException {
        var file = Files.writeString(folder.resolve(name), TEMPLATE);
        assertEquals(ExitCode.DONE, run("validate", file), () -> out.toString() + err);
        assertEquals("", out.toString() + err);
        assertEquals(ExitCode.DONE, run("export", file, "-f", "html", "-o", folder.resolve("out")), err::toString);
        assertEquals(List.of("a.html"), exported());
        Files.writeString(file, "mẫu biểu M { cột }\n");
        assertEquals(ExitCode.PROBLEMS, run("validate", file));
        assertTrue(out.toString().startsWith(file + ":1:"), out::toString);
    }

    @Test
    void librariesAreFoundWhateverTheCaseOfTheirExtension() throws IOException {
        Files.writeString(folder.resolve("lib.BIEU"), "thư viện lib\n" + TEMPLATE);
        var file = Files.writeString(folder.resolve("a.txt"), "dùng lib\nbiểu trống B lập theo mẫu M { }\n");
        assertEquals(ExitCode.DONE, run("validate", file), () -> out.toString() + err);
    }

    @Test
    void aPipeIsReadOnce() throws Exception {
        var pipe = folder.resolve("pipe");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "needs mkfifo");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        for (var arguments : List.<Object[]>of(
                new Object[] {"validate", pipe},
                new Object[] {"validate", "--fix", pipe},
                new Object[] {"export", pipe, "-f", "html", "-o", folder.resolve("out")})) {
            var writer = new Thread(() -> Assertions.assertDoesNotThrow(() -> Files.writeString(pipe, TEMPLATE)));
            writer.setDaemon(true);
            writer.start();
            var code = Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> run(arguments));
            assertEquals(ExitCode.DONE, code, () -> out.toString() + err);
        }
        assertEquals(List.of("pipe.html"), exported());
    }
}
