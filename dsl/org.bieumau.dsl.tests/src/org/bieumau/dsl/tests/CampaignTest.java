/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.dsl.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bieumau.dsl.library.BieuFile;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Campaign;
import org.bieumau.model.FileDecision;
import org.bieumau.model.MergeFunction;
import org.bieumau.model.MergeMode;
import org.bieumau.model.NumberValue;
import org.bieumau.model.RepeatedReturns;
import org.bieumau.model.UnitDecision;
import org.junit.jupiter.api.Test;

/** Tests the text of campaigns. */
class CampaignTest {

    private static final String LIBRARY = """
            cơ quan SLĐ "Sở Lao động" { viết tắt "SLĐ" }
            cơ quan AnThới "UBND phường An Thới" { viết tắt "AT" tên cũ "UBND xã An Thới" }
            danh mục Xã { tânThủy "UBND xã Tân Thủy" (còn gọi "Tân Thuỷ") }
            mẫu biểu M "M" {
                cột tên "Tên": chữ
                cột số "Số": số
                cột tỷLệ "Tỷ lệ": tính (số / 2)
                chỉ tiêu { tổng "Tổng" { nam "Nam" } }
            }
            biểu KỳTrước lập theo mẫu M { kỳ 2021 }
            """;
    private static final String CAMPAIGN = """
            đợt tổng hợp D2022 "Cung lao động" {
                mẫu M
                cơ quan tổng hợp SLĐ
                kỳ 2022
                hạn nộp 15/12/2022
                thư mục "nop-ve"
                đơn vị theo Xã
                đơn vị {
                    cơ quan AnThới
                    hòaBình "UBND xã Hòa Bình" (còn gọi "Hoà Bình", tên cũ "UBND xã Hòa", mã số "19273", đầu mối "Lê Thị B, 0912")
                }
                gộp cộng theo chỉ tiêu
                cột số: lớn nhất
                cột tỷLệ: tính lại
                nộp nhiều lần lấy bản sau
                so với KỳTrước
                ánh xạ {
                    "Số lượng" là số
                    chỉ tiêu "Đàn ông" là tổng.nam
                }
                quyết định {
                    tệp "a/nháp.docx": không lấy ("bản nháp")
                    tệp "b.xlsx": của tânThủy nhận ngày 14/12/2022
                    tệp "c.xlsx": nhận ngày 16/12/2022
                    AnThới: không phải nộp ("đã sáp nhập")
                    hòaBình: lấy tệp "d.xlsx"
                    tânThủy, tổng.nam, số: giữ 120 ("đã gọi xác nhận 20/12")
                    hòaBình, dòng 3, số: chấp nhận
                    hòaBình, "Khác", tên: giữ "Không có"
                }
            }
            """;

    private static Campaign campaign(BieuFile file) {
        return file.element(Campaign.class, "D2022").orElseThrow();
    }

    @Test
    void allSettingsAreInTheModel() throws Exception {
        var file = new BieuReader().read(LIBRARY + CAMPAIGN);
        assertEquals(List.of(), file.problems());
        var campaign = campaign(file);
        assertEquals(MergeMode.ADD, campaign.getMerge());
        assertEquals(RepeatedReturns.LAST, campaign.getRepeated());
        assertEquals(
                List.of(MergeFunction.MAXIMUM, MergeFunction.RECOMPUTE),
                campaign.getColumnMerges().stream()
                        .map(each -> each.getFunction())
                        .toList());
        assertEquals("Xã", campaign.getVocabulary().getName());
        var unit = campaign.getUnits().get(1);
        assertEquals(
                List.of("UBND xã Hòa Bình", "Hoà Bình", "UBND xã Hòa", "19273", "Lê Thị B, 0912"),
                List.of(
                        unit.getTitle(),
                        unit.getSynonyms().getFirst(),
                        unit.getFormerNames().getFirst(),
                        unit.getCode(),
                        unit.getContact()));
        var decisions = campaign.getDecisions();
        assertTrue(((FileDecision) decisions.getFirst()).isIgnored());
        assertEquals("tânThủy", ((FileDecision) decisions.get(1)).getUnit().getName());
        assertEquals(campaign.getUnits().getFirst(), ((UnitDecision) decisions.get(3)).getUnit());
        var value = (UnitDecision) decisions.get(5);
        assertEquals("nam", value.getIndicator().getName());
        assertEquals("120", ((NumberValue) value.getValue()).getNumber().toPlainString());
        assertEquals("đã gọi xác nhận 20/12", value.getReason());
        assertEquals(3, ((UnitDecision) decisions.get(6)).getRow());
        assertEquals("Khác", ((UnitDecision) decisions.get(7)).getTitle());
    }

    @Test
    void newTextHasASettingOnEachLine() throws Exception {
        var written = new BieuReader()
                .write(new BieuReader().read(LIBRARY + CAMPAIGN).library())
                .text();
        assertTrue(written.contains("\n    hạn nộp 15/12/2022\n    thư mục \"nop-ve\"\n"), written);
        assertTrue(written.contains("\n    tên cũ \"UBND xã An Thới\"\n"), written);
        assertTrue(written.contains("\n        hòaBình: lấy tệp \"d.xlsx\"\n"), written);
        assertEquals(8, campaign(new BieuReader().read(written)).getDecisions().size());
    }

    @Test
    void editOfADecisionKeepsTheOtherLines() throws Exception {
        var file = new BieuReader().read(LIBRARY + CAMPAIGN);
        file.change(campaign(file).getDecisions().get(5), decision -> decision.setReason("đã sửa"));
        assertEquals(LIBRARY + CAMPAIGN.replace("đã gọi xác nhận 20/12", "đã sửa"), file.text());
    }

    @Test
    void reportsAreJoinedByTheHeadingsOfADocument() throws Exception {
        var outline = """
                mẫu văn bản ĐềCương: báo cáo {
                    cơ quan ban hành SLĐ trích yếu "Kết quả" nội dung '''
                        I. KẾT QUẢ
                        II. KIẾN NGHỊ
                    '''
                }
                mẫu văn bản KhôngĐềMục: báo cáo {
                    cơ quan ban hành SLĐ trích yếu "Kết quả" nội dung '''
                        - Kết quả;
                    '''
                }
                """;
        var joining = "đợt tổng hợp D2022 { đơn vị theo Xã gộp nối lời theo đề mục của ĐềCương }\n";
        var file = new BieuReader().read(LIBRARY + outline + joining);

        assertEquals(List.of(), file.problems());
        assertEquals(MergeMode.PROSE, campaign(file).getMerge());
        assertEquals("ĐềCương", campaign(file).getStructure().getName());
        for (var wrong : List.of("", "của Xã", "của KhôngĐềMục")) {
            assertEquals(
                    List.of("CAMPAIGN-OUTLINE"),
                    new BieuReader()
                            .read(LIBRARY + outline + joining.replace("của ĐềCương", wrong)).problems().stream()
                                    .map(problem -> problem.code())
                                    .toList(),
                    wrong);
        }
    }
}
