/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.examples.internal.Examples;
import org.bieumau.model.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The export of a document, imported and exported again, is the same file, except for the seal around its parts. */
class DocumentRoundTripTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void copyExamples() throws IOException {
        Examples.copyTo(folder);
    }

    private static String run(Object... arguments) {
        var out = new StringWriter();
        var texts = Stream.of(arguments).map(Object::toString).toArray(String[]::new);
        var code = Main.run(new PrintWriter(out, true), new PrintWriter(out, true), texts);
        assertEquals(ExitCode.DONE, code, out::toString);
        return out.toString();
    }

    /** The documents of all examples: name of the file, name of the document. */
    static Stream<String> documents() throws Exception {
        Examples.copyTo(folder);
        var documents = Stream.<String>builder();
        for (var name : Examples.NAMES) {
            for (var element : BieuFile.open(folder.resolve(name + ".bieu")).elements()) {
                if (element instanceof Document document) {
                    documents.add(name + "#" + document.getName());
                }
            }
        }
        return documents.build();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void exportOfImportIsTheSameFile(String document) throws Exception {
        var file = document.substring(0, document.indexOf('#'));
        var name = document.substring(document.indexOf('#') + 1);
        var first =
                Files.createDirectories(folder.resolve("first").resolve(file)).resolve(name + ".docx");
        run(
                "export",
                folder.resolve(file + ".bieu"),
                "--element",
                name,
                "--format",
                "docx",
                "--name",
                name,
                "--output",
                first.getParent());

        var imported =
                Files.createDirectories(folder.resolve("second").resolve(file)).resolve(name + ".bieu");
        var told = run("import", first, "--library", folder, "--output", imported);
        var second = imported.resolveSibling(name + ".docx");
        var text = Files.readString(imported);
        var id = BieuFile.open(imported).elements().stream()
                .filter(Document.class::isInstance)
                .map(Document.class::cast)
                .reduce((one, other) -> other)
                .orElseThrow()
                .getName();
        var exported = run(
                "export",
                imported,
                "--library",
                folder,
                "--element",
                id,
                "--format",
                "docx",
                "--name",
                name,
                "--output",
                second.getParent());

        assertEquals(Map.of(), differences(parts(first), parts(second)), () -> told + exported + text);
    }

    private static Map<String, String> parts(Path file) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipFile(file.toFile())) {
            for (var entry : zip.stream().toList()) {
                parts.put(
                        entry.getName(), new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    /** Returns the first difference of each part that is not the same. */
    private static Map<String, String> differences(Map<String, String> parts, Map<String, String> others) {
        assertEquals(List.copyOf(parts.keySet()), List.copyOf(others.keySet()));
        var differences = new LinkedHashMap<String, String>();
        parts.forEach((name, part) -> {
            var other = others.get(name);
            var at = 0;
            while (at < Math.min(part.length(), other.length()) && part.charAt(at) == other.charAt(at)) {
                at++;
            }
            if (!part.equals(other)) {
                differences.put(name, around(part, at) + " -> " + around(other, at));
            }
        });
        return differences;
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 120), Math.min(text.length(), at + 120));
    }
}
