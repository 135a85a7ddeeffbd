/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.bieumau.model.DivisionLevel;
import org.bieumau.model.MarkerText;
import org.bieumau.model.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelValuesTest {

    @ParameterizedTest
    @CsvSource({
        "I., ROMAN, 1",
        "XIV., ROMAN, 14",
        "LXXXVIII., ROMAN, 88",
        "XC., ROMAN, 90",
        "CMXCIX., ROMAN, 999",
        "MMMDCCCLXXXVIII., ROMAN, 3888",
        "MMMCMXCIX., ROMAN, 3999",
        "Phần XCIX, PART, 99",
        "Chương CX, CHAPTER, 110",
        "12., CLAUSE, 12",
        "đ), POINT, 5",
        "e), POINT, 6",
        "y), POINT, 23",
        "aa), POINT, 24",
        "đđ), POINT, 28",
        "aaa), POINT, 47",
        "yyyyyyyyyyyyyyy), POINT, 345",
        "-, DASH, 0",
        "+, PLUS, 0",
        "Điều 3., ARTICLE, 3",
        "Chương II, CHAPTER, 2",
        "Tiểu mục 1, SUBSECTION, 1"
    })
    void markersHaveALevelAndANumber(String text, DivisionLevel level, int number) {
        assertEquals(level, MarkerText.level(text));
        assertEquals(number, MarkerText.number(text));
        assertEquals(text, MarkerText.of(level, number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f)", "j)", "w)", "z)", "ă)", "ab)", "ff)", "2021.", "Điều", "--", "a.", "C.", "D.", "M."})
    void otherTextIsNotAMarker(String text) {
        assertNull(MarkerText.level(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IIII.", "VX.", "IC.", "MMMM.", "CDM.", "XD."})
    void invalidRomanNumeralsHaveNoNumber(String text) {
        assertEquals(0, MarkerText.number(text));
    }

    @Test
    void everyRomanNumeralIsReadAsWritten() {
        for (int number = 1; number <= 3999; number++) {
            if (number != 100 && number != 500 && number != 1000) {
                assertEquals(number, MarkerText.number(MarkerText.roman(number) + "."));
            }
        }
        assertThrows(IllegalArgumentException.class, () -> MarkerText.roman(4000));
    }

    @Test
    void decomposedMarkersAreRecognized() {
        assertEquals(DivisionLevel.ARTICLE, MarkerText.level("\u0110ie\u0302\u0300u 1."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05/4/2022", "22/01/2023", "…/01/2023", "…/…/2023", "27/4/2021"})
    void datesAreFormattedAsWritten(String text) {
        assertEquals(text, PartialDate.valueOf(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31/4/2022",
                "29/02/2023",
                "0/13/2022",
                "00/00/2023",
                "0/5/2023",
                "05/0/2023",
                "…/00/2023",
                "01/01/0000",
                "05/…/2022",
                "5-4-2022",
                ""
            })
    void impossibleDatesAreRejected(String text) {
        assertThrows(IllegalArgumentException.class, () -> PartialDate.valueOf(text));
    }

    @Test
    void aDateWithoutDayCoversTheWholeMonth() {
        var date = PartialDate.valueOf("…/02/2024");
        assertEquals("2024-02-01", date.earliest().toString());
        assertEquals("2024-02-29", date.latest().toString());
    }
}
