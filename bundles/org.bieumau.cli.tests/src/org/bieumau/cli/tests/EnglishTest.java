/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Checks that users who have chosen English see no Vietnamese in the Studio: its texts are in message files, and the
 * English ones have Vietnamese only in quotations of the language or of documents, in examples, and in names.
 */
class EnglishTest {

    private static final List<Path> STUDIO = List.of(
            Path.of("../org.bieumau.rcp"),
            Path.of("../org.bieumau.editor"),
            Path.of("../org.bieumau.model.edit"),
            Path.of("../../dsl/org.bieumau.dsl.ui"));
    private static final Pattern VIETNAMESE = Pattern.compile("[À-ỹ&&[^é]]");
    private static final Pattern QUOTATION = Pattern.compile("«[^»]*»");
    private static final Pattern NAME =
            Pattern.compile("Biểu Mẫu|Tiếng Việt|NĐ-CP|Quảng Ngãi|Quảng Trị|Hưng Yên|Sở Nội vụ|[×–]");
    private static final Pattern KEY = Pattern.compile("(?m)^([\\w.-]+) =");
    private static final Pattern LITERAL = Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"");

    /** A file name, and the content of sample documents, which are Vietnamese. */
    private static final Pattern EXEMPT_KEYS = Pattern.compile("campaign\\.new\\.file|type\\.sample|sample\\..+");

    /** Sources with words of the language or with texts in it. */
    private static final Set<String> EXEMPT_SOURCES = Set.of("Preparation.java", "OwnTemplates.java", "LastPage.java");

    @Test
    void englishMessagesHaveNoVietnamese() throws IOException {
        var found = new ArrayList<String>();
        var files = 0;
        for (var file : files("_en.properties")) {
            files++;
            properties(file).forEach((key, text) -> {
                var name = key.toString();
                var own = NAME.matcher(QUOTATION.matcher(text.toString()).replaceAll(""))
                        .replaceAll("");
                if (VIETNAMESE.matcher(own).find()
                        && !name.endsWith(".example")
                        && !EXEMPT_KEYS.matcher(name).matches()) {
                    found.add(file + " " + key + " = " + text);
                }
            });
        }
        assertTrue(files > 5, files + " files");
        assertEquals(List.of(), found);
    }

    @Test
    void everyMessageHasATranslation() throws IOException {
        var found = new ArrayList<String>();
        for (var file : files("_en.properties")) {
            var vietnamese =
                    file.resolveSibling(file.getFileName().toString().replace("_en.properties", ".properties"));
            var keys = properties(vietnamese).keySet();
            var english = properties(file).keySet();
            keys.stream().filter(key -> !english.contains(key)).forEach(key -> found.add(file + " lacks " + key));
            english.stream().filter(key -> !keys.contains(key)).forEach(key -> found.add(vietnamese + " lacks " + key));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void sourcesOfTheStudioHaveNoVietnameseTexts() throws IOException {
        var found = new ArrayList<String>();
        for (var source : files(".java")) {
            if (!EXEMPT_SOURCES.contains(source.getFileName().toString())) {
                LITERAL.matcher(Files.readString(source))
                        .results()
                        .map(literal -> NAME.matcher(literal.group()).replaceAll(""))
                        .filter(literal -> VIETNAMESE.matcher(literal).find())
                        .forEach(literal -> found.add(source.getFileName() + " " + literal));
            }
        }
        assertEquals(List.of(), found);
    }

    private static List<Path> files(String suffix) throws IOException {
        var found = new ArrayList<Path>();
        for (var bundle : STUDIO) {
            try (var files = Files.walk(bundle)) {
                files.filter(file -> file.toString().endsWith(suffix))
                        .filter(file -> !file.startsWith(bundle.resolve("target")))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Reads a file of messages, in which a key that occurs twice would hide a text. */
    private static Properties properties(Path file) throws IOException {
        var keys = new HashSet<String>();
        KEY.matcher(Files.readString(file))
                .results()
                .map(key -> key.group(1))
                .forEach(key -> assertTrue(keys.add(key), file + " has the key twice: " + key));
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
        return properties;
    }
}
