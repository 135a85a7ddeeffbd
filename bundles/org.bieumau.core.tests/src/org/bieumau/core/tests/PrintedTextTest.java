/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.core.internal.text.PrintedText;
import org.junit.jupiter.api.Test;

class PrintedTextTest {

    @Test
    void controlCharactersSeparateWords() {
        assertEquals("một hai ba", PrintedText.print("một\u000Bhai\fba"));
        assertEquals("một hai ba", PrintedText.print("một \u000Bhai\r\nba"));
        assertEquals("một hai", PrintedText.print("một\u0000\u0001\u001F\u007F\u0085\u009Fhai"));
    }

    @Test
    void charactersWithoutWidthAreNotPrinted() {
        assertEquals("nghiệp vụ", PrintedText.print("ng\u00ADhi\u200Bệ\u2060p\uFEFF v\u202Eụ\u2069"));
        assertEquals("☑", PrintedText.print("☑\uFE0F"));
    }

    @Test
    void specialSpacesKeepWhetherALineMayBreak() {
        assertEquals("a b c", PrintedText.print("a\u3000b\u2003c"));
        assertEquals("1\u00A0000\u00A0kg", PrintedText.print("1\u202F000\u00A0kg"));
    }

    @Test
    void invalidCodePointsAreShown() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFD", PrintedText.print("a\uD800b\uFFFEc\uDBFF\uDFFF"));
        assertEquals("\uD83D\uDE00", PrintedText.print("\uD83D\uDE00"));
    }

    @Test
    void ordinaryTextIsUnchanged() {
        var text = "Điều 1. “Ê̆đê” – 5 m² … № 7 ≥ 3\u00A0% ☐ ☑ Ⅳ → α я 漢";
        assertEquals(text, PrintedText.print(text));
    }

    @Test
    void anyLineBreakOfUnicodeEndsALine() {
        assertEquals(
                List.of("a", "b", "", "c", "d", "e", "f", "g"),
                PrintedText.lines("a\r\nb\n\nc\rd\u000Be\u2028f\u0085g"));
    }

    @Test
    void characterIsDescribedByCodePointAndName() {
        assertEquals("U+200B ZERO WIDTH SPACE", PrintedText.describe(0x200B));
        assertEquals("U+1F600 GRINNING FACE", PrintedText.describe(0x1F600));
    }
}
