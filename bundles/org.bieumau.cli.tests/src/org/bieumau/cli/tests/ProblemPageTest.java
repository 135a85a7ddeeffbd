/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.bieumau.cli.internal.Main;
import org.bieumau.core.internal.expression.BuiltIn;
import org.bieumau.core.internal.resolved.DocumentName;
import org.bieumau.core.internal.resolved.FormName;
import org.bieumau.core.internal.text.CoreMessages;
import org.bieumau.dsl.internal.DslMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code that can be reported is in the list of codes, and has its sentence in both languages. */
class ProblemPageTest {

    private static final Path REFERENCE = Path.of("../org.bieumau.doc/en/reference");

    /** Keys that are not problem codes: the frame of a message, and alternative messages of a code. */
    private static final Set<String> FRAMES = Set.of("USAGE", "LINK-UNKNOWN-SIMILAR", "LINK-UNKNOWN-LIST");

    private static Properties texts(Class<?> owner, String file) throws IOException {
        var texts = new Properties();
        try (var in = owner.getResourceAsStream(file)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(classes = {CoreMessages.class, DslMessages.class, Main.class})
    void everyCodeIsListed(Class<?> owner) throws IOException {
        var page = Files.readString(REFERENCE.resolve("problems.md"));
        var texts = texts(owner, "messages.properties");
        assertEquals(texts.keySet(), texts(owner, "messages_en.properties").keySet());
        for (var code : texts.stringPropertyNames()) {
            if (code.matches("[A-Z][A-Z-]+") && !FRAMES.contains(code)) {
                assertTrue(page.contains("\n### " + code + "\n"), code);
            }
        }
    }

    /** The page of expressions repeats the help of each function and name, in both languages. */
    @Test
    void everyFunctionAndNameIsListed() throws IOException {
        var page = Files.readString(REFERENCE.resolve("expressions.md"));
        for (var file : List.of("messages.properties", "messages_en.properties")) {
            var texts = texts(CoreMessages.class, file);
            for (var function : BuiltIn.values()) {
                var help = texts.getProperty("function." + function.name());
                assertTrue(page.contains(file.contains("_en") ? help.split(": ", 2)[1] : help), help);
                assertTrue(help.startsWith(function.functionName() + "("), help);
            }
            for (var name : FormName.values()) {
                var help = texts.getProperty("form." + name.name());
                assertTrue(page.contains("| `" + name.word() + "` |") && page.contains(help.split(": ", 2)[1]), help);
            }
            for (var name : DocumentName.values()) {
                var help = texts.getProperty("name." + name.name());
                assertTrue(page.contains("| `" + name.word() + "` |") && page.contains(help.split(": ", 2)[1]), help);
            }
        }
    }
}
