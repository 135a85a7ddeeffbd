/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README asks a newcomer to type has no problems. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");

    @TempDir
    private Path folder;

    static Stream<String> files() throws Exception {
        return Pattern.compile("```bieu\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(README)).results()
                .map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfTheReadmeHasNoProblems(String text) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), text);
        assertEquals(List.of(), new BieuReader(List.of()).read(file).problems());
    }
}
