/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.checking.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.bieumau.checking.tests.TypedLetter.Foot;
import org.bieumau.checking.tests.TypedLetter.Head;
import org.bieumau.checking.tests.TypedLetter.Ruling;
import org.bieumau.reading.internal.role.RoledText.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Letters as offices type them: the role of each line is found, however the office placed it. */
class TypedLettersTest {

    @TempDir
    private Path folder;

    /** The numbers of lines of a role that were found as another one. */
    private final Map<String, Integer> confused = new TreeMap<>();

    private int lines;

    private void compare(TypedLetter letter, String name) throws Exception {
        var file = Files.write(folder.resolve("thu.docx"), letter.file());
        var found = Fixture.text(file).lines().toList();
        for (var expected : letter.expected()) {
            lines++;
            var role = found.stream()
                    .filter(line -> line.text().equals(expected.text()))
                    .findFirst()
                    .map(Line::role)
                    .map(Enum::name)
                    .orElse("no line");
            if (!role.equals(expected.role().name())) {
                confused.merge(expected.role() + " as " + role + ": " + name, 1, Integer::sum);
            }
        }
    }

    @Test
    void rolesOfTypedLettersAreFound() throws Exception {
        var letters = 0;
        for (var head : Head.values()) {
            for (var foot : Foot.values()) {
                for (var ruling : Ruling.values()) {
                    for (var isLetter : new boolean[] {true, false}) {
                        compare(
                                new TypedLetter(head, foot, ruling, isLetter, letters % 3),
                                head + ", " + foot + ", " + ruling + (isLetter ? ", letter" : ", plan"));
                        letters++;
                    }
                }
            }
        }
        assertEquals(Map.of(), confused);
        assertTrue(letters >= 60 && lines > 1000, letters + " letters, " + lines + " lines");
    }
}
