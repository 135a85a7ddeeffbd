/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.core.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.stream.Collectors;
import org.bieumau.core.internal.text.CitationText;
import org.bieumau.core.internal.text.CitationText.Found;
import org.bieumau.model.DocumentType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTextTest {

    /** Citations from real documents, with the expected type, number, groups of the symbol, and date. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hướng dẫn số 08-HD/BDVTU ngày 19/4/2021 của Ban Dân vận | GUIDELINE | 08 | HD BDVTU | 19/4/2021",
                "Kế hoạch số 10-KH/BDVTU-BCSĐUBND ngày 11/01/2021 giữa Ban | PLAN | 10 | KH BDVTU BCSĐUBND | 11/01/2021",
                "Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ | DECREE | 04 | NĐ CP | 09/01/2015",
                "Nghị định 60/2013/NĐ-CP ngày 19/6/2013 | DECREE | 60 | NĐ CP | 19/6/2013",
                "Kế hoạch số 06/KH-SKH&CN ngày 10/01/2025 | PLAN | 06 | KH SKH&CN | 10/01/2025",
                "Chỉ thị số 05-CT/TW, ngày 15/5/2016, của Bộ Chính trị | DIRECTIVE | 05 | CT TW | 15/5/2016",
                "theo NQ 163/2021/NQ-HĐND ngày 09/12/2021 cho dự án | RESOLUTION | 163 | NQ HĐND | 09/12/2021",
                "kế hoạch số 40-KH/BDVTU và | PLAN | 40 | KH BDVTU | ",
                "Kết luận 120-KL/TW ngày 07 tháng 01 năm 2016 | CONCLUSION | 120 | KL TW | 07/01/2016"
            })
    void citationsAreFoundInText(String text, DocumentType type, String number, String codes, String date) {
        var found = CitationText.find(text);
        assertEquals(1, found.size());
        assertEquals(type, found.getFirst().type());
        assertEquals(number, found.getFirst().number());
        assertEquals(codes, String.join(" ", found.getFirst().codes()));
        assertEquals(
                date,
                found.getFirst().date() == null ? null : found.getFirst().date().toString());
    }

    @Test
    void citationsWithinTheSubjectOfACitationAreFound() {
        var found = CitationText.find(
                "Quyết định số 644/QĐ-UBND ngày 06/5/2020 về việc ban hành Kế hoạch thực hiện Quyết định số 416/QĐ-TTg ngày "
                        + "25/3/2020 của Thủ tướng Chính phủ thực hiện Chỉ thị số 37-CT/TW ngày 03/9/2019 của Ban Bí thư");
        assertEquals(
                List.of("644", "416", "37"), found.stream().map(Found::number).toList());
        assertEquals(
                List.of(false, false, true), found.stream().map(Found::isPartys).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "tiêu chuẩn ISO 9001:2015",
        "TCVN 6909:2001",
        "Kế hoạch năm 2021",
        "số 10 đường Hùng Vương",
        "quyết định 5 việc"
    })
    void otherTextIsNotTakenForACitation(String text) {
        assertTrue(CitationText.find(text).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "'từ 31/4/2022 đến 29/02/2023, 30/4/2022', 31/4/2022|29/02/2023",
        "'ngày 31 tháng 6 năm 2022 và ngày 29 tháng 02 năm 2024', ngày 31 tháng 6 năm 2022",
        "'Ngày 00/00/2023; ngày 0/5/2023', 00/00/2023|0/5/2023",
        "ngày 31/4 và ngày 29/02, Ngày 31/4",
        "ngày 30 tháng 02 năm nay, ngày 30 tháng 02"
    })
    void datesThatDoNotExistAreFound(String text, String expected) {
        assertEquals(
                expected.toLowerCase(Locale.ROOT),
                CitationText.impossibleDates(text).stream()
                        .map(MatchResult::group)
                        .collect(Collectors.joining("|"))
                        .toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ngày 29/02",
                "Nghị quyết số 31/4/2022/NQ-HĐND",
                "đạt 31/4 chỉ tiêu",
                "các ngày 30/4, 01/5",
                "mỗi ngày 31/40 ca",
                "mỗi ngày 45/100 người",
                "ngày 31/12/2022",
                "văn bản số 32/13"
            })
    void otherNumbersAreNotDates(String text) {
        assertEquals(List.of(), CitationText.impossibleDates(text));
    }

    @Test
    void datesWithWrongLeadingZerosAreFound() {
        var found = CitationText.misspelledDates(
                "từ 5/4/2022, 05/04/2022, 1/2/2022 đến ngày 9 tháng 1 năm 2022; đúng: 05/4/2022, 01/02/2022, 30/2/2022");
        assertEquals(
                List.of("05/4/2022", "05/4/2022", "01/02/2022", "ngày 09 tháng 01 năm 2022"),
                found.stream().map(CitationText.FoundDate::expected).toList());
        assertFalse(CitationText.misspelledDates("ngày 12/11/2022").stream().anyMatch(each -> true));
    }
}
