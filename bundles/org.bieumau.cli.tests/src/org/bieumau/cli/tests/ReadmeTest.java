/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the files that the README and the documentation ask a reader to type. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");
    private static final Path DOCUMENTATION = Path.of("../org.bieumau.doc");

    @TempDir
    private Path folder;

    static Stream<Arguments> files() throws Exception {
        try (var pages = Files.walk(DOCUMENTATION)) {
            return Stream.concat(Stream.of(README), pages.filter(ReadmeTest::isPage).sorted().toList().stream())
                    .flatMap(page -> blocks(page, "```bieu\n(.*?)```").map(block -> Arguments.of(page, block)));
        }
    }

    private static boolean isPage(Path file) {
        return file.toString().endsWith(".md") && !file.startsWith(DOCUMENTATION.resolve("target"));
    }

    private static Stream<String> blocks(Path page, String pattern) {
        try {
            return Pattern.compile(pattern, Pattern.DOTALL)
                    .matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfAPageHasNoProblems(Path page, String text) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), text);
        assertEquals(List.of(), new BieuReader(List.of()).read(file).problems());
    }

    /** The guide for provinces: a rule of the new pack reports a problem in a file that uses the pack. */
    @Test
    void theFileOfAPackIsCheckedByItsRule() throws Exception {
        var text = blocks(DOCUMENTATION.resolve("en/guide/province.md"), "```text\n(dùng caobang\n.*?)```")
                .findFirst()
                .orElseThrow();
        var file = Files.writeString(folder.resolve("thu.bieu"), text);
        var out = new StringWriter();
        assertEquals(
                ExitCode.DONE,
                Main.run(
                        new PrintWriter(out),
                        new PrintWriter(out),
                        "new",
                        "caobang",
                        "--province",
                        "Cao Bằng",
                        "-o",
                        folder.resolve("goi/caobang").toString()));
        var said = new StringWriter();
        assertEquals(
                ExitCode.DONE,
                Main.run(
                        new PrintWriter(said, true),
                        new PrintWriter(said, true),
                        "validate",
                        file.toString(),
                        "--plugins",
                        folder.resolve("goi").toString()));
        assertEquals(1, said.toString().strip().lines().count(), said::toString);
        assertTrue(said.toString().contains("[NƠI_NHẬN_SỞ_NỘI_VỤ;"), said::toString);
    }
}
