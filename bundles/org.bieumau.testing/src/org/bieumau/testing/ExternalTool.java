/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A program that tests use to check exported files independently of the libraries that wrote them.
 *
 * <p>A test that uses a missing program is skipped, with a line on the console. If the environment variable
 * {@value #REQUIRED} is set, it fails instead, so that a build server cannot leave it out unnoticed.
 */
public enum ExternalTool {
    LIBREOFFICE("soffice", "libreoffice"),
    CHROMIUM("chromium", "chromium-browser", "google-chrome"),
    /** Python 3 with the modules {@code openpyxl} and {@code docx} of Debian. */
    PYTHON("/usr/bin/python3", "python3"),
    PDFTOTEXT("pdftotext"),
    PDFINFO("pdfinfo"),
    PDFTOPPM("pdftoppm"),
    QPDF("qpdf"),
    /** Creates the database of a PostgreSQL server; <code>pg_ctl</code>, which starts it, is beside it. */
    INITDB("initdb");

    /** Environment variable that makes missing programs an error. */
    public static final String REQUIRED = "BIEUMAU_NEEDS_TOOLS";

    private static final int PATIENCE_SECONDS = 120;

    private final List<String> names;

    ExternalTool(String... names) {
        this.names = List.of(names);
    }

    /** Returns the path of the program. Skips the test, or lets it fail, if the program is not installed. */
    public Path path() {
        for (var name : names) {
            for (var folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
                var file = Path.of(folder).resolve(name);
                if (Files.isExecutable(file)) {
                    return file;
                }
            }
        }
        throw missing(names.getFirst());
    }

    /** Skips the test, or lets it fail, because a program or a part of it is not installed. */
    static TestAbortedException missing(String what) {
        if (System.getenv(REQUIRED) != null) {
            fail(what + " is not installed");
        }
        System.out.println("Skipped a test, as " + what + " is not installed");
        return new TestAbortedException(what + " is not installed");
    }

    /**
     * Runs the program and returns what it printed, with standard error. The test fails if the program fails or does
     * not end.
     */
    public String run(Object... arguments) {
        var result = tryRun(arguments);
        if (result.exitCode() != 0) {
            fail(this + " ended with exit code " + result.exitCode() + ":\n" + result.output());
        }
        return result.output();
    }

    /** Runs the program. The test fails only if the program does not end. */
    public Result tryRun(Object... arguments) {
        var command = new ArrayList<>(List.of(path().toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        try {
            var output = Files.createTempFile("tool", ".txt");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                    fail(command + " did not end within " + PATIENCE_SECONDS + " s");
                }
                return new Result(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.delete(output);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a program returned and printed. */
    public record Result(int exitCode, String output) {}
}
