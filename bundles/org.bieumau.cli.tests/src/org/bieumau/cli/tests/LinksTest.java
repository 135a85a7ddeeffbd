/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the pages of the documentation, the README and CONTRIBUTING as a set of linked files. */
class LinksTest {

    private static final Path DOCUMENTATION = Path.of("../org.bieumau.doc");
    private static final Pattern CODE = Pattern.compile("(?s)```.*?```|`[^`\n]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    static List<Path> pages() throws Exception {
        try (var files = Files.walk(DOCUMENTATION)) {
            return Stream.concat(
                            Stream.of(Path.of("../../README.md"), Path.of("../../CONTRIBUTING.md")),
                            files.filter(file -> file.toString().endsWith(".md")
                                    && !file.startsWith(DOCUMENTATION.resolve("target"))))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFileAndAHeading(Path page) throws Exception {
        var text = CODE.matcher(Files.readString(page)).replaceAll("");
        for (var link :
                LINK.matcher(text).results().map(found -> found.group(1)).toList()) {
            if (!link.startsWith("https://")) {
                var parts = link.split("#", 2);
                var target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]);
                assertTrue(Files.exists(target), link);
                assertTrue(parts.length == 1 || anchors(target).contains(parts[1]), link);
            }
        }
    }

    /** Returns the anchors of the headings of a page, as GitHub forms them. */
    private static Set<String> anchors(Path page) throws Exception {
        return HEADING.matcher(CODE.matcher(Files.readString(page)).replaceAll(""))
                .results()
                .map(heading -> heading.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{M}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** The help of the Studio has the same pages in both languages. */
    @Test
    void theStudioPagesAreTranslated() {
        assertEquals(names("en/studio"), names("vi/studio"));
    }

    private static List<String> names(String folder) {
        return Stream.of(DOCUMENTATION.resolve(folder).toFile().list()).sorted().toList();
    }
}
