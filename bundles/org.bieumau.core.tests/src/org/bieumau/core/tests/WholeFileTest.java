/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bieumau.core.internal.export.WholeFile;
import org.eclipse.emf.common.util.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is written completely or not at all. */
class WholeFileTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, text);
    }

    @Test
    void filesAreCreatedAndReplaced() throws IOException {
        var file = folder.resolve("a.bieu");
        write(file, "một");
        write(file, "hai");
        assertEquals("hai", Files.readString(file));
        assertEquals(List.of("a.bieu"), names());
    }

    /** Fails as on a full disk: the old file remains, and no temporary file. */
    @Test
    void aFailedWriteLeavesTheOldFile() throws IOException {
        var file = folder.resolve("a.bieu");
        write(file, "cũ");
        var failure = assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write("nửa".repeat(100_000).getBytes(StandardCharsets.UTF_8));
                    throw new IOException("No space left on device");
                }));
        assertEquals("No space left on device", failure.getMessage());
        assertEquals("cũ", Files.readString(file));
        assertEquals(List.of("a.bieu"), names());
    }

    @Test
    void permissionsAndLinksAreKept() throws IOException {
        var file = folder.resolve("a.bieu");
        var link = folder.resolve("link.bieu");
        write(file, "cũ");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        Files.createSymbolicLink(link, file);
        write(link, "mới");
        assertEquals("mới", Files.readString(file));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Kills a process that writes without end at arbitrary times: the file must be complete, old or new. */
    @Test
    void aKilledProcessLeavesACompleteFile() throws Exception {
        var file = folder.resolve("a.bieu");
        write(file, "0\n" + "x".repeat(300_000) + "\nEND");
        for (int i = 0; i < 5; i++) {
            var writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            classes(),
                            Endless.class.getName(),
                            file.toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals('!', writer.getInputStream().read());
            Thread.sleep(20 + 17 * i);
            writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            var text = Files.readString(file);
            assertTrue(text.endsWith("END") && text.length() > 300_000, "length " + text.length());
        }
    }

    /** The kill must hit the process while it writes, which the first kills may miss. */
    @Test
    void temporaryFilesOfAKilledProcessAreDeletedLater() throws Exception {
        var file = folder.resolve("a.bieu");
        for (int i = 0; i < 20 && names().stream().noneMatch(name -> name.endsWith(".tmp")); i++) {
            var writer = start("", file);
            assertEquals('!', writer.getInputStream().read());
            Thread.sleep(10 + 7 * i);
            writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        }
        var abandoned = names().stream().filter(name -> name.endsWith(".tmp")).toList();
        assertEquals(1, abandoned.size(), names()::toString);
        var other = start("", folder.resolve("b.bieu"));
        assertEquals('!', other.getInputStream().read());
        other.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertFalse(Files.exists(folder.resolve(abandoned.getFirst())));
    }

    @Test
    void newFilesHaveThePermissionsOfTheUser() throws Exception {
        var file = folder.resolve("a.bieu");
        var writer = start("umask 027; exec ", file);
        assertEquals('!', writer.getInputStream().read());
        while (!Files.exists(file)) {
            Thread.sleep(5);
        }
        writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    /** Starts a process that writes a file without end, by a shell. */
    private static Process start(String command, Path file) throws IOException {
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        (command.isEmpty() ? "exec " : command) + "\"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes(),
                        Endless.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
    }

    private static String classes() {
        return location(WholeFile.class) + File.pathSeparator + location(WholeFileTest.class);
    }

    /** Returns the folder or jar of a class, in OSGi (where the URL is not encoded) and in plain Java. */
    private static String location(Class<?> type) {
        var url = type.getProtectionDomain().getCodeSource().getLocation();
        var location = Path.of(URI.createURI(url.toString()).toFileString());
        var classes = location.resolve("target/classes");
        return (Files.isDirectory(classes) ? classes : location).toString();
    }

    /** Writes the same file again and again. */
    static final class Endless {

        public static void main(String[] arguments) throws IOException {
            for (int i = 1; ; i++) {
                var text = i + "\n" + "x".repeat(300_000 + i) + "\nEND";
                write(Path.of(arguments[0]), text);
                if (i == 1) {
                    System.out.print('!');
                    System.out.flush();
                }
            }
        }
    }
}
