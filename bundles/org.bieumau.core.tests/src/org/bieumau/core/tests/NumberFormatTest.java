/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.bieumau.core.internal.sheet.BuiltInFormats;
import org.bieumau.core.internal.sheet.DateSystem;
import org.bieumau.core.internal.sheet.NumberFormat;
import org.bieumau.core.internal.sheet.SheetNumber;
import org.bieumau.core.source.SourceItem.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers, dates and texts of spreadsheets are shown as on a computer in Vietnam. */
class NumberFormatTest {

    private static SheetNumber show(String code, String number) {
        return NumberFormat.of(code).show(SheetNumber.parse(number), DateSystem.FROM_1900);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | 10003 | 10003",
                "General | 23962789524.77 | 23962789524.77",
                "General | -0.5 | -0.5",
                "General | 0 | 0",
                "General | 675010000000 | 675010000000",
                "General | 1E+30 | 1E+30",
                "General | 0.30000000000000004 | 0.3",
                "General | 1.50 | 1.5",
                "'' | 7 | 7",
                "@ | 012 | 12",
                "General\" người\" | 5 | 5 người",
                "0 | 7.5 | 8",
                "0 | -0.4 | 0",
                "000 | 7 | 007",
                "0.00 | 1.005 | 1,01",
                "#,##0 | 7100 | 7.100",
                "#,##0 | 999 | 999",
                "#,##0 | 1234567 | 1.234.567",
                "#,##0.00 | -1234.5 | -1.234,50",
                "#,##0.### | 5 | 5,",
                "#,##0.### | 5.25 | 5,25",
                "#,##0.### | 123456789.05 | 123.456.789,05",
                "#,##0.0## | 5.1 | 5,1",
                "#,##0.00## | 5 | 5,00",
                "0,000 | 12 | 0.012",
                "#.## | 0.5 | ,5",
                "# | 0 | ''",
                "#,##0 | 123456789012345678901 | 123.456.789.012.345.678.901",
                "\"Số \"#,##0.0\" tấn\" | -1234.56 | -Số 1.234,6 tấn",
                "0000000 | 1234567890 | 1234567890",
                "00-00-00 | 123456 | 12-34-56",
                "0000\" \"000\" \"000 | 912345678 | 0912 345 678",
                "#,##0, | 1234567 | 1.235",
                "#,##0.0,, | 1234567 | 1,2",
                "0% | 0.0165 | 2%",
                "0.00% | 0.0165 | 1,65%",
                "0.00E+00 | 12345 | 1,23E+04",
                "##0.0E+0 | 12345 | 12,3E+3",
                "0.0E+0 | 0.000999 | 1,0E-3",
                "0.0E+0 | 99.99 | 1,0E+2",
                "0.00E+00 | 0 | 0,00E+00",
                "# ?/? | 1.5 | 1 1/2",
                "# ?/? | 0.3333333 | 1/3",
                "# ??/?? | 3.14159 | 3 14/99",
                "# ?/4 | 2.26 | 2 1/4",
                "# ?/4 | 2.99 | 3",
                "?/? | 1.25 | 5/4",
                "# ?/? | -1.5 | -1 1/2",
                "# ?/? | 3 | 3",
                "\"Số \"0 | 12 | Số 12",
                "0\\ \"km\" | 12 | 12 km",
                "#,##0\\ \"₫\" | 15000 | 15.000 ₫",
                "#,##0\\ [$₫-42A] | 15000 | 15.000 ₫",
                "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_) | -15000 | (15.000)",
                "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_) | 15000 | 15.000",
                "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_) | 0 | -",
                "_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_- | -3 | -3",
                "#,##0_);(#,##0) | -3 | (3)",
                "#,##0_);(#,##0) | 3 | 3",
                "0;\\-0;;@ | 0 | ''",
                "0;\\-0;;@ | -4 | -4",
                ";;; | 4 | ''",
                "0;-0;\"không\" | 0 | không",
                "[>=1000]#,##0\" nghìn\";0 | 2000 | 2.000 nghìn",
                "[>=1000]#,##0\" nghìn\";0 | 20 | 20",
                "[=1]\"Nam\";[=2]\"Nữ\";0 | 2 | Nữ",
                "[=1]\"Nam\";[=2]\"Nữ\";0 | 3 | 3",
                "[=1]\"Nam\";[=2]\"Nữ\" | 3 | 3",
                "[Red][<0]-0.0;0.0 | -2.5 | -2,5",
                "[Red]0 | -2 | -2",
                "[DBNum1]0 | 2 | 2",
                "#,##0 d | 5000 | 5.000 d",
                "#,##0 \"đ/m2\" | 5000 | 5.000 đ/m2",
            })
    void numbersAreShownWithTheSeparatorsOfVietnam(String code, String number, String shown) {
        assertEquals(shown, show(code, number).shown());
        assertEquals(Kind.NUMBER, show(code, number).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dd/mm/yyyy | 44656 | 05/04/2022",
                "d/m/yy | 44656 | 5/4/22",
                "m/d/yyyy | 44656 | 4/5/2022",
                "yyyy | 44656 | 2022",
                "\"Ngày \"dd\" tháng \"mm\" năm \"yyyy | 44656 | Ngày 05 tháng 04 năm 2022",
                "[$-42A]dd mmmm yyyy | 44656 | 05 Tháng Tư 2022",
                "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy | 44656 | 05 Tháng Tư 2022",
                "[$-409]d\\-mmm\\-yy;@ | 44656 | 5-Apr-22",
                "[$-1010000]d/m/yyyy;@ | 44656 | 5/4/2022",
                "d-mmm-yy | 44656 | 5-Thg4-22",
                "dddd, d/m | 44656 | Thứ Ba, 5/4",
                "ddd | 44661 | CN",
                "h:mm | 0.5625 | 13:30",
                "h:mm AM/PM | 0.5625 | 1:30 CH",
                "[$-409]h:mm AM/PM | 0.25 | 6:00 AM",
                "hh:mm:ss | 0.999999 | 00:00:00",
                "mm:ss.0 | 0.0000116 | 00:01,0",
                "dd/mm/yyyy h:mm | 44656.5 | 05/04/2022 12:00",
                "m | 44656 | 4",
                "dd/mm/yyyy;@ | 1 | 01/01/1900",
                "dd/mm/yyyy | 61 | 01/03/1900",
            })
    void datesAreShownAsTheirFormatSays(String code, String number, String shown) {
        assertEquals(shown, show(code, number).shown());
        assertEquals(Kind.DATE, show(code, number).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[h]:mm | 1.5 | 36:00",
                "[h]:mm:ss | 0.0416666666666667 | 1:00:00",
                "[mm]:ss | 0.0416666666666667 | 60:00",
                "[s] | 0.001 | 86",
                "[h]:mm | -1 | -1",
                // No spreadsheet shows these as dates.
                "dd/mm/yyyy | -1 | -1",
                "dd/mm/yyyy | 2958466 | 2958466",
            })
    void durationsAndImpossibleDatesAreNumbers(String code, String number, String shown) {
        assertEquals(shown, show(code, number).shown());
        assertEquals(Kind.NUMBER, show(code, number).kind());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "General | An | An",
                "@ | An | An",
                "0.00 | An | An",
                "0;-0;0;\"Ông \"@ | An | Ông An",
                "\"Ông \"@ | An | Ông An",
                "_(* #,##0_);_(* \\(#,##0\\);_(* \"-\"??_);_(@_) | An | An",
                "0;-0;0; | An | ''",
                ";;; | An | ''",
            })
    void textsAreShownByTheSectionForTexts(String code, String text, String shown) {
        assertEquals(shown, NumberFormat.of(code).show(text));
    }

    @Test
    void datesCountFrom1900OrFrom1904() {
        assertEquals(LocalDateTime.of(2022, 4, 5, 0, 0), DateSystem.FROM_1900.moment(BigDecimal.valueOf(44656)));
        assertEquals(LocalDateTime.of(2022, 4, 5, 0, 0), DateSystem.FROM_1904.moment(BigDecimal.valueOf(44656 - 1462)));
        assertEquals(LocalDateTime.of(1904, 1, 1, 0, 0), DateSystem.FROM_1904.moment(BigDecimal.ZERO));
        assertEquals(LocalDateTime.of(1900, 2, 28, 0, 0), DateSystem.FROM_1900.moment(BigDecimal.valueOf(59)));
        assertNull(DateSystem.FROM_1900.moment(BigDecimal.valueOf(60)), "29/02/1900");
        assertEquals(LocalDateTime.of(9999, 12, 31, 18, 0), DateSystem.FROM_1900.moment(new BigDecimal("2958465.75")));
    }

    @ParameterizedTest
    @CsvSource({
        "12, 12",
        "-7, -7",
        "001234567890, 1234567890",
        "123456789012345678901, 123456789012345678901",
        "1.1000000000000001, 1.1",
        "14.099999999999999, 14.1",
        "6.7501E+11, 675010000000",
        "8.715505E9, 8715505000",
        "-1.0E7, -10000000",
        "8.715505E5, 871550.5",
        "1E-5, 0.00001",
    })
    void storedNumbersAreReadWithTheDigitsThatExcelKeeps(String stored, BigDecimal number) {
        assertEquals(
                0,
                number.compareTo(SheetNumber.parse(stored)),
                () -> SheetNumber.parse(stored).toString());
    }

    @Test
    void textsThatAreNotNumbersAreNotReadAsNumbers() {
        for (var text :
                new String[] {"", "-", "abc", "1,5", "NaN", "INF", "1E999999999", "1E-999999999", "9".repeat(500)}) {
            assertNull(SheetNumber.parse(text), text);
        }
    }

    @Test
    void builtInFormatsAreThoseOfVietnam() {
        assertEquals("05/04/2022", show(BuiltInFormats.code(14), "44656").shown());
        assertEquals("(3)", show(BuiltInFormats.code(37), "-3").shown());
        assertEquals("15.000 ₫", show(BuiltInFormats.code(5), "15000").shown());
        assertEquals("-", show(BuiltInFormats.code(41), "0").shown());
        for (int id = 0; id < 60; id++) {
            var code = BuiltInFormats.code(id);
            assertTrue(code == null || !NumberFormat.of(code).show("An").isEmpty(), "format " + id);
        }
        assertNull(BuiltInFormats.code(164));
    }

    /** Every text is a format code, and none takes long or fails. */
    @Test
    void brokenCodesShowSomething() {
        for (var code : new String[] {
            "\"",
            "[",
            "\\",
            "_",
            "*",
            "[$",
            "[>",
            "[>x]0",
            "E+",
            "0E+",
            "?/",
            "/?",
            "#/#",
            ".",
            ",",
            "%",
            "@@",
            ";;;;;;",
            "[$-]0",
            "0.0.0",
            "General General",
            "AM/PM",
            "[h",
            "s.",
            ".000s",
            "#".repeat(5000),
            "0/0",
            "0.0/0.0"
        }) {
            for (var number : new String[] {"0", "-1.5", "44656.123", "1E300", "1E-300"}) {
                assertTrue(show(code, number).shown().length() < 2000, code);
            }
        }
    }
}
