/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    @Test
    void foldingRemovesDiacritics() {
        assertEquals("linh vuc dieu duong", VietnameseText.fold("Lĩnh  vực Điều\u00A0dưỡng"));
        assertEquals(VietnameseText.fold("hòa"), VietnameseText.fold("hoà"));
        assertEquals(VietnameseText.fold("Quảng"), VietnameseText.fold("Qua\u0309ng"));
    }

    /** The key as Unicode defines it, for a text with single spaces. */
    private static String foldedByUnicode(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[đĐÐƉ]", "d")
                .replace('\u00A0', ' ')
                .replaceAll("\\p{Mn}", "")
                .toLowerCase(Locale.ROOT)
                .strip()
                .replaceAll("[ \\x09-\\x0D]+", " ");
    }

    @Test
    void eachCharacterIsFoldedAndComposedAsUnicodeDefines() {
        for (int letter = 0; letter < 0x10000; letter++) {
            for (var text : List.of("" + (char) letter, "ở " + (char) letter + "\u0301Ạ", "b" + (char) letter + " ")) {
                assertEquals(foldedByUnicode(text), VietnameseText.fold(text), () -> text);
                assertEquals(Normalizer.normalize(text, Normalizer.Form.NFC), VietnameseText.nfc(text), () -> text);
            }
        }
    }

    @Test
    void namesAreInDictionaryOrder() {
        var names = List.of("Đà Nẵng", "Hưng Yên", "Hải Phòng", "Huế", "Hà Tĩnh", "Hà Nội", "Dương");
        assertEquals(
                List.of("Dương", "Đà Nẵng", "Hà Nội", "Hà Tĩnh", "Hải Phòng", "Huế", "Hưng Yên"),
                names.stream().sorted(VietnameseText.order()).toList());
    }

    @Test
    void datesInWordsPadDaysBelowTenAndTheFirstTwoMonths() {
        assertEquals("ngày 05 tháng 4 năm 2022", VietnameseDates.inWords(PartialDate.valueOf("05/4/2022")));
        assertEquals("ngày 22 tháng 01 năm 2023", VietnameseDates.inWords(PartialDate.valueOf("22/01/2023")));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.00, 0",
        "7, 7",
        "999, 999",
        "1000, 1.000",
        "65000000, 65.000.000",
        "1.5, '1,5'",
        "1.50, '1,5'",
        "100.00, 100",
        "1234567.8900, '1.234.567,89'",
        "0.000001, '0,000001'",
        "12345.0001, '12.345,0001'",
        "-1, -1",
        "-999, -999",
        "-1000, -1.000",
        "-123456.5, '-123.456,5'",
        "-0.5, '-0,5'",
        "1.2E6, 1.200.000",
        "1E-7, '0,0000001'",
        "123456789012345678901234567890, 123.456.789.012.345.678.901.234.567.890"
    })
    void numbersUsePointsForThousandsAndACommaForDecimals(String number, String printed) {
        assertEquals(printed, VietnameseNumbers.format(new BigDecimal(number)));
    }

    @Test
    void textTakesMoreLinesInANarrowColumn() {
        var text = "Thực hiện tiết kiệm điện trong cơ quan";
        assertEquals(1, TextMeasure.lines(text, 100, 12, false));
        assertTrue(TextMeasure.lines(text, 20, 12, false) >= 4);
        assertTrue(TextMeasure.width("Ằ", 12, false) == TextMeasure.width("A", 12, false));
    }

    @Test
    void spacesAtTheEndOfATextTakeNoLine() {
        assertEquals(1, TextMeasure.lines("", 20, 12, false));
        assertEquals(1, TextMeasure.lines("   ", 1, 12, false));
        assertEquals(1, TextMeasure.lines("điện" + " ".repeat(100), 20, 12, false));
    }
}
