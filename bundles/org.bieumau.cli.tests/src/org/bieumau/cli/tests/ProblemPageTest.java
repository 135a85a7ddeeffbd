/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.core.registry.Registry;
import org.junit.jupiter.api.Test;

/** Every code that can be reported is in the list of codes, and has its sentence in both languages. */
class ProblemPageTest {

    private static final Path REFERENCE = Path.of("../org.bieumau.doc/en/reference");

    /** Keys that are not problem codes: the frame of a message, and alternative messages of a code. */
    private static final Set<String> FRAMES = Set.of(
            "USAGE", "LIBRARY-UNKNOWN-SIMILAR", "LINK-UNKNOWN-SIMILAR", "LINK-UNKNOWN-LIST", "LINK-UNKNOWN-TITLE");

    private static final Path CORE = Path.of("../org.bieumau.core/src/org/bieumau/core/internal/text");

    private static final Path CHECKING = Path.of("../org.bieumau.checking/src/org/bieumau/checking/internal");

    private static Properties texts(Path file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }

    private static List<Path> bundles() throws IOException {
        var bundles = new ArrayList<Path>();
        for (var folder : List.of("..", "../../dsl")) {
            try (var all = Files.list(Path.of(folder))) {
                all.filter(bundle -> Files.isDirectory(bundle.resolve("src"))).forEach(bundles::add);
            }
        }
        return bundles;
    }

    @Test
    void codesWithAMessageAreListedAndNoOthers() throws IOException {
        var codes = new TreeSet<String>();
        for (var bundle : bundles()) {
            try (var files = Files.walk(bundle.resolve("src"))) {
                for (var file : files.filter(each -> each.endsWith("messages.properties"))
                        .toList()) {
                    var keys = texts(file).stringPropertyNames();
                    assertEquals(
                            keys,
                            texts(file.resolveSibling("messages_en.properties")).stringPropertyNames());
                    keys.stream()
                            .filter(key -> key.matches("[A-Z]+[A-Z-]{3,}") && !FRAMES.contains(key))
                            .forEach(codes::add);
                }
            }
        }
        var listed = Pattern.compile("(?m)^### (.+)$")
                .matcher(Files.readString(REFERENCE.resolve("problems.md")))
                .results()
                .map(heading -> heading.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(codes, listed);
    }

    @Test
    void everyCheckOfAProfileHasAMessage() throws IOException {
        var texts = texts(CORE.resolve("messages.properties"));
        texts.putAll(texts(CHECKING.resolve("messages.properties")));
        var registry = Registry.installed();
        for (var id : registry.profileIds()) {
            for (var check : registry.profile(id).orElseThrow().checks()) {
                assertTrue(texts.containsKey(check.code()), id + ": " + check.code());
            }
        }
    }

    /** The page of expressions repeats the help of each function and name, in both languages. */
    @Test
    void everyFunctionAndNameIsListed() throws IOException {
        var page = Files.readString(REFERENCE.resolve("expressions.md"));
        for (var file : List.of("messages.properties", "messages_en.properties")) {
            var texts = texts(CORE.resolve(file));
            for (var function : BuiltIn.values()) {
                var help =
                        texts.getProperty("function." + function.name(), "function." + function.name() + ": no help");
                assertTrue(page.contains(file.contains("_en") ? help.split(": ", 2)[1] : help), help);
                assertTrue(help.startsWith(function.functionName() + "("), help);
            }
            for (var name : FormName.values()) {
                var help = texts.getProperty("form." + name.name(), "form." + name.name() + ": no help");
                assertTrue(page.contains("| `" + name.word() + "` |") && page.contains(help.split(": ", 2)[1]), help);
            }
            for (var name : DocumentName.values()) {
                var help = texts.getProperty("name." + name.name(), "name." + name.name() + ": no help");
                assertTrue(page.contains("| `" + name.word() + "` |") && page.contains(help.split(": ", 2)[1]), help);
            }
        }
    }
}
