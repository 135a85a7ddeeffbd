/* SPDX-License-Identifier: EPL-2.0 */
package org.bieumau.reading.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.bieumau.core.internal.text.VietnameseText;
import org.bieumau.dsl.library.BieuReader;
import org.bieumau.model.Form;
import org.bieumau.model.FormTemplate;
import org.bieumau.model.Leftover;
import org.bieumau.model.PartialDate;
import org.bieumau.model.TextValue;
import org.junit.jupiter.api.Test;

/** The texts around a table say who filled in the form, when, and who signed it. */
class SettingsTest {

    private static final String TEMPLATE = """
            mẫu biểu M "BÁO CÁO LAO ĐỘNG" {
                số hiệu biểu "Biểu số 3" dòng đơn vị "ĐƠN VỊ: …" đơn vị tính "người"
                cột tt "TT": số thứ tự
                cột tên "Tên lớp": chữ
                cột sốLượng "Số lượng": số
                có dòng ngày lập
                ký { chức vụ "Người lập biểu" hướng dẫn "Ký, ghi rõ họ tên" }
                ký { chức vụ "Thủ trưởng đơn vị" hướng dẫn "Ký, đóng dấu" }
            }
            """;

    private static final String TABLE = """
            BÁO CÁO LAO ĐỘNG | < | <
            TT | Tên lớp | Số lượng
            1 | Lớp A | 10
            2 | Lớp B | 20
            """;

    private static final String SIGNATURES = """
             | NGƯỜI LẬP BIỂU\\(Ký, ghi rõ họ tên) | THỦ TRƯỞNG ĐƠN VỊ\\(Ký, đóng dấu)
            """;

    private static Form read(String drawing) throws Exception {
        var template =
                new BieuReader().read(TEMPLATE).element(FormTemplate.class, "M").orElseThrow();
        return Import.read(Sketch.content(drawing), template).form();
    }

    private static List<String> leftovers(Form form) {
        return form.getLeftovers().stream()
                .map(Leftover::getValue)
                .map(value -> ((TextValue) value).getText())
                .toList();
    }

    private static String unit(String line) throws Exception {
        var form = read(line + " | | \n" + TABLE);
        assertEquals(List.of(), leftovers(form));
        return form.getUnitName();
    }

    @Test
    void unitIsReadFromTheUnitLineOfTheTemplate() throws Exception {
        assertEquals("Trạm Y tế xã A", unit("ĐƠN VỊ: Trạm Y tế xã A"));
        assertEquals("Lớp mầm 3", unit("Đơn vị: Lớp mầm 3"));
    }

    @Test
    void unitIsReadAfterAUsualLabel() throws Exception {
        assertEquals("UBND xã B", unit("Đơn vị báo cáo: UBND xã B"));
        assertEquals("Hợp tác xã C", unit("Tên cơ quan: Hợp tác xã C"));
    }

    @Test
    void agencyAboveTheTitleIsTheUnit() throws Exception {
        assertEquals("SỞ TÀI CHÍNH", unit("SỞ TÀI CHÍNH"));
    }

    @Test
    void emptyLineForTheUnitIsALabel() throws Exception {
        assertNull(unit("ĐƠN VỊ: …"));
        assertNull(unit("Đơn vị: ........"));
    }

    @Test
    void otherTextAboveTheTitleIsLeftOver() throws Exception {
        assertEquals(List.of("Số liệu chính thức"), leftovers(read("Số liệu chính thức | | \n" + TABLE)));
    }

    @Test
    void unitOfMeasurementDiffersFromTheTemplate() throws Exception {
        var rows = TABLE.lines().toList();
        var form = read(rows.getFirst() + "\n | | Đơn vị tính: nghìn người\n"
                + String.join("\n", rows.subList(1, rows.size())));
        assertEquals("nghìn người", form.getMeasureUnit());
        assertNull(form.getUnitName());
    }

    @Test
    void periodIsNamedAboveTheTable() throws Exception {
        assertEquals("2022", read("Năm 2022 | | \n" + TABLE).getPeriod());
        assertEquals("quý I/2023", read("Kỳ báo cáo: quý I/2023 | | \n" + TABLE).getPeriod());
        assertNull(read("Kỳ báo cáo: ... | | \n" + TABLE).getPeriod());
    }

    @Test
    void placeAndDateAreReadBelowTheTable() throws Exception {
        var form = read(TABLE + " | | Sơn Mỹ, ngày 05 tháng 01 năm 2026\n");
        assertEquals("Sơn Mỹ", form.getPlaceName());
        assertEquals(new PartialDate(5, 1, 2026), form.getDate());
        assertEquals(List.of(), leftovers(form));
    }

    @Test
    void openDateIsALabel() throws Exception {
        var form = read(TABLE + " | | ……, ngày … tháng … năm …\n");
        assertNull(form.getDate());
        assertEquals(List.of(), leftovers(form));
    }

    @Test
    void namesAreReadBelowThePositions() throws Exception {
        var form = read(TABLE + "---\n" + SIGNATURES + " | Nguyễn Thị An | Trần Văn Bình\n");
        assertEquals(
                List.of("Nguyễn Thị An", "Trần Văn Bình"),
                form.getSignatures().stream().map(each -> each.getPersonName()).toList());
        assertEquals(List.of(), leftovers(form));
    }

    @Test
    void positionOtherThanThatOfTheTemplateIsKept() throws Exception {
        var form = read(TABLE + "---\n" + SIGNATURES.replace("THỦ TRƯỞNG ĐƠN VỊ", "CHỦ TỊCH") + " | | Trần Văn Bình\n");
        assertNull(form.getSignatures().getFirst().getPersonName());
        assertEquals("Chủ tịch", form.getSignatures().getLast().getPosition());
        assertEquals("Trần Văn Bình", form.getSignatures().getLast().getPersonName());
    }

    @Test
    void positionIsWrittenAsInDocuments() throws Exception {
        for (var position : List.of("Chủ tịch UBND xã", "Phó Giám đốc", "Phó Chánh Văn phòng HĐND")) {
            var printed = SIGNATURES.replace("THỦ TRƯỞNG ĐƠN VỊ", VietnameseText.capitals(position));
            var form = read(TABLE + "---\n" + printed + " | | Trần Văn Bình\n");
            assertEquals(position, form.getSignatures().getLast().getPosition());
        }
    }

    @Test
    void positionsWithoutNamesAreLabels() throws Exception {
        var form = read(TABLE + "---\n" + SIGNATURES);
        assertEquals(List.of(), form.getSignatures());
        assertEquals(List.of(), leftovers(form));
    }
}
