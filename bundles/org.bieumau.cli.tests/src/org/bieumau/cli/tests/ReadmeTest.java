/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.cli.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bieumau.cli.internal.ExitCode;
import org.bieumau.cli.internal.Main;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the README asks a newcomer to type has no problems. */
class ReadmeTest {

    private static final Path README = Path.of("../../README.md");

    @TempDir
    private Path folder;

    static Stream<String> files() throws Exception {
        return Pattern.compile("```bieu\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .map((MatchResult found) -> found.group(1));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFileOfTheReadmeHasNoProblems(String text) throws Exception {
        var file = Files.writeString(folder.resolve("a.bieu"), text);
        assertEquals(List.of(), new BieuReader(List.of()).read(file).problems());
    }

    /** The guide for provinces: a rule of the new pack reports a problem in a file that uses the pack. */
    @Test
    void theFileOfAPackIsCheckedByItsRule() throws Exception {
        var text = Pattern.compile("```text\n(dùng caobang\n.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(README))
                .results()
                .findFirst()
                .orElseThrow();
        var file = Files.writeString(folder.resolve("thu.bieu"), text.group(1));
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
