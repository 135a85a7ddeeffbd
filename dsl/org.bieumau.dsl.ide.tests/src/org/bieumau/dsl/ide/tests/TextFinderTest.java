/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.ide.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.text.Normalizer;
import java.util.List;
import org.bieumau.dsl.ide.internal.find.TextFinder;
import org.bieumau.dsl.internal.edit.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds words in the text of a file and replaces them. */
class TextFinderTest {

    private static final String TEXT = """
            // Biểu của sở
            cơ quan Sở2021 "Sở Nội vụ \\"Huế\\"" /* sở */
            biểu B lập theo mẫu M { dòng "đường số 12" { sl 2021 ý ###
                Các  sở, ban "ngành" sổ.
            ### } }
            """.replace("###", "'''");

    private static List<String> found(String text, boolean contentOnly, String words) {
        return new TextFinder(text, contentOnly)
                .find(words).stream()
                        .map(match -> text.substring(match.offset(), match.end()))
                        .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            so        | true  | Sở;số;sở;sổ
            sở        | true  | Sở;sở
            SỞ        | true  | Sở;sở
            sở        | false | sở;Sở;Sở;sở;sở
            duong     | true  | đường
            2021      | true  | 2021
            2021      | false | 2021;2021
            cac so    | true  | Các  sở
            bieu      | true  | ``
            "huế\"   | true  | ``
            nganh     | true  | ngành
            """)
    void wordsAreFound(String words, boolean contentOnly, String expected) {
        assertEquals(expected, String.join(";", found(TEXT, contentOnly, words)));
    }

    @Test
    void decomposedLettersAreFoundWhole() {
        var text = Normalizer.normalize("\"Sở Nội vụ\"", Normalizer.Form.NFD);
        assertEquals(List.of(Normalizer.normalize("Nội", Normalizer.Form.NFD)), found(text, true, "nội"));
        assertEquals(List.of(Normalizer.normalize("vụ", Normalizer.Form.NFD)), found(text, true, "vu"));
        assertEquals(List.of(), found(text, true, " "));
    }

    @Test
    void replacementPrintsAsItIsTyped() {
        var finder = new TextFinder(TEXT, true);
        var changed = TextEdit.apply(finder.replace(finder.find("sở"), "\"S\\"), TEXT);
        assertEquals(TEXT.replace("\"Sở Nội", "\"\\\"S\\\\ Nội").replace("Các  sở", "Các  \"S\\"), changed);
    }
}
