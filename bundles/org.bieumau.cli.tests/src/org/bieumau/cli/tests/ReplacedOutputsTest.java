/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.core.problem.Problem;
import org.bieumau.core.registry.Registry;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.dsl.library.ExportRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An export replaces its former outputs, but no other files. */
class ReplacedOutputsTest {

    private static final String FORM = """
            mẫu biểu Mẫu "KHẢO SÁT" { cột tên "TÊN": chữ }
            biểu Một lập theo mẫu Mẫu { dòng { tên "%s" } }
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private Path source(String name, String value) throws IOException {
        return Files.writeString(folder.resolve(name), FORM.formatted(value));
    }

    private Path output(String name) {
        return folder.resolve("out").resolve(name);
    }

    private ExitCode export(Object... arguments) {
        return exportTo(folder.resolve("out"), arguments);
    }

    private ExitCode exportTo(Path to, Object... arguments) {
        err.getBuffer().setLength(0);
        var all = new ArrayList<>(List.of("export", "-o", to.toString()));
        Arrays.stream(arguments).map(String::valueOf).forEach(all::add);
        return Main.run(new PrintWriter(new StringWriter()), new PrintWriter(err, true), all.toArray(String[]::new));
    }

    /** Edits a file as a program would that keeps everything it does not know. */
    private static void edit(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        if (bytes[0] != 'P') {
            var text = new String(bytes, StandardCharsets.ISO_8859_1);
            var at = text.length() / 2;
            var other = text.charAt(at) == ' ' ? "x" : " ";
            Files.writeString(
                    file, text.substring(0, at) + other + text.substring(at + 1), StandardCharsets.ISO_8859_1);
            return;
        }
        var edited = new ByteArrayOutputStream();
        try (var old = new ZipFile(file.toFile());
                var out = new ZipOutputStream(edited)) {
            for (var entry : old.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                var content = new String(old.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                out.write(content.replace(">một<", ">sửa<").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.setComment(old.getComment());
        }
        Files.write(file, edited.toByteArray());
    }

    @ParameterizedTest
    @ValueSource(strings = {"docx", "xlsx", "pdf", "html"})
    void anEditedOutputIsReplacedOnlyByForce(String format) throws IOException {
        var file = source("a.bieu", "một");
        var output = output("a." + format);
        assertEquals(ExitCode.DONE, export(file, "-f", format), err::toString);
        var first = Files.readAllBytes(output);
        source("a.bieu", "hai");
        assertEquals(ExitCode.DONE, export(file, "-f", format), err::toString);
        var second = Files.readAllBytes(output);
        assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(second));

        edit(output);
        var edited = Files.readAllBytes(output);
        assertEquals(ExitCode.FAILED, export(file, "-f", format));
        assertTrue(
                err.toString().contains(output + ": lỗi OUTPUT-EDITED ")
                        || err.toString().contains(output + ": error OUTPUT-EDITED "),
                err::toString);
        assertTrue(err.toString().contains("--force"), err::toString);
        assertArrayEquals(edited, Files.readAllBytes(output));
        assertEquals(ExitCode.DONE, export(file, "-f", format, "--force"), err::toString);
        assertArrayEquals(second, Files.readAllBytes(output));
    }

    @Test
    void anEditedOutputDoesNotAffectTheOthers() throws IOException {
        var file = source("a.bieu", "một");
        export(file, "-f", "docx,html,pdf");
        edit(output("a.html"));
        Files.delete(output("a.docx"));
        Files.delete(output("a.pdf"));
        assertEquals(ExitCode.FAILED, export(file, "-f", "docx,html,pdf"));
        assertTrue(Files.exists(output("a.docx")) && Files.exists(output("a.pdf")));
    }

    @Test
    void aFileThatWasNotExportedIsNotReplaced() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(output("a.html"), "<p>của tôi</p>");
        Files.createFile(output("a.docx"));
        assertEquals(ExitCode.FAILED, export(source("a.bieu", "một"), "-f", "html,docx"));
        assertEquals("<p>của tôi</p>", Files.readString(output("a.html")));
        assertEquals(0, Files.size(output("a.docx")));
    }

    /** The element <code>b</code> of <code>a.bieu</code> and the file <code>a-b.bieu</code>, in two runs. */
    @Test
    void outputsOfOtherElementsAreNotReplaced() throws IOException {
        source("a-b.bieu", "một");
        Files.writeString(
                folder.resolve("a.bieu"),
                FORM.formatted("hai").replace("Một", "b") + "biểu c lập theo mẫu Mẫu { dòng { tên \"ba\" } }\n");
        assertEquals(ExitCode.DONE, export(folder.resolve("a-b.bieu"), "-f", "html"), err::toString);
        var first = Files.readString(output("a-b.html"));
        assertEquals(ExitCode.FAILED, export(folder.resolve("a.bieu"), "-f", "html"));
        assertTrue(err.toString().contains("OUTPUT-OTHER"), err::toString);
        assertEquals(first, Files.readString(output("a-b.html")));
        assertTrue(Files.exists(output("a-c.html")));
    }

    /** Two sources of one name, in two runs. */
    @Test
    void outputsOfOtherFoldersAreNotReplaced() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("user"));
        var x = Files.createDirectories(folder.resolve("x"));
        var y = Files.createDirectories(folder.resolve("y"));
        source("x/a.bieu", "một");
        source("y/a.bieu", "hai");
        for (var format : List.of("docx", "xlsx", "pdf", "html")) {
            var output = output("a." + format);
            assertEquals(ExitCode.DONE, export(x.resolve("a.bieu"), "-f", format), err::toString);
            var first = Files.readAllBytes(output);
            assertEquals(ExitCode.FAILED, export(y.resolve("a.bieu"), "-f", format));
            assertTrue(err.toString().contains("OUTPUT-OTHER"), err::toString);
            assertArrayEquals(first, Files.readAllBytes(output));
            assertEquals(ExitCode.DONE, export(x.resolve("a.bieu"), "-f", format), err::toString);
            assertEquals(ExitCode.DONE, export(y.resolve("a.bieu"), "-f", format, "--force"), err::toString);
            assertNotEquals(Arrays.hashCode(first), Arrays.hashCode(Files.readAllBytes(output)));
            assertEquals(ExitCode.FAILED, export(x.resolve("a.bieu"), "-f", format));
        }
        // A source that was moved is the same source.
        Files.move(y, folder.resolve("z"));
        assertEquals(ExitCode.DONE, export(folder.resolve("z/a.bieu"), "-f", "html"), err::toString);
    }

    @Test
    void theSameSourceGivesTheSameBytesInEachFolder() throws IOException {
        var file = source("a.bieu", "một");
        export(file, "-f", "docx,html,pdf,xlsx");
        var other = Files.createDirectories(folder.resolve("other"));
        exportTo(other, Files.copy(file, other.resolve("a.bieu")), "-f", "docx,html,pdf,xlsx");
        for (var format : List.of("docx", "html", "pdf", "xlsx")) {
            assertEquals(-1, Files.mismatch(output("a." + format), other.resolve("a." + format)), format);
        }
    }

    @Test
    void aLockedOutputIsNamed() throws IOException {
        var file = source("a.bieu", "một");
        export(file, "-f", "html");
        var before = Files.readString(output("a.html"));
        source("a.bieu", "hai");
        var problems = new ArrayList<Problem>();
        var registry = Registry.installed();
        var outcome = new ExportRun(
                        new BieuReader(List.of(), registry),
                        LockingFileSystem.of(folder.resolve("out")),
                        List.of(
                                registry.exporter("html").orElseThrow(),
                                registry.exporter("docx").orElseThrow()),
                        ExportRun.Options.DEFAULT,
                        new ExportRun.Listener() {
                            @Override
                            public void failed(Problem problem) {
                                problems.add(problem);
                            }
                        })
                .run(List.of(file));
        assertEquals(ExportRun.Outcome.FAILED, outcome);
        assertEquals(
                List.of("OUTPUT-LOCKED"), problems.stream().map(Problem::code).toList());
        assertTrue(problems.getFirst().message().contains(output("a.html").toString()), problems::toString);
        assertEquals(before, Files.readString(output("a.html")));
        try (var files = Files.list(folder.resolve("out"))) {
            assertEquals(
                    List.of("a.docx", "a.html"),
                    files.map(each -> each.getFileName().toString()).sorted().toList());
        }
    }
}
