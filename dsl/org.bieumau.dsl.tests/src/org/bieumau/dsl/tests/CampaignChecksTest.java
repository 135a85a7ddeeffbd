/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bieumau.core.problem.Place;
import org.bieumau.dsl.library.BieuReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the checks of campaigns: each fault is the only problem, at its words. */
class CampaignChecksTest {

    private static final String LIBRARY = """
            phiên bản 2
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                cột số "Số": số
                cột tỷLệ "Tỷ lệ": tính (số / 2)
                chỉ tiêu { tổng "Tổng" }
            }
            mẫu biểu Dòng "D" {
                cột tên "Tên": chữ
                cột số "Số": số
            }
            mẫu văn bản Nhắc(kỳ: năm, chưaNộp: nhiều đoạn, lời: chữ = "Trân trọng"): công văn {
                trích yếu '''năm {kỳ} {lời}'''
                nội dung '''
                    {chưaNộp}
                '''
            }
            mẫu văn bản BáoCáo(tổngHợp: biểu, sốĐơnVị: số): báo cáo {
                trích yếu '''{sốĐơnVị} đơn vị'''
                nội dung '''
                    {tổngHợp}
                '''
            }
            mẫu văn bản Khác(ngườiKý: chữ): báo cáo { trích yếu '''của {ngườiKý}''' }
            """;
    private static final String CAMPAIGN = """
            đợt tổng hợp D "Đợt" {
                mẫu M
                kỳ 2022
                hạn nộp 15/12/2022
                đơn vị { a "Xã A"   b "Xã B" (còn gọi "B") }
                đôn đốc theo mẫu Nhắc
                báo cáo theo mẫu BáoCáo
            }
            """;

    private static List<String> problems(String campaign) throws Exception {
        var text = LIBRARY + campaign;
        return new BieuReader()
                .read(text).problems().stream()
                        .map(problem -> problem.code() + " " + words(text, (Place.Text) problem.place()))
                        .toList();
    }

    private static String words(String text, Place.Text place) {
        return text.substring(place.offset(), place.offset() + place.length());
    }

    @Test
    void campaignWithoutFaultsHasNoProblems() throws Exception {
        assertEquals(List.of(), problems(CAMPAIGN));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "mẫu M | | CAMPAIGN-FORM D",
                "mẫu M | mẫu Dòng gộp cộng theo chỉ tiêu | CAMPAIGN-ROWS cộng theo chỉ tiêu",
                "hạn nộp 15/12/2022 | hạn nộp …/12/2022 | CAMPAIGN-DEADLINE …/12/2022",
                "đơn vị { a \"Xã A\"   b \"Xã B\" (còn gọi \"B\") } | | CAMPAIGN-UNITS D",
                "còn gọi \"B\" | còn gọi \"Xã A\" | CAMPAIGN-UNIT-TWICE b",
                "kỳ 2022 | kỳ 2022 cột số: lớn nhất cột số: cộng | CAMPAIGN-COLUMN-TWICE số",
                "kỳ 2022 | kỳ 2022 cột tên: cộng | CAMPAIGN-FUNCTION cộng",
                "kỳ 2022 | kỳ 2022 cột số: tính lại | CAMPAIGN-FORMULA tính lại",
                "theo mẫu Nhắc | theo mẫu Khác | CAMPAIGN-PARAMETER Khác",
                "theo mẫu BáoCáo | theo mẫu Khác | CAMPAIGN-PARAMETER Khác",
                "theo mẫu Nhắc | theo mẫu BáoCáo | CAMPAIGN-PARAMETER BáoCáo",
                "kỳ 2022 | | CAMPAIGN-PARAMETER Nhắc",
                "kỳ 2022 | kỳ 2022 quyết định { tệp \"x\": không lấy tệp \"x\": không lấy } | DECISION-TWICE \"x\"",
                "kỳ 2022 | kỳ 2022 quyết định { a: không phải nộp a: lấy tệp \"x\" } | DECISION-TWICE a"
            })
    void faultIsReportedAtItsWords(String right, String wrong, String problem) throws Exception {
        assertEquals(List.of(problem), problems(CAMPAIGN.replace(right, wrong == null ? "" : wrong)));
    }
}
