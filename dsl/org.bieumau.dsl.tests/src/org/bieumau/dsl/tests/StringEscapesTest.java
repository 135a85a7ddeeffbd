/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Backslashes in quotation marks and stars within words. */
class StringEscapesTest {

    /** A backslash has a meaning before a quotation mark, a backslash, n and t; before others it is not printed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a \\\" b | ",
                "a \\\\ b \\n \\t | ",
                "C:\\data | BACKSLASH 3:",
                "a \\\\d \\d | BACKSLASH 7:",
                "C:\\a\\b | BACKSLASH 3: BACKSLASH 5:",
                "\\\\\\\" \\' | BACKSLASH 6:"
            })
    void backslashWithoutMeaningIsReported(String written, String expected) throws Exception {
        var text = "danh mục D { A \"" + written + "\" } // C:\\data\n";
        var offset = text.indexOf('"') + 1;
        var found = new StringBuilder();
        for (var problem : new BieuReader().read(text).problems()) {
            var column = Integer.parseInt(problem.place().position().replaceAll(".*:", ""));
            found.append(problem.code()).append(' ').append(column - offset).append(": ");
        }
        assertEquals(expected == null ? "" : expected, found.toString().strip());
    }

    /** Earlier versions of the language made the letters between the stars bold. */
    @ParameterizedTest
    @CsvSource({
        "ki**lo**gam, 1",
        "ki**lo** gam, 1",
        "a ki**lo**gam và ab**c**d, 2",
        "2**3**4, 0",
        "a**2, 0",
        "x**y, 0",
        "dài*rộng*cao, 0",
        "ki**\\l\\o**gam, 0",
        "ki\\*\\*lo\\*\\*gam, 0",
        "một **hai** ba, 0"
    })
    void starsWithinWordsAreReported(String line, int count) {
        assertEquals(
                count,
                Bieu.issues("kế hoạch K { nội dung '''\n" + line + "\n''' }").stream()
                        .filter(issue -> issue.getCode().equals("EMPHASIS-WORD"))
                        .count());
    }
}
