/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.bieumau.core.internal.text.TextMeasure;
import org.bieumau.core.internal.text.VietnameseDates;
import org.bieumau.core.internal.text.VietnameseNumbers;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.model.PartialDate;
import org.junit.jupiter.api.Test;

class VietnameseTextTest {

    @Test
    void foldingRemovesDiacritics() {
        assertEquals("linh vuc dieu duong", VietnameseText.fold("Lĩnh  vực Điều\u00A0dưỡng"));
        assertEquals(VietnameseText.fold("hòa"), VietnameseText.fold("hoà"));
        assertEquals(VietnameseText.fold("Quảng"), VietnameseText.fold("Qua\u0309ng"));
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

    @Test
    void numbersUsePointsForThousandsAndACommaForDecimals() {
        assertEquals("65.000.000", VietnameseNumbers.format(new BigDecimal("65000000")));
        assertEquals("1,5", VietnameseNumbers.format(new BigDecimal("1.5")));
    }

    @Test
    void textTakesMoreLinesInANarrowColumn() {
        var text = "Thực hiện tiết kiệm điện trong cơ quan";
        assertEquals(1, TextMeasure.lines(text, 100, 12, false));
        assertTrue(TextMeasure.lines(text, 20, 12, false) >= 4);
        assertTrue(TextMeasure.width("Ằ", 12, false) == TextMeasure.width("A", 12, false));
    }
}
